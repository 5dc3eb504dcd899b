// The people of schools: who they are, how they are written to, and the way to put it right.

import { nameOf } from "../../../libs/journey/contact.ts";
import type { SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import type { SummaryListOptions } from "../look/options.ts";
import { choose, filterForm, input, tag } from "../look/parts.ts";
import { html, type Html } from "../html.ts";
import { inWords } from "../words.ts";

/** Those by which the list can be narrowed. */
export const PEOPLE_ROLES: readonly string[] = [
  "applicant",
  "headteacher",
  "maths-lead",
  "lead-teacher",
  "mastery-advocate",
  "subject-lead",
  "representative",
];
/** Of a school, and no teachers who take part. */
const BESIDE: readonly string[] = ["applicant", "headteacher", "support"];

/** A school with its people. `href`: of its page. */
interface PeopleOf {
  name: string;
  urn: string;
  href: string;
  rows: SummaryListOptions["rows"];
}

/** What template people.njk is filled with. */
export interface PeopleView {
  done: string | null;
  rows: SummaryListOptions["rows"];
  journey: string;
  school: string;
}

/** The people of one school. `done`: what has just been done. */
export function peopleView(
  people: readonly SchoolPersonSeen[],
  { journey, school, done }: { journey: string; school: string; done: string | null },
): PeopleView {
  return { done, rows: people.map((one) => rowOf(one, "people")), journey: `/journeys/${journey}`, school };
}

/** What is shown of the hub's list. */
export interface ContactsShow {
  q: string;
  role: string;
}

/** What template contacts.njk is filled with. `more`, `file`: the addresses of the next page and of the whole list. */
export interface ContactsView {
  done: string | null;
  filter: Html;
  schools: readonly PeopleOf[];
  more: string | null;
  file: string;
}

/** The people of all schools of the hub, school by school. */
export function contactsView(
  people: readonly SchoolPersonSeen[],
  { show, next, done }: { show: ContactsShow; next: string | null; done: string | null },
): ContactsView {
  const which = new URLSearchParams({ ...show }).toString();
  const roles = PEOPLE_ROLES.map((role) => [role, inWords(role)] as const);
  const journeys = [...new Set(people.map(({ journey }) => journey))];
  return {
    done,
    filter: filterForm("/contacts", [
      input({ id: "f-q", name: "q", label: { text: "School, URN or postcode" }, type: "search", value: show.q }),
      choose({ id: "f-role", name: "role", label: "Role" }, [["", "All roles"], ...roles], show.role),
    ]),
    schools: journeys.map((journey) => schoolOf(people.filter((one) => one.journey === journey))),
    more: next === null ? null : `/contacts?${which}&after=${next}`,
    file: `/contacts/contacts.csv?${which}`,
  };
}

function schoolOf(people: readonly SchoolPersonSeen[]): PeopleOf {
  const [{ school = "", urn = "", journey = "" } = {}] = people;
  return {
    name: school === "" ? `School ${urn}` : school,
    urn,
    href: `/journeys/${journey}/people`,
    rows: people.map((one) => rowOf(one, "contacts")),
  };
}

/** Who, as what, under which address; and what can be done about it. `way`: where one comes back to. */
function rowOf(one: SchoolPersonSeen, way: "people" | "contacts"): SummaryListOptions["rows"][number] {
  const { person, journey, role, email, lettersComeBack } = one;
  const name = nameOf(one) === "" ? "A shared inbox" : nameOf(one);
  const back = lettersComeBack ? html`<br>${tag("Letters come back", "late")}` : null;
  const item = (words: string, whose: string, address: string) => ({
    href: `/journeys/${journey}/${address}${address.includes("?") ? "&" : "?"}then=${way}`,
    text: words,
    visuallyHiddenText: whose,
  });
  const replace =
    role === "headteacher"
      ? [item("Replace", ` the headteacher ${name}`, "name-headteacher")]
      : BESIDE.includes(role)
        ? []
        : [item("Replace", ` ${name}`, `replace-participant?participant=${person}`)];
  return {
    key: { html: html`${name}<br><span class="govuk-!-font-weight-regular">${inWords(role)}</span>`.text },
    value: { html: html`<a class="govuk-link" href="mailto:${email}">${email}</a>${back}`.text },
    actions: {
      items: [item("Correct", ` name or address of ${name}`, `correct-person?person=${person}`), ...replace],
    },
  };
}
