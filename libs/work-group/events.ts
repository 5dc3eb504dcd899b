// What happened to a Work Group. Like a journey's events: past tense, never changed, no personal data.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { Absence } from "../journey/commands.ts";

interface Because {
  reasonId?: string;
  reasonCode?: string;
}

/**
 * Why a place or a turn on the waitlist was given up. `not-available`: it was the school's turn, and its journey could
 * not be offered the place. `not-going-on`: the year for which it had its place has fallen away.
 */
export type WhyFreed =
  | "declined"
  | "lapsed"
  | "withdrawn"
  | "turned-down"
  | "redirected"
  | "placed-elsewhere"
  | "not-available"
  | "not-going-on";
export type SessionLength = "half-day" | "full-day";
export type Delivery = "in-person" | "online" | "extended";

export interface EventData {
  WorkGroupFormed: {
    hub: string;
    prospectus: string;
    academicYear: string;
    lead: string;
    leadRole: string;
    /** As the page has it; null where no page states one and the hub set none. */
    places: { least: number; most: number } | null;
    sessions: readonly { session: string; on: LocalDate; length: SessionLength }[];
  };
  LeadChanged: Because & { lead: string; leadRole: string };
  /**
   * By an offer that the hub made; or, `fromWaitlist`, because it was the school's turn: the offer is then still to be
   * made.
   */
  PlaceReserved: { journey: string; fromWaitlist: boolean };
  PlaceTaken: { journey: string };
  PlaceFreed: { journey: string; why: WhyFreed };
  SchoolWaitlisted: { journey: string };
  SchoolLeftWaitlist: { journey: string; why: WhyFreed };
  /**
   * Its turn had come, and the hub asked it for information before the offer was made: it goes back to where it stood,
   * and the place to the next.
   */
  TurnKept: { journey: string };
  /** There is no room for all of them: from now on their turn comes when there is. */
  SchoolsWaitTogether: { journeys: readonly string[] };
  /** The hub has asked the school for information: it keeps its turn, and is passed over until it has answered. */
  TurnHeld: { journey: string };
  TurnResumed: { journey: string };
  SessionScheduled: { session: string; on: LocalDate; length: SessionLength; where: "online" | "in-person" };
  SessionMoved: Because & { session: string; on: LocalDate; from: LocalDate };
  SessionCancelled: Because & { session: string };
  /** The schools in whose journeys it was recorded; people by opaque ids. */
  RegisterTaken: {
    session: string;
    on: LocalDate;
    schools: readonly { journey: string; present: string[]; absent: Absence[]; headteacher: boolean }[];
  };
  SupportVisitBooked: { journey: string; on: LocalDate; term: Term | null };
  DeliveryAdapted: Because & { delivery: Delivery };
  WorkGroupEnded: { academicYear: string };
  EffectPerformed: { effect: number; messageId: string | null };
  EffectStalled: { effect: number; code: string };
}

export type EventType = keyof EventData;
export type EventOf<T extends EventType> = { type: T; at: Instant } & EventData[T];
export type GroupEvent = { [T in EventType]: EventOf<T> }[EventType];
export type Recorded<E = GroupEvent> = E & { seq: number };
