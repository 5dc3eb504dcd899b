// The payment runs of a hub, and one of them: how far it is, its statement, its payments.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { PaymentSeen, RunSeen, RunWithStatement } from "../../../libs/service/money/payment-runs.ts";
import { html, type Html } from "../html.ts";
import { details, filterForm, input } from "../look/parts.ts";
import { day, hubInWords, inWords } from "../words.ts";
import { RUN_ACTIONS, type RunAction } from "./run-actions.ts";
import { fileLink, tabs, type Whose } from "./tabs.ts";

const LOOKS: Readonly<Record<string, string>> = {
  complete: "done",
  paid: "done",
  failed: "late",
  returned: "late",
  cancelled: "late",
};
const tag = (status: string): Html => html`<span class="tag ${LOOKS[status] ?? ""}">${inWords(status)}</span>`;

/** `called`: by what name who prepared one is known. */
interface RunsLook {
  whose: Whose;
  mayPrepare: boolean;
  done: string | null;
  called: (id: string) => string;
}

/** The list, the latest first. */
export function runsPage(runs: readonly RunSeen[], { whose, mayPrepare, done, called }: RunsLook): Html {
  const line = (one: RunSeen): Html => html`<tr><th scope="row"><a href="/money/runs/${one.id}">Prepared
    ${day(one.preparedAt)}</a><small>${one.id}, by
      ${called(one.preparedBy)}</small></th><td>${day(one.cutOff)}</td><td>${tag(one.status)}</td>
<td>${one.payments}</td><td>${pounds(one.netPence)}</td><td>${one.paidPayments} confirmed, ${one.failedPayments}
  failed<small>${one.openPayments} open</small></td></tr>`;
  const sorted = [...runs].sort((a, b) => (a.preparedAt < b.preparedAt ? 1 : -1));
  return html`${tabs("/money/runs", done, whose)}<h2>Payment runs</h2>${
    mayPrepare
      ? html`<p><a class="button first"
    href="/money/runs/new">Prepare a payment run</a></p>`
      : null
  }
${
  sorted.length === 0
    ? html`<p class="note">There has been no payment run yet.</p>`
    : html`<div
  class="wide"><table><thead><tr><th scope="col">Run</th><th scope="col">Cut-off</th><th scope="col">Status</th><th
    scope="col">Payments</th><th scope="col">To be paid</th><th scope="col">How
      far</th></tr></thead><tbody>${sorted.map(line)}</tbody></table></div>${fileLink("/money/runs.csv", whose)}`
}`;
}

/** What a run comes to, in a line. */
export const inShort = ({ payments, netPence }: RunSeen): string =>
  `${payments} ${payments === 1 ? "payment" : "payments"}, ${pounds(netPence)} to be paid`;

/**
 * `payments`: a page of them; `next`: after which number there are more. `now`: what this person may do. `skipped`:
 * payments passed over, and why.
 */
export interface RunLook {
  whose: Whose | null;
  payments: readonly PaymentSeen[];
  next: number | null;
  now: readonly RunAction[];
  who: string;
  done: string | null;
  skipped: readonly string[];
  mayRedact: boolean;
  /** What people of the hub are called. */
  called(id: string): string;
  /** May this person take in what the bank says? */
  answers: boolean;
}

/** One run. */
export function runPage(run: RunWithStatement, look: RunLook): Html {
  const { whose, payments, next, now, who, done, skipped, mayRedact, answers, called } = look;
  const { id, hub, cutOff, status, preparedBy, preparedAt, authorisedBy } = run;
  const moves = status === "gathering" || status === "authorising";
  const notYet =
    status === "prepared" && preparedBy === who ? "Not yet: you prepared it, so another person has to" : "Not yet";
  const authorised = authorisedBy === null ? notYet : `By ${called(authorisedBy)}`;
  const action = (one: RunAction): Html =>
    html`<li><a class="button ${one === "authorise" ? "first" : ""}"
      href="/money/runs/${id}/${one}">${RUN_ACTIONS[one].title}</a></li>`;
  return html`${tabs("/money/runs", done, whose)}${
    skipped.length === 0
      ? null
      : html`<p class="note late-note"><strong>Passed
    over:</strong> ${skipped.join(", ")}.</p>`
  }
<p>${tag(status)} ${inShort(run)}${moves ? html` <a href="/money/runs/${id}">Look again</a>` : null}</p>
<dl><dt>Grants released up to</dt><dd>${day(cutOff)},
  ${hub === null ? "of every hub" : hubInWords(hub)}</dd><dt>Prepared</dt><dd>${day(preparedAt)} by
    ${called(preparedBy)}</dd>
<dt>Authorised</dt><dd>${authorised}</dd></dl>
${now.length === 0 ? null : html`<ul class="actions">${now.map(action)}</ul>`}
${
  status === "authorised" || status === "complete"
    ? html`<ul class="actions"><li><a class="button"
  href="/money/runs/${id}/remittance.csv">Download the remittance (CSV)</a></li>${
    answers
      ? html`<li><a class="button"
  href="/money/bank-answers/${id}">Take in the bank’s answer</a></li>`
      : null
  }</ul>`
    : null
}
${statement(run)}${list(run, payments, next)}${proofs(run)}${
    mayRedact ? html`<p><a href="/money/runs/${id}/redactions">Take a name out of what was written</a></p>` : null
  }`;
}

