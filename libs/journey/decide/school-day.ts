// A day that somebody gives, and on which a school has to do something: one that is no school day there is a slip, more
// often than not.

import type { LocalDate } from "../../calendar/instants.ts";
import { isSchoolDay, nextSchoolDay, type SchoolCalendar } from "../../calendar/terms.ts";
import type { Because } from "../commands.ts";
import { reject, type Rejection } from "../rejection.ts";

type Fault = { rejection: Rejection } | null;

/** `not-a-school-day` for a day that is none there. */
export function onSchoolDay(calendar: SchoolCalendar, on: LocalDate): Fault {
  return isSchoolDay(calendar, on)
    ? null
    : reject("not-a-school-day", "day", { on, next: nextSchoolDay(calendar, on) });
}

/** The same; but with a reason the day is taken: whoever gives one is told what day it is (libs/service/days.ts). */
export function onSchoolDayOrWhy(calendar: SchoolCalendar, on: LocalDate, { reason, reasonCode }: Because): Fault {
  return reason === undefined && reasonCode === undefined ? onSchoolDay(calendar, on) : null;
}
