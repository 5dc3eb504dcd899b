// A register that nobody took is a task of its Work Group from the day after the session on.

import { addDays } from "../calendar/dates.ts";
import { startOfDay, type Instant, type LocalDate } from "../calendar/instants.ts";
import type { SchoolCalendar } from "../calendar/terms.ts";
import { dayToDecide } from "../journey/decide/common.ts";

/** Since when it is one, of a session that was on this day, and by when somebody sees to it: as any other task. */
export function registerTask(calendar: SchoolCalendar, on: LocalDate): { openedAt: Instant; dueOn: LocalDate } {
  const openedAt = startOfDay(addDays(on, 1));
  return { openedAt, dueOn: dayToDecide(calendar, openedAt) };
}
