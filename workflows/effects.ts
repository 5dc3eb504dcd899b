// What the world is owed: each effect is an ordinary activity, seen by its name, beside the loop and never in its way.

import {
  ActivityFailure,
  ApplicationFailure,
  proxyActivities,
  TimeoutFailure,
  type ActivityOptions,
} from "@temporalio/workflow";
import {
  recordOf,
  type AdvanceAnswer,
  type EffectRequest,
  type PerformEffect,
  type Performed,
  type RecordEffect,
  type Span,
} from "../libs/contract/journey.ts";
import { now } from "./now.ts";

const TRY: ActivityOptions & { retry: object } = {
  startToCloseTimeout: "30 seconds",
  retry: { initialInterval: "1 second", backoffCoefficient: 2, maximumInterval: "30 seconds" },
};

/** At nine o'clock ten thousand letters fall due at once: each hub gets its turn, whatever others have in the queue. */
function waiting({ queue, priority }: EffectRequest, hub: string): Pick<ActivityOptions, "taskQueue" | "priority"> {
  return queue === undefined
    ? {}
    : {
        taskQueue: queue,
        priority: { ...(priority !== undefined && { priorityKey: priority }), fairnessKey: hub.slice(0, MOST_BYTES) },
      };
}
/** Of a fairness key; codes of hubs are ASCII. */
const MOST_BYTES = 64;

/** After so many tries (half a minute) the operator is told; it goes on all the same. */
const ATTEMPTS_BEFORE_STALLED = 6;

/** Where what became of an effect goes: as a command to record it, or as the answer to one that is recorded already. */
interface Ends {
  deliver(command: RecordEffect): unknown;
  told(answer: AdvanceAnswer): unknown;
  /** What it has been told of what happened: whoever performs an effect tells the rest. */
  heard(): Span;
}

/**
 * Performs open effects; each ends in `deliver` or `told`. `subject`: whose they are.
 * `begin(effects, hub)`: those of `advance`'s answer; one that was begun in this run is not begun again.
 * `lookAgain()`: those that ended and are still open may be begun again (their record was lost).
 * `idle()`: none is under way.
 */
export function makeEffects(subject: string, { deliver, told, heard }: Ends) {
  const begun = new Map<number, "running" | "ended">();

  async function perform(effect: EffectRequest, hub: string): Promise<void> {
    const first = await attempt(effect, hub, ATTEMPTS_BEFORE_STALLED);
    end(first);
    if (first.outcome === "stalled") end(await attempt(effect, hub, Infinity));
    begun.set(effect.seq, "ended");
  }

  function end({ answer, ...result }: Performed): void {
    if (isAnswer(answer)) told(answer);
    else deliver(recordOf(subject, result, now()));
  }

  async function attempt(effect: EffectRequest, hub: string, maximumAttempts: number): Promise<Performed> {
    const retry = maximumAttempts === Infinity ? TRY.retry : { ...TRY.retry, maximumAttempts };
    const activities = proxyActivities<Record<string, (request: PerformEffect) => Promise<Performed>>>({
      ...TRY,
      ...waiting(effect, hub),
      retry,
      activityId: effect.id,
      summary: effect.summary,
    });
    try {
      return await activities[effect.activity]!({
        journey: subject,
        seq: effect.seq,
        id: effect.id,
        now: now(),
        heard: heard(),
      });
    } catch (error) {
      return { seq: effect.seq, outcome: "stalled", code: codeOf(error) };
    }
  }

  return {
    begin(effects: readonly EffectRequest[], hub: string): void {
      for (const effect of effects) {
        if (begun.has(effect.seq)) continue;
        begun.set(effect.seq, "running");
        void perform(effect, hub);
      }
    },
    idle: () => [...begun.values()].every((phase) => phase === "ended"),
    lookAgain(): void {
      for (const [seq, phase] of begun) if (phase === "ended") begun.delete(seq);
    },
  };
}

/**
 * Whoever reaches Temporal can end an activity, with anything: what the loop cannot read, it asks for. What it can read
 * says when to wake and what to perform, and no more.
 */
function isAnswer(answer: unknown): answer is AdvanceAnswer {
  const { version, due, effects, details, attributes, chapter } = Object(answer) as {
    [_ in keyof AdvanceAnswer]?: unknown;
  };
  const isDue = due === null || (typeof due === "string" && !Number.isNaN(Date.parse(due)));
  const isText = typeof details === "string" && typeof chapter === "string";
  const isShown = typeof attributes === "object" && attributes !== null;
  return (
    isDue && isText && isShown && Number.isSafeInteger(version) && Array.isArray(effects) && effects.every(isEffect)
  );
}

function isEffect(effect: unknown): boolean {
  const { id, seq, activity } = Object(effect) as { [_ in keyof EffectRequest]?: unknown };
  return typeof id === "string" && Number.isSafeInteger(seq) && typeof activity === "string";
}

/** Only a code: messages of mail servers and of PostgreSQL quote addresses. */
function codeOf(error: unknown): string {
  const cause = error instanceof ActivityFailure ? error.cause : error;
  if (cause instanceof ApplicationFailure) return cause.type ?? "failed";
  return cause instanceof TimeoutFailure ? "timed-out" : "failed";
}
