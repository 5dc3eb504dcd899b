// What happened to a Work Group. Like a journey's events: past tense, never changed, no personal data.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { Arranged, Times, Where } from "../journey/arranged.ts";
import type { Absence } from "../journey/commands.ts";
import { carries, type DataOf } from "../journey/event-map.ts";

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
  | "taken-back"
  | "moved"
  | "not-going-on";
/** What becomes of a group that has too few schools: it waits for more, joins another, or goes on as it is. */
export const GROUP_CHOICES = ["waitlist", "join", "go-on"] as const;
export type GroupChoice = (typeof GROUP_CHOICES)[number];
export type SessionLength = "half-day" | "full-day";
export type Delivery = "in-person" | "online" | "extended";

/** Every event of a Work Group, and what it carries. The one place where they are listed. */
export const EVENTS = {
  WorkGroupFormed: carries<{
    hub: string;
    prospectus: string;
    /** The other programmes of its year that it holds with it; absent where it holds one alone. */
    also?: readonly string[];
    /** It is for special schools alone. */
    special?: true;
    academicYear: string;
    lead: string;
    leadRole: string;
    /** As the page has it; null where no page states one and the hub set none. */
    places: { least: number; most: number } | null;
    sessions: readonly (Arranged & { session: string; on: LocalDate; length: SessionLength })[];
  }>(),
  LeadChanged: carries<Because & { lead: string; leadRole: string }>(),
  /**
   * By an offer that the hub made; or, `fromWaitlist`, because it was the school's turn: the offer is then still to be
   * made.
   */
  PlaceReserved: carries<{ journey: string; fromWaitlist: boolean }>(),
  PlaceTaken: carries<{ journey: string }>(),
  /** `offersFrom`: from when it is offered to who waits, on a school day; absent where it is at once. */
  PlaceFreed: carries<{ journey: string; why: WhyFreed; offersFrom?: Instant }>(),
  SchoolWaitlisted: carries<{ journey: string }>(),
  SchoolLeftWaitlist: carries<{ journey: string; why: WhyFreed }>(),
  /**
   * Its turn had come, and the hub asked it for information before the offer was made: it goes back to where it stood,
   * and the place to the next.
   */
  TurnKept: carries<{ journey: string }>(),
  /** There is no room for all of them: from now on their turn comes when there is. */
  SchoolsWaitTogether: carries<{ journeys: readonly string[] }>(),
  /** The hub has asked the school for information: it keeps its turn, and is passed over until it has answered. */
  TurnHeld: carries<{ journey: string }>(),
  TurnResumed: carries<{ journey: string }>(),
  SessionScheduled: carries<
    Because & Arranged & { session: string; on: LocalDate; length: SessionLength; where: Where }
  >(),
  /** With all that is known of it now; `on` is `from` where only length, times, place or link are others. */
  SessionMoved: carries<
    Because & Arranged & { session: string; on: LocalDate; from: LocalDate; length?: SessionLength }
  >(),
  SessionCancelled: carries<Because & { session: string }>(),
  /** The schools in whose journeys it was recorded; people by opaque ids. */
  RegisterTaken: carries<{
    session: string;
    on: LocalDate;
    schools: readonly { journey: string; present: string[]; absent: Absence[]; headteacher: boolean }[];
  }>(),
  SupportVisitBooked: carries<Because & Times & { journey: string; on: LocalDate; term: Term | null }>(),
  /** `until`: the last day on which its schools are not chased. */
  DeliveryAdapted: carries<Because & { delivery: Delivery; until?: LocalDate }>(),
  /** It holds fewer schools than it is to have: by `dueOn` somebody decides what becomes of it. */
  GroupFellBelow: carries<{ holding: number; least: number; dueOn: LocalDate }>(),
  /** `workGroup`: the one that its schools are to join, where that was decided. */
  GroupDecided: carries<Because & { decision: GroupChoice; workGroup?: string }>(),
  /** It has as many schools as it is to have again, before anybody decided. */
  GroupWholeAgain: carries<{ holding: number }>(),
  /** A task of the group is somebody's; `dueOn`: where it got another day. */
  TaskAssigned: carries<{ task: string; assignee: string; dueOn?: LocalDate }>(),
  WorkGroupEnded: carries<{ academicYear: string }>(),
  EffectPerformed: carries<{ effect: number; messageId: string | null }>(),
  EffectStalled: carries<{ effect: number; code: string }>(),
};

/** What each event carries beside its type and time. */
export type EventData = DataOf<typeof EVENTS>;

export type EventType = keyof EventData;
export type EventOf<T extends EventType> = { type: T; at: Instant } & EventData[T];
export type GroupEvent = { [T in EventType]: EventOf<T> }[EventType];
export type Recorded<E = GroupEvent> = E & { seq: number };
