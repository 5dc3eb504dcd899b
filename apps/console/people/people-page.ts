// The people of schools: who they are, how they are written to, and the way to put it right.

import { nameOf } from "../../../libs/journey/contact.ts";
import type { SchoolPersonSeen } from "../../../libs/service/people/school-people.ts";
import { html, type Html } from "../html.ts";
import { inWords } from "../words.ts";
import { doneBanner } from "../look/parts.ts";

/** The people of one school. `done`: what has just been done. */
export function peoplePage(
  people: readonly SchoolPersonSeen[],
  { journey, school, done }: { journey: string; school: string; done: string | null },
): Html {
  return html`${doneBanner(done)}<p>Letters go to these addresses. What is wrong is put right here, and the next letter
  follows it.</p>
${people.length === 0 ? NOBODY : table(people)}
<p><a href="/journeys/${journey}">Back to ${school}</a></p>`;
}

const NOBODY = html`<p class="note">Nobody is known here.</p>`;

function table(people: readonly SchoolPersonSeen[]): Html {
  const line = (one: SchoolPersonSeen): Html => {
    const { person, journey, role, email, lettersComeBack } = one;
    const name = nameOf(one);
    const back = lettersComeBack ? html` <span class="tag late">Letters come back</span>` : null;
    return html`<tr><th scope="row">${name === "" ? "A shared inbox" : name}</th>
<td>${inWords(role)}</td><td>${email}${back}</td>
<td><a href="/journeys/${journey}/correct-person?person=${person}&amp;then=people">Correct<span
  class="only-read"> name or address of ${name}</span></a></td></tr>`;
  };
  return html`<div class="wide"><table><thead><tr><th scope="col">Name</th><th scope="col">Role</th><th
    scope="col">E-mail address</th><th scope="col">Change</th></tr></thead>
<tbody>${people.map(line)}</tbody></table></div>`;
}
