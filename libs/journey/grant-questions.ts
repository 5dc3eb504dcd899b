// What a person has to decide about a grant before it can be paid, or after it was; and whether it may be paid as
// things stand. A grant waits for nobody in silence: where the rules do not pay it, there is a question, and a task for
// it.

import type { AskedOfGrant, GrantCause } from "./event-words.ts";
import { currentYear, stagesOf, type Begun, type Grant, type StageYear } from "./state.ts";
import { lackingTeachers, placesSeen } from "./teachers.ts";

/** So many sessions a school has had, or was to have had, before somebody is asked about teachers who were at none. */
const SESSIONS_TO_WAIT = 2;

/** What is to be decided about a grant now; null where nothing is. */
export function questionOf(state: Begun, grant: Grant): AskedOfGrant | null {
  const year = yearOf(state, grant);
  const causes = grant.status === "paid" ? ofPaid(state, grant, year) : ofUnpaid(state, grant, year);
  const cause = causes.find((one) => !isSettled(state, grant, one));
  if (cause === undefined) return null;
  const proposedPence = grant.doubts.find((one) => one.cause === cause)?.proposedPence;
  const missing = cause === "teachers-missing" && year !== null ? missingOf(state, year) : 0;
  return {
    stage: grant.stage,
    academicYear: grant.academicYear,
    cause,
    paid: grant.status === "paid",
    ...(proposedPence !== undefined && { proposedPence }),
    ...(missing > 0 && { missing }),
  };
}

/** The id of the task about a question: one a grant, cause, and side of the payment. */
export const grantTask = ({ academicYear, stage, cause, paid }: AskedOfGrant): string =>
  `${academicYear}/${stage}-grant${paid ? "-paid" : ""}-${cause}`;

/** May it be approved as things stand: its teachers were at a session or a person lets it, and nothing else is open? */
export function isPayable(state: Begun, grant: Grant): boolean {
  const year = yearOf(state, grant);
  const open = stopsOf(state, grant, year).some((cause) => !isSettled(state, grant, cause));
  return !open && (grant.permitted || hasItsTeachers(state, grant, year));
}

/** What keeps a released grant out of a payment run, or an unpaid one from going out; null where nothing does. */
export function stopOf(state: Begun, grant: Grant): GrantCause | null {
  return stopsOf(state, grant, yearOf(state, grant)).find((cause) => !isSettled(state, grant, cause)) ?? null;
}

/** Does a decision to release on this ground let it be paid whoever of the teachers was where? */
export const permits = (cause: GrantCause): boolean =>
  cause !== "held-back" && cause !== "paid-before" && cause !== "placed-late";

/** The stage-year that a grant is of. */
function yearOf(state: Begun, { stage, academicYear }: Grant): StageYear | null {
  return stagesOf(state).findLast((one) => one.stage === stage && one.academicYear === academicYear) ?? null;
}

/** Is a grant of a stage-year that asks for its teachers? One of before goes on by the rules of before. */
export const isOfYearThatAsks = (state: Begun, grant: Grant): boolean => isAsked(yearOf(state, grant));

/** A year that began before the service asked for its teachers goes on as it began. */
const isAsked = (year: StageYear | null): year is StageYear => year !== null && year.teachers !== null;

/** A pause is asked about once each time; all else once. */
function isSettled(state: Begun, { settled }: Grant, cause: GrantCause): boolean {
  const pausedAt = cause === "paused" && state.status === "paused" ? state.pausedAt : "";
  return settled.some((one) => one.cause === cause && one.at >= pausedAt);
}

function ofUnpaid(state: Begun, grant: Grant, year: StageYear | null): GrantCause[] {
  if (grant.status === "withheld") return [];
  return [...stopsOf(state, grant, year), ...(isAsked(year) ? ofTeachers(state, grant, year) : [])];
}

/** Nothing goes out while one of these is open, whatever the teachers did. */
function stopsOf(state: Begun, grant: Grant, year: StageYear | null): GrantCause[] {
  if (grant.status === "paid" || grant.status === "withheld") return [];
  const held: GrantCause[] = grant.heldBack ? ["held-back"] : [];
  if (!isAsked(year)) return held;
  const moved: GrantCause[] = state.hub !== grant.hub && year.outcome !== "completed" ? ["moved"] : [];
  return [...ofCourse(state, year), ...moved, ...held, ...grant.doubts.map(({ cause }) => cause)];
}

/** What was paid for a year that then did not run its course. */
function ofPaid(state: Begun, { clawback }: Grant, year: StageYear | null): GrantCause[] {
  return isAsked(year) && clawback.status === "none" ? ofCourse(state, year) : [];
}

/** A year that is earned is paid, whatever comes after. */
function ofCourse(state: Begun, year: StageYear): GrantCause[] {
  switch (year.outcome) {
    case "withdrawn":
      return ["withdrawn"];
    case "not-completed":
      return ["not-completed"];
    case "interrupted":
      return gone(year) > 0 && held(year) === 0 ? [] : ["paused"];
    case "under-way":
      return state.status === "paused" && currentYear(state) === year && isToCome(year) ? ["paused"] : [];
    case "completed":
    case "not-ready":
      return [];
    default:
      return year.outcome satisfies never;
  }
}

/** Its teachers were not all at a session, and the school has had its sessions, or its hub did not hold them. */
function ofTeachers(state: Begun, grant: Grant, year: StageYear): GrantCause[] {
  if (grant.status !== "due" || grant.permitted || hasItsTeachers(state, grant, year)) return [];
  const over = year.outcome !== "under-way";
  if (held(year) + gone(year) < SESSIONS_TO_WAIT && isToCome(year) && !over) return [];
  return [gone(year) > 0 && held(year) < SESSIONS_TO_WAIT ? "hub-did-not-hold" : "teachers-missing"];
}

/**
 * Each place that the page asks for was filled at a session, by teachers who are fit or excepted; once its year is
 * over, who has left since changes nothing. In a year of before: the first session was attended.
 */
function hasItsTeachers(state: Begun, { status }: Grant, year: StageYear | null): boolean {
  if (year === null) return false;
  if (!isAsked(year)) return isFirstAttended(year);
  if (missingOf(state, year) > 0) return false;
  if (year === currentYear(state)) return lackingTeachers(year, state.participants).length === 0;
  return status === "payable" || year.commitments.some((one) => one.kind === "teachers" && one.status === "met");
}

/** How many of the places that the page asks for were filled at no session of the year. */
function missingOf({ participants }: Begun, year: StageYear): number {
  return Math.max(0, (year.teachers?.asked ?? 0) - placesSeen(year, participants).size);
}

function isFirstAttended({ commitments }: StageYear): boolean {
  return commitments.find((one) => one.kind === "meeting" && one.status !== "waived")?.status === "met";
}

const sessions = (year: StageYear) => year.commitments.filter((one) => one.kind === "session");
const held = (year: StageYear): number => sessions(year).filter((one) => one.status === "met").length;
/** Missed by the hub, or called off. */
const gone = (year: StageYear): number =>
  sessions(year).filter(
    ({ code, status }) => status === "missed" || (status === "waived" && year.calledOff.includes(code)),
  ).length;
const isToCome = (year: StageYear): boolean => sessions(year).some((one) => one.status === "open");
