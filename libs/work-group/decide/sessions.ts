// When a Work Group meets: its sessions are dated, moved and called off, its visits booked.

import { lastDay } from "../../calendar/academic-years.ts";
import { addDays } from "../../calendar/dates.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { nextSchoolDay } from "../../calendar/terms.ts";
import { arrange, arrangesAnew, retimes, timesOf } from "../../journey/arranged.ts";
import { timesFit } from "../../journey/decide/arranging.ts";
import { because, needsReason } from "../../journey/decide/common.ts";
import { isTeachers } from "../../journey/group-dates.ts";
import { meetingRules } from "../../journey/pinned.ts";
import { inMonths } from "../../journey/decide/evidence.ts";
import { onSchoolDayOrWhy } from "../../journey/decide/school-day.ts";
import { reject, inField } from "../../journey/rejection.ts";
import type { Rules } from "../../journey/rules.ts";
import { invalid } from "../../journey/wire.ts";
import type { CommandOf } from "../commands.ts";
import type { GroupEvent } from "../events.ts";
import { members, type Formed, type Session } from "../state.ts";
import {
  calendarOf,
  formed,
  held,
  isSessionOf,
  unknownSession,
  withinYear,
  type Decide,
  type Decision,
  type Fault,
} from "./common.ts";

type Verb = "ScheduleSession" | "MoveSession" | "CancelSession" | "BookSupportVisit" | "AdaptDelivery";

export const SESSIONS: { [N in Verb]: Decide<N> } = {
  ScheduleSession: formed((group, { at, data }, rules) => {
    const prospectus = rules.catalogue.get(group.prospectus);
    // A session beyond those of the programme may be added at any time.
    if (!prospectus || !isSessionOf(prospectus, data.session)) return unknownSession(group);
    const had = group.sessions.find((one) => one.code === data.session);
    if (had?.status === "held") return held();
    const length = data.length ?? had?.length ?? prospectus.commitments.meetings.length.value;
    const usual = had?.status === "scheduled" ? had.where : group.delivery === "online" ? "online" : "in-person";
    const now = arrange(data, { ...had, where: usual });
    return (
      timesFit(now) ??
      dayFits(group, at, data, rules) ?? {
        events: [
          {
            type: "SessionScheduled",
            at,
            session: data.session,
            on: data.on,
            length,
            ...now,
            where: now.where ?? "in-person",
            ...because(data),
          },
        ],
      }
    );
  }),

  MoveSession: formed((group, { at, data }, rules) =>
    withSession(group, data.session, (session) => {
      const { code, on: from, length } = session;
      const on = data.on ?? from;
      const stays = on === from && session.status === "scheduled";
      const changed = arrangesAnew(data, session) || (data.length !== undefined && data.length !== length);
      if (data.on === undefined && !changed) return invalid([inField("/on", "nothing-moved")]);
      const held = arrange(data, session);
      const otherwise = stays && changed;
      // Who only says where it is, or how long, says no more.
      const reason = otherwise && !retimes(data, session) ? null : needsReason(data);
      return (
        reason ??
        timesFit(held) ??
        (otherwise ? withinYear(group, at, on) : dayFits(group, at, { ...data, on }, rules)) ?? {
          events: [
            {
              type: "SessionMoved",
              at,
              session: code,
              on,
              from,
              ...(data.length !== undefined && { length: data.length }),
              ...held,
              ...because(data),
            },
          ],
        }
      );
    }),
  ),

  CancelSession: formed((group, { at, data }) =>
    withSession(group, data.session, (session) => {
      if (session.status === "cancelled") return reject("not-in-this-state", "group-session-cancelled");
      return (
        needsReason(data) ?? { events: [{ type: "SessionCancelled", at, session: session.code, ...because(data) }] }
      );
    }),
  ),

  BookSupportVisit: formed((group, { at, data }, rules) => {
    if (!members(group).includes(data.journey)) return invalid([inField("/journey", "not-in-the-group")]);
    return (
      timesFit(timesOf(data)) ??
      withinYear(group, at, data.on) ??
      onSchoolDayOrWhy(calendarOf(rules, group.hub), data.on, data) ?? {
        events: [
          {
            type: "SupportVisitBooked",
            at,
            journey: data.journey,
            on: data.on,
            ...timesOf(data),
            term: data.term ?? null,
            ...because(data),
          },
        ],
      }
    );
  }),

  AdaptDelivery: formed((group, { at, data }, rules) => {
    const later =
      data.delivery === "extended" && data.weeks !== undefined ? extended(group, at, data.weeks, rules) : [];
    const last = lastDay(group.academicYear);
    if (later.some((one) => one.on > last)) return invalid([inField("/weeks", "after-the-year", { last })]);
    const until = restsUntil(data, at);
    if (until !== null && (until < localDate(at) || until > last))
      return invalid([inField("/until", "on-in-the-year", { last })]);
    const months = later.map(({ on }) => monthsOf(group, on, rules)).find((fault) => fault !== null);
    return (
      needsReason(data) ??
      months ?? {
        events: [
          { type: "DeliveryAdapted", at, delivery: data.delivery, ...(until !== null && { until }), ...because(data) },
          ...later,
        ],
      }
    );
  }),
};

/** Until when a group's schools are not chased: as said; else, where it is extended, for as many weeks. */
export function restsUntil(
  { delivery, weeks, until }: CommandOf<"AdaptDelivery">["data"],
  at: Instant,
): LocalDate | null {
  if (until !== undefined) return until;
  return delivery === "extended" && weeks !== undefined ? addDays(localDate(at), weeks * 7) : null;
}

/** The months that the page of its programme names. */
function monthsOf({ prospectus: id }: Formed, on: LocalDate, { catalogue }: Rules): Fault {
  const prospectus = catalogue.get(id);
  return prospectus && inMonths({ meetings: meetingRules(prospectus) }, on);
}

/** A day on which a session may be: to come, in its months, on a school day or with a reason, on no other's day. */
function dayFits(group: Formed, at: Instant, data: CommandOf<"ScheduleSession">["data"], rules: Rules): Fault {
  const prospectus = rules.catalogue.get(group.prospectus);
  const separate = prospectus !== null && meetingRules(prospectus).separate;
  // The headteachers meet beside the teachers' sessions: those may be on one day.
  const other = group.sessions
    .filter(({ code }) => isTeachers(code) && isTeachers(data.session))
    .find(({ code, on, status }) => code !== data.session && on === data.on && status !== "cancelled");
  return (
    withinYear(group, at, data.on) ??
    monthsOf(group, data.on, rules) ??
    onSchoolDayOrWhy(calendarOf(rules, group.hub), data.on, data) ??
    (separate && other ? reject("too-much-for-a-day", "sessions", { on: data.on, session: other.code }) : null)
  );
}

function withSession(group: Formed, code: string, verb: (session: Session) => Decision): Decision {
  const session = group.sessions.find((one) => one.code === code);
  if (!session) return unknownSession(group);
  return session.status === "held" ? held() : verb(session);
}

/** The sessions still to come, so many weeks later; on a school day. */
function extended(
  group: Formed,
  at: Instant,
  weeks: number,
  rules: Rules,
): Extract<GroupEvent, { type: "SessionMoved" }>[] {
  const calendar = calendarOf(rules, group.hub);
  const today = localDate(at);
  return group.sessions
    .filter((one) => one.status === "scheduled" && one.on >= today)
    .map((one) => ({
      type: "SessionMoved",
      at,
      session: one.code,
      on: nextSchoolDay(calendar, addDays(one.on, weeks * 7)),
      from: one.on,
      ...arrange({}, one),
      reasonCode: "extended",
    }));
}
