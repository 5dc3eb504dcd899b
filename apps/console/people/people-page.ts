// The people of schools: who they are, how they are written to, and the way to put it right.

import { nameOf } from "../../../libs/journey/contact.ts";
import type { SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import { html, type Html } from "../html.ts";
import { inWords } from "../words.ts";
import { choose, doneBanner, filterForm, input } from "../look/parts.ts";

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

/** The people of one school. `done`: what has just been done. */
export function peoplePage(
  people: readonly SchoolPersonSeen[],
  { journey, school, done }: { journey: string; school: string; done: string | null },
): Html {
  return html`${doneBanner(done)}<p>Letters go to these addresses. What is wrong is put right here, and the next letter
  follows it.</p>
${people.length === 0 ? NOBODY : table(people, { way: "people", withSchool: false })}
<p><a href="/journeys/${journey}">Back to ${school}</a></p>`;
}

/** What is shown of the hub's list. */
export interface ContactsShow {
  q: string;
  role: string;
}

/** The people of all schools of the hub. */
export function contactsPage(
  people: readonly SchoolPersonSeen[],
  { show, next, done }: { show: ContactsShow; next: string | null; done: string | null },
): Html {
  const which = new URLSearchParams({ ...show }).toString();
  const roles = PEOPLE_ROLES.map((role) => [role, inWords(role)] as const);
  const filter = filterForm("/contacts", [
    input({ id: "f-q", name: "q", label: { text: "School, URN or postcode" }, type: "search", value: show.q }),
    choose({ id: "f-role", name: "role", label: "Role" }, [["", "All roles"], ...roles], show.role),
  ]);
  const more = html`<p><a class="button" href="/contacts?${which}&amp;after=${next ?? ""}">More people</a></p>`;
  return html`${doneBanner(done)}${filter}
${people.length === 0 ? NOBODY : table(people, { way: "contacts", withSchool: true })}
${next === null ? null : more}<p><a href="/contacts/contacts.csv?${which}">The whole list for a spreadsheet</a>: that
  you took it is on record.</p><p><a href="/signature">How your hub signs its letters</a></p>`;
}

const NOBODY = html`<p class="note">Nobody is known here.</p>`;

function table(
  people: readonly SchoolPersonSeen[],
  { way, withSchool }: { way: "people" | "contacts"; withSchool: boolean },
): Html {
  const line = (one: SchoolPersonSeen): Html => {
    const { person, journey, school, urn, role, email, lettersComeBack } = one;
    const name = nameOf(one);
    const called = school === "" ? `School ${urn}` : school;
    const atSchool = html`<td><a href="/journeys/${journey}/people">${called}</a><small>${urn}</small></td>`;
    const back = lettersComeBack ? html` <span class="tag late">Letters come back</span>` : null;
    return html`<tr>${withSchool ? atSchool : null}<th scope="row">${name === "" ? "A shared inbox" : name}</th>
<td>${inWords(role)}</td><td>${email}${back}</td>
<td><a href="/journeys/${journey}/correct-person?person=${person}&amp;then=${way}">Correct<span
  class="only-read"> name or address of ${name}</span></a></td></tr>`;
  };
  return html`<div class="wide"><table><thead><tr>${withSchool ? html`<th scope="col">School</th>` : null}<th
    scope="col">Name</th><th scope="col">Role</th><th scope="col">E-mail address</th><th
  scope="col">Change</th></tr></thead>
<tbody>${people.map(line)}</tbody></table></div>`;
}
