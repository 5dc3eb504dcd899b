// Some steps of a hub's turn: each is a command of its own, through the Update of its journey or Work Group, under an
// id made of the turn's. Done twice it changes nothing; what the rules turn down is recorded with its code, and the
// rest goes on.

import type { Client } from "@temporalio/client";
import { advanceSubject, type BookDeps } from "../libs/book/advance.ts";
import { stateOf } from "../libs/book/state-of.ts";
import { instantFromMs, type Instant } from "../libs/calendar/instants.ts";
import type { EffectResult, Outcome, PerformEffect } from "../libs/contract/journey.ts";
import { turnOfName } from "../libs/contract/turn.ts";
import { groupName } from "../libs/contract/work-group.ts";
import { SERVICE, type Actor, type Command as JourneyCommand } from "../libs/journey/commands.ts";
import type { Rejection } from "../libs/journey/rejection.ts";
import { loadAfter } from "../libs/store/events/event-store.ts";
import { bringCommand } from "../libs/temporal/bring-command.ts";
import type { Step } from "../libs/turn/commands.ts";
import { waitingSteps } from "../libs/turn/state.ts";
import type { Command as GroupCommand } from "../libs/work-group/commands.ts";
import { failure, performNoted } from "./effects.ts";
import { fewAtOnce } from "../libs/store/few-at-once.ts";

export interface StepsDeps extends BookDeps {
  client: Client;
}

/** Steps in one activity. */
const STEPS = 12;
const AT_ONCE = 4;
/** Less than the activity has: what was answered by then is recorded, and the next try goes on after it. */
const STEP_MS = 10_000;
/** More than are recorded while one activity lasts. */
const EVENTS_SINCE = 500;

/**
 * The activity `take-steps`. Looks before each step whether the turn has been interrupted since it was asked for.
 * Rejects with a failure by code.
 */
export function makeTakeSteps(deps: StepsDeps): (request: PerformEffect) => Promise<EffectResult> {
  const { dataSource, client } = deps;
  return (request) =>
    performNoted(dataSource, request, async () => {
      const { journey: subject, seq, now = instantFromMs(Date.now()) } = request;
      const turn = await stateOf("turn", dataSource, subject);
      if (turnOfName(subject) === null || turn.status === "none") throw failure("unknown-turn");
      const take = async (step: Step): Promise<boolean> => {
        if (await isInterrupted(deps, subject, seq)) return false;
        const command = commandOf(subject, turn.startedBy, step, now);
        const outcome = await bringCommand({ dataSource, client }, nameOf(step), command, { timeoutMs: STEP_MS });
        await recordStep(deps, subject, step, outcome, now);
        return true;
      };
      const steps = waitingSteps(turn).slice(0, STEPS);
      // A place can be kept in a group once it is formed.
      for (const step of steps) if (step.kind === "group" && !(await take(step))) break;
      await fewAtOnce(
        steps.filter(({ kind }) => kind === "school"),
        AT_ONCE,
        take,
      );
      return {};
    });
}

async function isInterrupted({ dataSource }: StepsDeps, subject: string, since: number): Promise<boolean> {
  const events = await loadAfter(dataSource, subject, since, EVENTS_SINCE);
  return events.some(({ type }) => type === "TurnInterrupted");
}

const nameOf = ({ kind, subject }: Step): string => (kind === "group" ? groupName(subject) : subject);

/** By the person who began the turn, as one request of theirs. */
function commandOf(turn: string, by: Actor, { subject, type, data }: Step, at: Instant): JourneyCommand | GroupCommand {
  return { id: `${turn}/${subject}`, type, at, by, data } as JourneyCommand | GroupCommand;
}

/** In a round of the turn's own: its workflow waits for this activity. */
async function recordStep(
  deps: StepsDeps,
  subject: string,
  { no }: Step,
  outcome: Outcome,
  at: Instant,
): Promise<void> {
  const data = { no, rejection: rejectionOf(outcome) };
  const command = { id: `step/${subject}/${no}`, type: "RecordStep" as const, at, by: SERVICE, data };
  const [recorded] = (await advanceSubject(deps, { subject, now: at, commands: [command] })).outcomes;
  if (recorded === undefined || "fault" in recorded) throw failure("fault");
}

function rejectionOf(outcome: Outcome): Rejection | null {
  if (!("fault" in outcome)) return outcome.accepted ? null : outcome.rejection;
  return {
    code: "unavailable",
    detail: "The service could not decide this; the operators can see it. Do it by hand.",
  };
}
