// Somebody does not take part as a teacher any more.

import type { Stage } from "../prospectus/prospectus.ts";
import {
  type Envelope,
  type Letter,
  letter,
  notice,
  paragraph,
  schoolAtStart,
  steps,
  withProgramme,
} from "./letter.ts";
import { stageName } from "./words.ts";

/** `replaced`: another teacher takes over. */
export function teacherLeft(
  envelope: Envelope,
  { stage, academicYear, replaced }: { stage: Stage; academicYear: string; replaced: boolean },
): Letter {
  const year = `${stageName(stage)} year ${academicYear}`;
  // There is nothing left for them to see or to answer.
  return letter({ ...envelope, page: null }, withProgramme(envelope, "You no longer take part", year), [
    notice(
      `${schoolAtStart(envelope)} has told us that you no longer take part in the ${year}.` +
        (replaced ? " Another teacher takes over from you." : ""),
    ),
    paragraph(
      "You do not have to come to its meetings any more, and we send you no more reminders of it. Thank you for the " +
        "work that you have put into it.",
    ),
    ...steps("What to do", ["If this is a mistake, reply to this e-mail as soon as you can: it can be put right."]),
  ]);
}
