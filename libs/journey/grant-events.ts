// What happens to a grant, from its falling due to what of it comes back: listed once for all who ask which grant an
// event is about.

import type { EventType, JourneyEvent } from "./events.ts";

const OF_GRANTS: readonly EventType[] = [
  "GrantDue",
  "GrantPayable",
  "GrantReopened",
  "GrantApproved",
  "GrantReleased",
  "GrantWithheld",
  "GrantAdjusted",
  "GrantDecided",
  "GrantRecalled",
  "PaymentRunPrepared",
  "PaymentRunAuthorised",
  "GrantPaid",
  "PaymentFailed",
  "PaymentHeld",
  "PaymentReturned",
  "PaymentRunCancelled",
  "ClawbackRequested",
  "ClawbackInvoiced",
  "ClawbackReopened",
  "ClawbackRecovered",
];

/** Whether an event is about the grant of one stage-year. */
export function isOfGrant(
  event: JourneyEvent,
  { stage, academicYear }: { stage: string; academicYear: string },
): boolean {
  return (
    OF_GRANTS.includes(event.type) &&
    "academicYear" in event &&
    "stage" in event &&
    event.stage === stage &&
    event.academicYear === academicYear
  );
}
