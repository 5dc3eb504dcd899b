// What a Work Group passes on to each member journey: its sessions' dates, and what changes about how it meets.

import { lastDay } from "../../calendar/academic-years.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { SchoolCalendar } from "../../calendar/terms.ts";
import type { CommandOf } from "../commands.ts";
import { chasing, laterWorkshop } from "../commitments.ts";
import { isHeadteachers } from "../event-words.ts";
import type { Decision, Verbs } from "../rules.ts";
import type { JourneyEvent } from "../events.ts";
import { partsOf, standDown } from "../settle.ts";
import type { Journey, StageYear } from "../state.ts";
import { invalid } from "../wire.ts";
import { because, decided, needsReason, needsYear, notNow } from "./common.ts";
import { onSchoolDayOrWhy } from "./school-day.ts";
import { sessionOf, unknownSession } from "./records.ts";
import { inField } from "../rejection.ts";

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
    dated(
      state,
      at,
      data,
      (session) => ({ type: "SessionScheduled", at, session, on: data.on }),
      null,
      onSchoolDayOrWhy(calendar, data.on, data),
      calendar,
    ),

  MoveSession: (state, { at, data }, { calendar }) =>
    dated(
      state,
      at,
      data,
      (session) => ({ type: "SessionMoved", at, session, on: data.on, ...because(data) }),
      needsReason(data),
      onSchoolDayOrWhy(calendar, data.on, data),
      calendar,
    ),

  CancelSession: (state, { at, data }: CommandOf<"CancelSession">, { calendar }) => {
    const found = findSession(state, data.session);
    if ("rejection" in found) return found;
    const reason = needsReason(data);
    if (reason) return reason;
    if (found.session.status === "met") return notNow(state, "session-held");
    if (found.session.status === "waived") return notNow(state, "session-called-off");
    // A session that is not held is owed by nobody.
    const waived = partsOf(found.year, found.session).flatMap((one): JourneyEvent[] => [
      laterWorkshop(found.year, one, calendar, at, "session-cancelled") ?? {
        type: "CommitmentWaived",
        at,
        commitment: one.code,
        reasonCode: "session-cancelled",
      },
      ...standDown(one.code, one.level, at),
    ]);
    return decided({ type: "SessionCancelled", at, session: found.session.code, ...because(data) }, ...waived);
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
    const booked: JourneyEvent = { type: "SupportVisitBooked", at, on: data.on, commitment: visit.code };
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

  AdaptDelivery: (state, { at, data }) =>
    state.status === "participating"
      ? decided({ type: "DeliveryAdapted", at, delivery: data.delivery ?? null, ...because(data) })
      : notNow(state, "adapts-who-takes-part"),

  FormWorkGroup: (state, { at, data }) =>
    state.status === "none"
      ? notNow(state, "nothing-to-tell")
      : decided({ type: "WorkGroupFormed", at, workGroup: data.workGroup ?? null }),

  ChangeLead: (state, { at, data }) =>
    state.status === "participating"
      ? decided({ type: "LeadChanged", at, lead: data.lead ?? null, ...because(data) })
      : notNow(state, "lead-of-who-takes-part"),
};

function findSession(state: Journey, name: string) {
  const open = needsYear(state);
  if ("rejection" in open) return open;
  const code = sessionOf(open.year, name);
  const session = open.year.commitments.find((one) => one.code === code);
  if (!session) return unknownSession(open.year);
  return { year: open.year, session };
}

/**
 * A session gets a date: the school's part in it falls due with it, but for what was waived; one that was called off is
 * owed again, whole.
 */
function dated(
  state: Journey,
  at: Instant,
  data: { session: string; on: LocalDate },
  event: (session: string) => JourneyEvent,
  reason: ReturnType<typeof needsReason>,
  day: ReturnType<typeof onSchoolDayOrWhy>,
  calendar: SchoolCalendar,
): Decision {
  const found = findSession(state, data.session);
  if ("rejection" in found) return found;
  if (reason) return reason;
  if (found.session.status === "met") return notNow(state, "session-held");
  const fault = withinYear(found.year, at, data.on) ?? day;
  if (fault) return fault;
  const { session, year } = found;
  const again = year.commitments.filter(
    (one) => one === session || (one.after === session.code && one.status !== "met"),
  );
  const moved = (session.status === "waived" ? again : partsOf(year, session)).flatMap((one): JourneyEvent[] => [
    {
      type: "CommitmentRescheduled",
      at,
      commitment: one.code,
      dueOn: data.on,
      reasonCode: "session-dated",
      ...(isHeadteachers(one) && chasing({ ...one, dueOn: data.on }, year.reminding?.chaserDays ?? 0, calendar, at)),
    },
    ...standDown(one.code, one.level, at),
  ]);
  return decided(event(session.code), ...moved);
}

function withinYear(year: StageYear, at: Instant, on: LocalDate) {
  const last = lastDay(year.academicYear);
  return on < localDate(at) || on > last ? invalid([inField("/on", "on-in-the-year", { last })]) : null;
}
