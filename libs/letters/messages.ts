// What is said to whom, person by person: one message an address. Whoever sends letters and whoever shows those that
// will go ask here, so that they are the same.

import type { Begun } from "../journey/state.ts";
import type { Catalogue } from "../prospectus/lookup.ts";
import { asksOf, thingsOf, withAnswers, type Thing } from "./answers.ts";
import { withCalendar } from "./calendar-files.ts";
import { asOne } from "./gathered.ts";
import type { Envelope, Letter, Reader, Signature } from "./letter.ts";
import type { Invited, Invitee, Notice, Told } from "./told.ts";

/**
 * One person to write to. `key` names them in a Message-ID: a role, or for one of several teachers a hash of their
 * opaque id. `person`: their own opaque id, for a teacher; `id`: of everybody who is known, null for an inbox;
 * `ids`: other opaque ids under the same address. `copy`: reads along, and nobody stands in for them.
 */
export interface Addressee {
  key: string;
  person: string | null;
  id: string | null;
  ids?: readonly string[];
  address: string;
  reader: Reader;
  copy?: true;
}

export type Message = Addressee & { notice: Notice };

/** The people for the roles of a letter, as libs/people/address-book.ts has them. */
export interface Book {
  for(letter: Pick<Notice, "to" | "copies" | "left" | "reminds">): Addressee[];
}

/** One message an address: who is meant by several letters of one moment has them in one. */
export function messagesOf(book: Book, notices: readonly Notice[]): Message[] {
  const all = new Map<string, Message>();
  for (const notice of notices) {
    for (const addressee of book.for(notice)) {
      if (addressee.id !== null && notice.not?.includes(addressee.id)) continue;
      if (notice.among !== undefined && !notice.among.includes(addressee.key)) continue;
      const address = addressee.address.toLowerCase();
      const before = all.get(address);
      const same = before && sameReader(before, addressee);
      all.set(address, same ? { ...same, notice: asOne(same.notice, [notice]) } : { ...addressee, notice });
    }
  }
  return [...all.values()];
}

/** The first of two entries of one address, with what else its reader goes by. */
export function sameReader<A extends Addressee>(first: A, other: Addressee): A {
  const ids = [first.ids ?? [], other.id ?? [], other.ids ?? []].flat().filter((id) => id !== first.id);
  return ids.length === 0 ? first : { ...first, ids: [...new Set(ids)] };
}

export type About = Omit<Envelope, "reader" | "programme">;

/**
 * What all messages of an event say of themselves. `name`: the school's, where it is known; `inbox`: where answers go;
 * `publicUrl`: of the service, where it has an address.
 */
export function aboutOf(
  journey: string,
  { event, state }: Pick<Told, "event" | "state">,
  known: { name: string | null; inbox: string; signature: Signature | null; publicUrl: string | undefined },
): About {
  const { name, inbox, signature, publicUrl } = known;
  return {
    school: { urn: state.school.urn, name },
    hub: state.hub,
    reference: `${journey}/${event.seq}`,
    inbox,
    signature,
    page: publicUrl === undefined ? null : `${publicUrl}/journeys/${journey}`,
    ...(event.type === "LetterResent" && { again: "came-back" as const }),
  };
}

/**
 * What its reader can answer from a message without an account. The hub has nothing (it signs in), nor has an inbox, or
 * who takes part no more.
 * What is offered goes by the journey as it stood at its last event; whether it is still open, the page says.
 */
export function answersIn({ id, reader, notice }: Pick<Message, "id" | "reader" | "notice">, state: Begun): Thing[] {
  if (id === null || reader.role === "hub-lead" || notice.left?.includes(id) === true) return [];
  return thingsOf(state, id, asksOf(notice.parts ?? [notice]), state.lastAt);
}

/**
 * The meetings of a message for its reader's calendar; of one that changed twice, as it is now. The hub, where it
 * stands in for somebody, has none: it is who invites.
 */
export function invitesOf({ id, ids = [], reader, notice }: Omit<Message, "key" | "person" | "address">): Invited[] {
  if (reader.role === "hub-lead") return [];
  const isTheirs = ({ who, role, instead }: Invitee): boolean =>
    instead === true ? reader.standsInFor.includes(role) : who === id || ids.includes(who) || who === reader.role;
  const latest = new Map<string, Invited>();
  for (const one of (notice.parts ?? [notice]).flatMap(({ invites = [] }) => invites)) {
    if (one.only !== undefined && !one.only.some(isTheirs)) continue;
    const before = latest.get(one.meeting.code);
    if (before === undefined || one.version >= before.version) latest.set(one.meeting.code, one);
  }
  return [...latest.values()];
}

/** The letter of a message, the same each time. `urls`: of the things that it answers, by their codes. */
export function letterFor(
  message: Message,
  about: About,
  { catalogue, state, urls }: { catalogue: Catalogue; state: Begun; urls: ReadonlyMap<string, string> },
): Letter {
  const { key, reader, notice } = message;
  const prospectus = notice.prospectus === null ? null : catalogue.get(notice.prospectus);
  const programme = prospectus ? `${prospectus.title} ${prospectus.academicYear}` : null;
  const written = notice.write({ ...about, programme, reader }, key);
  const { name, urn } = about.school;
  return withAnswers(
    withCalendar(written, invitesOf(message)),
    state,
    answersIn(message, state),
    urls,
    name ?? `the school with URN ${urn}`,
  );
}
