// Journeys whose school has closed: what the register leaves open, or a hub has asked, with both journeys in view.

import type { InView } from "../../../libs/service/schools/schools.ts";
import { html, type Html } from "../html.ts";
import { ALPHABET } from "../lists/choices.ts";
import type { ListAsked } from "../lists/list-asked.ts";
import type { ListSpec } from "../lists/list-view.ts";
import { day, hubInWords, inWords } from "../words.ts";
import { doneBanner } from "../look/parts.ts";

/** What the list is: a card each. `form`: for who may set one aside. */
export function successorsList(form: Html | null): ListSpec<InView> {
  const hubs = [
    { value: "named", words: "A hub has named a successor" },
    { value: "register", words: "The register leaves it open" },
  ];
  return {
    base: "/successors",
    filters: [{ kind: "choice", name: "why", label: "Why it waits", any: "Whatever it is", choices: hubs }],
    sorts: ["since", "school"],
    sortedBy: { since: "Since when it waits", school: "School" },
    noun: ["school", "schools"],
    caption: "Schools that have closed, and who goes on",
    empty: "Nothing waits for a decision.",
    columns: [],
    file: null,
    card: (one, index) => question(one, `q${index}`, form),
  };
}

/** What is above the list. */
export const successorsIntro = (done: string | null): Html => html`${doneBanner(done)}
<p>Nobody takes over a school by their own word: the register names a successor, or an operator confirms one. Where a
  hub names a second one, both wait here, until one is confirmed or set aside.</p>`;

/** Those that fit, in the order that is asked for. */
export function successorsInOrder(all: readonly InView[], { filters, sort, descending }: ListAsked): InView[] {
  const named = ({ question: { why } }: InView): boolean => why === "to-be-confirmed";
  const fit = all.filter((one) => filters["why"] === undefined || named(one) === (filters["why"] === "named"));
  const of = ({ question: { askedAt, name, urn } }: InView): string => (sort === "school" ? (name ?? urn) : askedAt);
  const sorted = fit.sort((one, other) => ALPHABET.compare(of(one), of(other)));
  return descending ? sorted.reverse() : sorted;
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

function question({ question: asked, journey, successors }: InView, id: string, form: Html | null): Html {
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
<td>${form !== null && journey !== null ? decision(journey.id, one, why, form) : "An operator confirms it"}</td></tr>`,
)}</tbody></table></div></section>`;
}

/** What an operator can do about a successor: what the register asks is not theirs to set aside. */
function decision(journey: string, { urn, school }: InView["successors"][number], why: string, form: Html): Html {
  const whom = html`<span class="only-read">: ${school?.name ?? urn}</span>`;
  const aside = html`<form method="post" action="/successors/${journey}/set-aside">${form}<input type="hidden"
  name="urn" value="${urn}"><button>Set aside${whom}</button></form>`;
  return html`<a href="/journeys/${journey}/succeed-school?urn=${urn}">Confirm as the successor${whom}</a>${
    why === "to-be-confirmed" ? aside : null
  }`;
}

function standing(journey: InView["journey"], hub: string): Html | string {
  if (journey === null) return "None that you see";
  const { id, status, stage: at, academicYear, hub: its } = journey;
  const stage = at === null ? "" : `, ${inWords(at).toLowerCase()} ${academicYear ?? ""}`;
  return html`<a href="/journeys/${id}">${inWords(status)}${stage}</a><small>${hubInWords(its)}${
    its === hub ? "" : ", another hub"
  }</small>`;
}
