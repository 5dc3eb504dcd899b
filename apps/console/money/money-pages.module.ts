import { Module } from "@nestjs/common";
import { DeskModule } from "../desk.module.ts";
import { BankAnswerPagesController, BankDoor } from "./bank-answer-page.controller.ts";
import { BooksPageController } from "./books.controller.ts";
import { BudgetPagesController } from "./budgets.controller.ts";
import { GrantsPageController } from "./grants.controller.ts";
import { MoneyDesk } from "./money-desk.ts";
import { MoneyFilesController } from "./money-files.controller.ts";
import { MonthsPageController } from "./months.controller.ts";
import { PreparePagesController } from "./prepare.controller.ts";
import { ProofPagesController } from "./proof.controller.ts";
import { RunPagesController } from "./runs.controller.ts";

@Module({
  imports: [DeskModule],
  controllers: [
    GrantsPageController,
    ProofPagesController,
    // Their addresses would else be those of a run, or of an action of one.
    PreparePagesController,
    MoneyFilesController,
    RunPagesController,
    BudgetPagesController,
    BankAnswerPagesController,
    BooksPageController,
    MonthsPageController,
  ],
  providers: [BankDoor, MoneyDesk],
})
export class MoneyPagesModule {}
