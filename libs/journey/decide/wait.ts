// A school waits on its way in: the hub is asked in good time, the wait ends, and the school is told on a school day.

import { addDays } from "../../calendar/dates.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { nextSchoolDay, previousSchoolDay, schoolDayAt9, type SchoolCalendar } from "../../calendar/terms.ts";
import type { Next } from "../due.ts";
import type { JourneyEvent } from "../events.ts";
import type { Rules } from "../rules.ts";
import type { Begun, Journey } from "../state.ts";
import { waitingTask, waitOf, yearOfProspectus } from "../waiting.ts";
import { dayToDecide } from "./common.ts";

/** What a wait brings by itself. */
export function broughtByWaiting(
  state: Journey,
  what: Extract<Next["what"], "hub-asked" | "wait-ends" | "end-told">,
  at: Instant,
  { calendar }: Rules,
): JourneyEvent[] {
  if (state.status === "none") return [];
  if (what === "end-told")
    return state.toTell === null ? [] : [{ type: "ApplicationEndTold", at, ended: state.toTell.ended }];
  return what === "hub-asked" ? hubAsked(state, at, calendar) : waitEnds(state, at, calendar);
}

function hubAsked(state: Begun, at: Instant, calendar: SchoolCalendar): JourneyEvent[] {
  const wait = waitOf(state);
  const year = "application" in state ? yearOfProspectus(state.application.prospectus) : null;
  if (wait === null || year === null) return [];
  const dueOn = dayToSeeTo(state, wait.endsOn, at, calendar);
  return [{ type: "TaskOpened", at, task: waitingTask(year), about: "waiting", commitment: null, dueOn }];
}

/** By when the hub sees to it: the last school day of the wait; the day of placement; never one that has gone by. */
function dayToSeeTo(state: Begun, endsOn: LocalDate | null, at: Instant, calendar: SchoolCalendar): LocalDate {
  const usual = dayToDecide(calendar, at);
  const meant =
    state.status === "accepted"
      ? (state.offer.placeBy ?? usual)
      : endsOn === null
        ? usual
        : previousSchoolDay(calendar, endsOn);
  const today = localDate(at);
  return meant >= today ? meant : nextSchoolDay(calendar, today);
}

function waitEnds(state: Begun, at: Instant, calendar: SchoolCalendar): JourneyEvent[] {
  const tellAt = schoolDayAt9(calendar, addDays(localDate(at), 1));
  const ended = { type: "ApplicationEnded", at, why: "year-over", tellAt } as const;
  if (state.status === "interested")
    return [{ ...ended, stood: "interested", prospectus: state.invited?.prospectus ?? state.prospectus }];
  if (!("application" in state) || state.status === "offered" || state.status === "applied") return [];
  return [{ ...ended, stood: state.status, prospectus: state.application.prospectus }];
}
