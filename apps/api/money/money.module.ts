import { Module } from "@nestjs/common";
import { BankAnswersController } from "./bank-answer.controller.ts";
import { BudgetsController } from "./budgets.controller.ts";
import { LedgerController } from "./ledger.controller.ts";
import { PaymentRunsController } from "./payment-runs.controller.ts";

@Module({ controllers: [BankAnswersController, PaymentRunsController, BudgetsController, LedgerController] })
export class MoneyModule {}
