// Invited to the next stage.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import { type Envelope, type Letter, letter, notice, paragraph, schoolName, section } from "./letter.ts";
import { hubName, stageName } from "./words.ts";

/**
 * The next stage is open to the school; it takes part only if it says yes. `keptUntil`: the last day on which a place
 * in a Work Group is kept for it.
 */
export function nextStageInvited(
  envelope: Envelope,
  facts: {
    stage: Stage;
    academicYear: string;
    about: string | null;
    expectations: readonly string[];
    keptUntil?: LocalDate | null;
  },
): Letter {
  const stage = `the ${stageName(facts.stage)} stage in ${facts.academicYear}`;
  return letter(envelope, `Please tell us: will your school go on to ${stage}?`, [
    paragraph(`${hubName(envelope.hub)} invites ${schoolName(envelope)} to go on to ${stage}.`),
    ...(facts.about ? [paragraph(facts.about)] : []),
    notice(
      `Please reply before 1 September ${facts.academicYear.slice(0, 4)} to say whether your school will take part.`,
    ),
    ...(facts.keptUntil
      ? [
          paragraph(
            `A place in a Work Group is kept for your school until the end of ` +
              `${dateWithWeekday(facts.keptUntil)}. After that day it may go to another school.`,
          ),
        ]
      : []),
    ...section("What is expected of your school", facts.expectations),
  ]);
}
