import { Module } from "@nestjs/common";
import { BudgetsController } from "./budgets.controller.ts";
import { LedgerController } from "./ledger.controller.ts";
import { RunRedactionsController } from "./run-redactions.controller.ts";
import { PaymentRunsController } from "./payment-runs.controller.ts";

@Module({ controllers: [PaymentRunsController, RunRedactionsController, BudgetsController, LedgerController] })
export class MoneyModule {}
