// The hub says who of its local leaders supports the school.

import { type Envelope, type Letter, letter, notice, paragraph, schoolName } from "./letter.ts";
import { hubName } from "./words.ts";

/** `name`: null where they are not known by name any more; `as`: what the programme's page calls them. */
export function supportNamed(envelope: Envelope, { name, as }: { name: string | null; as: string }): Letter {
  const who = name === null ? `a ${as}` : `${name}, a ${as}`;
  return letter(envelope, "Who supports your school", [
    notice(`${schoolName(envelope)} is supported by ${who}, of ${hubName(envelope.hub)}.`),
    paragraph("They get in touch with you. You find their e-mail address on your school’s page of School Journeys."),
  ]);
}
