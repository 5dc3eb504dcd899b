// The school has another Maths Hub.

import { type Envelope, type Letter, letter, paragraph, schoolName, steps } from "./letter.ts";
import { hubName } from "./words.ts";

/** The school has come to this hub. `from`: code of the hub that it was at; `takesPart`: its year goes on. */
export function hubChanged(envelope: Envelope, { from, takesPart }: { from: string; takesPart: boolean }): Letter {
  const [hub, was] = [hubName(envelope.hub), hubName(from)];
  return letter(envelope, `Your Maths Hub is now ${hub}`, [
    paragraph(`From today ${schoolName(envelope)} is with ${hub}. Until now it was with ${was}.`),
    ...steps("What this means", [
      takesPart
        ? `What your school has promised for this year stays as it is. Its place in a Work Group of ${was} ends: ` +
          `${hub} tells you in which one it goes on, and when that meets.`
        : `${hub} answers your application, and writes to you from now on.`,
      `What your school wrote to ${was} stays there. A grant that fell due there is still decided there.`,
    ]),
  ]);
}
