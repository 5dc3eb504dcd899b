// Journeys whose school has closed: what the register leaves open, or a hub has asked, with both journeys in view.

import { localDate } from "../../../libs/calendar/instants.ts";
import type { InView } from "../../../libs/service/schools/schools.ts";
import type { Html } from "../html.ts";
import { ALPHABET } from "../lists/choices.ts";
import type { ListAsked } from "../lists/list-asked.ts";
import type { Column, ListSpec } from "../lists/list-view.ts";
import { day, hubInWords, inWords } from "../words.ts";
import { filledIn } from "../look/templates.ts";

/** What the list is: a card each. `form`: for who may set one aside. */
export function successorsList(form: Html | null): ListSpec<InView> {
  const hubs = [
    { value: "named", words: "A hub has named a successor" },
    { value: "register", words: "The register leaves it open" },
  ];
  return {
    base: "/successors",
    intro:
      "Nobody takes over a school by their own word: the register names a successor, or an operator confirms one. " +
      "Where a hub names a second one, both wait here, until one is confirmed or set aside.",
    filters: [{ kind: "choice", name: "why", label: "Why it waits", any: "Whatever it is", choices: hubs }],
    sorts: ["since", "school"],
    sortedBy: { since: "Since when it waits", school: "School" },
    noun: ["school", "schools"],
    caption: "Schools that have closed, and who goes on",
    empty: "Nothing waits for a decision.",
    columns: IN_A_FILE,
    file: "/successors/successors.csv",
    card: (one, index) => filledIn("hub/successor.njk", successorView(one, `q${index}`, form)),
  };
}

/** What a file has of each: a page has its card. */
const IN_A_FILE: readonly Column<InView>[] = [
  { head: "School", file: ({ question: { name } }) => name ?? UNKNOWN },
  { head: "URN", file: ({ question: { urn } }) => urn },
  { head: "Waits since", file: ({ question: { askedAt } }) => localDate(askedAt) },
  { head: "Why it waits", file: whyOf },
  { head: "Journey of this phase", file: ({ journey, question: { hub } }) => standing(journey, hub)?.words ?? NONE },
  { head: "Hub", file: ({ question: { hub } }) => hubInWords(hub) },
  {
    head: "May go on as",
    file: ({ successors }) =>
      successors.map(({ urn, school }) => `${school?.name ?? UNKNOWN} (${urn}), ${inRegister(school)}`).join("; "),
  },
];

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

/** A school in the register, and its journey. */
interface Line {
  school: string;
  urn: string;
  inRegister: string;
  /** Null: none that this person sees. */
  journey: { href: string; words: string; hub: string } | null;
}
/** What an operator can do about a successor; `aside`: what the register asks is not theirs to set aside. */
interface Decision {
  confirm: string;
  aside: string | null;
  whom: string;
}
/** What template successor.njk is filled with. `at`: an id on the page; `form`: what its forms bring back. */
export interface SuccessorView {
  at: string;
  name: string;
  why: string;
  since: string;
  closed: Line;
  successors: readonly (Line & { decide: Decision | null })[];
  form: Html | null;
}

/** The view model of one question. `form`: for who may decide. */
export function successorView(
  { question: asked, journey, successors }: InView,
  at: string,
  form: Html | null,
): SuccessorView {
  const { urn, name, hub, why, askedAt } = asked;
  return {
    at,
    name: name ?? `School ${urn}`,
    why: whyOf({ question: asked }),
    since: day(askedAt),
    closed: { school: name ?? UNKNOWN, urn, inRegister: "This school", journey: standing(journey, hub) },
    successors: successors.map((one) => ({
      school: one.school?.name ?? UNKNOWN,
      urn: one.urn,
      inRegister: inRegister(one.school),
      journey: standing(one.journey, hub),
      decide: form === null || journey === null ? null : decision(journey.id, one, why),
    })),
    form,
  };
}

function whyOf({ question: { why } }: Pick<InView, "question">): string {
  return WHY[why] ?? `The register shows more than a plain conversion: ${inWords(why).toLowerCase()}.`;
}

const UNKNOWN = "Not in the register";
const NONE = "None that you see";

const inRegister = (school: InView["successors"][number]["school"]): string =>
  school === null ? "Not known" : (school.status ?? (school.open ? "Open" : "Closed"));

const decision = (journey: string, { urn, school }: InView["successors"][number], why: string): Decision => ({
  confirm: `/journeys/${journey}/succeed-school?urn=${urn}`,
  aside: why === "to-be-confirmed" ? `/successors/${journey}/set-aside` : null,
  whom: `: ${school?.name ?? urn}`,
});

function standing(journey: InView["journey"], hub: string): Line["journey"] {
  if (journey === null) return null;
  const { id, status, stage: at, academicYear, hub: its } = journey;
  const stage = at === null ? "" : `, ${inWords(at).toLowerCase()} ${academicYear ?? ""}`;
  return {
    href: `/journeys/${id}`,
    words: `${inWords(status)}${stage}`,
    hub: `${hubInWords(its)}${its === hub ? "" : ", another hub"}`,
  };
}
