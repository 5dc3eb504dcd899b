// What a hub may spend on the grants of each year, and what has become of it.

import { pounds } from "../../../libs/journey/sentences.ts";
import type { Budget } from "../../../libs/service/money/budgets.ts";
import type { FormField } from "../form-fields.ts";
import { type FormState } from "../form-page.ts";
import { formShown } from "../form-view.ts";
import { html, type Html } from "../html.ts";
import { day } from "../words.ts";
import { fileLink, moneyAt, tabs, type Whose } from "./tabs.ts";

/**
 * `years`: those that can be set and have neither budget nor grant yet; `people`: what those who set one are called;
 * `sets`: may this person set one?
 */
interface BudgetsLook {
  years: readonly string[];
  done: string | null;
  people: (id: string) => string;
  whose: Whose;
  sets: boolean;
}

/** The table of years. */
export function budgetsPage(budgets: readonly Budget[], { years, done, people, whose, sets }: BudgetsLook): Html {
  const cell = (pence: number | null): Html => html`<td>${pence === null ? "–" : pounds(pence)}</td>`;
  const line = (one: Budget): Html => {
    const { academicYear, setAt, setBy, allocatedPence, leftPence, recoveredPence } = one;
    const set =
      setAt === null ? null : html`<small>Set ${day(setAt)} by ${setBy === null ? "nobody" : people(setBy)}</small>`;
    const left = leftPence === null ? "–" : html`<strong>${pounds(leftPence)}</strong>`;
    const back = recoveredPence === 0 ? null : html`<small>with ${pounds(recoveredPence)} that came back</small>`;
    const used = [one.duePence, one.committedPence, one.releasedPence, one.paidPence].map(cell);
    return html`<tr><th scope="row">${academicYear}${set}</th>
<td>${allocatedPence === null ? "Not set" : pounds(allocatedPence)}</td>${used}<td>${left}${back}</td>
<td class="ways"><a href="${moneyAt("/money/months", whose, { grants: inAddress(academicYear) })}">By month<span
  class="only-read"> of the grants of ${academicYear}</span></a>${
    sets
      ? html` <a
    href="/money/budgets/${inAddress(academicYear)}">Set<span class="only-read"> the budget of
  ${academicYear}</span></a>`
      : null
  }</td></tr>`;
  };
  return html`${tabs("/money/budgets", done, whose)}<h2>Budgets by academic year</h2>
${
  budgets.length === 0
    ? html`<p class="note">No year has a budget or a grant yet.</p>`
    : html`<div class="wide"><table><caption>Committed: approved by one person. Released: approved by two, paid or not.
      Left: what is neither.</caption><thead><tr><th scope="col">Year</th><th scope="col">Allocated</th><th
        scope="col">Due, not approved</th><th scope="col">Committed</th><th scope="col">Released</th><th scope="col">Of
          it paid</th><th scope="col">Left</th><th scope="col">More</th></tr></thead>
<tbody>${budgets.map(line)}</tbody></table></div>${fileLink("/money/budgets.csv", whose)}`
}
${
  years.length === 0 || !sets
    ? null
    : html`<ul class="actions">${years.map(
        (year) => html`<li><a class="button"
  href="/money/budgets/${inAddress(year)}">Set the budget of ${year}</a></li>`,
      )}</ul>`
}`;
}

/** `2020/21` as an address has it. */
export const inAddress = (academicYear: string): string => academicYear.replace("/", "-");

export const BUDGET_FIELDS: readonly FormField[] = [
  {
    kind: "pounds",
    name: "allocatedPence",
    label: "What the hub may spend on grants, in pounds",
    hint: "An approval that would go beyond it is refused from then on.",
    required: true,
  },
];

/** The form of one year. */
export function budgetForm(budget: Budget, state: FormState): Html {
  const { committedPence, releasedPence, recoveredPence } = budget;
  return html`<p>${pounds(committedPence + releasedPence - recoveredPence)} are committed or released already: a budget
    is no smaller than that.</p>${formShown(BUDGET_FIELDS, state, { button: "Set the budget" })}<p><a
      href="/money/budgets">Back to the budgets</a></p>`;
}
