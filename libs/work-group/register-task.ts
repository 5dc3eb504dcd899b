// A register that nobody took is a task of its Work Group from the day after the session on; the group's other task is
// that it has too few schools.

import { firstDay } from "../calendar/academic-years.ts";
import { addDays } from "../calendar/dates.ts";
import { startOfDay, type Instant, type LocalDate } from "../calendar/instants.ts";
import type { SchoolCalendar } from "../calendar/terms.ts";
import { dayToDecide } from "../journey/decide/common.ts";
import { members, type Formed } from "./state.ts";
import { registerTaskId, tooFewTaskId } from "./task-ids.ts";

/** Since when it is one, of a session that was on this day, and by when somebody sees to it: as any other task. */
export function registerTask(calendar: SchoolCalendar, on: LocalDate): { openedAt: Instant; dueOn: LocalDate } {
  const openedAt = startOfDay(addDays(on, 1));
  return { openedAt, dueOn: dayToDecide(calendar, openedAt) };
}

/** A task of a group, by its id, with its day and whose it is (an opaque id; null: whoever settles such tasks). */
export interface OpenTask {
  task: string;
  dueOn: LocalDate;
  assignee: string | null;
}

/** What waits for somebody in a group whose year is not over, on a day (London). */
export function openTasks(group: Formed, calendar: SchoolCalendar, day: LocalDate): OpenTask[] {
  const { academicYear, task, sessions } = group;
  const untaken = sessions.filter(
    ({ status, on }) => status === "scheduled" && on >= firstDay(academicYear) && on < day,
  );
  return [
    ...(task === null
      ? []
      : [{ task: tooFewTaskId(academicYear), dueOn: task.dueOn, assignee: task.given?.assignee ?? null }]),
    ...(members(group).length === 0 ? [] : untaken).map(({ code, on, given }) => ({
      task: registerTaskId(academicYear, code),
      dueOn: given?.dueOn ?? registerTask(calendar, on).dueOn,
      assignee: given?.assignee ?? null,
    })),
  ];
}
