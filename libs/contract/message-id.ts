// How a letter is known outside: by the event that asked for it and a word for its reader, never by a name or an
// address.

import { createHash } from "node:crypto";

/** A letter's own name. `addressee`: a role, or for one of several teachers a hash of their opaque id. */
export interface LetterId {
  journey: string;
  seq: number;
  addressee: string;
}

const DOMAIN = "school-journeys.invalid";
const ID =
  /^<?(?<journey>\d{6}-(?:primary|secondary))\.(?<seq>[1-9]\d{0,8})\.(?<addressee>[a-z][a-z0-9-]{0,40})@school-journeys\.invalid>?$/u;

/** The Message-ID of a person's copy: the same for every attempt. */
export function messageIdOf({ journey, seq, addressee }: LetterId): string {
  return `<${journey}.${seq}.${addressee}@${DOMAIN}>`;
}

/** What a Message-ID of ours, with or without its brackets, says; null for one that is not ours. */
export function readMessageId(text: string): LetterId | null {
  const { journey, seq, addressee } = ID.exec(text)?.groups ?? {};
  return journey === undefined || seq === undefined || addressee === undefined
    ? null
    : { journey, seq: Number(seq), addressee };
}

/** What a Message-ID calls one of several people of a role: nothing of their opaque id can be read from it. */
export const addresseeOf = (person: string): string =>
  `p-${createHash("sha256").update(person).digest("hex").slice(0, 10)}`;
