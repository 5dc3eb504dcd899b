// What has changed in a Work Group, for who leads it: what is news to them, told as it stands after all of it. What
// they did themselves they know; what was changed and changed back is no news.

import type { EventOf, EventType, Recorded } from "../journey/events.ts";
import { fold as foldJourney } from "../journey/evolve.ts";
import { currentYear } from "../journey/state.ts";
import type {
  EventOf as GroupEventOf,
  EventType as GroupEventType,
  Recorded as GroupRecorded,
} from "../work-group/events.ts";
import { fold } from "../work-group/evolve.ts";
import type { Formed, Session, WorkGroup } from "../work-group/state.ts";
import { newDay, type NewDay } from "./new-day.ts";

/** What changes within so many seconds is told as one letter, counted from the first of it. */
export const LEADS_TOLD_AFTER_SECONDS = 600;

/** Of which events of a group its leads may hear. */
export const NEWS_OF_GROUP: readonly GroupEventType[] = [
  "WorkGroupFormed",
  "LeadChanged",
  "SessionScheduled",
  "SessionMoved",
  "SessionCancelled",
  "DeliveryAdapted",
  "PlaceTaken",
  "PlaceFreed",
];
/** Of which events of a school in it; its place is in the group's own book. */
export const NEWS_OF_SCHOOL: readonly EventType[] = [
  "JourneyPaused",
  "SchoolReturned",
  "SupportVisitBooked",
  "CommitmentRescheduled",
];

/** An event, and by whom (an opaque id). `news`: it is one of those that are told now. */
export interface Fact<E> {
  event: E;
  by: string;
  news: boolean;
}

/** A group with all that happened to it, and to each school of which something is told. */
export interface GroupNews {
  group: string;
  facts: readonly Fact<GroupRecorded>[];
  schools: ReadonlyMap<string, readonly Fact<Recorded>[]>;
}

/** What became of a school in the group. */
export type Became =
  | "placed"
  | "from-another-group"
  | "withdrawn"
  | "to-another-group"
  | "to-another-hub"
  | "taken-back"
  | "not-going-on"
  | "paused"
  | "returned";

/** `was`: as the reader knows it, null where they know of none. */
export type LeadThing =
  | { kind: "leads"; group: Formed }
  | { kind: "led-before"; lead: string }
  | { kind: "session"; was: Session | null; now: Session }
  | { kind: "delivery"; event: GroupEventOf<"DeliveryAdapted"> }
  | { kind: "school"; journey: string; became: Became }
  | { kind: "visit"; journey: string; event: EventOf<"SupportVisitBooked">; was: string | null; support: boolean }
  | NewDay;

/** What is told to one reader, by their opaque id. `group`: as it stands after all that is told. */
export interface LeadNews {
  reader: string;
  group: Formed;
  things: readonly LeadThing[];
}

/**
 * Who hears of what, one letter each: who leads the group, and who led it until now. Whoever has come and gone
 * meanwhile hears nothing, nor does who has left the group since. Nobody, where there is nothing that they do not
 * know.
 */
export function leadNews(known: GroupNews): LeadNews[] {
  const told = known.facts.filter(({ news }) => news);
  const [first, last] = [told[0]?.event.seq ?? Infinity, told.at(-1)?.event.seq ?? Infinity];
  const before = standing(known, first - 1);
  const after = standing(known, last);
  const now = standing(known, Infinity);
  if (after.status === "none" || now.status !== "formed") return [];
  const led = before.status === "none" ? null : before.lead;
  const leads = after.lead === now.lead ? after.lead : null;
  const change = led === after.lead ? undefined : told.findLast(({ event }) => isOfLead(event));
  const scene: Scene = { ...known, before, after, upTo: last };
  return [
    ...(leads === null ? [] : [{ reader: leads, group: after, things: toLead(scene, leads, change) }]),
    ...(led === null || led === after.lead || led === now.lead || change?.by === led
      ? []
      : [{ reader: led, group: after, things: [{ kind: "led-before" as const, lead: after.lead }] }]),
  ].filter(({ things }) => things.length > 0);
}

interface Scene extends GroupNews {
  before: WorkGroup;
  after: Formed;
  /** The number of the group's last event that is told. */
  upTo: number;
}

const isOfLead = ({ type }: GroupRecorded): boolean => type === "LeadChanged" || type === "WorkGroupFormed";

const standing = ({ facts }: GroupNews, upTo: number): WorkGroup =>
  fold(facts.flatMap(({ event }) => (event.seq <= upTo ? [event] : [])));

