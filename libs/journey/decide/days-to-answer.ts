// How long a school has to answer, and a hub to place it: in school days, and so that nobody learns of a session when
// it is too late to release a teacher for it.

import { lastDay } from "../../calendar/academic-years.ts";
import { addDays, daysBetween } from "../../calendar/dates.ts";
import { instantAt, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import {
  addSchoolDays,
  nextSchoolDay,
  previousSchoolDay,
  schoolDayAt9,
  type SchoolCalendar,
} from "../../calendar/terms.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import type { Because } from "../commands.ts";
import { isTeachers } from "../group-dates.ts";
import { planOf } from "../plan.ts";
import type { EventOf } from "../events.ts";
import { inField, reject, type Rejection } from "../rejection.ts";
import type { GroupAtHand } from "../rules.ts";
import { invalid } from "../wire.ts";
import { onSchoolDayOrWhy } from "./school-day.ts";

/** So many school days before the first session that it would have, a school has answered, and has been placed. */
const DAYS_BEFORE_SESSION = 10;
/** Where that leaves fewer, a school still has so many to answer: a school week (assumption: no page says). */
const LEAST_TO_ANSWER = 5;
/** So many a hub has to place a school that accepted, however near the first session is (assumption). */
const DAYS_TO_PLACE = 10;
/** It becomes somebody's task so many school days before its day, and not before so many after the acceptance. */
const TASK_BEFORE = 10;
const TASK_AFTER = 5;

/**
 * The latest day for an answer to an offer that is made now: ten school days before the first session that the school
 * would still have; where that leaves fewer than five, five. Null where no session is to come.
 */
export function latestToAnswer(
  prospectus: Prospectus,
  calendar: SchoolCalendar,
  at: Instant,
  group: GroupAtHand | null,
): LocalDate | null {
  const today = localDate(at);
  const session = firstSession(prospectus, calendar, group, today);
  return session === null
    ? null
    : later(addSchoolDays(calendar, session, -DAYS_BEFORE_SESSION), addSchoolDays(calendar, today, LEAST_TO_ANSWER));
}

/**
 * The last day to answer: as asked, else as many school days on as the prospectus keeps an offer open (`offerDays`),
 * but not after `latest`. Never after the academic year: `not-in-this-state` where no school day of it is left. One
 * that was asked for and is no school day is `not-a-school-day`, one after `latest` `reason-required`: both are taken
 * with a reason.
 */
export function lastDayToAnswer(
  prospectus: Prospectus,
  calendar: SchoolCalendar,
  at: Instant,
  { respondBy: asked, ...why }: Because & { respondBy?: LocalDate },
  latest: LocalDate | null = null,
): LocalDate | { rejection: Rejection } {
  const today = localDate(at);
  const last = lastDay(prospectus.academicYear);
  if (asked === undefined) {
    const usual = addSchoolDays(calendar, today, prospectus.offerDays.value);
    const meant = latest === null || usual < latest ? usual : latest;
    if (meant <= last) return meant;
    const left = previousSchoolDay(calendar, last);
    return left > today ? left : reject("not-in-this-state", "no-day-to-answer", { last: left });
  }
  if (asked < today || asked > last) return invalid([inField("/respondBy", "respond-by", { last })]);
  const fault = onSchoolDayOrWhy(calendar, asked, why);
  if (fault) return fault;
  const unexplained = why.reason === undefined && why.reasonCode === undefined;
  return latest !== null && asked > latest && unexplained
    ? reject("reason-required", "respond-by-late", { latest })
    : asked;
}

/** The days of an offer that is made now: its last, when it reminds, and when it lapses: not on a day off. */
export function offerDays(
  prospectus: Prospectus,
  calendar: SchoolCalendar,
  at: Instant,
  respondBy: LocalDate,
): Pick<EventOf<"PlaceOffered">, "respondBy" | "remindAt" | "lapsesAt"> {
  return {
    respondBy,
    remindAt: remindAt(prospectus, calendar, localDate(at), respondBy),
    lapsesAt: schoolDayAt9(calendar, addDays(respondBy, 1)),
  };
}

/**
 * By when a school that accepts now is placed in its group: ten school days before the first session that it would
 * have, or ten after it accepted if that is later; and from when the hub is asked, where it has not been.
 */
export function placedBy(
  prospectus: Prospectus,
  calendar: SchoolCalendar,
  at: Instant,
  group: GroupAtHand | null,
): { placeBy: LocalDate; askHubAt: Instant } {
  const today = localDate(at);
  const session = firstSession(prospectus, calendar, group, today);
  const soonest = addSchoolDays(calendar, today, DAYS_TO_PLACE);
  const meant = session === null ? soonest : later(soonest, addSchoolDays(calendar, session, -DAYS_BEFORE_SESSION));
  const left = previousSchoolDay(calendar, lastDay(prospectus.academicYear));
  const placeBy = meant <= left ? meant : later(left, nextSchoolDay(calendar, today));
  const asks = later(addSchoolDays(calendar, today, TASK_AFTER), addSchoolDays(calendar, placeBy, -TASK_BEFORE));
  return { placeBy, askHubAt: schoolDayAt9(calendar, asks < placeBy ? asks : placeBy) };
}

/** The first session that a school would have that is placed now: of its group, else as the programme plans them. */
function firstSession(
  prospectus: Prospectus,
  calendar: SchoolCalendar,
  group: GroupAtHand | null,
  today: LocalDate,
): LocalDate | null {
  const days =
    group !== null && group.sessions.length > 0
      ? group.sessions.filter(({ code, status }) => isTeachers(code) && status === "scheduled").map(({ on }) => on)
      : planOf(prospectus, calendar)
          .filter(({ kind }) => kind === "session")
          .map(({ dueOn }) => dueOn);
  return days.filter((on) => on > today).sort()[0] ?? null;
}

/**
 * One reminder, at nine o'clock so many days before the last day to answer; half-way there where that is nearer, and
 * none where it is tomorrow. On a school day: the one before, or else the one after, that lies between the two.
 */
function remindAt(
  { offerReminderDays }: Prospectus,
  calendar: SchoolCalendar,
  today: LocalDate,
  respondBy: LocalDate,
): Instant | null {
  const before = Math.min(offerReminderDays.value, Math.floor(daysBetween(today, respondBy) / 2));
  if (before < 1) return null;
  const meant = addDays(respondBy, -before);
  const on = [previousSchoolDay(calendar, meant), nextSchoolDay(calendar, meant)].find(
    (day) => today < day && day < respondBy,
  );
  return on === undefined ? null : instantAt(on, "09:00");
}

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);
