import { Module } from "@nestjs/common";
import { BudgetsController } from "./budgets.controller.ts";
import { LedgerController } from "./ledger.controller.ts";
import { PaymentRunsController } from "./payment-runs.controller.ts";

@Module({ controllers: [PaymentRunsController, BudgetsController, LedgerController] })
export class MoneyModule {}
