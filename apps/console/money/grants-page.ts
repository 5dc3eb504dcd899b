// The grants of a hub's schools: those that wait for approval, with who has approved them, to be approved one by one or
// many at once.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { GrantOfHub } from "../../../libs/service/money/grants.ts";
import { allIn } from "../form-fields.ts";
import { faultSummary, hidden, type FormState } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";
import { inWords } from "../words.ts";
import { tabs } from "./tabs.ts";
import { subNavigation, tick } from "../look/parts.ts";

export const GRANT_SHOWS = ["payable", "due", "released", "paid", "withheld"] as const;
export type GrantShow = (typeof GRANT_SHOWS)[number];

const SHOWS: Readonly<Record<GrantShow, readonly [string, string]>> = {
  payable: ["To be approved", "No grant waits for approval."],
  due: ["Not payable yet", "No grant is due that is not payable yet."],
  released: ["Released", "No grant waits for a payment run."],
  paid: ["Paid", "No grant has been paid."],
  withheld: ["Withheld", "No grant is withheld."],
};

/** `who`: of those who look, an opaque id; `form`: null where nothing is to be approved. */
export interface GrantsLook {
  show: GrantShow;
  who: string;
  /** What people of the hub are called. */
  people(id: string): string;
  done: string | null;
  next: string | null;
  state: FormState;
  /** What was not approved, and why. */ turnedDown?: readonly NotApproved[];
}

/** How a ticked grant is named in the form. */
export const grantKey = ({
  journey,
  stage,
  academicYear,
}: Pick<GrantOfHub, "journey" | "stage" | "academicYear">): string => `${journey}~${stage}~${academicYear}`;

/** The page. */
export function grantsPage(
  grants: readonly GrantOfHub[],
  { show, who, people, done, next, state, turnedDown = [] }: GrantsLook,
): Html {
  const views = GRANT_SHOWS.map((one) => ({ href: `/money?show=${one}`, words: SHOWS[one][0], here: one === show }));
  const approves = show === "payable" && grants.some(({ approvers }) => !approvers.includes(who));
  const table = html`<div
    class="wide"><table><caption>${caption(grants, show, next)}</caption><thead><tr>${
      approves
        ? html`<th
      scope="col">Approve</th>`
        : null
    }<th scope="col">School</th><th scope="col">Stage and year</th><th
        scope="col">Amount</th><th scope="col">Approved by</th><th scope="col">More</th></tr></thead>
<tbody>${grants.map((one) => line(one, { who, people }, approves ? state : null))}</tbody></table></div>`;
  return html`${tabs("/money", done)}<h2>Grants</h2>${subNavigation("Grants", views)}
${faultSummary(state.faults)}${notApproved(turnedDown)}
${
  grants.length === 0
    ? html`<p class="note">${SHOWS[show][1]}</p>`
    : approves
      ? html`<form method="post" action="${state.action}">${hidden(state)}${table}
<p class="hint">Two people approve a grant; with the second approval it is released, and waits for the next payment
  run.</p><p><button class="button first">Approve those ticked</button></p></form>`
      : table
}
${
  next === null
    ? null
    : html`<p><a class="button"
  href="/money?show=${show}&amp;after=${encodeURIComponent(next)}">More grants</a></p>`
}`;
}

function caption(grants: readonly GrantOfHub[], show: GrantShow, next: string | null): string {
  const sum = pounds(grants.reduce((whole, one) => whole + one.amountPence, 0));
  const waits =
    show === "payable"
      ? `, ${grants.filter(({ approvers }) => approvers.length === 1).length} of them approved by one person`
      : "";
  return (
    `${grants.length} ${grants.length === 1 ? "grant" : "grants"}${next === null ? "" : " on this page"}, ` +
    `${sum}${waits}.`
  );
}

function line(one: GrantOfHub, { who, people }: Pick<GrantsLook, "who" | "people">, state: FormState | null): Html {
  const { journey, urn, school, stage, academicYear, amountPence, status, approvers, run, asks } = one;
  const called = school ?? `School ${urn}`;
  const key = grantKey(one);
  const mine = approvers.includes(who);
  const year = encodeURIComponent(academicYear);
  const approval =
    state === null
      ? null
      : html`<td>${
          mine
            ? "Yours is given"
            : tick(
                { id: `g-${key}`, name: "grant", value: key },
                {
                  words: "",
                  whose: `Approve ${called}, ${academicYear}`,
                  checked: allIn(state.typed, "grant").includes(key),
                },
              )
        }</td>`;
  const change =
    status === "payable" || status === "due"
      ? html` <a href="/journeys/${journey}/adjust-grant?then=money&amp;academicYear=${year}">Change<span
        class="only-read"> the grant of ${called}</span></a> <a
          href="/journeys/${journey}/withhold-grant?then=money&amp;academicYear=${year}">Withhold<span
            class="only-read"> the grant of ${called}</span></a>`
      : null;
  const by = approvers.length === 0 ? "Nobody yet" : approvers.map(people).join(" and ");
  const second = approvers.length === 1 && status === "payable" ? html`<small>A second person has to</small>` : null;
  // Why it cannot be approved, or what is to be decided of one that has gone out.
  const waits =
    asks === null
      ? status === "due"
        ? html`<small>Not payable before its teachers have been at a session</small>`
        : null
      : html`<small>${grantCauseInWords(asks.cause, asks.paid)} <a href="/tasks">Decide on the task</a></small>`;
  const paidIn = run === null ? null : html`<small><a href="/money/runs/${run}">Payment run</a></small>`;
  return html`<tr>${approval}<th scope="row"><a
    href="/journeys/${journey}">${called}</a><small>${urn}</small></th><td>${inWords(stage)}
      ${academicYear}</td><td>${pounds(amountPence)}</td>
<td>${by}${second}${paidIn}${waits}</td>
<td class="ways"><a href="/journeys/${journey}/why/grants/${academicYear.replace("/", "-")}">Why?<span
  class="only-read"> the grant of ${called}</span></a>${change}</td></tr>`;
}

/** What was not approved, school by school. */
export interface NotApproved {
  grant: GrantOfHub | null;
  text: string;
}

function notApproved(failed: readonly NotApproved[]): Html | null {
  if (failed.length === 0) return null;
  return html`<div class="note late-note" role="alert"><strong>Not
    approved:</strong><ul>${failed.map(
      ({ grant, text }) => html`
      <li>${grant === null ? "A grant" : (grant.school ?? `School ${grant.urn}`)}: ${text}</li>`,
    )}</ul></div>`;
}
