// What lies ahead, for a school, a Work Group or a hub: the forward calendars of its journeys in one. PostgreSQL alone
// is asked.

import { setImmediate as othersTurn } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { endOfDay, localDate, type Instant, type LocalTime } from "../../calendar/instants.ts";
import { dayAndTimes } from "../../calendar/long-dates.ts";
import type { Arranged } from "../../journey/arranged.ts";
import type { Rules } from "../../journey/rules.ts";
import { capital, type NamingOf } from "../../journey/sentences.ts";
import { forward, type Foreseen } from "../../rehearsal/forward/forward.ts";
import { coded } from "../../store/errors.ts";
import { namesOfGroups } from "../../store/hubs/group-names.ts";
import { namesOf } from "../../store/schools/schools.ts";
import { JourneyRow } from "../../views/journeys/journeys.ts";
import { findWorkGroup } from "../../views/work-groups/read-work-groups.ts";
import type { WorkGroupSessionRow } from "../../views/work-groups/work-group-sessions.ts";
import { keepWithin, type Within } from "../../views/within.ts";
import { calledBy } from "../../words/group-name.ts";
import { journeysAtHand } from "./at-hand.ts";

/** How a meeting is held, in words; null what is not known, is not of it, or is not the reader's. */
export interface Held {
  startsAt: LocalTime | null;
  endsAt: LocalTime | null;
  place: string | null;
  link: string | null;
}

/** In which words places and links are read: those of their texts' ids. */
export type Places = (held: readonly Arranged[]) => Promise<ReadonlyMap<string, string>>;

const WHOLE_DAY: Held = { startsAt: null, endsAt: null, place: null, link: null };

/** How it is held, as `texts` have it: where it is online its link, else its place. */
export function heldIn(arranged: Arranged | undefined, texts: ReadonlyMap<string, string>): Held {
  if (arranged === undefined) return WHOLE_DAY;
  const { startsAt = null, endsAt = null, placeId = "", linkId = "", where } = arranged;
  const online = where === "online";
  return {
    startsAt,
    endsAt,
    place: online ? null : (texts.get(placeId) ?? null),
    link: online ? (texts.get(linkId) ?? null) : null,
  };
}

/**
 * An entry, and whose it is: `journey` null where it is the Work Group's own; `school` null where the register has no
 * name.
 */
export interface Ahead extends Omit<Foreseen, "what" | "thing" | "held">, Held {
  what: Foreseen["what"] | "SessionDue";
  /** The same as long as it is the same thing, wherever it is moved. */
  id: string;
  /** Of the journey, or Work Group, by which it stands so: it only rises. */
  version: number;
  /** It was to be, and was called off: for calendars that have it (no list shows it). */
  cancelled?: true;
  journey: string | null;
  urn: string | null;
  school: string | null;
}

/** From and until when: both instants are part of it. */
export interface Span {
  from: Instant;
  until: Instant;
}

/** For so many journeys time passes in one go. */
const IN_ONE_GO = 4;

/**
 * What lies ahead of these journeys (those that someone may see: `within`; null: all), in order of time. `namingOf`:
 * how whoever reads it calls what has a code. Rejects with StoreError.
 */
