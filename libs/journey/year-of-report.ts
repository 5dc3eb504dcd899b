// Of which stage-year a report or an evaluation is. It may come when its year is over, and closes its task then.

import { academicYearOf } from "../calendar/academic-years.ts";
import type { LocalDate } from "../calendar/instants.ts";
import { meetsAfterDay } from "./outcome.ts";
import { stagesOf, yearUnderWay, type Journey, type StageYear } from "./state.ts";

export type Reported = "report" | "evaluation";

/**
 * The year that is over of which a report or an evaluation comes; null where it is one of the year under way. That is
 * the year that is named; else the last one, where it still lacks it and the year under way has none to give yet, or
 * the day on which it came is in it.
 */
export function lateYear(
  state: Journey,
  kind: Reported,
  { academicYear, on }: { academicYear?: string; on: LocalDate },
): StageYear | null {
  const now = yearUnderWay(state);
  const over = stagesOf(state).filter((one) => one.outcome !== "under-way");
  if (academicYear !== undefined)
    return now?.academicYear === academicYear
      ? null
      : (over.findLast((one) => one.academicYear === academicYear) ?? null);
  const last = over.at(-1);
  if (!last || !isLacking(last, kind)) return null;
  if (now === null || academicYearOf(on) === last.academicYear) return last;
  const own = now.commitments.some((one) => one.kind === kind);
  return own && !meetsAfterDay(now, on) ? null : last;
}

function isLacking({ commitments }: StageYear, kind: Reported): boolean {
  return commitments.some((one) => one.kind === kind && (one.status === "missed" || one.status === "open"));
}
