// The hub has decided on help with textbooks.

import { type Envelope, type Letter, letter, notice, paragraph, schoolName } from "./letter.ts";
import { hubName } from "./words.ts";

/** `helps`: there is money for them. */
export function textbooksDecided(envelope: Envelope, { helps }: { helps: boolean }): Letter {
  const hub = hubName(envelope.hub);
  return letter(envelope, helps ? "Help with textbooks: yes" : "Help with textbooks: no", [
    notice(
      helps
        ? `${hub} helps ${schoolName(envelope)} to buy textbooks.`
        : `${hub} cannot help ${schoolName(envelope)} to buy textbooks.`,
    ),
    paragraph(
      helps
        ? "Your hub writes to you about which books, and how the help is paid. Please wait for that before you buy any."
        : "If you would like to know why, reply to this e-mail.",
    ),
  ]);
}
