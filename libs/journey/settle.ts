// What follows from a decision: commitments that evidence now meets, or no longer does; ladders that stand down; the
// grant that becomes payable. Derived from the state alone, so that a late record and a correction have the same
// consequences as a record on time.

import { localDate, type Instant } from "../calendar/instants.ts";
import { chaseable } from "./due.ts";
import type { JourneyEvent } from "./events.ts";
import { evolve, evolveUntold } from "./evolve.ts";
import { answered, ofGrant } from "./settle-grants.ts";
import { dealtWith, goesOnSettled } from "./settle-tasks.ts";
import { waitOf } from "./waiting.ts";
import {
  attendances,
  mayBeCalledOff,
  metHeadteacher,
  thoseWhoCame,
  registersOf,
  releasedHalfDays,
  supportHalfDays,
  visitsByCommitment,
} from "./settle-evidence.ts";
import {
  currentYear,
  stagesOf,
  type Begun,
  type Commitment,
  type Journey,
  type Participant,
  type StageYear,
  type Task,
} from "./state.ts";
import { lackingTeachers, wasFilled } from "./teachers.ts";

/** An event that is decided, and how the journey stands after it. */
export interface Decided {
  event: JourneyEvent;
  after: Journey;
}

/** The events that follow `events` (which are not yet in `state`), in order; the decision is `events` and these. */
export function settle(state: Journey, events: readonly JourneyEvent[]): JourneyEvent[] {
  return settled(state, events).map(({ event }) => event);
}

/** The same, with how the journey stands after each. `on`: how it goes on by an event. */
export function settled(state: Journey, events: readonly JourneyEvent[], on = step): Decided[] {
  const all: Decided[] = [];
  let now = state;
  for (let more = events; more.length > 0; more = consequences(now, all.at(-1)?.event.at))
    for (const event of more) {
      now = on(now, event);
      all.push({ event, after: now });
    }
  return all;
}

/** One event that is decided but not yet kept: it takes the next `seq`. */
export function step(state: Journey, event: JourneyEvent): Journey {
  return evolve(state, { ...event, seq: state.status === "none" ? 1 : state.seq + 1 });
}

/** The same without its letters and effects, for who only asks what time brings. */
export function stepUntold(state: Journey, event: JourneyEvent): Journey {
  return evolveUntold(state, { ...event, seq: state.status === "none" ? 1 : state.seq + 1 });
}

function consequences(state: Journey, at: Instant | undefined): JourneyEvent[] {
  if (at === undefined || state.status === "none") return [];
  const grants = [
    ...state.grants.flatMap((grant) => ofGrant(state, grant, at)),
    ...answered(state, at),
    ...reachable(state, at),
    ...notAskedFor(state, at),
    ...goesOnSettled(state, at),
    ...dealtWith(state, at),
    ...notWaiting(state, at),
  ];
  const year = currentYear(state);
  const found = year === null ? [] : promisesSettled(year, state.participants, at);
  // Of the year under way, and of one that is over and has what it lacked.
  const closed = state.tasks
    .filter((task) => task.status === "open" && task.commitment !== null && isDone(state, task))
    .map((task): JourneyEvent => ({ type: "TaskClosed", at, task: task.id }));
  return [...found, ...closed, ...grants];
}

/**
 * Most events touch nothing of the year that anything follows from: where nothing followed, nothing follows at another
 * time.
 */
function promisesSettled(year: StageYear, people: readonly Participant[], at: Instant): JourneyEvent[] {
  const known = AT_REST.get(year.evidence);
  const same = known?.people === people && standsAsBefore(known.year, year);
  const found = same ? [] : year.commitments.flatMap((commitment) => ofCommitment(year, commitment, people, at));
  if (found.length === 0) AT_REST.set(year.evidence, { year, people });
  return found;
}
/** By its evidence, the last in which nothing followed. */
const AT_REST = new WeakMap<StageYear["evidence"], { year: StageYear; people: readonly Participant[] }>();

/** Has the year come no further than that promises were missed, chased or climbed? Of that alone nothing follows. */
function standsAsBefore(before: StageYear, now: StageYear): boolean {
  if (before === now) return true;
  const { commitments } = before;
  return (
    before.teachers === now.teachers &&
    before.extras === now.extras &&
    before.meetings === now.meetings &&
    before.calledOff === now.calledOff &&
    commitments.length === now.commitments.length &&
    now.commitments.every((one, index) => one === commitments[index] || isOwedAsBefore(commitments[index], one, now))
  );
}

function isOwedAsBefore(before: Commitment | undefined, now: Commitment, year: StageYear): boolean {
  if (before === undefined) return false;
  const missed = before.status === "open" && now.status === "missed" && chaseable(year, now);
  return (before.status === now.status || missed) && SETTLED_BY.every((name) => before[name] === now[name]);
}
/** What of a promise says whether it is kept. */
const SETTLED_BY = ["code", "kind", "by", "dueOn", "after", "target", "within", "between"] as const;

/** The id of the task about somebody whose letter came back. */
export const bounceTask = (addressee: string): string => `letters/${addressee}`;

/** Whoever was named anew, or is written to once more, is nobody's task. */
function reachable(state: Begun, at: Instant): JourneyEvent[] {
  return state.tasks
    .filter(
      (task) =>
        task.about === "bounced-letter" &&
        task.status === "open" &&
        !state.bounced.some(({ addressee }) => task.id === bounceTask(addressee)),
    )
    .map((task) => ({ type: "TaskClosed", at, task: task.id }));
}

