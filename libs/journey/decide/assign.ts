// A task is given to somebody, with another day or the same: of a journey, or of a Work Group.

import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { SchoolCalendar } from "../../calendar/terms.ts";
import { inField, type Rejection } from "../rejection.ts";
import { invalid } from "../wire.ts";
import { onSchoolDay } from "./school-day.ts";

interface Asked {
  task: string;
  assignee: string;
  dueOn?: LocalDate;
}
export type Assigned = Asked & { type: "TaskAssigned"; at: Instant };

/** Gives the task that is `open`; nothing where it is so already. Rejects a day that is past, or no school day. */
export function assign(
  open: { assignee: string | null; dueOn: LocalDate | null },
  { task, assignee, dueOn }: Asked,
  at: Instant,
  calendar: SchoolCalendar,
): { events: Assigned[] } | { rejection: Rejection } {
  if (dueOn !== undefined && dueOn < localDate(at)) return invalid([inField("/dueOn", "day-to-decide-past")]);
  const day = dueOn === undefined ? null : onSchoolDay(calendar, dueOn);
  if (day) return day;
  if (open.assignee === assignee && (dueOn === undefined || dueOn === open.dueOn)) return { events: [] };
  return { events: [{ type: "TaskAssigned", at, task, assignee, ...(dueOn !== undefined && { dueOn }) }] };
}