function statement(run: RunWithStatement): Html {
  const { statement: lines } = run;
  const row = (name: string, one: Omit<(typeof lines)[number], "hub">): Html => html`<tr><th
    scope="row">${name}</th><td>${one.payments}</td><td>${pounds(one.grossPence)}</td>
      <td>${pounds(one.recoveredPence)}</td><td>${pounds(one.netPence)}</td>
<td>${one.paidPayments}<small>${pounds(one.paidPence)}</small></td>
<td>${one.failedPayments}<small>${pounds(one.failedPence)}</small></td>
<td>${one.returnedPayments}<small>${pounds(one.returnedPence)}</small></td></tr>`;
  return html`<section aria-labelledby="statement"><h2 id="statement">Statement</h2><div
    class="wide"><table><thead><tr><th scope="col">Hub</th><th scope="col">Payments</th><th scope="col">Grants</th><th
      scope="col">Kept back</th><th scope="col">To be paid</th><th scope="col">Confirmed</th><th
        scope="col">Failed</th><th scope="col">Came back</th></tr></thead>
<tbody>${lines.map((one) => row(hubInWords(one.hub), one))}${lines.length === 1 ? null : row("All", run)}</tbody>
</table></div></section>`;
}

/** What proves a few of its payments, to be kept or given to an auditor. */
function proofs({ id, payments }: RunWithStatement): Html | null {
  if (payments === 0) return null;
  const most = input({
    id: "most",
    name: "most",
    label: { text: "How many payments?" },
    value: String(Math.min(5, payments)),
    classes: "govuk-input--width-2",
    inputmode: "numeric",
  });
  const seed = input({
    id: "seed",
    name: "seed",
    label: { text: "A word to draw them by" },
    hint: { text: "Whoever draws by the same word has the same payments" },
    value: "audit",
    classes: "govuk-input--width-10",
  });
  return details(
    "Prove some of its payments",
    filterForm(`/money/runs/${id}/proof`, [most, seed], "Download what proves them"),
  );
}

const why = ({ reasonCode }: PaymentSeen): Html | null =>
  reasonCode === null ? null : html`<small>${inWords(reasonCode)}</small>`;

function list({ id }: RunWithStatement, payments: readonly PaymentSeen[], next: number | null): Html {
  const line = (one: PaymentSeen): Html => html`<tr><th scope="row"><a
    href="/journeys/${one.journey}">${one.schoolName === "" ? `School ${one.urn}` : one.schoolName}</a>
      <small>${one.payment}</small></th><td>${inWords(one.stage)} ${one.academicYear}<small><a
        href="/journeys/${one.journey}/why/grants/${one.academicYear.replace("/", "-")}">Why?<span class="only-read">
          the grant of ${one.schoolName}</span></a></small></td>
<td>${pounds(one.grossPence)}</td><td>${one.recoveredPence === 0 ? "–" : pounds(one.recoveredPence)}</td>
  <td>${pounds(one.netPence)}</td><td>${tag(one.status)}${why(one)}</td></tr>`;
  return html`<section aria-labelledby="payments"><h2
    id="payments">Payments</h2>${
      payments.length === 0
        ? html`<p>There is none yet.</p>`
        : html`<div
      class="wide"><table><thead><tr><th scope="col">School</th><th scope="col">Grant of</th><th
        scope="col">Grant</th><th scope="col">Kept back</th><th scope="col">To be paid</th><th
          scope="col">Status</th></tr></thead><tbody>${payments.map(line)}</tbody></table></div>`
    }
${
  next === null
    ? null
    : html`<p><a class="button" href="/money/runs/${id}?after=${next}">More
  payments</a></p>`
}${payments.length === 0 ? null : fileLink(`/money/runs/${id}/payments.csv`)}</section>`;
}
