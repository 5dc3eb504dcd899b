// What happened to a journey: past tense, never changed, never deleted. Dates and amounts are written out, so that
// folding needs no rule, no calendar and no catalogue. No personal data.

import type { Instant } from "../calendar/instants.ts";
import type { DataOf } from "./event-map.ts";
import { BESIDE_EVENTS } from "./events/beside.ts";
import { COURSE_EVENTS } from "./events/course.ts";
import { INTAKE_EVENTS } from "./events/intake.ts";
import { LETTER_EVENTS } from "./events/letters.ts";
import { MONEY_EVENTS } from "./events/money.ts";
import { YEAR_EVENTS } from "./events/year.ts";

export type {
  AskedElsewhere,
  CommitmentKind,
  Netted,
  PlannedCommitment,
  Recipient,
  Reminding,
  StageStarted,
  TaskAbout,
} from "./event-words.ts";

/** Every event of a journey, and what it carries: by subject in the files of `events/`, and all of them here. */
export const EVENTS = {
  ...INTAKE_EVENTS,
  ...YEAR_EVENTS,
  ...COURSE_EVENTS,
  ...MONEY_EVENTS,
  ...BESIDE_EVENTS,
  ...LETTER_EVENTS,
};

/** What each event carries beside its type and time. */
export type EventData = DataOf<typeof EVENTS>;

export type EventType = keyof EventData;

/**
 * An event as it is decided: what happened and when (UTC; `at` never goes back within a journey). `tellAt`: when people
 * are told of it, together with what else is to be told then; null where the hub's morning tells it; absent where it is
 * told by itself and at once, or not at all.
 */
export type EventOf<T extends EventType> = { type: T; at: Instant; tellAt?: Instant | null } & EventData[T];
export type JourneyEvent = { [T in EventType]: EventOf<T> }[EventType];

/** An event as it is kept: `seq` counts from 1 without gaps in its journey. */
export type Recorded<E = JourneyEvent> = E & { seq: number };
