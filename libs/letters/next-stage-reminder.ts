// The invitation to the next stage has not been answered.

import type { LocalDate } from "../calendar/instants.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { type Envelope, type Letter, letter, paragraph, schoolName, section, steps } from "./letter.ts";
import { answerBy, goesOn } from "./next-stage-invited.ts";
import { dateWithWeekday } from "../calendar/long-dates.ts";
import { hubName, stageName } from "./words.ts";

/** `on`: the day of the letter; `sessions`: when its Work Group will meet, where that is known. */
export function nextStageReminder(
  envelope: Envelope,
  facts: Parameters<typeof answerBy>[0] & { stage: Stage; same: boolean; sessions: readonly LocalDate[] },
): Letter {
  const stage = `the ${stageName(facts.stage)} stage in ${facts.academicYear}`;
  return letter(
    envelope,
    `No answer yet: does your school ${goesOn(facts)} ${stageName(facts.stage)} in ${facts.academicYear}?`,
    [
      ...answerBy(facts),
      paragraph(`${hubName(envelope.hub)} has invited ${schoolName(envelope)} to ${stage}, and has had no answer yet.`),
      ...section("When the Work Group meets", facts.sessions.map(dateWithWeekday)),
      ...steps("What to do", ["Reply to this e-mail: say that your school goes on, or that it does not."]),
    ],
  );
}
