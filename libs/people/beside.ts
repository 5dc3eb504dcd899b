// What a letter needs to know beside its journey, read before it is written: by whoever sends it, and by whoever shows
// what will be sent.

import type { DataSource } from "typeorm";
import { addresseeOf } from "../contract/message-id.ts";
import { groupName } from "../contract/work-group.ts";
import { nameOf } from "../journey/contact.ts";
import type { EventOf, JourneyEvent, Recorded } from "../journey/events.ts";
import type { Rules } from "../journey/rules.ts";
import { currentYear, type Begun } from "../journey/state.ts";
import { firstAsked } from "../letters/notice.ts";
import type { Beside, Told } from "../letters/told.ts";
import { loadTold, type Told as ToldEvent } from "../store/events/told.ts";
import { recordedOfGroup } from "../store/events/known-events.ts";
import { findHubLetter } from "../store/hubs/letters.ts";
import { namesOf } from "../store/schools/schools.ts";
import { fold } from "../work-group/evolve.ts";
import type { Formed } from "../work-group/state.ts";
import { getPeople, getTexts } from "./people.ts";

/**
 * `rules`: the service's own; `catalogueOf`: the programmes as a hub has them; `journeyOf`: the journey of a school and
 * phase. `known`: Work Groups that were read before, for who writes several letters.
 */
export interface BesideDeps {
  dataSource: DataSource;
  rules: Rules;
  catalogueOf: (hub: string) => Rules["catalogue"];
  journeyOf: (urn: string, phase: string) => Promise<string>;
  known?: Map<string, Formed | null>;
}

/** What the letters of an event need. Rejects with StoreError, SealError. Throws NothingToTell as `noticesAsked`. */
export async function besideOf(deps: BesideDeps, journey: string, told: Told): Promise<Beside> {
  const { dataSource, rules, catalogueOf, known = new Map<string, Formed | null>() } = deps;
  const { events, state } = told;
  const event = firstAsked(told.event, events);
  const about = event.type === "LettersDue" ? toldIn(event, events) : [event];
  const groups = await readGroups(dataSource, known, [
    currentYear(state)?.workGroup ?? null,
    ("next" in state ? state.next?.workGroup : null) ?? null,
    state.invitation?.workGroup ?? null,
    ...about.map((one) => ("workGroup" in one ? (one.workGroup ?? null) : null)),
  ]);
  const group = (id: string): Formed | null => groups.get(id) ?? null;
  const year = currentYear(state);
  const held = [...groups.values()].flatMap(({ sessions }) => sessions);
  const ours = [...(year?.extras ?? []), ...(year?.commitments ?? []).map(({ arranged = {} }) => arranged)];
  const texts = await getTexts(dataSource, [...about, ...held, ...ours].flatMap(textsIn));
  const leads = await getPeople(dataSource, [
    ...[...groups.values()].map(({ lead }) => lead),
    ...about.flatMap(leadIn),
    ...[state.support ?? []].flat(),
  ]);
  const names = new Map(leads.map((person) => [person.id, nameOf(person)]));
  return {
    // What is said of a programme is what the school's hub has of it: its figures, and no page that is another hub's.
    rules: { ...rules, catalogue: catalogueOf(state.hub) },
    text: (id) => texts.get(id) ?? null,
    group,
    together: await placedTogether(deps, { event, events, state }, group),
    nameOf: (person) => names.get(person) || null,
    keyOf: addresseeOf,
    also: await alsoFor(dataSource, journey, event),
  };
}

const leadIn = (event: JourneyEvent): string[] =>
  event.type === "LeadChanged" && event.lead !== null ? [event.lead] : [];

/** What people wrote that a letter may quote: a question, a place, a link. */
const textsIn = (one: object): string[] =>
  Object.entries(one).flatMap(([key, value]) => (QUOTED.has(key) && typeof value === "string" ? [value] : []));
const QUOTED: ReadonlySet<string> = new Set(["reasonId", "placeId", "linkId", "subjectId", "textId"]);

/** Of a letter to many: for which other schools of theirs somebody of this one has it. Rejects with StoreError. */
async function alsoFor(
  dataSource: DataSource,
  journey: string,
  event: JourneyEvent,
): Promise<NonNullable<Beside["also"]>> {
  const letter = event.type === "LetterWritten" ? await findHubLetter(dataSource, event.letter) : null;
  const mine = letter?.schools.find((school) => school.journey === journey)?.addressees ?? [];
  const urns = mine.flatMap(({ also }) => also);
  const names = urns.length === 0 ? new Map<string, string>() : await namesOf(dataSource, urns);
  return (key) =>
    (mine.find((one) => one.key === key)?.also ?? []).map((urn) => ({ urn, name: names.get(urn) ?? null }));
}

function toldIn({ letters }: EventOf<"LettersDue">, events: readonly Recorded[]): Recorded[] {
  const seqs = new Set(letters.flatMap(({ tells }) => tells));
  return events.filter(({ seq }) => seqs.has(seq));
}

/**
 * Work Groups as they stand; without those that nobody has formed. `known`: those that were read before; the others are
 * read in one statement. Rejects with StoreError.
 */
export async function readGroups(
  dataSource: DataSource,
  known: Map<string, Formed | null>,
  ids: readonly (string | null)[],
): Promise<Map<string, Formed>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const unread = wanted.filter((id) => !known.has(id));
  const streams =
    unread.length === 0 ? new Map<string, ToldEvent[]>() : await loadTold(dataSource, unread.map(groupName));
  for (const id of unread) {
    const group = fold(recordedOfGroup(streams.get(groupName(id)) ?? []));
    known.set(id, group.status === "none" ? null : group);
  }
  return new Map(
    wanted.flatMap((id) => {
      const group = known.get(id);
      return group ? [[id, group] as const] : [];
    }),
  );
}

/**
 * Whether the schools that it named have their places in its group: of more than that it is not told, least of all what
 * another answered. Null where it named none, or nobody formed a group.
 */
async function placedTogether(
  { journeyOf }: BesideDeps,
  { event, events, state }: { event: Recorded; events: readonly Recorded[]; state: Begun },
  groupOf: Beside["group"],
): Promise<boolean | null> {
  if (event.type !== "SchoolPlaced" || event.workGroup === null) return null;
  const group = groupOf(event.workGroup);
  const named = events.findLast((one) => one.type === "ApplicationSubmitted");
  if (named?.type !== "ApplicationSubmitted" || named.group.length === 0 || group === null) return null;
  const journeys = await Promise.all(named.group.map(({ urn }) => journeyOf(urn, state.school.phase)));
  return journeys.every((journey) => group.taken.some((one) => one.journey === journey));
}
