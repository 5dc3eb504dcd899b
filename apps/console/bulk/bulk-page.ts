// Many schools apply by one file: chosen, looked at line by line, confirmed, and what came of it.

import { COLUMNS } from "../../../libs/service/bulk/bulk-file.ts";
import type { Bulk } from "../../../libs/service/bulk/bulk.ts";
import type { Fault } from "../faults.ts";
import { faultSummary, hidden } from "../form-page.ts";
import { sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { html, type Html } from "../html.ts";
import { TO_PERSON } from "../words.ts";
import { button } from "../look/parts.ts";
import { csvFile } from "../file-field.ts";

interface Sends {
  token: string;
  key: string;
}

/** Where a file is chosen. */
export function choosePage({ token, key, faults }: Sends & { faults: readonly Fault[] }): Html {
  return html`<p>Send the applications of many schools at once, as a spreadsheet saved as CSV (in Excel: “CSV UTF-8”).
    First you see what would come of each line; nothing is recorded before you confirm it.</p>
${faultSummary(faults)}<form class="form" method="post" action="/bulk" enctype="multipart/form-data"
  novalidate>${hidden({ token, key })}
${csvFile("At most 1,000 lines and 4 MB. It is kept nowhere.", faults)}
${button("Look at it")}</form>
<details><summary>The columns of the file</summary><p>In any order, under these names in the first line. The first five
  are indispensable; <a href="/bulk/empty.csv">an empty file with all of them</a>.</p>
<div class="wide"><table><thead><tr><th scope="col">Column</th><th scope="col">What is in
  it</th></tr></thead><tbody>${Object.entries(COLUMNS).map(
    ([name, note]) => html`<tr><th
    scope="row"><code>${name}</code></th><td>${note}</td></tr>`,
  )}</tbody></table></div></details>`;
}

/** `file`: the very bytes, in base64, so that what is confirmed is what was looked at. */
export interface BulkLook extends Sends {
  names: ReadonlyMap<string, string>;
  file: string;
}

/** What would come of each line, to be confirmed. */
export function lookPage(answer: Bulk, look: BulkLook): Html {
  const { accepted, rejected } = answer;
  const others = accepted === 0 ? "" : ", or send the others now";
  const down =
    rejected === 0 ? "" : `; ${rejected} would be turned down: put those right in the file and look again${others}`;
  const button = accepted === 1 ? "Send this application" : `Send these ${accepted} applications`;
  const words = { accepted: "Would be taken", rejected: "Would be turned down", waiting: "Not looked at" };
  return html`<p class="note"><strong>Nothing is recorded yet.</strong> ${accepted} of ${accepted + rejected} lines
    would be taken${down}.</p>
${accepted === 0 ? null : confirmForm(answer, look, button)}${lines(answer, look, words)}
<p><a href="/bulk">Choose another file</a></p>`;
}

/** What came of each line. */
export function outcomePage(answer: Bulk, look: BulkLook): Html {
  const { accepted, rejected, waiting } = answer;
  return html`<p class="note${waiting === 0 ? " done" : ""}" role="status">${accepted}
    ${accepted === 1 ? "application was" : "applications were"} taken, ${rejected} turned
      down${waiting === 0 ? "." : `; ${waiting} still wait: go on with them. No line is sent twice.`}</p>
${
  waiting === 0
    ? html`<p><a class="button first" href="/triage">To the
  applications</a></p>`
    : confirmForm(answer, look, "Go on")
}${lines(answer, look, { accepted: "Taken", rejected: "Turned down", waiting: "Waits" })}`;
}

function confirmForm({ id }: Bulk, { file, ...sends }: BulkLook, button: string): Html {
  return html`<form method="post" action="/bulk/confirm" enctype="multipart/form-data">${hidden(sends)}<input
    type="hidden" name="id" value="${id}"><input type="hidden" name="csv" value="${file}"><p><button
      class="button first">${button}</button></p></form>`;
}

function lines(
  { lines: all }: Bulk,
  { names }: BulkLook,
  words: Readonly<Record<Bulk["lines"][number]["outcome"], string>>,
): Html {
  const line = ({ line: no, urn, journey, outcome, because }: Bulk["lines"][number]): Html => {
    const called = urn === null ? "–" : (names.get(urn) ?? `School ${urn}`);
    const look = outcome === "accepted" ? "done" : outcome === "rejected" ? "late" : "";
    const taken = journey !== null && words.accepted === "Taken" && outcome === "accepted";
    const school = taken ? html`<a href="/journeys/${journey}">${called}</a>` : called;
    const small = (text: string | null): Html | null => (text === null ? null : html`<small>${text}</small>`);
    const tag = html`<span class="tag ${look}">${words[outcome]}</span>`;
    const why = because && sentenceOfRejection(because, TO_PERSON);
    return html`<tr><th scope="row">${no}</th><td>${school}${small(urn)}</td><td>${tag}${small(why)}</td></tr>`;
  };
  // What has to be put right stands first.
  const sorted = [...all].sort(
    (a, b) => Number(a.outcome === "accepted") - Number(b.outcome === "accepted") || a.line - b.line,
  );
  return html`<div class="wide"><table><thead><tr><th scope="col">Line</th><th scope="col">School</th><th
    scope="col">What ${words.accepted === "Taken" ? "came" : "would come"} of
      it</th></tr></thead><tbody>${sorted.map(line)}</tbody></table></div>`;
}
