// How a letter is known outside: by the event that asked for it and a word for its reader, never by a name or an
// address.

import { createHash } from "node:crypto";

/**
 * A letter's own name. `addressee`: a role, or for one of several teachers a hash of their opaque id. `epoch`: the one
 * in which its event was recorded, null in the first: after a restore another event may have the number of one that is
 * gone, and its letters are others.
 */
export interface LetterId {
  journey: string;
  seq: number;
  addressee: string;
  epoch: string | null;
}

const DOMAIN = "school-journeys.invalid";
const ID =
  /^<?(?<journey>\d{6}-(?:primary|secondary))\.(?<seq>[1-9]\d{0,8})\.(?<addressee>[a-z][a-z0-9-]{0,40})(?:\.(?<epoch>[0-9a-f]{8}))?@school-journeys\.invalid>?$/u;

/** The Message-ID of a person's copy: the same for every attempt. */
export function messageIdOf({ journey, seq, addressee, epoch }: LetterId): string {
  return `<${journey}.${seq}.${addressee}${epoch === null ? "" : `.${epoch}`}@${DOMAIN}>`;
}

/** The Message-ID of somebody's letter of a hub's morning, on a day. No receipt of it is taken. */
export function morningMessageId(hub: string, day: string, addressee: string): string {
  return `<morning.${hub}.${day}.${addressee}@${DOMAIN}>`;
}

/** The Message-ID of a letter about a Work Group to somebody who leads it. No receipt of it is taken. */
export function groupNewsMessageId(group: string, letter: string, addressee: string): string {
  return `<group.${group}.${letter}.${addressee}@${DOMAIN}>`;
}

/** What a Message-ID of ours, with or without its brackets, says; null for one that is not ours. */
export function readMessageId(text: string): LetterId | null {
  const { journey, seq, addressee, epoch = null } = ID.exec(text)?.groups ?? {};
  return journey === undefined || seq === undefined || addressee === undefined
    ? null
    : { journey, seq: Number(seq), addressee, epoch };
}

/** What a Message-ID calls one of several people of a role: nothing of their opaque id can be read from it. */
export const addresseeOf = (person: string): string =>
  `p-${createHash("sha256").update(person).digest("hex").slice(0, 10)}`;
