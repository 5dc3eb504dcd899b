// The grants of a journey, folded from their events: one a stage-year.

import type { Recorded } from "./events.ts";
import type { Grant } from "./state.ts";

/** The grants one event later; the same list where the event is about something else. `hub`: the school's hub now. */
export function evolveGrants(grants: readonly Grant[], event: Recorded, hub: string): readonly Grant[] {
  if (event.type === "GrantDue") {
    const { stage, academicYear, amountPence, doubts = [] } = event;
    return [
      ...grants,
      {
        stage,
        academicYear,
        amountPence,
        hub,
        status: "due",
        withheldFor: null,
        approvers: [],
        releasedAt: null,
        releasedBy: null,
        doubts,
        settled: [],
        permitted: false,
        heldBack: false,
        run: null,
        preparedBy: null,
        authorisedBy: null,
        nets: [],
        clawback: { status: "none", amountPence: 0, recoveredPence: 0, requestedAt: null, invoiced: false },
      },
    ];
  }
  if (!("academicYear" in event) || !("stage" in event)) return grants;
  const change = changeOf(event);
  if (change === null) return grants;
  return grants.map((grant) =>
    grant.stage === event.stage && grant.academicYear === event.academicYear ? { ...grant, ...change(grant) } : grant,
  );
}

/** It waits for another run. */
const IN_NO_RUN = { run: null, preparedBy: null, authorisedBy: null, nets: [] } as const;

function changeOf(event: Recorded): ((grant: Grant) => Partial<Grant>) | null {
  switch (event.type) {
    case "GrantPayable":
      return () => ({ status: "payable" });
    // Back to waiting: what was approved was approved on facts that fell. One that was withheld is looked at anew.
    case "GrantReopened":
      return ({ status, settled, permitted, doubts }) => ({
        status: "due",
        doubts: event.doubts ?? doubts,
        withheldFor: null,
        approvers: [],
        ...(status === "withheld" ? { settled: [], permitted: false } : { settled, permitted }),
      });
    case "GrantApproved":
      return (grant) => ({ approvers: [...grant.approvers, event.approver] });
    case "GrantReleased":
      return () => ({ status: "released", releasedAt: event.at, releasedBy: event.seq });
    case "GrantDecided": {
      const { cause, permits = false, at } = event;
      return ({ settled, permitted, heldBack }) => ({
        settled: [...settled.filter((one) => one.cause !== cause), { cause, at }],
        permitted: permitted || permits,
        heldBack: heldBack && cause !== "held-back",
      });
    }
    case "GrantRecalled":
      return () => ({ status: "due", approvers: [], releasedAt: null, releasedBy: null, ...IN_NO_RUN });
    case "GrantWithheld":
      return () => ({ status: "withheld", withheldFor: event.reasonId ?? null });
    // The approvals were of another amount.
    case "GrantAdjusted":
      return () => ({ amountPence: event.amountPence, approvers: [] });
    case "PaymentRunPrepared":
      return () => ({ run: event.run, preparedBy: event.preparedBy, authorisedBy: null, nets: event.nets ?? [] });
    case "PaymentRunAuthorised":
      return () => ({ authorisedBy: event.authorisedBy });
    case "PaymentFailed":
    case "PaymentRunCancelled":
      return () => IN_NO_RUN;
    case "PaymentHeld":
      return ({ settled, heldBack }) => ({
        ...IN_NO_RUN,
        heldBack: heldBack || event.until === "decision",
        settled: settled.filter((one) => one.cause !== "held-back"),
      });
    case "PaymentReturned":
      return () => ({ status: "released", ...IN_NO_RUN });
    case "GrantPaid":
      return () => ({ status: "paid" });
    default:
      return ofClawback(event);
  }
}

/** What was asked back of it, and came. */
function ofClawback(event: Recorded): ((grant: Grant) => Partial<Grant>) | null {
  switch (event.type) {
    case "ClawbackRequested":
      return ({ clawback }) => ({
        clawback: {
          ...clawback,
          status: "requested",
          amountPence: event.amountPence,
          requestedAt: event.at,
          invoiced: event.invoiced ?? false,
        },
      });
    case "ClawbackInvoiced":
      return ({ clawback }) => ({ clawback: { ...clawback, invoiced: event.invoiced } });
    case "ClawbackReopened":
      return ({ clawback }) => ({
        clawback: {
          ...clawback,
          status: "requested",
          amountPence: event.amountPence + (clawback.status === "requested" ? clawback.amountPence : 0),
          recoveredPence: clawback.recoveredPence - event.amountPence,
        },
      });
    case "ClawbackRecovered":
      return ({ clawback }) => {
        const { amountPence, leftPence = 0 } = event;
        const recoveredPence = clawback.recoveredPence + amountPence;
        return {
          clawback: {
            ...clawback,
            recoveredPence,
            ...(leftPence > 0 ? { amountPence: leftPence } : { status: "recovered", amountPence: recoveredPence }),
          },
        };
      };
    default:
      return null;
  }
}
