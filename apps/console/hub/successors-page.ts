// Journeys whose school has closed: what the register leaves open, or a hub has asked, with both journeys in view.

import type { Principal } from "../../../libs/service/access/principal.ts";
import type { InView } from "../../../libs/service/schools/schools.ts";
import { html, type Html } from "../html.ts";
import { day, hubInWords, inWords } from "../words.ts";

/** The page. `next`: of the page before, where there is more. */
export function successorsPage(questions: readonly InView[], next: string | null, { role }: Principal): Html {
  return html`<p>Nobody takes over a school by their own word: the register names a successor, or an operator confirms
  one.</p>
${questions.length === 0 ? html`<p class="note">Nothing waits for a decision.</p>` : null}
${questions.map((one, index) => question(one, `q${index}`, role))}
${next === null ? null : html`<p><a class="button" href="/successors?after=${next}">More</a></p>`}`;
}

const WHY: Readonly<Record<string, string>> = {
  "to-be-confirmed": "Its hub has named a successor: an operator looks at both and confirms it.",
  "successor-has-journey": "The successor has a journey of this phase itself: an operator decides which goes on.",
  "unknown-urn": "The register does not know this school.",
  loop: "The register’s links lead back to where they began.",
  unresolved: "The register links a school that it does not have.",
  "no-successor": "The register names nobody who follows.",
  "not-yet-open": "The school that follows has yet to open.",
};

function question({ question: asked, journey, successors }: InView, id: string, role: string): Html {
  const { urn, name, hub, why, askedAt } = asked;
  return html`<section class="waits" aria-labelledby="${id}"><h2 id="${id}">${name ?? `School ${urn}`}</h2>
<p>${WHY[why] ?? `The register shows more than a plain conversion: ${inWords(why).toLowerCase()}.`} Open since
  ${day(askedAt)}.</p>
<div class="wide"><table><thead><tr><th scope="col">School</th><th scope="col">In the register</th><th
  scope="col">Journey of this phase</th><th scope="col">What can be done</th></tr></thead><tbody>
<tr><th scope="row">${name ?? "Not in the register"}<small>URN ${urn}</small></th><td>This school</td>
<td>${standing(journey, hub)}</td><td></td></tr>
${successors.map(
  (one) => html`<tr><th scope="row">${one.school?.name ?? "Not in the register"}<small>URN ${one.urn}</small></th>
<td>${one.school === null ? "Not known" : (one.school.status ?? (one.school.open ? "Open" : "Closed"))}</td>
<td>${standing(one.journey, hub)}</td>
<td>${
    role === "operator" && journey !== null
      ? html`<a href="/journeys/${journey.id}/succeed-school?urn=${one.urn}">Confirm as the successor<span
    class="only-read">: ${one.school?.name ?? one.urn}</span></a>`
      : "An operator confirms it"
  }</td></tr>`,
)}</tbody></table></div></section>`;
}

function standing(journey: InView["journey"], hub: string): Html | string {
  if (journey === null) return "None that you see";
  const { id, status, stage: at, academicYear, hub: its } = journey;
  const stage = at === null ? "" : `, ${inWords(at).toLowerCase()} ${academicYear ?? ""}`;
  return html`<a href="/journeys/${id}">${inWords(status)}${stage}</a><small>${hubInWords(its)}${
    its === hub ? "" : ", another hub"
  }</small>`;
}
