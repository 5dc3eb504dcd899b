// What help a school has: who supports it, and help with textbooks.

import { placeOf } from "../journey/describe.ts";
import { hasLeft, isOutdone } from "./holds.ts";
import { supportNamed } from "./support-named.ts";
import { textbooksDecided } from "./textbooks-decided.ts";
import type { TellsOf } from "./told.ts";

/** What they are where the programme’s page does not say. */
const LLME = "local leader of maths education (LLME)";

export const OF_HELP: { [T in "SupportNamed" | "TextbooksDecided"]: TellsOf<T> } = {
  SupportNamed: (told, { rules, nameOf }) => {
    const { event, state } = told;
    if (hasLeft(state) || isOutdone(told)) return null;
    const { prospectus } = placeOf(state);
    const promised = prospectus === null ? null : (rules.catalogue.get(prospectus)?.support ?? null);
    const facts = { name: nameOf(event.contactId), as: promised?.value ?? LLME };
    return { kind: "support-named", about: [], prospectus, write: (envelope) => supportNamed(envelope, facts) };
  },

  TextbooksDecided: ({ event: { helps }, state }) => {
    if (hasLeft(state)) return null;
    const { prospectus } = placeOf(state);
    return {
      kind: "textbooks-decided",
      about: [],
      prospectus,
      write: (envelope) => textbooksDecided(envelope, { helps }),
    };
  },
};
