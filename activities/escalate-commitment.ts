// A missed promise climbs: the letter of one level, unless what was missed has come in, been waived or moved meanwhile.

import { localDate } from "../libs/calendar/instants.ts";
import { escalated } from "../libs/letters/escalated.ts";
import type { EscalationFacts } from "../libs/letters/missed.ts";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import type { Rules } from "../libs/journey/rules.ts";
import type { EventOf, Recorded } from "../libs/journey/events.ts";
import { taskId } from "../libs/journey/settle.ts";
import { yearUnderWay } from "../libs/journey/state.ts";
import { choicesOf } from "../libs/journey/tasks.ts";
import { deliver, type LetterDeps, type Notice } from "./deliver.ts";
import { eventOf, performOnce, type Asked } from "./effects.ts";

/** The activity `escalate-commitment`. */
export function makeEscalateCommitment(deps: LetterDeps & Rules): (request: PerformEffect) => Promise<EffectResult> {
  return (request) =>
    performOnce(deps.dataSource, request, async (asked, lease) => {
      const letter = escalationLetter(deps, asked);
      return letter === null ? { code: "superseded" } : deliver(deps, { request, asked, lease, ...letter });
    });
}

/** The letter of one level as things stand now; null where what was missed is missed no longer. */
export function escalationLetter(rules: Rules, asked: Asked): Notice | null {
  const event = eventOf(asked, "CommitmentEscalated");
  const year = yearUnderWay(asked.state);
  const commitment = year?.commitments.find(({ code }) => code === event.commitment);
  if (!year || commitment?.status !== "missed" || hasStoodDown(asked, event)) return null;
  const facts = {
    commitment,
    level: event.level,
    nextOn: event.nextAt === null ? null : localDate(event.nextAt),
    told: toldBefore(asked, event),
    ...decisionOn(asked, taskId(year, event.commitment), rules),
  };
  return { to: event.to, reminds: true, prospectus: year.prospectus, write: (envelope) => escalated(envelope, facts) };
}

/** What the hub lead may choose as things stand, and by when; nothing where no task is open. */
function decisionOn({ state }: Asked, id: string, rules: Rules): Pick<EscalationFacts, "choices" | "decideBy"> {
  const task = state.tasks.find((one) => one.id === id && one.status === "open");
  return task ? { choices: choicesOf(state, task, rules, state.lastAt), decideBy: task.dueOn } : {};
}

type Escalated = Recorded<EventOf<"CommitmentEscalated">>;

/** The ladder came down after this level, or the year it stood in is over. */
function hasStoodDown({ events }: Asked, event: Escalated): boolean {
  return events.some(
    (later) =>
      later.seq > event.seq &&
      (later.type === "StageStarted" ||
        (later.type === "EscalationWithdrawn" && later.commitment === event.commitment)),
  );
}

/** The levels before this one of the same ladder. */
function toldBefore({ events }: Asked, event: Escalated): { to: Escalated["to"]; on: string }[] {
  let told: { to: Escalated["to"]; on: string }[] = [];
  for (const one of events) {
    if (one.seq >= event.seq) break;
    if (one.type === "StageStarted") told = [];
    if ((one.type === "EscalationWithdrawn" || one.type === "CommitmentMissed") && one.commitment === event.commitment)
      told = [];
    if (one.type === "CommitmentEscalated" && one.commitment === event.commitment)
      told.push({ to: one.to, on: localDate(one.at) });
  }
  return told;
}
