// The bank's answer of a payment run: a file is chosen, looked at row by row, applied, and what came of it.

import { ANSWER_COLUMNS, type AnswerLine, type BankAnswer } from "../../../libs/service/money/bank-answer.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import type { Fault } from "../faults.ts";
import { faultSummary, hidden } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { inWords, TO_PERSON } from "../words.ts";
import { button } from "../look/parts.ts";
import { csvFile } from "../file-field.ts";

interface Sends {
  run: string;
  token: string;
  key: string;
}
/** `file`: the very bytes, in base64, so that what is applied is what was looked at. */
export interface AnswerLook extends Sends {
  file: string;
}

const back = (run: string): Html => html`<p><a href="/money/runs/${run}">Back to the run</a></p>`;
const address = (run: string): string => `/money/bank-answers/${run}`;

/** Where a file is chosen. */
export function chooseAnswer({ run, token, key, faults }: Sends & { faults: readonly Fault[] }): Html {
  return html`<p>Take in what the bank says of the payments, as a spreadsheet saved as CSV (in Excel: “CSV UTF-8”).
    First you see what would come of each row; nothing is recorded before you apply it.</p>
${faultSummary(faults)}<form class="form" method="post" action="${address(run)}" enctype="multipart/form-data"
  novalidate>${hidden({ token, key })}
${csvFile("At most 1,000 rows. It is kept nowhere.", faults)}
${button("Look at it")}</form>
<details><summary>The columns of the file</summary><p>In any order, under these names in the first line.</p>
<div class="wide"><table><thead><tr><th scope="col">Column</th><th scope="col">What is in
  it</th></tr></thead><tbody>${Object.entries(ANSWER_COLUMNS).map(
    ([name, note]) => html`<tr><th
    scope="row"><code>${name}</code></th><td>${note}</td></tr>`,
  )}</tbody></table></div></details>${back(run)}`;
}

/** What would come of each row, to be applied. */
export function lookedAnswer(answer: BankAnswer, look: AnswerLook): Html {
  const { accepted, rejected, open } = answer;
  const button = accepted === 1 ? "Apply this row" : `Apply these ${accepted} rows`;
  const down =
    rejected === 0 ? "" : ` ${rejected} would be turned down: put those right in the file, or apply the others.`;
  return html`<p class="note"><strong>Nothing is recorded yet.</strong> ${accepted} of ${answer.lines.length} rows would
    be taken.${down} The run has ${open} open payments now.</p>
${accepted === 0 ? null : applyForm(answer, look, button)}${rows(answer, {
    accepted: "Would be taken",
    rejected: "Would be turned down",
    waiting: "Not looked at",
  })}<p><a href="${address(look.run)}">Choose another file</a></p>${back(look.run)}`;
}

/** What came of each row. */
export function appliedAnswer(answer: BankAnswer, look: AnswerLook): Html {
  const { accepted, rejected, waiting, open } = answer;
  return html`<p class="note${waiting === 0 ? " done" : ""}" role="status">${accepted}
    ${accepted === 1 ? "row was" : "rows were"} taken, ${rejected} turned down. The run has ${open} open
      payments${waiting === 0 ? "." : `; ${waiting} rows still wait: go on with them. No row is applied twice.`}</p>
${waiting === 0 ? null : applyForm(answer, look, "Go on")}${rows(answer, {
    accepted: "Taken",
    rejected: "Turned down",
    waiting: "Waits",
  })}${back(look.run)}`;
}

function applyForm({ id }: BankAnswer, { run, file, ...sends }: AnswerLook, button: string): Html {
  return html`<form method="post" action="${address(run)}/apply" enctype="multipart/form-data">${hidden(sends)}<input
    type="hidden" name="id" value="${id}"><input type="hidden" name="csv" value="${file}"><p><button
      class="button first">${button}</button></p></form>`;
}

function rows({ lines }: BankAnswer, words: Readonly<Record<AnswerLine["result"], string>>): Html {
  const row = ({ line, payment, outcome, result, because }: AnswerLine): Html => {
    const look = result === "accepted" ? "done" : result === "rejected" ? "late" : "";
    const why = because === null ? null : html`<small>${sentenceOfRejection(because, TO_PERSON)}</small>`;
    return html`<tr><th scope="row">${line}</th><td>${payment ?? "–"}</td><td>${
      outcome === null ? "–" : inWords(outcome)
    }</td><td><span class="tag ${look}">${words[result]}</span>${why}</td></tr>`;
  };
  // What has to be put right stands first.
  const sorted = [...lines].sort(
    (a, b) => Number(a.result === "accepted") - Number(b.result === "accepted") || a.line - b.line,
  );
  return html`<div class="wide"><table><thead><tr><th scope="col">Line</th><th scope="col">Payment</th><th
    scope="col">The bank says</th><th scope="col">What comes of it</th></tr></thead><tbody>${sorted.map(row)}</tbody>
</table></div>`;
}
