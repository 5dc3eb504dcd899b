// What a workflow is told after a turn: small, because every answer stays in its history.

import type { AdvanceAnswer, AdvanceRequest, EffectRequest } from "../libs/contract/journey.ts";
import { runName, type RunAnswer, type RunRequest } from "../libs/contract/payment-run.ts";
import { groupName, type GroupAnswer, type GroupRequest } from "../libs/contract/work-group.ts";
import { describe } from "../libs/journey/describe.ts";
import { due } from "../libs/journey/due.ts";
import type { Recorded } from "../libs/journey/events.ts";
import type { OpenEffect } from "../libs/journey/state.ts";
import { describe as describeGroup } from "../libs/work-group/describe.ts";
import { describe as describeRun } from "../libs/payments/describe.ts";
import { due as groupDue } from "../libs/work-group/due.ts";
import type { GroupTurn } from "./group-turn.ts";
import type { RunTurn } from "./run-turn.ts";
import { versionOf, type Turn } from "./turn.ts";

/** UTF-8 bytes of the whole answer as JSON. */
export const ANSWER_BYTES = 2048;
const EFFECTS_AT_ONCE = 10;
const DETAILS_AT_LEAST = 200;

/**
 * The answer to a request. `due` and effects come from the folded events alone. Where it would be too long, the details
 * are cut, then effects left for the next answer (the oldest come first, one at least); outcomes never.
 */
export function answerOf(request: AdvanceRequest, turn: Turn): AdvanceAnswer {
  const { summary, details, attributes, chapter } = describe(request.journey, turn.state);
  const open = turn.state.status === "none" ? [] : turn.state.effects;
  const events = [...turn.past, ...turn.added];
  const effects = nextOf(open).map((effect) => effectRequest(request.journey, effect, events));
  const answer = {
    outcomes: [...turn.outcomes],
    version: versionOf(turn.state),
    due: due(turn.state),
    effects: [],
    details: "",
    summary,
    attributes,
    chapter,
  };
  return fit(answer, effects, withFault(details, turn.tickFault));
}

/** The same for a Work Group. */
export function groupAnswerOf({ group }: GroupRequest, turn: GroupTurn): GroupAnswer {
  const { summary, details, attributes, chapter } = describeGroup(group, turn.state);
  const name = groupName(group);
  const open = turn.state.status === "none" ? [] : turn.state.effects;
  const effects = nextOf(open).map(({ seq, kind, journey }): EffectRequest => ({
    id: `${name}:${seq}`,
    seq,
    kind,
    activity: kind,
    summary: journey,
  }));
  const answer = {
    outcomes: [...turn.outcomes],
    version: versionOf(turn.state),
    due: groupDue(turn.state),
    effects: [],
    details: "",
    summary,
    attributes,
    chapter,
  };
  return fit(answer, effects, withFault(details, turn.tickFault));
}

/** The same for a payment run: nothing comes to it by itself but the batches of what is under way. */
export function runAnswerOf({ run }: RunRequest, turn: RunTurn): RunAnswer {
  const { summary, details, attributes, chapter } = describeRun(run, turn.state);
  const name = runName(run);
  const open = turn.state.status === "none" ? [] : turn.state.effects;
  const effects = nextOf(open).map(({ seq, kind, after }): EffectRequest => ({
    id: `${name}:${seq}`,
    seq,
    kind,
    activity: kind,
    summary: `after payment ${after}`,
  }));
  const answer = {
    outcomes: [...turn.outcomes],
    version: versionOf(turn.state),
    due: null,
    effects: [],
    details: "",
    summary,
    attributes,
    chapter,
  };
  return fit(answer, effects, details);
}

/** The operator has to see that time stands still for a journey or a Work Group; everything else about it goes on. */
function withFault(details: string, fault: string | null): string {
  return fault === null
    ? details
    : `**Stopped:** what time should bring fails (${fault}). It still takes commands.\n\n${details}`;
}

/** Those to perform now: what is stalled goes on trying, and does not hold up the rest. */
function nextOf<E extends { stalled: boolean }>(open: readonly E[]): E[] {
  return [...open].sort((a, b) => Number(a.stalled) - Number(b.stalled)).slice(0, EFFECTS_AT_ONCE);
}

function fit<A>(bare: AdvanceAnswer<A>, effects: readonly EffectRequest[], details: string): AdvanceAnswer<A> {
  const answer = { ...bare, effects: [] as EffectRequest[] };
  const reserve = Math.min(bytes(details), DETAILS_AT_LEAST);
  for (const effect of effects) {
    if (
      answer.effects.length > 0 &&
      bytes({ ...answer, effects: [...answer.effects, effect] }) + reserve > ANSWER_BYTES
    )
      break;
    answer.effects.push(effect);
  }
  return { ...answer, details: cut(details, Math.max(DETAILS_AT_LEAST, ANSWER_BYTES - bytes(answer))) };
}

/** The text within so many bytes of JSON, whole lines where it has to be cut. */
function cut(text: string, room: number): string {
  if (bytes(text) <= room) return text;
  const lines = text.split("\n");
  while (lines.length > 1 && bytes([...lines, "…"].join("\n")) > room) lines.pop();
  const kept = [...lines, "…"].join("\n");
  return bytes(kept) <= room ? kept : `${[...kept].slice(0, Math.floor(room / 4)).join("")}…`;
}

function bytes(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function effectRequest(journey: string, { seq, kind }: OpenEffect, events: readonly Recorded[]): EffectRequest {
  return { id: `${journey}:${seq}`, seq, kind, activity: kind, summary: about(events[seq - 1]) };
}

/** The line beside an effect in the Temporal UI. */
function about(event: Recorded | undefined): string {
  if (event === undefined) return "";
  switch (event.type) {
    case "ReminderDue":
      return `${event.term} ${event.academicYear}, ${event.outstanding.length} outstanding`;
    case "ChaserDue":
      return `due soon: ${event.commitments.join(", ")}`;
    case "ReminderResent":
      return `${event.term} ${event.academicYear}, again`;
    case "CommitmentEscalated":
      return `${event.commitment}, level ${event.level}`;
    case "TaskOpened":
      return "is the school Mastery Ready? for the hub lead to decide";
    case "GrantReleased":
      return `£${event.amountPence / 100} for ${event.stage} ${event.academicYear}`;
    default:
      return event.type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  }
}
