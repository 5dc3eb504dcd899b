// The year's turn: what comes next, does the school go on. Readiness → Development → Embedding → Sustaining, each year
// again; a stage that was not completed is gone through once more.

import type { Prospectus } from "../../prospectus/prospectus.ts";
import { academicYearOf, nextAcademicYear, settledBy, yearBegins } from "../../calendar/academic-years.ts";
import { instantAt, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { addSchoolDays, type SchoolCalendar } from "../../calendar/terms.ts";
import type { Actor, Because } from "../commands.ts";
import { beginYear } from "../commitments.ts";
import type { AtHand, Rules, Verbs } from "../rules.ts";
import type { InvitationReminder } from "../event-words.ts";
import type { JourneyEvent, Recipient } from "../events.ts";
import { AFTER, countsAsDone, isBeyond } from "../outcome.ts";
import { reject, type Rejection } from "../rejection.ts";
import { keptMeetings } from "../kept-meetings.ts";
import { keptPlace } from "../places.ts";
import { currentYear, stagesOf, type Begun, type Invitation, type Journey, type StageYear } from "../state.ts";
import { decided, notNow } from "./common.ts";
import { lastDayToAnswer } from "./days-to-answer.ts";
import { noRoom, wrongGroup } from "./fits-group.ts";
import { namedTogether } from "./people.ts";

/** School days after which a school that has not answered is reminded: first who applied, then the headteacher. */
const REMINDED_AFTER = [10, 20] as const;

export const NEXT_STAGE: Verbs<"InviteToNextStage" | "ConfirmNextStage"> = {
  InviteToNextStage: (state, { at, data, by }, rules, atHand) => {
    if (state.status !== "participating" && state.status !== "completed")
      return notNow(state, "invites-who-takes-part");
    const last = currentYear(state) ?? state.past.at(-1);
    if (!last || (state.status === "participating" && state.next && state.waitsUntil === null))
      return notNow(state, "next-settled");
    const undecided = last.readinessAsked && last.ready === null;
    if (undecided && (last.outcome === "under-way" || data.prospectus === undefined)) return notNow(state, "not-ready");
    const next = nextProspectus(state, last, data.prospectus, at, rules);
    if ("rejection" in next) return next;
    const { id: prospectus, stage, academicYear } = next;
    if (state.invitation?.prospectus === prospectus) return notNow(state, "invited-already");
    const place =
      data.workGroup === undefined
        ? null
        : placeFor(state, { ...data, workGroup: data.workGroup }, next, at, rules, atHand, by);
    if (place !== null && "rejection" in place) return place;
    const reminders = remindersOf(state, academicYear, at, rules);
    // Between two years: the year to which it is invited has begun, or begins before it can have answered.
    const named = place?.workGroup ?? last.workGroup;
    const near = state.status === "participating" && state.year === null;
    const announces = near ? keptMeetings({ prospectus, workGroup: named }, rules, atHand, at) : {};
    return decided({
      type: "NextStageInvited",
      at,
      prospectus,
      stage,
      academicYear,
      ...place,
      reminders,
      ...announces,
    });
  },

  ConfirmNextStage: (state, { at, data }, rules, atHand) => {
    const open = state.status === "participating" || state.status === "completed";
    if (!open || !state.invitation) return notNow(state, "not-invited");
    if (isOver(state.invitation.academicYear, at))
      return notNow(state, "invited-year-over", { academicYear: state.invitation.academicYear });
    const { prospectus, stage, academicYear, workGroup } = state.invitation;
    const named = keptPlace(state) === null || workGroup === null ? {} : { workGroup };
    const found = rules.catalogue.get(prospectus);
    const said = Array.isArray(data.teachers) && found ? namedTogether(found, data.teachers) : null;
    if (said !== null && "rejection" in said) return said;
    const teachers = said?.named ?? (data.teachers === "same" ? data.teachers : null);
    const last = currentYear(state) ? null : (state.past.at(-1) ?? null);
    const held = last !== null && mustRepeat(last) && isBeyond(stage, last.stage);
    const confirmed: JourneyEvent = {
      type: "NextStageConfirmed",
      at,
      prospectus,
      stage,
      academicYear,
      ...named,
      ...(teachers && { teachers }),
      ...(held && { held }),
    };
    // A word that comes in the year itself starts it there and then.
    const begun = !held && at >= yearBegins(academicYear) && currentYear(state) === null ? found : null;
    return decided(confirmed, ...(begun ? beginYear(begun, rules, atHand, at, workGroup, state) : []));
  },
};

/**
 * The place that an invitation names is kept, as an offered one is: in a formed group of this hub and programme, while
 * it has one.
 */
function placeFor(
  state: Begun,
  data: Because & { workGroup: string; respondBy?: LocalDate },
  next: Prospectus,
  at: Instant,
  { calendar }: Rules,
  { groupOf }: AtHand,
  by: Pick<Actor, "role">,
): { workGroup: string; respondBy: LocalDate } | { rejection: Rejection } {
  const { workGroup } = data;
  const group = groupOf?.(workGroup) ?? null;
  if (groupOf && !group) return reject("not-found", "work-group-to-invite-to");
  const fault = group && (wrongGroup(group, next, state, { data, by }) ?? noRoom(group));
  if (fault) return fault;
  const last = data.respondBy === undefined ? keptUntil(next, calendar, at) : lastDayToAnswer(next, calendar, at, data);
  return typeof last === "string" ? { workGroup, respondBy: last } : last;
}

/** Where the hub names no day, a place is kept until 31 October of its year; later, as long as an offer is open. */
function keptUntil(next: Prospectus, calendar: SchoolCalendar, at: Instant): LocalDate | { rejection: Rejection } {
  const last = settledBy(next.academicYear);
  return localDate(at) <= last ? last : lastDayToAnswer(next, calendar, at, {});
}

/** Two reminders at nine o'clock on a school day, as long as the invitation can still be answered in time. */
function remindersOf(
  { school }: Begun,
  academicYear: string,
  at: Instant,
  { calendar }: Rules,
): { at: Instant; to: Recipient }[] {
  const to: readonly Recipient[] = ["applicant", school.headteacher ? "headteacher" : "applicant"];
  const last = settledBy(academicYear);
  return REMINDED_AFTER.flatMap((days, index) => {
    const on = addSchoolDays(calendar, localDate(at), days);
    return on > last ? [] : [{ at: instantAt(on, "09:00"), to: to[index] ?? "applicant" }];
  });
}

/**
 * What is left of the reminders of an invitation once the school is back from a pause: as many school days after it as
 * after an invitation, or later. None that has gone out goes out again.
 */
export function remindedAfter(
  invitation: Invitation | null,
  at: Instant,
  { calendar }: Rules,
): { reminders?: InvitationReminder[] } {
  if (invitation === null || invitation.reminders.length === 0) return {};
  const last = settledBy(invitation.academicYear);
  const reminders = invitation.reminders.map((one, index) => {
    const days = REMINDED_AFTER[index] ?? REMINDED_AFTER[0];
    const soonest = instantAt(addSchoolDays(calendar, localDate(at), days), "09:00");
    return one.at > soonest ? one : { ...one, at: soonest };
  });
  return { reminders: reminders.filter((one) => localDate(one.at) <= last) };
}

/** Has it completed a Development year, or a later one, in this journey? */
export function hasDeveloped(state: Journey): boolean {
  return stagesOf(state).some((one) => one.stage !== "readiness" && countsAsDone(one));
}

/** Must it go through the same stage again before another? It was not ready, or did not complete its year. */
export function mustRepeat(last: StageYear): boolean {
  if (last.outcome !== "under-way") return !countsAsDone(last);
  return last.readinessAsked ? last.ready === false : last.completed === false && !last.counts;
}

function isOver(academicYear: string, at: Instant): boolean {
  return academicYearOf(localDate(at)) > academicYear;
}

function nextProspectus(
  state: Journey,
  last: StageYear,
  named: string | undefined,
  at: Instant,
  { catalogue }: Rules,
): Prospectus | { rejection: Rejection } {
  const now = catalogue.get(last.prospectus);
  const most = mustRepeat(last) ? last.stage : AFTER[last.stage];
  const found =
    named !== undefined
      ? catalogue.get(named)
      : now && catalogue.of(nextAcademicYear(last.academicYear), now.phase, most);
  if (!found) return reject("not-found", "prospectus-of-next-stage");
  if (now && found.phase !== now.phase) return reject("wrong-phase", "journey", { phase: now.phase });
  if (found.academicYear <= last.academicYear) return notNow(state, "later-year");
  // “Returners after a pause of years welcome”: the year after Development is Embedding, later ones are Sustaining.
  const away = found.academicYear > nextAcademicYear(last.academicYear) && hasDeveloped(state);
  if (mustRepeat(last) && isBeyond(found.stage, last.stage))
    return last.readinessAsked
      ? notNow(state, "not-ready")
      : reject("prior-stage-missing", "not-completed", { stage: last.stage });
  if (!away && isBeyond(found.stage, most)) {
    return reject("prior-stage-missing", "order", { stage: last.stage, next: most });
  }
  if (isOver(found.academicYear, at)) return notNow(state, "next-year-over", { academicYear: found.academicYear });
  return found;
}
