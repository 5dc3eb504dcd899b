// What is asked and answered of payment runs and their payments. All amounts are pence.

import { REJECTION_CODES } from "../../../libs/journey/rejection.ts";
import { FAILURES } from "../../../libs/payments/commands.ts";
import { LINE_STATUSES, RUN_STATUSES, type LineStatus } from "../../../libs/payments/state.ts";
import { Day, ListOf, Moment, Named, Pence, AsText, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { HUB_PATTERN, PageQuery } from "../journeys/page.dto.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import { MayBePreview } from "../commands/preview.dto.ts";

const MOST_NO = 2_147_483_647;
const NEXT = "The `next` of the page before";

export class PaymentRunsQuery extends PageQuery {
  @Text({
    optional: true,
    says: "Runs of this hub",
    example: "great-north",
    shape: HUB_PATTERN,
    else: "hub is a code such as great-north.",
    told: false,
  })
  hub?: string;

  @Word(RUN_STATUSES, { optional: true, says: "In this status" })
  status?: string;

  @Text({
    optional: true,
    says: NEXT,
    shape: /^[a-z0-9-]{1,40}$/u,
    else: "after is the `next` of the page before.",
    told: false,
  })
  after?: string;
}

export class PaymentsQuery extends PageQuery {
  @Word(LINE_STATUSES, { optional: true, says: "In this status; else all but those refused" })
  status?: LineStatus;

  @Whole({ optional: true, says: NEXT, inText: true, least: 0, most: MOST_NO, told: false })
  after?: number;
}

/** What some payments come to, and how they were settled. */
class Sums {
  @Whole({ example: 2 }) payments: number;
  @Pence({ example: 200_000 }) grossPence: number;
  @Pence({ says: "Kept back of what schools owe, in pence", example: 40_000 }) recoveredPence: number;
  @Pence({ example: 160_000 }) netPence: number;
  @Whole({ example: 1 }) paidPayments: number;
  @Pence({ example: 100_000 }) paidPence: number;
  @Whole({ example: 0 }) failedPayments: number;
  @Pence({ example: 0 }) failedPence: number;
  @Whole({ says: "Made, and given back by the bank", example: 0 }) returnedPayments: number;
  @Pence({ example: 0 }) returnedPence: number;
}

@Named("HubStatement")
class StatementAnswer extends Sums {
  @Text({ example: "great-north" }) hub: string;
}

@Named("PaymentRunRow")
export class RunRowAnswer extends Sums {
  @Text({ example: "r3f2a91c0de" }) id: string;
  @Text({ says: "Null: every hub", orNull: true, example: "great-north" }) hub: string | null;
  @Day({ example: "2021-11-30" }) cutOff: string;
  @Word(RUN_STATUSES, { example: "authorised" }) status: string;
  @Text({ says: "An opaque id", example: "finance-officer.great-north" }) preparedBy: string;
  @Moment({ example: "2021-12-01T09:00:00Z" }) preparedAt: string;
  @Text({ says: "An opaque id", orNull: true, example: "hub-lead.great-north" }) authorisedBy: string | null;
  @Whole({ says: "Neither confirmed nor failed", example: 1 }) openPayments: number;
  @Whole({ says: "The seq of its last event; its ETag", example: 6 }) version: number;
  @Text({ example: "great-north, up to 2021-11-30: 2 payments, £1,600, authorised" }) summary: string;
  @Moment({ example: "2021-12-03T09:00:00Z" }) updatedAt: string;
}

@Named("PaymentRunPage")
export class RunPageAnswer {
  @ListOf(RunRowAnswer) items: RunRowAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

@Named("PaymentRun")
export class RunAnswered extends RunRowAnswer {
  @ListOf(StatementAnswer) statement: readonly StatementAnswer[];
}

@Named("Payment")
export class PaymentAnswer {
  @Text({ says: "Its reference, at the bank too", example: "r3f2a91c0de-00001" }) payment: string;
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ says: "As it was when the payment was prepared", example: "Example Primary School" }) schoolName: string;
  @Text({ example: "great-north" }) hub: string;
  @Text({ says: "Which released grant it pays", example: "100001-primary:44" }) grant: string;
  @Word(STAGES, { example: "development" }) stage: string;
  @Text({ example: "2021/22" }) academicYear: string;
  @Pence({ example: 100_000 }) grossPence: number;
  @Pence({ example: 40_000 }) recoveredPence: number;
  @Pence({ example: 60_000 }) netPence: number;
  @Word(LINE_STATUSES, { example: "authorised" }) status: string;
  @Text({
    says:
      `Why it failed or came back: ${FAILURES.join(", ")}; held-back or left-to-next-run where a person took it out; ` +
      "or the problem code of its journey",
    orNull: true,
    example: null,
  })
  reasonCode: string | null;
}

@Named("PaymentPage")
export class PaymentPageAnswer {
  @ListOf(PaymentAnswer) items: PaymentAnswer[];
  @Whole({ orNull: true, example: null }) next: number | null;
}

@Named("SkippedPayment")
class SkippedAnswer {
  @Text({ example: "r3f2a91c0de-00002" }) payment: string;
  @Word(REJECTION_CODES, { example: "already-released" }) why: string;
  @Text({ example: "This payment has been confirmed: it is made once." }) detail: string;
}

/** What a command of a run answers: RunAnswer of libs/service, as callers read it. */
@Named("PaymentRunAnswer")
export class RunCommandAnswer extends MayBePreview {
  @Text({ example: "r3f2a91c0de" }) run: string;
  @Whole({ example: 7 }) version: number;
  @Word(RUN_STATUSES, { example: "authorised" }) status: string;
  @ListOf(SkippedAnswer) skipped: SkippedAnswer[];
}

@Named("Remittance")
@AsText(
  "CSV",
  "\uFEFFreference,urn,school,hub,grant,prospectus,grant_pounds,kept_back_pounds,amount_pounds,amount_pence\r\n" +
    "r3f2a91c0de-00001,100001,Example Primary School,great-north,100001-primary:44,2021-22/primary-development," +
    "1000.00,400.00,600.00,60000\r\n",
)
export class RemittanceAnswer {}
