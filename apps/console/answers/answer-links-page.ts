// The links in a school's letters: who could answer what without a sign-in, and a way to end those of one person.

import type { AnswerLinkSeen } from "../../../libs/service/answers/answer-links.ts";
import { hidden } from "../form-page.ts";
import type { Html } from "../html.ts";
import { day, low } from "../words.ts";

/** `names`: of people by their ids; `done`: some have just been revoked. */
export interface AnswerLinksLook {
  journey: string;
  school: string;
  names: ReadonlyMap<string, string>;
  token: string;
  key: string;
  done: boolean;
}

/** The links of one person; `stand`: some still let them answer. */
interface LinksOf {
  person: string;
  name: string;
  links: readonly { what: string; madeOn: string; good: string }[];
  stand: boolean;
}

/** What template answer-links.njk is filled with. */
export interface AnswerLinksView {
  done: boolean;
  people: readonly LinksOf[];
  action: string;
  hidden: Html;
  journey: string;
  school: string;
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

/** The view model: a part for each person, the links of each with when they were made. */
export function answerLinksView(
  links: readonly AnswerLinkSeen[],
  { journey, school, names, token, key, done }: AnswerLinksLook,
): AnswerLinksView {
  const people = [...new Set(links.map(({ person }) => person))];
  return {
    done,
    people: people.map((person) => {
      const own = links.filter((one) => one.person === person);
      return {
        person,
        name: names.get(person) ?? "Somebody who is not a contact any more",
        links: own.map(lineOf),
        stand: own.some(({ revokedAt }) => revokedAt === null),
      };
    }),
    action: `/journeys/${journey}/answer-links`,
    hidden: hidden({ token, key }),
    journey: `/journeys/${journey}`,
    school,
  };
}

const lineOf = ({ what, about, madeAt, revokedAt }: AnswerLinkSeen): LinksOf["links"][number] => ({
  what: about === null ? WHAT[what] : `${WHAT[what]}: ${low(about)}`,
  madeOn: day(madeAt),
  good: revokedAt === null ? "Until it is answered, or its day has passed" : `Revoked on ${day(revokedAt)}`,
});
