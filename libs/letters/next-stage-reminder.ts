// The invitation to the next stage has not been answered.

import type { LocalDate } from "../calendar/instants.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { type Envelope, type Letter, letter, notice, paragraph, schoolName, section, steps } from "./letter.ts";
import { longDate } from "../calendar/long-dates.ts";
import { hubName, stageName } from "./words.ts";

/** `until`: so long a yes is taken; `sessions`: when its Work Group will meet, where that is known. */
export function nextStageReminder(
  envelope: Envelope,
  facts: { stage: Stage; academicYear: string; until: LocalDate; sessions: readonly LocalDate[] },
): Letter {
  const stage = `the ${stageName(facts.stage)} stage in ${facts.academicYear}`;
  return letter(envelope, `We have not heard from you: will your school go on to ${stage}?`, [
    paragraph(`${hubName(envelope.hub)} has invited ${schoolName(envelope)} to ${stage}, and has had no answer yet.`),
    notice(`Please reply by ${longDate(facts.until)}. If you say yes after 1 September, your school begins that day.`),
    ...section("When the Work Group meets", facts.sessions.map(longDate)),
    ...steps("What to do", ["Reply to this e-mail: say that your school goes on, or that it does not."]),
  ]);
}
