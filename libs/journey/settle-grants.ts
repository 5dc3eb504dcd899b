// What becomes of a grant by itself: it becomes payable, or waits again; and a task about it closes once nothing is
// left to decide. A task opens by time (due.ts), for its day is a school day.

import type { Instant } from "../calendar/instants.ts";
import type { JourneyEvent } from "./events.ts";
import { grantTask, isPayable, questionOf } from "./grant-questions.ts";
import type { Begun, Grant } from "./state.ts";

/** What follows for a grant from how things stand, also if its year is over. */
export function ofGrant(state: Begun, grant: Grant, at: Instant): JourneyEvent[] {
  const { stage, academicYear, status } = grant;
  if (status === "due" && isPayable(state, grant)) return [{ type: "GrantPayable", at, stage, academicYear }];
  if (status === "payable" && !isPayable(state, grant)) return [{ type: "GrantReopened", at, stage, academicYear }];
  return [];
}

/** Tasks about grants in which nothing is left to decide. */
export function answered(state: Begun, at: Instant): JourneyEvent[] {
  const asked = state.grants.flatMap((grant) => questionOf(state, grant) ?? []).map(grantTask);
  return state.tasks
    .filter((task) => task.status === "open" && task.grant !== null && !asked.includes(task.id))
    .map((task): JourneyEvent => ({ type: "TaskClosed", at, task: task.id }));
}
