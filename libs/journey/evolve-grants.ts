// The grants of a journey, folded from their events: one a stage-year.

import type { JourneyEvent } from "./events.ts";
import type { Grant } from "./state.ts";

/** The grants one event later; the same list where the event is about something else. `hub`: the school's hub now. */
export function evolveGrants(grants: readonly Grant[], event: JourneyEvent, hub: string): readonly Grant[] {
  if (event.type === "GrantDue") {
    const { stage, academicYear, amountPence } = event;
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
        run: null,
        preparedBy: null,
        authorisedBy: null,
        nets: [],
        clawback: { status: "none", amountPence: 0, recoveredPence: 0, requestedAt: null },
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

function changeOf(event: JourneyEvent): ((grant: Grant) => Partial<Grant>) | null {
  switch (event.type) {
    case "GrantPayable":
      return () => ({ status: "payable" });
    // Back to waiting for the first session: what was approved was approved on facts that fell.
    case "GrantReopened":
      return () => ({ status: "due", withheldFor: null, approvers: [] });
    case "GrantApproved":
      return (grant) => ({ approvers: [...grant.approvers, event.approver] });
    case "GrantReleased":
      return () => ({ status: "released", releasedAt: event.at });
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
      return () => ({ run: null, preparedBy: null, authorisedBy: null, nets: [] });
    case "GrantPaid":
      return () => ({ status: "paid" });
    case "ClawbackRequested":
      return ({ clawback }) => ({
        clawback: { ...clawback, status: "requested", amountPence: event.amountPence, requestedAt: event.at },
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
