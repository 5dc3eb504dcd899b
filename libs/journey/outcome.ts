// How a stage-year comes out: what its evidence says of it, and what follows from that for the next stage.

import { localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import type { Participant, StageOutcome, StageYear } from "./state.ts";
import { filledAt } from "./teachers.ts";

/** What comes after what. */
export const AFTER: Readonly<Record<Stage, Stage>> = {
  readiness: "development",
  development: "embedding",
  embedding: "sustaining",
  sustaining: "sustaining",
};
const ORDER: readonly Stage[] = ["readiness", "development", "embedding", "sustaining"];

/** Is `stage` one that needs the stage `before` behind it? */
export function isBeyond(stage: Stage, before: Stage): boolean {
  return ORDER.indexOf(stage) > ORDER.indexOf(before);
}

/** So much of the places at meetings makes a year completed, where nobody decides (assumption). */
const ENOUGH = { of: 3, filled: 2 };

/**
 * What the evidence says: places at the meetings of the whole year, how many were filled, and what that comes to.
 * `before`: of the places, those at meetings that the group had held before the school was one of it; `letGo`: of those
 * that count as filled, those that nobody had to fill.
 */
export interface Evident {
  places: number;
  before: number;
  filled: number;
  letGo: number;
  outcome: "completed" | "not-completed" | "interrupted";
}

/**
 * What the evidence says of a stage-year. A meeting that was let go, or called off, counts as filled, but not for a
 * school that came to none and missed one; those before a late placement count, and were not filled. Where nothing was
 * held it is `interrupted`.
 */
export function evidentOutcome(year: StageYear, participants: readonly Participant[]): Evident {
  const meetings = year.commitments.filter(({ kind }) => kind === "meeting");
  const asked = year.teachers?.asked ?? 1;
  const places = (year.closing?.meetings ?? meetings.length) * asked;
  const waived = meetings.filter(({ status }) => status === "waived");
  const there = meetings
    .filter((one) => !waived.includes(one))
    .reduce((sum, one) => sum + Math.min(asked, filledAt(year, one.after ?? "", participants).size), 0);
  const letGo = waived.length * asked;
  const filled = there + letGo;
  const sessions = year.commitments.filter(({ kind }) => kind === "session");
  const held = sessions.length === 0 || sessions.some(({ status }) => status === "met");
  const stayedAway = there === 0 && waived.length < meetings.length;
  const enough = filled * ENOUGH.of >= places * ENOUGH.filled && !stayedAway;
  const before = Math.max(0, places - meetings.length * asked);
  return { places, before, filled, letGo, outcome: !held ? "interrupted" : enough ? "completed" : "not-completed" };
}

/** Is a meeting still to come, after a moment? */
export function meetsAfter(year: StageYear, at: Instant): boolean {
  const today = localDate(at);
  return year.commitments.some(({ kind, status, dueOn }) => kind === "session" && status === "open" && dueOn >= today);
}

/** The same after a day, which may lie in the past. */
export function meetsAfterDay(year: StageYear, day: LocalDate): boolean {
  return year.commitments.some(({ kind, status, dueOn }) => kind === "session" && status !== "waived" && dueOn > day);
}

/** How a stage-year ends as things stand: as it was decided, else as the evidence has it. */
export function outcomeNow(
  year: StageYear,
  participants: readonly Participant[],
): Exclude<StageOutcome, "under-way" | "withdrawn"> {
  if (year.readinessAsked) return year.ready === true ? "completed" : "not-ready";
  if (year.completed !== null) return year.completed ? "completed" : "not-completed";
  return year.closing === null ? "completed" : evidentOutcome(year, participants).outcome;
}

/** Does a stage-year that is over count as an earlier stage? The hub lead may say so of one that was not completed. */
export function countsAsDone({ outcome, counts }: Pick<StageYear, "outcome" | "counts">): boolean {
  return outcome === "completed" || counts;
}
