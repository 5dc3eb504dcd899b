// By which records a promise of a stage-year is kept, or on its way to be: what stands as evidence for it, and no more.

import { attendances, registersOf, visits, visitsByCommitment } from "./settle-evidence.ts";
import type { Commitment, Evidence, StageYear } from "./state.ts";

/** The records that count for a promise, in the order in which they came; none for what is kept by naming people. */
export function keptBy(year: StageYear, commitment: Commitment): readonly Evidence[] {
  const { code, kind, after } = commitment;
  switch (kind) {
    case "teachers":
      return [];
    case "session":
    case "headteachers-session":
      return registersOf(year, code);
    case "meeting":
      return attendances(year).filter((one) => one.session === after && one.present.length > 0);
    case "headteacher-first-workshop":
    case "headteachers-meeting":
      return attendances(year).filter((one) => one.session === after && one.headteacher);
    case "visit":
      return [visitsByCommitment(year).get(code) ?? []].flat();
    case "headteacher-meeting":
      return visits(year).filter((one) => one.headteacher && isFor(year, commitment, one));
    case "in-school-support":
      return visits(year);
    case "release-days":
      return year.evidence.filter(
        (one) => one.kind === "release-days" || (one.kind === "attendance" && one.present.length > 0),
      );
    case "gap-task":
      return year.evidence.filter((one) => one.kind === "gap-task" && one.commitment === code);
    case "action-plan":
    case "report":
    case "evaluation":
    case "theme":
      return year.evidence.filter((one) => one.kind === kind);
    default:
      return kind satisfies never;
  }
}

/** A talk with the headteacher counts at its own visit, and at another of the same days; without a visit, at any. */
function isFor(year: StageYear, { code, after, within }: Commitment, visit: Extract<Evidence, { kind: "visit" }>) {
  if (after === null || code === "headteacher-meeting") return true;
  if (visitsByCommitment(year).get(after) === visit) return true;
  return within !== null && within.from <= visit.on && visit.on <= within.to;
}
