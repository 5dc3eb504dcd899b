// An offer ends soon.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { type Envelope, type Letter, letter, notice, paragraph, programmeOf, schoolName, steps } from "./letter.ts";
import { hubName } from "./words.ts";

/** The offer ends soon and nobody has answered. */
export function offerReminder(envelope: Envelope, facts: { respondBy: LocalDate }): Letter {
  const by = dateWithWeekday(facts.respondBy);
  return letter(envelope, `Please reply by ${by}: a place for your school`, [
    notice(`Please reply by the end of ${by}. After that day the offer ends, and another school may have the place.`),
    paragraph(
      `${hubName(envelope.hub)} has offered ${schoolName(envelope)} a place in ${programmeOf(envelope)}. ` +
        `We have not had your answer.`,
    ),
    ...steps("What to do", [
      "Reply to this e-mail: say that your school accepts the place, or that it does not.",
      "If you need more time, tell us before that day.",
    ]),
  ]);
}
