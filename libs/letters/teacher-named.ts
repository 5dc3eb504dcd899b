// Somebody takes part as a teacher from now on, in a Work Group in which the school has its place already.

import type { Stage } from "../prospectus/prospectus.ts";
import { type Dated, datesOfYear } from "./dates-of-group.ts";
import { type Block, type Envelope, type Letter, letter, notice, schoolName, steps, withProgramme } from "./letter.ts";
import { firstTime } from "./placed.ts";
import { hubName, stageName } from "./words.ts";

/** In which group, and the dates that are still to come. */
export function teacherNamed(
  envelope: Envelope,
  facts: {
    stage: Stage;
    academicYear: string;
    /** The year is under way. */
    begun: boolean;
    dates: readonly Dated[];
    group: readonly Block[];
  },
): Letter {
  const year = `${stageName(facts.stage)} year ${facts.academicYear}`;
  return letter(envelope, withProgramme(envelope, "You take part", year), [
    notice(
      `${schoolName(envelope)} has named you: you take part in the ${year}, in a Work Group of ` +
        `${hubName(envelope.hub)}. Welcome.`,
    ),
    ...facts.group,
    ...firstTime(facts.dates),
    ...datesOfYear(facts.dates, envelope, facts.begun ? "What is still to come this year" : "The dates of the year"),
    ...steps("What happens next", [
      facts.dates.length === 0
        ? "We send you the dates as soon as they are set."
        : "Keep the dates free: five school days before each meeting we write to you again. If a date changes, we " +
          "write at once.",
      "Agree with your headteacher that you are released for them.",
      "If you do not take part, tell us: reply to this e-mail.",
    ]),
  ]);
}