/** Who has come to lead it is told how it stands; who took it over themselves, what others changed after that. */
function toLead(scene: Scene, reader: string, change: Fact<GroupRecorded> | undefined): LeadThing[] {
  if (change !== undefined && change.by !== reader) return [{ kind: "leads", group: scene.after }];
  const from = change?.event.seq ?? 0;
  const told = scene.facts.filter(({ event, news }) => news && event.seq > from);
  return [
    ...deliveryOf(scene, reader, told),
    ...sessionsOf(scene, reader, told),
    ...visitsOf(scene, reader),
    ...aloneOf(scene, reader),
    ...schoolsOf(scene, reader, told),
  ];
}

function deliveryOf({ before }: Scene, reader: string, told: readonly Fact<GroupRecorded>[]): LeadThing[] {
  const last = told.findLast(({ event }) => event.type === "DeliveryAdapted");
  if (last?.event.type !== "DeliveryAdapted" || last.by === reader) return [];
  const { event } = last;
  const was = before.status === "none" ? null : before.delivery;
  const nothingNew = event.delivery === was && event.delivery !== "extended" && event.until === undefined;
  return nothingNew ? [] : [{ kind: "delivery", event }];
}

type OfSession = GroupEventOf<"SessionScheduled"> | GroupEventOf<"SessionMoved"> | GroupEventOf<"SessionCancelled">;

/** Each session once, against what the reader knows of it: how they last left it, else how it was before. */
function sessionsOf(scene: Scene, reader: string, told: readonly Fact<GroupRecorded>[]): LeadThing[] {
  const about = told.filter(({ event }) => isOfSession(event)) as Fact<GroupRecorded & OfSession>[];
  return [...byKey(about, ({ event }) => event.session)].flatMap(([code, all]): LeadThing[] => {
    if (all.at(-1)?.by === reader) return [];
    const own = all.findLast(({ by }) => by === reader);
    const knows = own === undefined ? scene.before : standing(scene, own.event.seq);
    const was = sessionIn(knows, code);
    const now = sessionIn(scene.after, code);
    const isOff = now?.status === "cancelled" && (was === null || was.status === "cancelled");
    if (now === null || now.status === "held" || isOff || (was !== null && isSame(was, now))) return [];
    return [{ kind: "session", was, now }];
  });
}

const isOfSession = ({ type }: GroupRecorded): boolean =>
  type === "SessionScheduled" || type === "SessionMoved" || type === "SessionCancelled";

const sessionIn = (group: WorkGroup, code: string): Session | null =>
  (group.status === "none" ? undefined : group.sessions.find((one) => one.code === code)) ?? null;

const isSame = (one: Session, other: Session): boolean =>
  (["status", "on", "length", "where", "startsAt", "endsAt", "placeId", "linkId"] as const).every(
    (key) => one[key] === other[key],
  );

/** A school comes or goes, or pauses and is back: what it comes to. */
function schoolsOf(scene: Scene, reader: string, told: readonly Fact<GroupRecorded>[]): LeadThing[] {
  const about = told.filter(({ event }) => event.type === "PlaceTaken" || event.type === "PlaceFreed");
  const moved = [...byKey(about as Fact<OfPlace>[], ({ event }) => event.journey)].flatMap(([journey, all]) => {
    // A place that is free already may be freed once more: the first says why.
    const last = all.find((_, index) => all.slice(index).every(({ event }) => event.type === all.at(-1)?.event.type));
    if (last === undefined || last.by === reader || isIn(scene.before, journey) === isIn(scene.after, journey))
      return [];
    return [{ kind: "school" as const, journey, became: cameTo(scene, journey, last.event) }];
  });
  const away = [...scene.schools].flatMap(([journey, facts]): LeadThing[] => {
    const became = isIn(scene.after, journey) ? awayOrBack(facts, reader) : null;
    return became === null ? [] : [{ kind: "school", journey, became }];
  });
  return [...moved, ...away];
}

type OfPlace = GroupRecorded & (GroupEventOf<"PlaceTaken"> | GroupEventOf<"PlaceFreed">);

const isIn = (group: WorkGroup, journey: string): boolean =>
  group.status !== "none" && group.taken.some((one) => one.journey === journey && one.status === "taken");