/** The school has gone, or entered its own hub's programme again, before anybody answered. */
function notAskedFor(state: Begun, at: Instant): JourneyEvent[] {
  return state.tasks
    .filter((task) => task.about === "move" && task.status === "open" && task.id !== state.move?.task)
    .map((task) => ({ type: "TaskClosed", at, task: task.id }));
}

/** It has its answer, or its place: nobody has to see to it any more. */
function notWaiting(state: Begun, at: Instant): JourneyEvent[] {
  return state.tasks
    .filter(
      (task) =>
        task.about === "waiting" && !task.id.endsWith("/place") && task.status === "open" && waitOf(state) === null,
    )
    .map((task) => ({ type: "TaskClosed", at, task: task.id }));
}

function ofCommitment(
  year: StageYear,
  commitment: Commitment,
  people: readonly Participant[],
  at: Instant,
): JourneyEvent[] {
  const { code, kind, status, level } = commitment;
  const met = isMet(year, commitment, people);
  if (met && stillOwed(status)) {
    // By when it was done, not by when somebody came to record it.
    const on = kind === "teachers" ? localDate(at) : (year.evidence.at(-1)?.on ?? localDate(at));
    const late = on > commitment.dueOn;
    return [{ type: "CommitmentMet", at, commitment: code, late }, ...standDown(code, level, at)];
  }
  // Called off, and not one too many any more.
  if (!met && stillOwed(status) && year.calledOff.includes(code) && mayBeCalledOff(year, code))
    return [
      { type: "CommitmentWaived", at, commitment: code, reasonCode: "session-cancelled" },
      ...standDown(code, level, at),
    ];
  if (!met && status === "met") return [{ type: "CommitmentReopened", at, commitment: code }];
  // The record by which its session was held has been taken back: nobody is chased for a session that was not held.
  if (status === "missed" && !chaseable(year, commitment))
    return [{ type: "CommitmentReopened", at, commitment: code }, ...standDown(code, level, at)];
  return [];
}

const stillOwed = (status: Commitment["status"]): boolean => status === "open" || status === "missed";

/** The ladder that stood at a level comes down. */
export function standDown(commitment: string, level: 0 | 1 | 2 | 3, at: Instant): JourneyEvent[] {
  return level === 0 ? [] : [{ type: "EscalationWithdrawn", at, commitment, level }];
}

/** The session and what the school owes at it, so far as it is still owed. */
export function partsOf(year: StageYear, session: Commitment): Commitment[] {
  return year.commitments.filter(
    (one) => (one.code === session.code || one.after === session.code) && stillOwed(one.status),
  );
}

/** The id of the hub lead's task about a commitment: one a commitment and year. */
export function taskId(year: StageYear, commitment: string): string {
  return `${year.academicYear}/${commitment}`;
}

/** A task about a promise that is not missed any more; of a year that is over, about one that was met since. */
function isDone(state: Begun, { id, commitment }: Task): boolean {
  const year = stagesOf(state).findLast((one) => id === taskId(one, commitment ?? ""));
  const status = year?.commitments.find(({ code }) => code === commitment)?.status;
  return year !== undefined && (year === currentYear(state) ? status !== "missed" : status === "met");
}

/** Does the evidence of the year meet this commitment? */
function isMet(year: StageYear, commitment: Commitment, people: readonly Participant[]): boolean {
  switch (commitment.kind) {
    case "teachers":
      return lackingTeachers(year, people).length === 0;
    case "session":
    case "headteachers-session":
      return registersOf(year, commitment.code).length > 0;
    case "meeting":
      return year.teachers === null ? allCame(year, commitment) : wasFilled(year, commitment, people);
    case "headteacher-first-workshop":
    case "headteachers-meeting":
      // At it, at a repeat, or when the lead went through it with them afterwards.
      return attendances(year).some((one) => one.session === commitment.after && one.headteacher);
    case "visit":
      return visitsByCommitment(year).has(commitment.code);
    case "headteacher-meeting":
      return metHeadteacher(year, commitment);
    case "in-school-support":
      return supportHalfDays(year, commitment) >= (commitment.target ?? 1);
    case "release-days":
      return releasedHalfDays(year) >= (commitment.target ?? 1);
    case "gap-task":
      return year.evidence.some((one) => one.kind === "gap-task" && one.commitment === commitment.code);
    case "action-plan":
    case "report":
    case "evaluation":
    case "theme":
      return year.evidence.some((one) => one.kind === commitment.kind);
    default:
      return commitment.kind satisfies never;
  }
}

/**
 * A year that began before it was asked who its teachers are: all who were wanted were there, or made it up afterwards;
 * `target` says how many are enough.
 */
function allCame(year: StageYear, meeting: Commitment): boolean {
  const session = meeting.after ?? "";
  const wanted = attendances(year).flatMap((one) => (one.session === session ? [one.wanted] : []));
  return enough(meeting, wanted, thoseWhoCame(year, (code, had) => !enoughAt(year, code, had)).get(session) ?? NOBODY);
}

const NOBODY: ReadonlySet<string> = new Set();

function enoughAt(year: StageYear, session: string, present: ReadonlySet<string>): boolean {
  const meeting = year.commitments.find((one) => one.kind === "meeting" && one.after === session);
  const wanted = attendances(year).flatMap((one) => (one.session === session ? [one.wanted] : []));
  return meeting !== undefined && enough(meeting, wanted, present);
}

function enough({ target }: Commitment, wanted: readonly (readonly string[])[], present: ReadonlySet<string>): boolean {
  if (present.size === 0) return false;
  if (target !== null) return present.size >= target;
  return wanted.some((all) => all.length > 0 && all.every((id) => present.has(id)));
}
