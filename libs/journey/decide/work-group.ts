// What a Work Group passes on to each member journey: its sessions' dates, and what changes about how it meets.

import { lastDay } from "../../calendar/academic-years.ts";
import { addDays } from "../../calendar/dates.ts";
import { schoolDayAt9 } from "../../calendar/terms.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { SchoolCalendar } from "../../calendar/terms.ts";
import { announcing } from "../announce.ts";
import { afterLast, lastMeeting } from "../closing.ts";
import type { CommandOf } from "../commands.ts";
import { chasing, laterWorkshop } from "../commitments.ts";
import { isHeadteachers } from "../event-words.ts";
import type { Decision, Verbs } from "../rules.ts";
import type { JourneyEvent } from "../events.ts";
import { partsOf, standDown } from "../settle.ts";
import { mayBeCalledOff, registersOf } from "../settle-evidence.ts";
import type { Commitment, Journey, StageYear } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, decided, needsReason, needsYear, notNow } from "./common.ts";
import { inMonths, onItsOwnDay } from "./evidence.ts";
import { onSchoolDayOrWhy } from "./school-day.ts";
import { sessionOf, unknownSession } from "./records.ts";
import { inField, type Rejection } from "../rejection.ts";

export const OF_GROUP: Verbs<
  | "ScheduleSession"
  | "MoveSession"
  | "CancelSession"
  | "BookSupportVisit"
  | "AdaptDelivery"
  | "FormWorkGroup"
  | "ChangeLead"
> = {
  ScheduleSession: (state, { at, data }, { calendar }) =>
    dated(state, at, data, {
      event: (session) => ({
        type: "SessionScheduled",
        at,
        session,
        on: data.on,
        ...announcing(calendar, data.on, at),
      }),
      fault: onSchoolDayOrWhy(calendar, data.on, data),
      anew: isSessionCode(data.session) ? data.session : null,
      calendar,
    }),

  MoveSession: (state, { at, data }, { calendar }) =>
    dated(state, at, data, {
      event: (session) => ({
        type: "SessionMoved",
        at,
        session,
        on: data.on,
        ...announcing(calendar, data.on, at),
        ...because(data),
      }),
      reason: needsReason(data),
      fault: onSchoolDayOrWhy(calendar, data.on, data),
      anew: null,
      calendar,
    }),

  CancelSession: (state, { at, data }: CommandOf<"CancelSession">, { calendar }) => {
    const found = findSession(state, data.session);
    if ("rejection" in found) return found;
    const reason = needsReason(data);
    if (reason) return reason;
    const { code, promised, year } = found;
    if (wasHeld(year, code)) return notNow(state, "session-held");
    if (promised?.status === "waived" || year.calledOff.includes(code)) return notNow(state, "session-called-off");
    const cancelled: JourneyEvent = { type: "SessionCancelled", at, session: code, ...because(data) };
    if (promised === null) return decided(cancelled);
    // A session that is not held is owed by nobody; but what the page has at least is still the hub's to hold.
    const owed = partsOf(year, promised).filter((one) => one !== promised || mayBeCalledOff(year, code));
    const waived = owed.flatMap((one): JourneyEvent[] => [
      laterWorkshop(year, one, calendar, at, "session-cancelled") ?? {
        type: "CommitmentWaived",
        at,
        commitment: one.code,
        reasonCode: "session-cancelled",
      },
      ...standDown(one.code, one.level, at),
    ]);
    return decided(cancelled, ...waived);
  },

  BookSupportVisit: (state, { at, data }, { calendar }) => {
    const open = needsYear(state);
    if ("rejection" in open) return open;
    const wanted = open.year.commitments.filter(
      (one) =>
        (one.kind === "visit" || one.kind === "in-school-support") && one.status !== "met" && one.status !== "waived",
    );
    const visit = data.commitment === undefined ? wanted[0] : wanted.find((one) => one.code === data.commitment);
    if (!visit) return notNow(state, "no-visit-left");
    const fault = withinYear(open.year, at, data.on) ?? onSchoolDayOrWhy(calendar, data.on, data);
    if (fault) return fault;
    const booked: JourneyEvent = {
      type: "SupportVisitBooked",
      at,
      on: data.on,
      commitment: visit.code,
      ...announcing(calendar, data.on, at),
    };
    // Support counted in half-days takes several visits: one that is booked does not change by when all are owed.
    if (visit.kind !== "visit") return decided(booked);
    return decided(
      booked,
      // The headteacher meets the lead at it.
      ...partsOf(open.year, visit).flatMap((one): JourneyEvent[] => [
        { type: "CommitmentRescheduled", at, commitment: one.code, dueOn: data.on, reasonCode: "visit-booked" },
        ...standDown(one.code, one.level, at),
      ]),
    );
  },

  AdaptDelivery: (state, { at, data }, { calendar }) => {
    if (state.status !== "participating") return notNow(state, "adapts-who-takes-part");
    const { until } = data;
    const fault = until !== undefined && state.year ? withinYear(state.year, at, until, "/until") : null;
    if (fault) return fault;
    const rests = until !== undefined && { until, chaseFrom: schoolDayAt9(calendar, addDays(until, 1)) };
    return decided({ type: "DeliveryAdapted", at, delivery: data.delivery ?? null, ...rests, ...because(data) });
  },

  FormWorkGroup: (state, { at, data }) =>
    state.status === "none"
      ? notNow(state, "nothing-to-tell")
      : decided({ type: "WorkGroupFormed", at, workGroup: data.workGroup ?? null }),

  ChangeLead: (state, { at, data }) =>
    state.status === "participating"
      ? decided({ type: "LeadChanged", at, lead: data.lead ?? null, ...because(data) })
      : notNow(state, "lead-of-who-takes-part"),
};

