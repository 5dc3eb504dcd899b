// Until when a theme of a Sustaining year can be chosen.

import type { LocalDate } from "../calendar/instants.ts";
import { secondMonday, termsOf, type SchoolCalendar } from "../calendar/terms.ts";
import type { Theme } from "./prospectus.ts";

/**
 * Why a theme is not offered any more on a day; null while it is. One with central sessions of its own closes when
 * those begin: on the second Monday of the autumn term (assumption: the page says that they have begun, not when). The
 * others stay open as long as schools enrol.
 */
export function closedTheme(
  { closed }: Theme,
  academicYear: string,
  calendar: SchoolCalendar,
  on: LocalDate,
): string | null {
  const autumn = termsOf(calendar, academicYear).find(({ term }) => term === "autumn");
  return closed !== undefined && autumn !== undefined && on >= secondMonday(autumn) ? closed : null;
}
