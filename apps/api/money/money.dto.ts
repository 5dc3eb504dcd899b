// What is answered of a hub's budgets and books. All amounts are pence.

import { ListOf, Moment, Named, Nothing, Pence, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";

@Named("Budget")
export class BudgetAnswer {
  @Text({ example: "great-north" }) hub: string;
  @Text({ example: "2020/21" }) academicYear: string;
  @Pence({ orNull: true, example: 1_200_000 }) allocatedPence: number | null;
  @Pence({ example: 400_000 }) duePence: number;
  @Pence({ example: 100_000 }) committedPence: number;
  @Pence({ example: 300_000 }) releasedPence: number;
  @Pence({ example: 200_000 }) paidPence: number;
  @Pence({ example: 0 }) recoveredPence: number;
  @Whole({ says: "Pence", orNull: true, example: 800_000 }) leftPence: number | null;
  @Text({ says: "An opaque id", orNull: true, example: "hub-lead.great-north" }) setBy: string | null;
  @Moment({ orNull: true, example: "2020-09-01T09:00:00Z" }) setAt: string | null;
}

@Named("BudgetPage")
export class BudgetPageAnswer {
  @ListOf(BudgetAnswer) items: BudgetAnswer[];
  @Nothing() next: null;
}

class BalanceAnswer {
  @Pence({ example: 400_000 }) debitPence: number;
  @Pence({ example: 400_000 }) creditPence: number;
  @Whole({ says: "Debits less credits, in pence", example: 0 }) balancePence: number;
}

@Named("AccountBalance")
class AccountAnswer extends BalanceAnswer {
  @Text({ says: "Of the hub, or of its schools taken together", example: "schools:grant-in-run" }) account: string;
}

@Named("TrialBalance")
export class TrialBalanceAnswer extends BalanceAnswer {
  @Text({ example: "great-north" }) hub: string;
  @ListOf(AccountAnswer) accounts: AccountAnswer[];
}

@Named("Invoice")
class InvoiceAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ orNull: true, example: "Example Primary School" }) schoolName: string | null;
  @Word(STAGES, { example: "development" }) stage: string;
  @Text({ example: "2021/22" }) academicYear: string;
  @Moment({ orNull: true, example: "2022-03-01T09:00:00Z" }) requestedAt: string | null;
  @Pence({ example: 100_000 }) clawbackPence: number;
  @Pence({ says: "What the next payment run will keep back, in pence", example: 0 }) keptBackPence: number;
  @Pence({ example: 100_000 }) invoicePence: number;
}

@Named("InvoicePage")
export class InvoicePageAnswer {
  @ListOf(InvoiceAnswer) items: InvoiceAnswer[];
  @Nothing() next: null;
}
