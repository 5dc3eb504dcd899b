// When a session or a visit is announced to those who are to come.

import { instantAt, localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { addSchoolDays, type SchoolCalendar, nextNine } from "../calendar/terms.ts";
import { isSession, type Announcing, type PlannedCommitment } from "./event-words.ts";
import type { JourneyEvent } from "./events.ts";
import type { StageYear } from "./state.ts";

/** School days before a session or a visit on which it is announced. */
const SCHOOL_DAYS_BEFORE = 5;

/**
 * 09:00 five school days before the day `on`; where that has gone by `from`, the next nine o'clock of a school day
 * before it; nothing where there is none: its own news has said it.
 */
export function announcing(calendar: SchoolCalendar, on: LocalDate, from: Instant): { announceAt?: Instant } {
  const meant = instantAt(addSchoolDays(calendar, on, -SCHOOL_DAYS_BEFORE), "09:00");
  if (meant > from) return { announceAt: meant };
  const next = nextNine(calendar, from);
  return localDate(next) < on ? { announceAt: next } : {};
}

/** Of the promises of a year as it begins `from`, the sessions that are to be announced. */
export function announcesOf(plan: readonly PlannedCommitment[], calendar: SchoolCalendar, from: Instant): Announcing[] {
  return plan.filter(isSession).flatMap(({ code, dueOn: on }): Announcing[] => {
    const { announceAt: at } = announcing(calendar, on, from);
    return at === undefined ? [] : [{ code, on, at }];
  });
}

/** The meetings of a year that are to be announced, one event later; null where it changes nothing of them. */
export function announcesAfter({ announces, commitments }: StageYear, event: JourneyEvent): readonly Announcing[] {
  const dated = (code: string, on: LocalDate, at: Instant | undefined): Announcing[] =>
    at === undefined ? [] : [{ code, on, at }];
  const but = (code: string): Announcing[] => announces.filter((one) => one.code !== code);
  switch (event.type) {
    case "SessionScheduled":
    case "SessionMoved":
      // Another hour or place of the same day: its own news says so.
      if ("from" in event && event.from === event.on) return announces;
      return [...but(event.session), ...dated(event.session, event.on, event.announceAt)];
    case "SessionCancelled":
    case "AttendanceRecorded":
      return but(event.session);
    case "CommitmentWaived":
      return but(event.commitment);
    case "CommitmentRescheduled": {
      const { commitment: code, dueOn, announceAt } = event;
      const several = commitments.some((one) => one.code === code && one.kind === "in-school-support");
      if (several || announces.some((one) => one.code === code && one.on === dueOn)) return announces;
      return [...but(code), ...dated(code, dueOn, announceAt)];
    }
    case "MeetingAnnounced":
      return announces.filter(({ code, on }) => code !== event.meeting || on !== event.on);
    case "SupportVisitRecorded":
      return announces.filter(({ code, on }) => code.startsWith("session-") || on > event.on);
    case "SupportVisitBooked": {
      // Support counted in half-days takes several visits; any other visit is one, and was moved.
      const several = commitments.some((one) => one.code === event.commitment && one.kind === "in-school-support");
      return [...(several ? announces : but(event.commitment)), ...dated(event.commitment, event.on, event.announceAt)];
    }
    default:
      return announces;
  }
}
