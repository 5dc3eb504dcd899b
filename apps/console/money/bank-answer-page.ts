// The bank's answer of a payment run: a file is chosen, looked at row by row, applied, and what came of it.

import { ANSWER_COLUMNS, type AnswerLine, type BankAnswer } from "../../../libs/service/money/bank-answer.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import type { Fault } from "../faults.ts";
import { csvFile } from "../file-field.ts";
import { carried, faultSummary, hidden } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { tag } from "../look/parts.ts";
import { inWords, TO_PERSON } from "../words.ts";

interface Sends {
  run: string;
  token: string;
  key: string;
}
/** `file`: the very bytes, in base64, so that what is applied is what was looked at. */
export interface AnswerLook extends Sends {
  file: string;
}

/** What template bank-answer.njk is filled with. */
export interface ChooseAnswerView {
  faults: Html | null;
  action: string;
  hidden: Html;
  file: Html;
  columns: readonly { name: string; note: string }[];
  back: string;
}

const address = (run: string): string => `/money/bank-answers/${run}`;
const backTo = (run: string): string => `/money/runs/${run}`;

/** Where a file is chosen. */
export const chooseAnswerView = ({
  run,
  faults,
  ...sends
}: Sends & { faults: readonly Fault[] }): ChooseAnswerView => ({
  faults: faultSummary(faults),
  action: address(run),
  hidden: hidden(sends),
  file: csvFile("At most 1,000 rows. It is kept nowhere.", faults),
  columns: Object.entries(ANSWER_COLUMNS).map(([name, note]) => ({ name, note })),
  back: backTo(run),
});

/** A row of the file. */
interface AnswerRow {
  line: number;
  payment: string;
  outcome: string;
  comes: Html;
  because: string | null;
}

/**
 * What template bank-rows.njk is filled with. `apply`: what can be applied; `another`: where another file is chosen
 * instead.
 */
export interface AnswerRowsView {
  standing: "to-apply" | "done" | "waiting";
  says: string;
  apply: { action: string; hidden: Html; button: string } | null;
  rows: readonly AnswerRow[];
  another: string | null;
  back: string;
}

/** What would come of each row, to be applied. */
export function lookedAnswerView(answer: BankAnswer, look: AnswerLook): AnswerRowsView {
  const { accepted, rejected, open, lines } = answer;
  const down =
    rejected === 0 ? "" : ` ${rejected} would be turned down: put those right in the file, or apply the others.`;
  return {
    standing: "to-apply",
    says: `${accepted} of ${lines.length} rows would be taken.${down} The run has ${open} open payments now.`,
    apply:
      accepted === 0 ? null : applyOf(answer, look, accepted === 1 ? "Apply this row" : `Apply these ${accepted} rows`),
    rows: rowsOf(answer, { accepted: "Would be taken", rejected: "Would be turned down", waiting: "Not looked at" }),
    another: address(look.run),
    back: backTo(look.run),
  };
}

/** What came of each row. */
export function appliedAnswerView(answer: BankAnswer, look: AnswerLook): AnswerRowsView {
  const { accepted, rejected, waiting, open } = answer;
  const rest = waiting === 0 ? "." : `; ${waiting} rows still wait: go on with them. No row is applied twice.`;
  return {
    standing: waiting === 0 ? "done" : "waiting",
    says:
      `${accepted} ${accepted === 1 ? "row was" : "rows were"} taken, ${rejected} turned down. ` +
      `The run has ${open} open payments${rest}`,
    apply: waiting === 0 ? null : applyOf(answer, look, "Go on"),
    rows: rowsOf(answer, { accepted: "Taken", rejected: "Turned down", waiting: "Waits" }),
    another: null,
    back: backTo(look.run),
  };
}

const applyOf = ({ id }: BankAnswer, { run, file, ...sends }: AnswerLook, button: string): AnswerRowsView["apply"] => ({
  action: `${address(run)}/apply`,
  hidden: html`${hidden(sends)}${carried({ id, csv: file })}`,
  button,
});

const RESULT_LOOKS = { accepted: "done", rejected: "late", waiting: "plain" } as const;

function rowsOf({ lines }: BankAnswer, words: Readonly<Record<AnswerLine["result"], string>>): AnswerRow[] {
  // What has to be put right stands first.
  const sorted = [...lines].sort(
    (a, b) => Number(a.result === "accepted") - Number(b.result === "accepted") || a.line - b.line,
  );
  return sorted.map(({ line, payment, outcome, result, because }) => ({
    line,
    payment: payment ?? "–",
    outcome: outcome === null ? "–" : inWords(outcome),
    comes: tag(words[result], RESULT_LOOKS[result]),
    because: because === null ? null : sentenceOfRejection(because, TO_PERSON),
  }));
}
