// Where a Work Group stands, folded from its events.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Arranged, Where } from "../journey/arranged.ts";
import type { Delivery, SessionLength } from "./events.ts";

/**
 * A place: reserved by an offer, then taken by a school that was placed. `turn`: what it had on the waitlist, until its
 * offer has been made.
 */
export interface Place {
  journey: string;
  status: "reserved" | "taken";
  since: Instant;
  turn?: Waiting;
}
/** A turn on the waitlist. `held`: passed over until the school has answered what the hub asked. */
export interface Waiting {
  journey: string;
  since: Instant;
  held: boolean;
  /** The event that put it there: by it the list is in order. */
  no: number;
  /** Those with the same number wait as one; null for a school by itself. */
  together: number | null;
}
/** Where it is online the link counts, else the place. */
export interface Session extends Arranged {
  code: string;
  on: LocalDate;
  length: SessionLength;
  where: Where;
  status: "scheduled" | "held" | "cancelled";
  /** To whom the task of taking its register was given; absent where it is whoever's it is anyway. */
  given?: Given | undefined;
}
/** A task is somebody's: an opaque id, since when, and by when it is to be settled where that was said anew. */
export interface Given {
  assignee: string;
  at: Instant;
  dueOn: LocalDate | null;
}
/** A place that fell free is reserved for `journey`; it is still to be offered it. */
export interface OpenEffect {
  seq: number;
  kind: "offer-place";
  journey: string;
  stalled: boolean;
}

export interface Formed {
  status: "formed" | "ended";
  seq: number;
  lastAt: Instant;
  hub: string;
  prospectus: string;
  /** The other programmes of its year that it holds. */
  also: readonly string[];
  /** It is for special schools alone. */
  special: boolean;
  academicYear: string;
  lead: string;
  leadRole: string;
  places: { least: number; most: number } | null;
  taken: readonly Place[];
  /** In the order in which they came: first come, first served. */
  waitlist: readonly Waiting[];
  /** When the places that fell free are offered to who waits; null where nothing holds them back. */
  offersFrom: Instant | null;
  /** In the order of their codes. */
  sessions: readonly Session[];
  delivery: Delivery;
  /** What somebody has to decide: it has too few schools. */
  task: { openedAt: Instant; dueOn: LocalDate; given?: Given } | null;
  effects: readonly OpenEffect[];
}

export type WorkGroup = { status: "none" } | Formed;

/** How many places are still to be offered; without end where no number is set. */
export function freePlaces({ places, taken }: Formed): number {
  return places === null ? Number.POSITIVE_INFINITY : Math.max(0, places.most - taken.length);
}

/** Those who wait as one with it, itself included. */
export function waitingWith({ waitlist }: Formed, one: Waiting): readonly Waiting[] {
  return one.together === null ? [one] : waitlist.filter(({ together }) => together === one.together);
}

/**
 * May this school be offered a place? Always, where no number is set. A place that fell free is for those whose turn it
 * is, until they have been offered it.
 */
export function hasRoomFor(group: Formed, journey: string): boolean {
  let free = freePlaces(group);
  const seen = new Set<string>();
  for (const one of group.waitlist) {
    const all = waitingWith(group, one);
    if (seen.has(one.journey) || all.length > free || all.some(({ held }) => held)) continue;
    if (all.some((each) => each.journey === journey)) return true;
    all.forEach((each) => seen.add(each.journey));
    free -= all.length;
  }
  return free > 0;
}

/** The schools for which a place is reserved, by journey. */
export function withPlaceKept(group: WorkGroup): string[] {
  return group.status === "none"
    ? []
    : group.taken.filter((one) => one.status === "reserved").map((one) => one.journey);
}

/** The schools that take part, by journey: those that were placed. */
export function members(group: WorkGroup): string[] {
  return group.status === "none" ? [] : group.taken.filter((one) => one.status === "taken").map((one) => one.journey);
}
