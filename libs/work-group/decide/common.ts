// What several decisions on a Work Group ask of it.

import { firstDay, lastDay } from "../../calendar/academic-years.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { SchoolCalendar } from "../../calendar/terms.ts";
import { reject, type Rejection, inField } from "../../journey/rejection.ts";
import type { Rules } from "../../journey/rules.ts";
import { invalid } from "../../journey/wire.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { CommandName, CommandOf } from "../commands.ts";
import type { GroupEvent } from "../events.ts";
import type { Formed, WorkGroup } from "../state.ts";

export type Decision = { events: GroupEvent[] } | { rejection: Rejection };
/** A function a verb: the group, the command, the rules to decide by. */
export type Decide<N extends CommandName> = (group: WorkGroup, command: CommandOf<N>, rules: Rules) => Decision;
/** What stands against a command; null where nothing does. */
export type Fault = { rejection: Rejection } | null;

/** A decision on a Work Group whose year is not over; else `not-found` or `not-in-this-state`. */
export function formed<N extends CommandName>(
  verb: (group: Formed, command: CommandOf<N>, rules: Rules) => Decision,
): Decide<N> {
  return (group, command, rules) => {
    if (group.status === "none") return reject("not-found", "work-group");
    if (group.status === "ended")
      return reject("not-in-this-state", "group-year-over", { academicYear: group.academicYear });
    return verb(group, command, rules);
  };
}

/** The calendar by which the hub's schools meet. */
export function calendarOf({ calendar, calendarOf: of }: Rules, hub: string): SchoolCalendar {
  return of ? of({ hub }) : calendar;
}

/** Has the programme a session of this code? */
export function isSessionOf({ commitments }: Pick<Prospectus, "commitments">, code: string): boolean {
  if (code === "headteachers-session") return commitments.headteachers !== null;
  const number = /^session-([1-9]\d?)$/u.exec(code)?.[1];
  return number !== undefined && Number(number) <= commitments.meetings.due.value.length;
}

/** `unknown-session`, with those that the group has. */
export function unknownSession(group: Formed): { rejection: Rejection } {
  return reject("unknown-session", "work-group", { codes: group.sessions.map((one) => one.code) });
}

/** `not-in-this-state`: what has been held is not moved. */
export function held(): { rejection: Rejection } {
  return reject("not-in-this-state", "group-session-held");
}

/** `invalid` where the day is past already, or not of the group's academic year. */
export function withinYear(group: Formed, at: Instant, on: LocalDate): Fault {
  const [first, last] = [firstDay(group.academicYear), lastDay(group.academicYear)];
  const from = localDate(at) > first ? localDate(at) : first;
  return on < from || on > last ? invalid([inField("/on", "on-in-the-group-year", { from, last })]) : null;
}
