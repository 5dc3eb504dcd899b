// Where a Work Group stands, folded from its events.

import type { Instant, LocalDate } from '../calendar/instants.ts';
import type { Delivery, SessionLength } from './events.ts';

/** A place: reserved by an offer, then taken by a school that was placed. */
export interface Place { journey: string; status: 'reserved' | 'taken'; since: Instant }
export interface Waiting { journey: string; since: Instant; seq: number }
export interface Session {
  code: string; on: LocalDate; length: SessionLength; where: 'online' | 'in-person'; status: 'scheduled' | 'held' | 'cancelled';
}
export interface OpenEffect { seq: number; kind: 'offer-place'; journey: string; stalled: boolean }

export interface Formed {
  status: 'formed' | 'ended';
  seq: number; lastAt: Instant;
  hub: string; prospectus: string; academicYear: string; lead: string; leadRole: string;
  places: { least: number; most: number } | null;
  taken: readonly Place[];
  /** In the order in which they came: first come, first served. */
  waitlist: readonly Waiting[];
  sessions: readonly Session[];
  delivery: Delivery;
  effects: readonly OpenEffect[];
}

export type WorkGroup = { status: 'none' } | Formed;

/** How many places are free; null where no number is set. Never below 0. */
export function freePlaces(group: Formed): number | null {
  return group.places === null ? null : Math.max(0, group.places.most - group.taken.length);
}

/** May one more school be offered a place? */
export function hasRoom(group: Formed): boolean {
  const free = freePlaces(group);
  return free === null || free > 0;
}

/** Where a school stands on the waitlist, counted from 1; null if it is not on it. */
export function waitlistPosition(group: Formed, journey: string): number | null {
  const index = group.waitlist.findIndex((one) => one.journey === journey);
  return index < 0 ? null : index + 1;
}

/** The schools that take part, by journey. */
export function members(group: Formed): string[] {
  return group.taken.filter((one) => one.status === 'taken').map((one) => one.journey);
}