export async function journeysAhead(
  dataSource: DataSource,
  asked: { ids?: readonly string[]; within: Within | null; namingOf?: NamingOf | undefined },
  rules: Rules,
  span: Span,
  places: Places,
): Promise<Ahead[]> {
  const query = dataSource
    .getRepository(JourneyRow)
    .createQueryBuilder("journey")
    .where("journey.nextAt is not null")
    .orderBy("journey.id");
  if (asked.ids) query.andWhere("journey.id = any(:ids)", { ids: [...asked.ids] });
  if (asked.within) keepWithin(query, asked.within);
  const rows = await coded(() => query.getMany());
  const schools = await namesOf(
    dataSource,
    rows.map(({ urn }) => urn),
  );
  const journeys = await journeysAtHand(
    dataSource,
    rows.map(({ id }) => id),
  );
  const found: (Omit<Ahead, keyof Held> & { held?: Arranged })[] = [];
  for (const [index, { id, urn }] of rows.entries()) {
    // Each takes some milliseconds the first time: whoever else asks this process is heard between.
    if (index % IN_ONE_GO === 0) await othersTurn();
    const journey = journeys.get(id);
    if (journey === undefined) continue;
    const { state, atHand } = journey;
    found.push(
      ...forward(state, rules, { ...span, atHand }, asked.namingOf).map(({ thing, ...one }) => ({
        ...one,
        id: `${id}/${thing}`,
        version: state.status === "none" ? 0 : state.seq,
        journey: id,
        urn,
        school: schools.get(urn) ?? null,
      })),
    );
  }
  const texts = await places(found.flatMap(({ held }) => held ?? []));
  return inOrder(found.map(({ held, ...one }) => ({ ...one, ...heldIn(held, texts) })));
}

/** Is it a journey that someone may see (`within`; null: any)? Rejects with StoreError. */
export async function isSeen(dataSource: DataSource, id: string, within: Within | null): Promise<boolean> {
  const query = dataSource.getRepository(JourneyRow).createQueryBuilder("journey").where("journey.id = :id", { id });
  if (within) keepWithin(query, within);
  return coded(() => query.getExists());
}

/** The same of a Work Group: its sessions once, and what lies ahead of each school in it. Rejects with StoreError. */
export async function workGroupAhead(
  dataSource: DataSource,
  id: string,
  within: Within | null,
  rules: Rules,
  span: Span,
  places: Places,
  namingOf?: NamingOf,
): Promise<Ahead[]> {
  const group = await findWorkGroup(dataSource, id);
  if (group === null) return [];
  const name = await groupCalled(dataSource, id);
  const members = group.schools.filter(({ position }) => position === null).map(({ journey }) => journey);
  const ofSchools = await journeysAhead(dataSource, { ids: members, within, namingOf }, rules, span, places);
  const held = (one: WorkGroupSessionRow): Arranged => ({
    ...(one.startsAt !== null && { startsAt: one.startsAt }),
    ...(one.endsAt !== null && { endsAt: one.endsAt }),
    ...(one.placeId !== null && { placeId: one.placeId }),
    ...(one.linkId !== null && { linkId: one.linkId }),
    where: one.where === "online" ? "online" : "in-person",
  });
  const texts = await places(group.sessions.map(held));
  const sessions = group.sessions
    .filter(({ status }) => status === "scheduled" || status === "cancelled")
    .map((one) => ({ ...one, ...heldIn(held(one), texts) }))
    .map(({ code, on, where, status, startsAt, endsAt, place, link }): Ahead => ({
      startsAt,
      endsAt,
      place,
      link,
      ...(status === "cancelled" && { cancelled: true }),
      kind: "owed",
      at: endOfDay(on),
      on,
      what: "SessionDue",
      id: `${id}/SessionDue/${code}`,
      version: group.version,
      commitment: code,
      by: "hub",
      journey: null,
      urn: null,
      school: null,
      says: `${inWords(code)} of ${name} is held on ${dayAndTimes(on, { startsAt, endsAt })}, ${
        where === "online" ? "online" : "in person"
      }.`,
      unless: "it is moved or cancelled before",
    }))
    .filter(({ on, at }) => on >= localDate(span.from) && at <= span.until);
  const codes = new Set(group.sessions.map(({ code }) => code));
  return inOrder([
    ...sessions,
    ...ofSchools.filter(({ what, commitment }) => what !== "CommitmentDue" || !codes.has(commitment ?? "")),
  ]);
}

/** What a Work Group is called. Rejects with StoreError. */
export const groupCalled = async (dataSource: DataSource, id: string): Promise<string> =>
  calledBy(await namesOfGroups(dataSource))(id);

/** `session-1` as `Session 1`. */
const inWords = (code: string): string => capital(code.split("-").join(" "));

function inOrder(found: Ahead[]): Ahead[] {
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : (a.journey ?? "") < (b.journey ?? "") ? -1 : 1));
}
