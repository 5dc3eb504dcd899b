// The people of schools: who they are, how they are written to, and the way to put it right.

import { nameOf } from "../../../libs/journey/contact.ts";
import type { SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { tag } from "../look/parts.ts";
import { html } from "../html.ts";
import { inWords } from "../words.ts";

/** Of a school, and no teachers who take part. */
const BESIDE: readonly string[] = ["applicant", "headteacher", "support"];

/** What template people.njk is filled with. */
export interface PeopleView {
  done: string | null;
  rows: SummaryListOptions["rows"];
  journey: string;
  school: string;
}

/** The people of one school. `done`: what has just been done; `keeps`: who looks may see what is kept of each. */
export function peopleView(
  people: readonly SchoolPersonSeen[],
  { journey, school, done, keeps = false }: { journey: string; school: string; done: string | null; keeps?: boolean },
): PeopleView {
  const rows = people.map((one) => rowOf(one, { keeps, way: "people", note: "" }));
  return { done, rows, journey: `/journeys/${journey}`, school };
}

/** The same people on the page of their school, to which these ways lead back. `noteOf`: of a teacher, by id. */
export function peopleHere(
  people: readonly SchoolPersonSeen[],
  { keeps, noteOf }: { keeps: boolean; noteOf: (person: string) => string },
): PeopleView["rows"] {
  return people.map((one) => rowOf(one, { keeps, way: null, note: noteOf(one.person) }));
}

/**
 * What can be put right of somebody: their name or address, or who they are. `way`: where one comes back to; null: to
 * the page of the school.
 */
export function waysToPutRight(
  one: SchoolPersonSeen,
  way: "people" | "contacts" | null,
): { words: string; whose: string; href: string }[] {
  const { person, journey, role } = one;
  const name = calledOf(one);
  const item = (words: string, whose: string, address: string) => ({
    words,
    whose,
    href: `/journeys/${journey}/${address}${way === null ? "" : `${address.includes("?") ? "&" : "?"}then=${way}`}`,
  });
  const replace =
    role === "headteacher"
      ? [item("Replace", ` the headteacher ${name}`, "name-headteacher")]
      : BESIDE.includes(role)
        ? []
        : [item("Replace", ` ${name}`, `replace-participant?participant=${person}`)];
  return [item("Correct", ` name, address or number of ${name}`, `correct-person?person=${person}`), ...replace];
}

/** Who it is, where they have a name. */
export const calledOf = (one: SchoolPersonSeen): string => nameOf(one) || "A shared inbox";

/** Who, as what, under which address; and what can be done about it. */
function rowOf(
  one: SchoolPersonSeen,
  { keeps, way, note }: { keeps: boolean; way: "people" | null; note: string },
): SummaryListOptions["rows"][number] {
  const { role, email, telephone, lettersComeBack } = one;
  const calls = telephone === undefined ? null : html`<br>${telephone}`;
  const back = lettersComeBack ? html`<br>${tag("Letters come back", "late")}` : null;
  const said = note === "" ? null : html`<br>${note}`;
  return {
    key: { html: html`${calledOf(one)}<br><span class="govuk-!-font-weight-regular">${inWords(role)}</span>`.text },
    value: { html: html`<a class="govuk-link" href="mailto:${email}">${email}</a>${back}${calls}${said}`.text },
    actions: {
      items: [...waysToPutRight(one, way), ...(keeps ? [whatIsKept(one)] : [])].map(({ words, whose, href }) => ({
        href,
        text: words,
        visuallyHiddenText: whose,
      })),
    },
  };
}

const whatIsKept = (one: SchoolPersonSeen) => ({
  words: "What is kept",
  whose: ` of ${calledOf(one)}`,
  href: `/people/${one.person}`,
});
