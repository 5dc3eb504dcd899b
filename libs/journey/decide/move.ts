// From one hub to another: never by the act of the new hub alone. The school's own word is its agreement; a hub's waits
// for the old hub's, then for an operator's.

import { addDays } from "../../calendar/dates.ts";
import { academicYearOf } from "../../calendar/academic-years.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { nextSchoolDay, type SchoolCalendar } from "../../calendar/terms.ts";
import type { Actor } from "../commands.ts";
import type { EventOf, JourneyEvent } from "../events.ts";
import { reject, type Rejection } from "../rejection.ts";
import type { Rules, Verbs } from "../rules.ts";
import { currentYear, type Begun, type Journey } from "../state.ts";
import { because, dayToDecide, decided, needsReason, notNow } from "./common.ts";
import { task } from "./stage-ends.ts";

/** So many school days the old hub has to answer (assumption: no page speaks of it). */
const DAYS_TO_ANSWER = 10;

type Asked = EventOf<"ApplicationSubmitted"> | EventOf<"InterestExpressed">;

export const MOVE: Verbs<"MoveToHub"> = {
  MoveToHub: (state, { at, data }, { catalogue, calendar }) => {
    if (state.status === "none") return notNow(state, "nothing-to-move");
    const fault = needsReason(data);
    if (fault) return fault;
    const { move } = state;
    const why = because(data);
    if (data.hub === state.hub)
      return move === null
        ? notNow(state, "at-that-hub")
        : decided(
            { type: "TaskDecided", at, task: move.task, decision: "stays", ...why },
            { type: "MoveRefused", at, to: move.to, ...why },
          );
    if (move === null) return decided(...moves(state, data.hub, at, why, calendar));
    if (data.hub !== move.to) return notNow(state, "asked-by-another", { to: move.to });
    const open = (catalogue.get(move.asks.prospectus)?.academicYear ?? "") >= academicYearOf(localDate(at));
    return decided(
      { type: "TaskDecided", at, task: move.task, decision: "moves", ...why },
      ...moves(state, data.hub, at, why, calendar),
      ...(open ? [{ ...move.asks, at }] : []),
    );
  },
};

/**
 * What comes of what a school asks of `hub`: at the hub that it is at, that itself. From elsewhere the school moves by
 * its own word; by a hub's, its hub is asked.
 */
export function askedOf(state: Journey, asked: Asked, by: Actor, { calendar }: Rules): JourneyEvent[] {
  const { at, hub: to } = asked;
  if (state.status === "none" || state.hub === to) return [asked];
  if (by.role === "school-contact") return [...moves(state, to, at, {}, calendar), asked];
  const task = `move/${state.seq + 1}`;
  const until = schoolDaysOn(calendar, localDate(at), DAYS_TO_ANSWER);
  const { at: _at, ...asks } = asked;
  return [
    { type: "MoveAsked", at, to, until, task, asks },
    { type: "TaskOpened", at, task, about: "move", commitment: null, dueOn: until, hub: to },
  ];
}

/** A hub learns of a school elsewhere that it is not free, and no more; and it asks once. */
export function heldElsewhere(state: Journey, hub: string, by: Actor): { rejection: Rejection } | null {
  if (state.status === "none" || state.hub === hub || by.role === "school-contact") return null;
  return state.move === null ? null : reject("already-active", "moving");
}

function moves(
  state: Begun,
  to: string,
  at: Instant,
  why: ReturnType<typeof because>,
  calendar: SchoolCalendar,
): JourneyEvent[] {
  return [
    { type: "SchoolLeftHub", at, to, ...why },
    { type: "SchoolJoinedHub", at, from: state.hub, to, ...why },
    ...toBePlaced(state, at, calendar),
  ];
}

/** A year that is under way goes on without a Work Group: the new hub has to find it one, or nobody would. */
function toBePlaced(state: Begun, at: Instant, calendar: SchoolCalendar): JourneyEvent[] {
  const year = currentYear(state);
  if (year === null) return [];
  const asks = task(year, "waiting", at, dayToDecide(calendar, at));
  const asked = state.tasks.some(
    ({ id, status }) => asks.type === "TaskOpened" && id === asks.task && status === "open",
  );
  return asked ? [] : [asks];
}

/** The day that is so many school days on. */
function schoolDaysOn(calendar: SchoolCalendar, from: LocalDate, days: number): LocalDate {
  let day = from;
  for (let left = days; left > 0; left--) day = nextSchoolDay(calendar, addDays(day, 1));
  return day;
}
