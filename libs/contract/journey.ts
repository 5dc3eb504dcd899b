// The messages between the API, the workflow and its activities. A workflow holds ids and what `advance` tells it, no
// rules. These shapes outlive a release: add optional fields, rename none.

import type { Bounce } from "../journey/bounce.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { EffectKind } from "../journey/state.ts";
import type { Skipped as SkippedPayment } from "../payments/decision.ts";
import type { RunEffect } from "../payments/state.ts";
import type { Need } from "../words/needs.ts";
import type { Skipped } from "../work-group/decision.ts";

export const JOURNEY_TASK_QUEUE = "journeys";
/**
 * Letters go out through a queue of their own: the server hands them on at a rate, hub by hub in turn, and nothing else
 * waits behind them.
 */
export const LETTER_TASK_QUEUE = "letters";
export const SCHOOL_JOURNEY = "schoolJourney";

/**
 * Is this a journey's id? Work Groups, payment runs and a hub's turn go by names with a slash in them
 * (`work-group/north-1`, `turn/great-north/2027-28`); no journey's id has one.
 */
export const isJourneyId = (name: string): boolean => !name.includes("/");

/** `journey/137482-primary`; of a Work Group, a payment run or a hub's turn, by its name, that very name. */
export const workflowIdOf = (journey: string): string => (isJourneyId(journey) ? `journey/${journey}` : journey);

/** The Update that brings one command; its Update id is the command's id. */
export const PERFORM = "perform";
/** The signal of the sweep: look again, something is late. */
export const WAKE = "wake";

/**
 * What became of one command. `status`: the subject's after it, before time brought anything; an outcome recorded
 * before it was kept has none. `skipped`: schools that a Work Group's command passed over, or payments that a payment
 * run's did. `fault`: a defect in deciding it; it left no trace and may be sent again.
 */
export type Outcome =
  | { command: string; accepted: true; version: number; status?: string; skipped?: (Skipped | SkippedPayment)[] }
  | { command: string; accepted: false; rejection: Rejection }
  | { command: string; fault: string };

/** A command by its id, which is all that an Update brings: the rest stands in PostgreSQL. */
export interface ById {
  id: string;
}

/**
 * That an effect has ended, as the loop or who performed it says. It is taken at its word for nothing but that:
 * the effect's record in PostgreSQL says what it came to.
 */
export interface RecordEffect extends ById {
  type: "RecordEffect";
  at: string;
  by: { who: "service"; role: "service" };
  data: {
    effect: number;
    outcome: "performed" | "stalled";
    messageId?: string;
    code?: string;
    bounced?: EffectResult["bounced"];
  };
}

/** What a workflow asks of `advance`. */
export type Asked = ById | RecordEffect;

export interface AdvanceRequest extends Heard {
  journey: string;
  /** The workflow's time (UTC instant). */
  now: string;
  commands: Asked[];
}

/** `heard`: what the workflow has been told of what happened; left out, it is told nothing of it. */
export interface Heard {
  heard?: Span;
}

/** From the event `from` on up to the event `to`: it wants what came after, and what was before where there is room. */
export interface Span {
  from: number;
  to: number;
}

/** One thing that happened, for an operator: the number of its event, and in words when and what. */
export type Happened = [seq: number, says: string];

/** `137482-primary:12`: what the event of this number asked for. */
export const effectIdOf = (subject: string, seq: number): string => `${subject}:${seq}`;

/**
 * An effect that is open: `id` is `{subject}:{seq}`, `activity` the name seen in the Temporal UI, `summary` the line
 * beside it. `queue`: where it waits, if not with everything else; `priority`: its rank there, the lowest first.
 */
export interface EffectRequest {
  id: string;
  seq: number;
  kind: EffectKind | "offer-place" | RunEffect | "take-steps";
  activity: string;
  summary: string;
  queue?: string;
  priority?: number;
}

export interface AdvanceAnswer {
  outcomes: Outcome[];
  version: number;
  /** When something next happens by itself (UTC instant). */
  due: string | null;
  /** Nothing is left to wait for. An answer recorded without it takes the rule of before (workflows/before-over.ts). */
  over?: boolean;
  /** A timer that would ring before `due` is taken back. After an answer recorded without it, it is left to ring. */
  takesBack?: true;
  /**
   * The instant (UTC) at which it was asked: what is overdue, and what rings before what, goes by it. After an answer
   * recorded without it, by the workflow's clock.
   */
  asked?: string;
  /** After so many commands a run makes way for the next. After an answer recorded without it, it does not. */
  commandsAtMost?: number;
  effects: EffectRequest[];
  /**
   * Letters that went out within the round (activities/letters-at-once.ts), for whoever reads in a history what went
   * on: no result of an activity says it.
   */
  sent?: SentAtOnce[];
  /** Markdown for the workflow's current details, and one line for its summary. */
  details: string;
  summary: string;
  /** What happened since `heard`, the latest last: as far as there is room, and no more than a person looks back. */
  news?: Happened[];
  attributes: Partial<JourneyAttributes>;
  /**
   * `2021/22 development`, or `application` before the first stage-year: when it changes, the workflow begins a new
   * run.
   */
  chapter: string;
}

/** `id`: the effect's. */
export interface SentAtOnce {
  id: string;
  activity: string;
  messageId?: string;
}

export interface JourneyAttributes {
  MathsHub: string;
  URN: string;
  Phase: string;
  Stage: string;
  AcademicYear: string;
  JourneyStatus: string;
  Needs: readonly Need[];
}

/** What an effect's activity is asked. `now`: the workflow's time (UTC instant). */
export interface PerformEffect extends Heard {
  journey: string;
  seq: number;
  id: string;
  now?: string;
}
/** What it came to. */
export interface EffectResult {
  seq: number;
  outcome: "performed" | "stalled";
  messageId?: string;
  code?: string;
  bounced?: readonly Bounce[];
}
/**
 * What it brings back. `answer`: who performed it has recorded it too, and answers what `advance` would, so that the
 * loop need not ask. Without it (it could not be recorded, or in histories of before) the loop records it by
 * `RecordEffect`.
 */
export interface Performed extends EffectResult {
  answer?: AdvanceAnswer;
}

/** The command that records what an effect of `subject` came to; one for each outcome, whoever brings it. `at`: UTC. */
export function recordOf(
  subject: string,
  { seq, outcome, messageId, code, bounced }: EffectResult,
  at: string,
): RecordEffect {
  return {
    id: `effect:${subject}:${seq}:${outcome}`,
    type: "RecordEffect",
    at,
    by: { who: "service", role: "service" },
    data: {
      effect: seq,
      outcome,
      ...(messageId !== undefined && { messageId }),
      ...(code !== undefined && { code }),
      ...(bounced !== undefined && { bounced }),
    },
  };
}
