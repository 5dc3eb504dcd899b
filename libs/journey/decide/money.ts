// The grant: due at the start of its stage-year, payable once its teachers were at a session or a person lets it
// (grant-questions.ts), released when two people
// have approved it (payment.ts: how a run pays it); or withheld. A clawback stands apart from it.

import type { Command, CommandData } from "../commands.ts";
import type { AtHand, Verbs } from "../rules.ts";
import { questionOf } from "../grant-questions.ts";
import { reject, type Rejection, inField } from "../rejection.ts";
import type { Begun, Grant, Journey } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, decided, needsReason, notNow } from "./common.ts";

export const MONEY: Verbs<"ApproveGrant" | "WithholdGrant" | "AdjustGrant" | "RequestClawback" | "RecordRecovery"> = {
  ApproveGrant: (state, { at, by, data }, _, atHand) => {
    const found = findGrant(state, data);
    if ("rejection" in found) return found;
    const { grant, of } = found;
    if (isReleased(grant)) return alreadyReleased();
    if (grant.status !== "payable") {
      const asks = grant.status === "due" ? questionOf(state as Begun, grant) : null;
      if (asks !== null) return reject("grant-not-due", "asks", { cause: asks.cause });
      return reject("grant-not-due", "approve", { status: grant.status });
    }
    if (grant.approvers.includes(by.who)) return reject("self-approval", "grant");
    const fault = overBudget(state, grant, atHand);
    if (fault) return fault;
    const approvers = [...grant.approvers, by.who];
    const approved = { type: "GrantApproved" as const, at, ...of, approver: by.who };
    if (approvers.length < 2) return decided(approved);
    return decided(approved, { type: "GrantReleased", at, ...of, amountPence: grant.amountPence, approvers });
  },

  WithholdGrant: (state, { at, data }) => {
    const found = unreleased(state, data);
    if ("rejection" in found) return found;
    if (found.grant.status === "withheld") return notNow(state, "withheld-already");
    return needsReason(data) ?? decided({ type: "GrantWithheld", at, ...found.of, ...because(data) });
  },

  AdjustGrant: (state, { at, data }) => {
    const found = unreleased(state, data);
    if ("rejection" in found) return found;
    const { grant, of } = found;
    const adjusted = { type: "GrantAdjusted" as const, at, ...of, amountPence: data.amountPence, ...because(data) };
    // A withheld grant is taken up again: it is due, and payable if its teachers were there.
    const reopened = grant.status === "withheld" ? [{ type: "GrantReopened" as const, at, ...of }] : [];
    return needsReason(data) ?? decided(adjusted, ...reopened);
  },

  RequestClawback: (state, { at, data }) => {
    const found = findGrant(state, data);
    if ("rejection" in found) return found;
    const { grant, of } = found;
    if (!isReleased(grant)) return reject("grant-not-due", "claw-back", { status: grant.status });
    const { invoiced } = data;
    const fault = needsReason(data);
    if (grant.clawback.status === "requested" && invoiced !== undefined && invoiced !== grant.clawback.invoiced) {
      const run = keptBackIn(state, grant);
      if (run !== null) return notNow(state, "kept-back", { run });
      return fault ?? decided({ type: "ClawbackInvoiced", at, ...of, invoiced, ...because(data) });
    }
    if (grant.clawback.status !== "none")
      return notNow(state, "clawed-back-already", { clawback: grant.clawback.status });
    const amountPence = Math.min(data.amountPence ?? grant.amountPence, grant.amountPence);
    const how = invoiced === true ? { invoiced } : {};
    return fault ?? decided({ type: "ClawbackRequested", at, ...of, amountPence, ...how, ...because(data) });
  },

  RecordRecovery: (state, { at, data }) => {
    const found = findGrant(state, data);
    if ("rejection" in found) return found;
    const { grant, of } = found;
    if (grant.clawback.status !== "requested") return notNow(state, "no-clawback");
    const run = keptBackIn(state, grant);
    if (run !== null) return notNow(state, "kept-back", { run });
    const asked = grant.clawback.amountPence;
    if ((data.amountPence ?? 0) > asked)
      return invalid([inField("/amount", "more-than-asked-back", { amountPence: asked })]);
    const amountPence = data.amountPence ?? asked;
    const leftPence = data.rest === "let-go" ? 0 : asked - amountPence;
    return decided({ type: "ClawbackRecovered", at, ...of, amountPence, ...(leftPence > 0 && { leftPence }) });
  },
};

export interface Found {
  grant: Grant;
  of: Pick<Grant, "stage" | "academicYear">;
}
type Which = CommandData["ApproveGrant"];

/** The grant that is meant: of the stage and year named, else the latest. */
export function findGrant(state: Journey, which: Which): Found | { rejection: Rejection } {
  const grants = state.status === "none" ? [] : state.grants;
  const grant = grants
    .filter(
      (one) =>
        (which.stage ?? one.stage) === one.stage && (which.academicYear ?? one.academicYear) === one.academicYear,
    )
    .at(-1);
  if (!grant) return reject("grant-not-due", "none");
  const { stage, academicYear } = grant;
  return { grant, of: { stage, academicYear } };
}

function unreleased(state: Journey, which: Which): Found | { rejection: Rejection } {
  const found = findGrant(state, which);
  return "rejection" in found || !isReleased(found.grant) ? found : alreadyReleased();
}

const isReleased = (grant: Grant): boolean => grant.status === "released" || grant.status === "paid";

function alreadyReleased(): { rejection: Rejection } {
  return reject("already-released", "released");
}

/** The run whose payment, not yet made, keeps this grant's clawback back; null where none does. */
export function keptBackIn(state: Journey, { stage, academicYear }: Grant): string | null {
  const grants = state.status === "none" ? [] : state.grants;
  const paying = grants.find(
    (one) =>
      one.status === "released" && one.nets.some((net) => net.stage === stage && net.academicYear === academicYear),
  );
  return paying ? (paying.run ?? "not named") : null;
}

/**
 * Money is committed by the first approval: where the hub has set a budget for the year, all that is committed and
 * released stays within it.
 */
function overBudget(state: Journey, grant: Grant, { budgetOf }: AtHand): { rejection: Rejection } | null {
  const budget = budgetOf?.(grant.hub, grant.academicYear) ?? null;
  if (budget === null) return null;
  const own = (state as Begun).grants.filter(
    (one) => one !== grant && one.hub === grant.hub && one.academicYear === grant.academicYear && isCommitted(one),
  );
  const leftPence =
    budget.allocatedPence -
    budget.elsewherePence -
    own.reduce((sum, one) => sum + one.amountPence - one.clawback.recoveredPence, 0);
  if (grant.amountPence <= leftPence) return null;
  return reject("over-budget", "left", {
    academicYear: grant.academicYear,
    leftPence,
    amountPence: grant.amountPence,
  });
}

/** Counts against the budget: approved by one person at least, released or paid. */
export function isCommitted({ status, approvers }: Pick<Grant, "status" | "approvers">): boolean {
  return status === "released" || status === "paid" || (status === "payable" && approvers.length > 0);
}

/**
 * The budgets (of a hub and academic year) that these commands on a journey may draw on: they are to be at hand, and
 * locked.
 */
export function budgetsConcerned(
  state: Journey,
  commands: readonly Command[],
): { hub: string; academicYear: string }[] {
  if (state.status === "none" || !commands.some(({ type }) => type === "ApproveGrant")) return [];
  return state.grants.filter((one) => !isReleased(one)).map(({ hub, academicYear }) => ({ hub, academicYear }));
}