/** What the code of a session looks like. */
export function isSessionCode(code: string): boolean {
  return /^session-[1-9]\d?$/u.test(code);
}

/** A session by its name: one that was promised, or (`promised` is null) one beyond those. */
function findSession(
  state: Journey,
  name: string,
): { code: string; promised: Commitment | null; year: StageYear } | { rejection: Rejection } {
  const open = needsYear(state);
  if ("rejection" in open) return open;
  const code = sessionOf(open.year, name);
  if (code === null) return unknownSession(open.year);
  return { year: open.year, code, promised: open.year.commitments.find((one) => one.code === code) ?? null };
}

const wasHeld = (year: StageYear, code: string): boolean => registersOf(year, code).length > 0;

/** What a command that dates a session comes to. `anew`: its code, where it may be one beyond those promised. */
interface Dating {
  event: (session: string) => JourneyEvent;
  reason?: ReturnType<typeof needsReason>;
  fault: ReturnType<typeof onSchoolDayOrWhy>;
  anew: string | null;
  calendar: SchoolCalendar;
}

/**
 * A session gets a date: the school's part in it falls due with it, but for what was waived; one that was called off is
 * owed again, whole. One beyond those that were promised binds nobody.
 */
function dated(
  state: Journey,
  at: Instant,
  { session: name, on }: { session: string; on: LocalDate },
  { event, reason = null, fault, anew, calendar }: Dating,
): Decision {
  const known = findSession(state, name);
  const open = needsYear(state);
  if ("rejection" in open) return open;
  if ("rejection" in known && anew === null) return known;
  const found = "rejection" in known ? { year: open.year, code: anew ?? name, promised: null } : known;
  if (reason) return reason;
  const { code, promised, year } = found;
  if (wasHeld(year, code)) return notNow(state, "session-held");
  const wrong = withinYear(year, at, on) ?? inMonths(year, on) ?? fault ?? onItsOwnDay(year, code, on);
  if (wrong) return wrong;
  if (promised === null) return decided(event(code));
  const again = year.commitments.filter((one) => one === promised || (one.after === code && one.status !== "met"));
  const isOff = promised.status === "waived" || year.calledOff.includes(code);
  const moved = (isOff ? again : partsOf(year, promised)).flatMap((one): JourneyEvent[] => [
    {
      type: "CommitmentRescheduled",
      at,
      commitment: one.code,
      dueOn: on,
      reasonCode: "session-dated",
      ...(isHeadteachers(one) && chasing({ ...one, dueOn: on }, year.reminding?.chaserDays ?? 0, calendar, at)),
    },
    ...standDown(one.code, one.level, at),
  ]);
  return decided(event(code), ...moved, ...followsLast(year, code, on, at, calendar));
}

/** What is due after the last meeting follows it, as long as nobody has given it a day of its own. */
function followsLast(
  year: StageYear,
  code: string,
  on: LocalDate,
  at: Instant,
  calendar: SchoolCalendar,
): JourneyEvent[] {
  const meets = year.commitments.filter(({ status }) => status !== "waived");
  const before = lastMeeting(meets);
  const last = lastMeeting(meets.map((one) => (one.code === code ? { ...one, dueOn: on } : one)));
  if (before === null || last === null || before === last) return [];
  return year.commitments.flatMap((one): JourneyEvent[] => {
    const dueOn = afterLast(one, last, calendar);
    const byRule = one.status === "open" && one.afterLast !== null && one.dueOn === afterLast(one, before, calendar);
    if (!byRule || dueOn === one.dueOn || dueOn < localDate(at)) return [];
    const chased = chasing({ ...one, dueOn }, year.reminding?.chaserDays ?? 0, calendar, at);
    const reasonCode = "last-meeting-moved";
    return [{ type: "CommitmentRescheduled", at, commitment: one.code, dueOn, reasonCode, ...chased }];
  });
}

function withinYear(year: StageYear, at: Instant, on: LocalDate, pointer = "/on") {
  const last = lastDay(year.academicYear);
  return on < localDate(at) || on > last ? invalid([inField(pointer, "on-in-the-year", { last })]) : null;
}
