// Tasks that close themselves: nothing is left to decide on how a school goes on.

import type { Instant } from "../calendar/instants.ts";
import type { JourneyEvent } from "./events.ts";
import { stillSaid } from "./said.ts";
import { currentYear, type Begun, type Task } from "./state.ts";

/** The open tasks about how a school goes on that somebody's word, or the course of things, has answered. */
export function goesOnSettled(state: Begun, at: Instant): JourneyEvent[] {
  return state.tasks
    .filter((task) => task.status === "open" && isAnswered(state, task))
    .map((task) => ({ type: "TaskClosed", at, task: task.id }));
}

/** The open tasks about what somebody at the school has said that is dealt with, or said no longer. */
export function dealtWith(state: Begun, at: Instant): JourneyEvent[] {
  return state.tasks
    .filter((task) => task.status === "open" && (task.about === "another-date" || task.about === "contact"))
    .filter((task) => !stillSaid(state, task))
    .map((task) => ({ type: "TaskClosed", at, task: task.id }));
}

function isAnswered(state: Begun, { about, id }: Task): boolean {
  const year = currentYear(state);
  const of = (code: string): boolean => year !== null && id === `${year.academicYear}/${code}`;
  switch (about) {
    case "invitation":
      // In its year, that the hub has not invited it; after it, that it has not answered either.
      return of("invitation")
        ? "next" in state && (state.next !== null || state.invitation !== null || state.stopsBefore !== null)
        : isGone(state) || year !== null || ("next" in state && state.next !== null);
    case "outcome":
      return isGone(state) || year !== null;
    case "readiness":
      return year !== null && !year.readinessAsked;
    case "pause":
      return state.status !== "paused" || state.until !== null;
    case "waiting":
      return id.endsWith("/place") && (isGone(state) || year === null || !of("place") || year.workGroup !== null);
    default:
      return false;
  }
}

/** It is away, and its return settles how it goes on. */
const isGone = ({ status }: Begun): boolean => status === "paused";