function cameTo({ group, schools }: Scene, journey: string, event: OfPlace): Became {
  if (event.type === "PlaceTaken") {
    const came = schools
      .get(journey)
      ?.some(
        (one) => one.event.type === "SchoolChangedGroup" && one.event.workGroup === group && one.event.at === event.at,
      );
    return came === true ? "from-another-group" : "placed";
  }
  switch (event.why) {
    case "withdrawn":
      return "withdrawn";
    case "placed-elsewhere":
      return "to-another-group";
    case "moved":
      return "to-another-hub";
    case "taken-back":
      return "taken-back";
    default:
      return "not-going-on";
  }
}

/** A pause that ended before anybody was told is none; one that only waits for programmes of its hub never was. */
function awayOrBack(facts: readonly Fact<Recorded>[], reader: string): Became | null {
  const pauses = facts.filter(({ event }) => event.type === "JourneyPaused" || event.type === "SchoolReturned");
  const told = pauses.filter(
    ({ event, news }, index) => news && !isSilent(event) && !isSilent(pauses[index - 1]?.event),
  );
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined || last.by === reader) return null;
  if (first.event.type !== last.event.type) return null;
  return last.event.type === "JourneyPaused" ? "paused" : "returned";
}

/** Nobody has paused it: the service waits for the programmes of its hub. */
const isSilent = (event: Recorded | undefined): boolean =>
  event?.type === "JourneyPaused" && event.reasonCode === "no-prospectus";

/** Visits that the reader makes: support is somebody else's where the hub has named them. */
function visitsOf(scene: Scene, reader: string): LeadThing[] {
  return [...scene.schools].flatMap(([journey, facts]) => {
    if (!isIn(scene.after, journey)) return [];
    const booked = facts.filter(({ event }) => event.type === "SupportVisitBooked") as Fact<OfVisit>[];
    return [...byKey(booked, ({ event }) => event.commitment)].flatMap(([commitment, all]) =>
      visitOf({ journey, commitment, facts }, all, reader),
    );
  });
}

type OfVisit = Recorded<EventOf<"SupportVisitBooked">>;

function visitOf(
  { journey, commitment, facts }: { journey: string; commitment: string; facts: readonly Fact<Recorded>[] },
  booked: readonly Fact<OfVisit>[],
  reader: string,
): LeadThing[] {
  const told = booked.filter(({ news }) => news);
  const last = told.at(-1);
  if (last === undefined || last.by === reader) return [];
  const state = foldJourney(facts.flatMap(({ event }) => (event.seq <= last.event.seq ? [event] : [])));
  const year = state.status === "none" ? null : currentYear(state);
  const visit = year?.commitments.find(({ code }) => code === commitment);
  if (state.status === "none" || year === null || visit === undefined) return [];
  const support = visit.kind !== "visit";
  if (support && state.support !== null && state.support !== reader) return [];
  // Support takes several visits under one name: each is its own.
  const { event } = last;
  const knows = booked.findLast((one) => one.event.seq < event.seq && (one.by === reader || !one.news));
  const began = facts.findLast((one) => one.event.type === "StageStarted" && one.event.seq < event.seq);
  const was = support || knows === undefined || knows.event.seq < (began?.event.seq ?? 0) ? null : knows.event;
  const same = was?.on === event.on && was.startsAt === event.startsAt && was.endsAt === event.endsAt;
  return same ? [] : [{ kind: "visit", journey, event, was: was?.on ?? null, support }];
}

/** What has another day for one school alone, because somebody said so: what a rule moves is told with its cause. */
function aloneOf({ after, schools }: Scene, reader: string): LeadThing[] {
  return [...schools].flatMap(([journey, facts]) => {
    if (!isIn(after, journey)) return [];
    const moved = facts.filter(({ event, news }) => news && isNewDay(event)) as Fact<Rescheduled>[];
    return [...byKey(moved, ({ event }) => event.commitment).values()].flatMap((all) =>
      aloneIn({ journey, facts }, all, reader),
    );
  });
}

type Rescheduled = Recorded<EventOf<"CommitmentRescheduled">>;

const isNewDay = (event: Recorded): boolean => event.type === "CommitmentRescheduled" && event.reasonId !== undefined;

function aloneIn(
  { journey, facts }: { journey: string; facts: readonly Fact<Recorded>[] },
  moved: readonly Fact<Rescheduled>[],
  reader: string,
): LeadThing[] {
  const [first, last] = [moved[0], moved.at(-1)];
  if (first === undefined || last === undefined || last.by === reader) return [];
  const before = foldJourney(facts.flatMap(({ event }) => (event.seq < first.event.seq ? [event] : [])));
  return newDay(journey, before, last.event);
}

function byKey<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return found;
}
