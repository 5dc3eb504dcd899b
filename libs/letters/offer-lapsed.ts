// An offer has ended without an answer.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import {
  type Envelope,
  type Letter,
  letter,
  paragraph,
  programmeOf,
  schoolName,
  steps,
  withProgramme,
} from "./letter.ts";

/** Nobody answered the offer in time. */
export function offerLapsed(envelope: Envelope, facts: { respondBy: LocalDate }): Letter {
  return letter(envelope, withProgramme(envelope, "The offer of a place has ended"), [
    paragraph(
      `We offered ${schoolName(envelope)} a place in ${programmeOf(envelope)} and asked for a reply by ` +
        `${dateWithWeekday(facts.respondBy)}. We did not receive one, so the offer has ended and the place is free ` +
        `for another school.`,
    ),
    ...steps("What you can do", [
      "If your school still wants to take part, reply as soon as you can. We will tell you whether a place " +
        "is left and how to apply again.",
    ]),
  ]);
}
