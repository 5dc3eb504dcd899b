// Another programme suits the school better.

import { type Envelope, type Letter, letter, paragraph, programmeOf, schoolName, steps } from "./letter.ts";
import { hubName } from "./words.ts";

/** Another programme suits the school better. `instead`: its title, or null where the hub names none. */
export function redirected(envelope: Envelope, facts: { instead: string | null }): Letter {
  const other = facts.instead ?? "another programme";
  return letter(envelope, "Another programme may suit your school better", [
    paragraph(
      `Thank you for the application of ${schoolName(envelope)} for ${programmeOf(envelope)}. ` +
        `${hubName(envelope.hub)} thinks that ${other} would suit your school better.`,
    ),
    ...steps("What to do", [
      `If you want to go on with ${other}, apply for it. This application is closed.`,
      "If you would like to talk about it first, reply to this e-mail.",
    ]),
  ]);
}
