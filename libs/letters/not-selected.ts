// No place.

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

/** The hub does not offer a place. */
export function notSelected(envelope: Envelope): Letter {
  const hub = hubName(envelope.hub);
  return letter(envelope, withProgramme(envelope, "The answer to your application"), [
    paragraph(
      `Thank you for the application of ${schoolName(envelope)}. We are sorry: ${hub} cannot offer your ` +
        `school a place in ${programmeOf(envelope)}.`,
    ),
    ...steps("What you can do", [
      `Reply to ask ${hub} why, and what else it can offer your school.`,
      "You are welcome to apply again, for another programme or another year.",
    ]),
  ]);
}
