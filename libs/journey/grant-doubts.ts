// What is doubtful of a grant as it falls due: a school that comes late to its year, or has had such a grant before.

import type { GrantDoubt, Grants, PlannedCommitment } from "./event-words.ts";
import type { Instant } from "../calendar/instants.ts";
import type { JourneyEvent } from "./events.ts";
import type { Known } from "./state.ts";

/**
 * What a stage-year that begins means for its grant (`gives`: pence, null where no page states one): it falls due. A
 * school that left and comes back in it is given it once; one that was withheld is due again.
 */
export function grantOfYear(
  of: Grants & { at: Instant },
  gives: number | null,
  known: Pick<Known, "grants" | "school" | "aliases">,
  plan: { ofYear: readonly PlannedCommitment[]; left: readonly PlannedCommitment[] },
): JourneyEvent[] {
  const had = known.grants.find((one) => one.stage === of.stage && one.academicYear === of.academicYear);
  const amountPence = had?.amountPence ?? gives;
  if (amountPence === null) return [];
  const found = doubtsOf({ ...of, amountPence }, known, plan);
  const doubts = found.length > 0 ? { doubts: found } : {};
  if (!had) return [{ type: "GrantDue", ...of, amountPence, ...doubts }];
  const again = had.status === "withheld" || (had.status === "due" && found.length > 0);
  return again ? [{ type: "GrantReopened", ...of, ...doubts }] : [];
}

/** The doubts that a person settles before the grant can be payable, the first first. Amounts in pence. */
function doubtsOf(
  grant: Grants & { amountPence: number },
  known: Pick<Known, "grants" | "school" | "aliases">,
  plan: { ofYear: readonly PlannedCommitment[]; left: readonly PlannedCommitment[] },
): GrantDoubt[] {
  const before: GrantDoubt[] = mayHaveHad(grant, known) ? [{ cause: "paid-before" }] : [];
  const [all, left] = [plan.ofYear, plan.left].map((one) => one.filter(({ kind }) => kind === "meeting").length);
  if (all === undefined || left === undefined || left >= all) return before;
  // The meetings that are left over the meetings of the year, in whole pence (assumption: no page speaks of it).
  return [...before, { cause: "placed-late", proposedPence: Math.round((grant.amountPence * left) / all) }];
}

/**
 * A Development grant is paid once a school and phase. Was one paid in this journey, and did not come back whole; or
 * was the school in such a Work Group before, or can nobody say whether it was; or did it follow another school, of
 * whose grants this journey does not know all?
 */
function mayHaveHad(
  { stage, academicYear }: Grants,
  { grants, school, aliases }: Pick<Known, "grants" | "school" | "aliases">,
): boolean {
  if (stage !== "development") return false;
  const here = grants.some(
    (one) =>
      one.stage === stage &&
      one.academicYear !== academicYear &&
      (one.status === "paid" || one.status === "released") &&
      one.clawback.recoveredPence < one.amountPence,
  );
  const elsewhere = school.history.some(
    (one) =>
      "unknown" in one || ("stage" in one && one.stage !== "readiness" && (one.phase ?? school.phase) === school.phase),
  );
  return here || elsewhere || aliases.length > 0;
}
