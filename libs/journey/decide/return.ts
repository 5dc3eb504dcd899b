// Where a return from a pause takes a school whose stage-year is over.

import { academicYearOf, nextAcademicYear, settledBy } from "../../calendar/academic-years.ts";
import type { LocalDate } from "../../calendar/instants.ts";
import type { Stage } from "../../prospectus/prospectus.ts";
import { AFTER, countsAsDone, isBeyond } from "../outcome.ts";
import type { Paused } from "../state.ts";

/** The stage that was the last to be completed, and the academic year in which something was last begun. */
interface Before {
  completed: Stage | null;
  lastYear: string | null;
}

/**
 * Until 31 October it enters the year under way, later the next to begin: the stage that was settled before the pause;
 * else the one after the last that it completed, Sustaining if a whole year was missed since Development; else the one
 * that was left.
 */
export function entersOn(state: Paused, today: LocalDate): { stage: Stage; academicYear: string } {
  const now = academicYearOf(today);
  const open = today <= settledBy(now) ? now : nextAcademicYear(now);
  const { next } = state;
  const settled = next !== null && !isHeld(state) ? next : null;
  const academicYear = settled !== null && settled.academicYear > open ? settled.academicYear : open;
  return { academicYear, stage: settled?.stage ?? stageAfter(state, academicYear) };
}

/** What was settled needs a stage that the school did not complete. */
function isHeld({ next, past }: Paused): boolean {
  const last = past.at(-1);
  if (next === null || last === undefined || last.outcome === "interrupted") return false;
  return !countsAsDone(last) && isBeyond(next.stage, last.stage);
}

function stageAfter(state: Paused, enters: string): Stage {
  const { completed, lastYear } = beforeReturn(state);
  if (completed === null) return state.left;
  const missed = lastYear === null || nextAcademicYear(lastYear) < enters;
  return missed && completed !== "readiness" ? "sustaining" : AFTER[completed];
}

function beforeReturn({ past, school }: Paused): Before {
  const done = past.findLast(countsAsDone);
  const told = school.history.flatMap((one) =>
    "stage" in one && one.stage !== "readiness" && (one.phase ?? school.phase) === school.phase ? [one] : [],
  );
  const specialist = school.history.some((one) => "masterySpecialistDepartment" in one);
  const first = told.toSorted((one, other) => (one.academicYear < other.academicYear ? -1 : 1)).at(-1);
  const completed = done?.stage ?? first?.stage ?? (specialist ? "development" : null);
  return { completed, lastYear: past.at(-1)?.academicYear ?? first?.academicYear ?? null };
}
