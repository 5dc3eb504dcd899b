// The list of the people of all schools of a hub: what it is narrowed by, and its columns. The file of it is the use
// case's own.

import { PEOPLE_SORTS, type PeopleSort, type SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import { html, type Html } from "../html.ts";
import { sizeOf, type ListAsked } from "../lists/list-asked.ts";
import type { ListSpec } from "../lists/list-view.ts";
import { aloud, tag } from "../look/parts.ts";
import { inWords } from "../words.ts";
import { calledOf, waysToPutRight } from "./people-page.ts";

/** Those by which the list can be narrowed. */
const ROLES: readonly string[] = [
  "applicant",
  "headteacher",
  "maths-lead",
  "lead-teacher",
  "mastery-advocate",
  "subject-lead",
  "representative",
  "support",
];

export const CONTACTS: ListSpec<SchoolPersonSeen> = {
  base: "/contacts",
  filters: [
    { kind: "words", name: "q", label: "School, URN or postcode" },
    {
      kind: "choice",
      name: "role",
      label: "Role",
      any: "All roles",
      choices: ROLES.map((value) => ({ value, words: inWords(value) })),
    },
  ],
  sorts: PEOPLE_SORTS,
  noun: ["person", "people"],
  caption: "People at schools, with where they are written to",
  empty: "Nobody is known here.",
  columns: [
    { head: "Name", sort: "name", cell: calledOf },
    { head: "School", sort: "school", cell: schoolCell },
    { head: "Role", sort: "role", cell: ({ role }) => inWords(role) },
    { head: "E-mail address", cell: addressCell },
    { head: "Telephone", cell: ({ telephone }) => telephone ?? "–" },
    { head: "Change", cell: changeCell },
  ],
  file: "/contacts/contacts.csv",
};

/** Where else one goes from here: a person by their name is searched for, and the search is sent. */
export const BESIDE_CONTACTS: Html = html`<p class="govuk-body"><a class="govuk-link" href="/search">Search for somebody
  by name</a></p><p class="govuk-body"><a class="govuk-link" href="/signature">How your hub signs its letters</a></p>`;

function schoolCell({ journey, school, urn }: SchoolPersonSeen): Html {
  const called = school === "" ? `School ${urn}` : school;
  return html`<a class="govuk-link" href="/journeys/${journey}/people">${called}</a><span
    class="second-line">${urn}</span>`;
}

function addressCell({ email, lettersComeBack }: SchoolPersonSeen): Html {
  return html`${email}${lettersComeBack ? html` ${tag("Letters come back", "late")}` : null}`;
}

function changeCell(one: SchoolPersonSeen): Html {
  const ways = waysToPutRight(one, "contacts").map(
    ({ words, whose, href }) => html`<a class="govuk-link" href="${href}">${aloud(words, whose)}</a><br>`,
  );
  return html`${ways}`;
}

/** What the list asks of the service. */
export function contactsAsked(asked: ListAsked): {
  which: { q?: string; role?: string };
  order: { sort: PeopleSort; descending: boolean; page: number; size: number };
} {
  const { q, role } = asked.filters;
  return {
    which: { ...(q !== undefined && { q }), ...(role !== undefined && { role }) },
    order: { sort: asked.sort as PeopleSort, descending: asked.descending, page: asked.page, size: sizeOf(asked) },
  };
}
