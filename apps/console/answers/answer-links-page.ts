// The links in a school's letters: who could answer what without a sign-in, and a way to end those of one person.

import type { AnswerLinkSeen } from "../../../libs/service/answers/answer-links.ts";
import { hidden } from "../form-page.ts";
import { html, type Html } from "../html.ts";
import { day, inWords } from "../words.ts";
import { doneBanner } from "../look/parts.ts";

/** `names`: of people by their ids; `done`: some have just been revoked. */
export interface AnswerLinksLook {
  journey: string;
  school: string;
  names: ReadonlyMap<string, string>;
  token: string;
  key: string;
  done: boolean;
}

const WHAT: Readonly<Record<AnswerLinkSeen["what"], string>> = {
  done: "Say that it is done",
  "another-date": "Ask for another date",
  place: "Accept or decline the place",
  "next-year": "Say that the school goes on",
  "not-next-year": "Say that the school does not go on",
  "no-reminders": "No more reminders this term",
  "not-me": "Not the person to write to",
};

/** A part for each person, the links of each with when they were made. */
export function answerLinksPage(links: readonly AnswerLinkSeen[], look: AnswerLinksLook): Html {
  const people = [...new Set(links.map(({ person }) => person))];
  return html`${look.done ? doneBanner("These links answer nothing any more. The next letter has others.") : null}
<p>Whoever has one of these links can answer without signing in, as the person to whom the letter went, about this one
  thing. Each ends when it is answered or its day has passed. Revoke them where a letter was passed on to somebody who
  should not have it.</p>
${
  people.length === 0
    ? html`<p class="note">No letter of this school has such a link yet.</p>`
    : people.map((person) =>
        ofPerson(
          person,
          links.filter((one) => one.person === person),
          look,
        ),
      )
}<p><a href="/journeys/${look.journey}">Back to ${look.school}</a></p>`;
}

const goodUntil = (revokedAt: string | null): string =>
  revokedAt === null ? "Until it is answered, or its day has passed" : `Revoked on ${day(revokedAt)}`;

function ofPerson(
  person: string,
  links: readonly AnswerLinkSeen[],
  { journey, names, token, key }: AnswerLinksLook,
): Html {
  const name = names.get(person) ?? "Somebody who is not a contact any more";
  const stand = links.some(({ revokedAt }) => revokedAt === null);
  const line = ({ what, about, madeAt, revokedAt }: AnswerLinkSeen): Html =>
    html`<tr><th scope="row">${WHAT[what]}${about === null ? null : `: ${inWords(about).toLowerCase()}`}</th><td>${day(
      madeAt,
    )}</td><td>${goodUntil(revokedAt)}</td></tr>`;
  const revoke = html`<form method="post" action="/journeys/${journey}/answer-links">${hidden({ token, key })}<input
  type="hidden" name="person" value="${person}"><button>Revoke all of these<span class="only-read"> of
  ${name}</span></button></form>`;
  return html`<section><h2>${name}</h2><div class="wide"><table><thead><tr><th scope="col">For</th><th scope="col">In a
  letter of</th><th scope="col">Good</th></tr></thead><tbody>${links.map(line)}</tbody></table></div>${
    stand ? revoke : null
  }</section>`;
}
