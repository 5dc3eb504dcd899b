// An application has come in.

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
import { hubName } from "./words.ts";

/** The application has come in. `receivedOn`: the day it came. */
export function applicationReceived(envelope: Envelope, facts: { receivedOn: LocalDate }): Letter {
  const hub = hubName(envelope.hub);
  return letter(envelope, withProgramme(envelope, "We have your application"), [
    paragraph(
      `Thank you. ${hub} received the application of ${schoolName(envelope)} for ${programmeOf(envelope)} ` +
        `on ${dateWithWeekday(facts.receivedOn)}.`,
    ),
    ...steps("What happens next", [
      `${hub} reads your application. You do not need to do anything now.`,
      "We may write to ask for more information.",
      "We will write again to offer a place, to put your school on the waiting list, or to say that we " +
        "cannot offer a place.",
    ]),
    paragraph("If you did not make this application, reply and tell us."),
  ]);
}
