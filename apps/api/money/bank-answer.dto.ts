// What the bank says of the payments of a run, as a file, and what would come, or came, of each of its rows.

import { ListOf, Named, Text, Whole, Word } from "../../../libs/service/shape/field.ts";
import { text } from "../../../libs/service/shape/schema.ts";
import { OUTCOMES } from "../../../libs/service/money/bank-answer.ts";
import type { Parameter } from "../openapi/doc.ts";

const ID = "7e0b44c3a9d15f2286c1f0a3de5d2c1f";

export const ANSWER_ID: Parameter = {
  name: "file",
  in: "path",
  description: "The id that looking at the file gave",
  schema: { type: "string" },
  example: ID,
};

export const ANSWER_FILE = {
  schema: text("CSV in UTF-8, the header first"),
  example: [
    "reference,outcome,reason",
    "r3f2a91c0de-00001,paid,",
    "r3f2a91c0de-00002,failed,account-closed",
    "r3f2a91c0de-00003,returned,returned-by-bank",
  ].join("\n"),
  required: true,
  as: "text/csv" as const,
};

@Named("BankAnswerLine")
class LineAnswer {
  @Whole({ says: "On which line of the file it begins; the header is line 1", example: 2 }) line: number;
  @Text({ says: "The reference", orNull: true, example: "r3f2a91c0de-00001" }) payment: string | null;
  @Word(OUTCOMES, { says: "What the bank says", orNull: true, example: "paid" }) outcome: string | null;
  @Word(["accepted", "rejected", "waiting"], {
    says: "waiting: not tried yet, or not known; apply the file once more",
    example: "accepted",
  })
  result: string;
  @Text({ says: "A problem code", orNull: true, example: null }) code: string | null;
  @Text({ orNull: true, example: null }) detail: string | null;
}

@Named("BankAnswer")
export class BankAnswerAnswer {
  @Text({ says: "Of these very rows of this run", example: ID }) id: string;
  @Text({ example: "r3f2a91c0de" }) run: string;
  @Whole({ example: 3 }) accepted: number;
  @Whole({ example: 0 }) rejected: number;
  @Whole({ example: 0 }) waiting: number;
  @Whole({ says: "Payments of the run that are neither confirmed nor failed now", example: 0 }) open: number;
  @ListOf(LineAnswer) lines: LineAnswer[];
}
