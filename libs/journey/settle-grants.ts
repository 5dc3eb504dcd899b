// What becomes of a grant by itself, from the evidence: it becomes payable, or waits again.

import type { Instant } from "../calendar/instants.ts";
import type { JourneyEvent } from "./events.ts";
import { stagesOf, type Begun, type Grant } from "./state.ts";

/**
 * The grant is payable once participants have attended the first session (an assumption), also if its
 * year is over.
 */
export function ofGrant(state: Begun, grant: Grant, at: Instant): JourneyEvent[] {
  const { stage, academicYear } = grant;
  const year = stagesOf(state).findLast((one) => one.stage === stage && one.academicYear === academicYear);
  const first = year?.commitments.find((one) => one.kind === "meeting" && one.status !== "waived");
  const attended = first?.status === "met";
  if (grant.status === "due" && attended) return [{ type: "GrantPayable", at, stage, academicYear }];
  if (grant.status === "payable" && !attended) return [{ type: "GrantReopened", at, stage, academicYear }];
  return [];
}
