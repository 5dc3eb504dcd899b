// A missed promise climbs: the letter of one level, unless what was missed has come in, been waived or moved meanwhile.

import { addDays } from "../calendar/dates.ts";
import { localDate, type LocalDate } from "../calendar/instants.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import { hasRoom } from "../journey/gather.ts";
import { heldBy, missedCode } from "../journey/hold.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import type { Rules } from "../journey/rules.ts";
import { taskId } from "../journey/settle.ts";
import { yearUnderWay, type Commitment, type StageYear } from "../journey/state.ts";
import { choicesOf } from "../journey/tasks.ts";
import { escalated } from "./escalated.ts";
import type { EscalationFacts, Next } from "./missed.ts";
import type { Beside, Notice, Told } from "./told.ts";

type Escalated = Recorded<EventOf<"CommitmentEscalated">>;

/** The letter of one level as things stand now; null where what was missed is missed no longer. */
export function missedNotice(asked: Told & { event: Escalated }, { rules }: Beside): Notice | null {
  const { event } = asked;
  const year = yearUnderWay(asked.state);
  const commitment = year?.commitments.find(({ code }) => code === event.commitment);
  if (!year || commitment?.status !== "missed" || hasStoodDown(asked, event)) return null;
  const facts: EscalationFacts = {
    commitment,
    level: event.level,
    next: nextOf(asked, event, commitment, year),
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
    missed: facts,
    write: (envelope) => escalated(envelope, facts),
  };
}

/** Fewer days than this to answer are few. */
const FEW_DAYS = 7;

/** Who is asked next: nobody is named to whom that letter might be held back. */
function nextOf({ state }: Told, event: Escalated, commitment: Commitment, year: StageYear): Next | null {
  if (event.nextAt === null) return null;
  const on = localDate(event.nextAt);
  // The letter was kept back so long that the next step has come.
  if (on <= localDate(state.lastAt)) return null;
  const role = state.school.headteacher ? "headteacher" : "applicant";
  const held = heldBy(state.holds, [missedCode(year.academicYear, event.commitment, 2)], event.nextAt) !== null;
  const goes = event.level === 1 && !held && hasRoom(state, role, othersBy(year, commitment, on));
  const again = isHeadteachers(commitment) || event.to.includes(role);
  return {
    on,
    who: goes ? (again ? "again" : role) : "hub-lead",
    ...(on < addDays(localDate(event.at), FEW_DAYS) && { soon: true }),
  };
}

/** So many other letters, at most, may remind or chase by a day: each of what is missed by then, and the term’s. */
const othersBy = ({ commitments }: StageYear, commitment: Commitment, on: LocalDate): number =>
  1 +
  commitments.filter(
    (one) =>
      one !== commitment &&
      one.by === "school" &&
      (one.status === "open" ? one.dueOn < on : one.status === "missed" && one.next !== null),
  ).length;

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

/** Whom the levels before this one of the same ladder have reached, and when: what was held back reached nobody. */
function toldBefore({ events }: Told, event: Escalated): { to: Escalated["to"]; on: LocalDate }[] {
  let told: { to: Escalated["to"]; on: LocalDate }[] = [];
  for (const one of events) {
    if (one.seq >= event.seq) break;
    if (one.type === "StageStarted") told = [];
    if ((one.type === "EscalationWithdrawn" || one.type === "CommitmentMissed") && one.commitment === event.commitment)
      told = [];
    if (one.type === "CommitmentEscalated" && one.commitment === event.commitment) told.push(...reached(events, one));
  }
  return told;
}

function reached(events: Told["events"], { seq, to, at, tellAt }: Escalated): { to: Escalated["to"]; on: LocalDate }[] {
  // What goes by itself goes at once.
  if (typeof tellAt !== "string") return [{ to, on: localDate(at) }];
  return events.flatMap((one) => {
    if (one.type !== "LettersDue") return [];
    const roles = one.letters.flatMap((each) => (each.tells.includes(seq) ? each.to : []));
    return roles.length === 0 ? [] : [{ to: roles, on: localDate(one.at) }];
  });
}
