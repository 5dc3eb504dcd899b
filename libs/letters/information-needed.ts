// The hub asks for more before it decides.

import { type Envelope, heading, type Letter, letter, paragraph, schoolName, steps, withProgramme } from "./letter.ts";
import { hubName } from "./words.ts";

/** The hub needs more before it can decide. `question`: the hub's own words, or null where it wrote none. */
export function informationNeeded(envelope: Envelope, facts: { question: string | null }): Letter {
  const asked = facts.question
    ? [heading("What we need to know"), { kind: "quote" as const, text: facts.question }]
    : [paragraph("Someone from the hub will tell you what is needed.")];
  return letter(envelope, withProgramme(envelope, "Please send us more information"), [
    paragraph(
      `${hubName(envelope.hub)} has read the application of ${schoolName(envelope)} and needs to know more ` +
        `before it can decide.`,
    ),
    ...asked,
    ...steps("What to do", ["Reply to this e-mail with the answer. Your application waits until we have it."]),
  ]);
}
