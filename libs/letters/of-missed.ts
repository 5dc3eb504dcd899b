// A missed promise climbs: the letter of one level, unless what was missed has come in, been waived or moved meanwhile.

import { localDate, type LocalDate } from "../calendar/instants.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import type { Rules } from "../journey/rules.ts";
import { taskId } from "../journey/settle.ts";
import { yearUnderWay, type Commitment, type StageYear } from "../journey/state.ts";
import { choicesOf } from "../journey/tasks.ts";
import { escalated } from "./escalated.ts";
import type { EscalationFacts } from "./missed.ts";
import type { Beside, Notice, Told } from "./told.ts";

type Escalated = Recorded<EventOf<"CommitmentEscalated">>;

/** The letter of one level as things stand now; null where what was missed is missed no longer. */
export function missedNotice(asked: Told & { event: Escalated }, { rules }: Beside): Notice | null {
  const { event } = asked;
  const year = yearUnderWay(asked.state);
  const commitment = year?.commitments.find(({ code }) => code === event.commitment);
  if (!year || commitment?.status !== "missed" || hasStoodDown(asked, event)) return null;
  const facts = {
    commitment,
    level: event.level,
    nextOn: event.nextAt === null ? null : localDate(event.nextAt),
    told: toldBefore(asked, event),
    // The rules set no next level where whoever was away had a reason, for the first time that year.
    excused: event.level === 1 && event.nextAt === null && commitment.kind === "meeting",
    missedBefore: year.commitments.some(
      (one) => one.kind === "meeting" && one.dueOn < commitment.dueOn && hadAbsence(year, one),
    ),
    ...decisionOn(asked, taskId(year, event.commitment), rules),
  };
  return {
    kind: "missed",
    to: event.to,
    reminds: true,
    about: [event.commitment],
    prospectus: year.prospectus,
    write: (envelope) => escalated(envelope, facts),
  };
}

/** Not everybody who was to be at a meeting was there; made up for since or not. */
function hadAbsence({ evidence }: StageYear, meeting: Commitment): boolean {
  if (meeting.status === "missed") return true;
  return evidence.some(
    (one) => one.kind === "attendance" && one.session === meeting.after && one.absent.length > 0 && !one.catchUp,
  );
}

/** What the hub lead may choose as things stand, and by when; nothing where no task is open. */
function decisionOn({ state }: Told, id: string, rules: Rules): Pick<EscalationFacts, "choices" | "decideBy"> {
  const task = state.tasks.find((one) => one.id === id && one.status === "open");
  return task ? { choices: choicesOf(state, task, rules, state.lastAt), decideBy: task.dueOn } : {};
}

/** The ladder came down after this level, or the year it stood in is over. */
function hasStoodDown({ events }: Told, event: Escalated): boolean {
  return events.some(
    (later) =>
      later.seq > event.seq &&
      (later.type === "StageStarted" ||
        (later.type === "EscalationWithdrawn" && later.commitment === event.commitment)),
  );
}

/** The levels before this one of the same ladder. */
function toldBefore({ events }: Told, event: Escalated): { to: Escalated["to"]; on: LocalDate }[] {
  let told: { to: Escalated["to"]; on: LocalDate }[] = [];
  for (const one of events) {
    if (one.seq >= event.seq) break;
    if (one.type === "StageStarted") told = [];
    if ((one.type === "EscalationWithdrawn" || one.type === "CommitmentMissed") && one.commitment === event.commitment)
      told = [];
    const on = one.type === "CommitmentEscalated" && one.commitment === event.commitment ? toldOn(events, one) : null;
    if (one.type === "CommitmentEscalated" && on !== null) told.push({ to: one.to, on });
  }
  return told;
}

/** When a level was told; null where it was held back, and nobody has heard of it yet. */
function toldOn(events: readonly Recorded[], { seq, at, tellAt }: Escalated): LocalDate | null {
  if (typeof tellAt !== "string") return localDate(at);
  const letters = events.find(
    (one) => one.type === "LettersDue" && one.letters.some(({ tells }) => tells.includes(seq)),
  );
  return letters === undefined ? null : localDate(letters.at);
}
