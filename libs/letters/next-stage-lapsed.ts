// Nothing is kept for the school in the year to come any more.

import type { WhyLapsed } from "../journey/events/course.ts";
import { type Envelope, type Letter, letter, paragraph, schoolName } from "./letter.ts";
import { hubName } from "./words.ts";

const WHY: Readonly<Record<WhyLapsed, string>> = {
  "not-invited": "It was not settled in time how your school goes on.",
  "not-answered": "We have not heard whether your school goes on.",
  undecided: "It was not confirmed in time that your school is Mastery Ready.",
  "not-ready": "Your school was not confirmed as Mastery Ready.",
  "not-completed": "Your school did not complete its last year, which the next stage builds on.",
  "let-go": "Your hub has settled that your school does not go on this year.",
  away: "Your school was to return by 31 October.",
};

/** `away`: the school pauses still. */
export function nextStageLapsed(envelope: Envelope, facts: { into: string; why: WhyLapsed; away: boolean }): Letter {
  return letter(envelope, `Your school does not take part in ${facts.into}`, [
    paragraph(
      `${WHY[facts.why]} So ${hubName(envelope.hub)} no longer keeps a place for ${schoolName(envelope)} in ` +
        `${facts.into}.`,
    ),
    paragraph(
      facts.away
        ? "Tell us when your school is back: it then enters the next year that begins."
        : "Your school may come back: reply to this e-mail, or apply for a year to come.",
    ),
  ]);
}
