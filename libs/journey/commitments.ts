// A stage-year as it begins: every promise of the prospectus with its date in school time, the reminders, the figures
// that are pinned.

import { firstDay, lastDay, yearEnds } from "../calendar/academic-years.ts";
import { addDays } from "../calendar/dates.ts";
import { instantAt, localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import {
  addSchoolDays,
  nextSchoolDay,
  previousSchoolDay,
  reminderInstant,
  termsOf,
  type SchoolCalendar,
} from "../calendar/terms.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import { announcesOf } from "./announce.ts";
import { closingOf } from "./closing.ts";
import type { AtHand, Rules } from "./rules.ts";
import type { TeachersAsked } from "./event-words.ts";
import { asGroupMeets, extrasOf, inOrder, meetingsOf, offOf, type Meeting } from "./group-dates.ts";
import { meetingRules, shareFrom } from "./pinned.ts";
import { planOf, promise } from "./plan.ts";
import type { EventOf, JourneyEvent, PlannedCommitment } from "./events.ts";
import { grantOfYear } from "./grant-doubts.ts";
import type { Commitment, Known, StageYear } from "./state.ts";

/**
 * `StageStarted`, and `GrantDue` where the prospectus gives a grant and the journey does not hold that of this
 * stage-year. The year is under way from `startsAt`: 1 September, or when the school was placed or confirmed if that is
 * later, whenever the service came to record it. What fell due before is not owed.
 */
export function beginYear(
  prospectus: Prospectus,
  { calendar, catalogue }: Pick<Rules, "calendar" | "catalogue">,
  { groupOf }: AtHand,
  at: Instant,
  workGroup: string | null,
  known: Pick<Known, "grants" | "school" | "aliases">,
  startsAt: Instant = at,
  placedAt: Instant = startsAt,
): JourneyEvent[] {
  const { stage, academicYear, id, revision, escalation, commitments: rules } = prospectus;
  const from = localDate(startsAt);
  const group = workGroup === null ? null : groupOf?.(workGroup);
  const { chaserDays, chasersATerm, headteacherCopied } = prospectus.reminders;
  const plan = asGroupMeets(planOf(prospectus, calendar), id, group, calendar);
  const ahead = plan.filter((one) => one.dueOn >= from).map((one) => shareFrom(from, one, academicYear, calendar));
  const teachers = teachersPromised(ahead, academicYear, calendar, placedAt, from);
  const commitments = inOrder([...ahead, ...laterFirstWorkshop(ahead, prospectus), ...teachers]).map((one) => ({
    ...one,
    ...chasing(one, chaserDays.value, calendar, startsAt),
  }));
  const started: EventOf<"StageStarted"> = {
    type: "StageStarted",
    at,
    startsAt,
    stage,
    academicYear,
    prospectus: id,
    revision,
    workGroup,
    endsAt: yearEnds(academicYear),
    commitments,
    reminders: termsOf(calendar, academicYear).map(({ term, end }) => ({
      term,
      at: reminderInstant(calendar, academicYear, term),
      termEndsOn: end,
    })),
    escalation: {
      graceDays: escalation.graceDays.value,
      toHeadteacherDays: escalation.toHeadteacherDays.value,
      toHubLeadDays: escalation.toHubLeadDays.value,
    },
    reminding: {
      chaserDays: chaserDays.value,
      chasersATerm: chasersATerm.value,
      copies: headteacherCopied.value ? ["headteacher"] : [],
    },
    meetings: meetingRules(prospectus),
    readinessAsked: stage === "readiness",
    halfDaysPerMeeting: rules.meetings.length.value === "full-day" ? 2 : 1,
    announces: announcesOf(ahead, calendar, at),
    closing: closingOf(prospectus, meetingsOf(plan, id, group, from), { calendar, catalogue }),
    teachers: teachersAsked(prospectus),
  };
  const begun = [started, ...calledOff(started, group, at), ...extrasOf(started, group, at, from, calendar)];
  const gives = prospectus.grant?.amountPence.value ?? null;
  return [...begun, ...grantOfYear({ at, stage, academicYear }, gives, known, { ofYear: plan, left: commitments })];
}

/**
 * A session that the group has called off is owed by nobody, until it is scheduled again; but what the page has at
 * least is still the hub's to hold.
 */
function calledOff(
  { prospectus, commitments, meetings: asked }: EventOf<"StageStarted">,
  group: Meeting,
  at: Instant,
): JourneyEvent[] {
  const sessions = commitments.filter(({ kind }) => kind === "session").map(({ code }) => code);
  const off = new Set(offOf(commitments, prospectus, group));
  const stillToHold = sessions.length - off.size < Math.min(asked?.least ?? 0, sessions.length);
  return commitments
    .filter((one) => off.has(one.after ?? one.code) && (one.kind !== "session" || !stillToHold))
    .map((one) => ({ type: "CommitmentWaived", at, commitment: one.code, reasonCode: "session-cancelled" }));
}

/**
 * When a school is reminded of what it can do by itself: 09:00 on the school day `days` before it is due, or the last
 * before that. What hangs on a session or a visit is announced with that; a moment that lies before `from` is not made
 * up, and 0 days mean never.
 */
export function chasing(
  { by, after, dueOn }: Pick<PlannedCommitment, "by" | "after" | "dueOn">,
  days: number,
  calendar: SchoolCalendar,
  from: Instant,
): { chaseAt?: Instant } {
  if (by !== "school" || after !== null || days === 0) return {};
  const chaseAt = instantAt(previousSchoolDay(calendar, addDays(dueOn, -days)), "09:00");
  return chaseAt < from ? {} : { chaseAt };
}

/** The teachers that a prospectus asks for, as a stage-year pins them. */
export function teachersAsked({ participants }: Prospectus): TeachersAsked {
  return {
    asked: participants.asked.value,
    roles: participants.roles.value,
    mathsLead: participants.mathsLeadAmongThem.value,
    experienced: participants.experiencedAdvocateAmongThem.value,
    representatives: participants.representatives?.value ?? null,
  };
}

/** School days before its first session by which a school names its teachers, or after it was placed, if later. */
const SCHOOL_DAYS_TO_NAME = 10;

function teachersPromised(
  plan: readonly PlannedCommitment[],
  academicYear: string,
  calendar: SchoolCalendar,
  placedAt: Instant,
  from: LocalDate,
): PlannedCommitment[] {
  // After the last school day of the year there is nothing left for which anybody would be named.
  if (nextSchoolDay(calendar, from) > lastDay(academicYear)) return [];
  const [first = from] = plan
    .filter(({ kind }) => kind === "session")
    .map(({ dueOn }) => dueOn)
    .sort();
  const before = addSchoolDays(calendar, first, -SCHOOL_DAYS_TO_NAME);
  const placed = addSchoolDays(calendar, localDate(placedAt), SCHOOL_DAYS_TO_NAME);
  const wanted = [before, placed, from].sort().at(-1) ?? from;
  const dueOn = withinYear(nextSchoolDay(calendar, wanted), academicYear, calendar);
  return [promise("teachers", "teachers", "school", dueOn)];
}

/**
 * The headteacher comes to the first workshop that the school has: where that one is not held, or the school was away,
 * to the next that is still to come. Null for any other promise, and where none is.
 */
export function laterWorkshop(
  year: StageYear,
  commitment: Commitment,
  calendar: SchoolCalendar,
  at: Instant,
  reasonCode: string,
): EventOf<"CommitmentRescheduled"> | null {
  const { code, kind, by, after } = commitment;
  if (kind !== "headteacher-first-workshop") return null;
  const today = localDate(at);
  const next = year.commitments
    .filter((one) => one.kind === "session" && one.status === "open" && one.code !== after && one.dueOn >= today)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  if (next === undefined) return null;
  const { dueOn } = next;
  const chased = chasing({ by, after: next.code, dueOn }, year.reminding?.chaserDays ?? 0, calendar, at);
  return { type: "CommitmentRescheduled", at, commitment: code, dueOn, after: next.code, reasonCode, ...chased };
}

/** School days within which the hub makes the visits of a theme once they are asked for (assumption). */
const SCHOOL_DAYS_TO_VISIT = 30;

/** Is this the code of a visit that a school asked for with its theme? */
export const isOfTheme = (code: string): boolean => code.startsWith("theme-visit-");

/** The visits that a school asks for with its theme: each is a promise of the hub, one after the other. */
export function visitsOfTheme(
  academicYear: string,
  calendar: SchoolCalendar,
  askedOn: LocalDate,
  count: number,
): PlannedCommitment[] {
  const from = askedOn > firstDay(academicYear) ? askedOn : firstDay(academicYear);
  return Array.from({ length: count }, (_, index) => {
    const day = withinYear(addSchoolDays(calendar, from, SCHOOL_DAYS_TO_VISIT * (index + 1)), academicYear, calendar);
    return promise(`theme-visit-${index + 1}`, "visit", "hub", day, { within: { from, to: lastDay(academicYear) } });
  });
}

/** The last school day of a stage-year, where it is not over yet; null in the summer holidays: no day is left then. */
export function lastSchoolDayLeft(
  { endsAt }: Pick<StageYear, "endsAt">,
  at: Instant,
  calendar: SchoolCalendar,
): LocalDate | null {
  const last = previousSchoolDay(calendar, localDate(endsAt));
  return last >= localDate(at) ? last : null;
}

/**
 * Somebody has left, or the school has come back: it has so many days more to say who its teachers are. Where there are
 * not so many left and no meeting is still to come, it is asked no more: the next year asks.
 */
export function teachersAskedAgain(
  year: Pick<StageYear, "academicYear" | "endsAt" | "reminding" | "commitments">,
  { code, by, after }: Commitment,
  calendar: SchoolCalendar,
  at: Instant,
  reasonCode = "teacher-left",
): EventOf<"CommitmentRescheduled"> | EventOf<"CommitmentWaived"> {
  const { academicYear, reminding, commitments } = year;
  const today = localDate(at);
  const last = lastSchoolDayLeft(year, at, calendar);
  const meant = addSchoolDays(calendar, today, SCHOOL_DAYS_TO_NAME);
  const meets = commitments.some((one) => one.kind === "session" && one.status === "open" && one.dueOn >= today);
  if (last === null || (meant > last && !meets)) return { type: "CommitmentWaived", at, commitment: code, reasonCode };
  const day = withinYear(meant, academicYear, calendar);
  const chased = chasing({ by, after, dueOn: day }, reminding?.chaserDays ?? 0, calendar, at);
  return { type: "CommitmentRescheduled", at, commitment: code, dueOn: day, reasonCode, ...chased };
}

function withinYear(day: LocalDate, academicYear: string, calendar: SchoolCalendar): LocalDate {
  const last = previousSchoolDay(calendar, lastDay(academicYear));
  return day < last ? day : last;
}

/** A school that comes late has its first workshop later: the headteacher is asked to that one. */
function laterFirstWorkshop(plan: readonly PlannedCommitment[], { commitments }: Prospectus): PlannedCommitment[] {
  const kind = "headteacher-first-workshop";
  const first = plan.filter((one) => one.kind === "session").sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
  if (!commitments.meetings.headteacherAtFirst.value || first === undefined) return [];
  return plan.some((one) => one.kind === kind)
    ? []
    : [promise(kind, kind, "school", first.dueOn, { after: first.code })];
}
