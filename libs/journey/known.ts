// What a journey keeps from status to status.

import type { JourneyEvent } from "./events.ts";
import type { Begun, EndedStatus, Known, Task } from "./state.ts";

/** What is kept from status to status. */
export function known(state: Begun): Known {
  const {
    seq,
    lastAt,
    school,
    hub,
    aliases,
    participants,
    past,
    grants,
    tasks,
    concerns,
    remindersOffUntil,
    bounced,
    applicants,
    invitation,
    stopsBefore,
    theme,
    support,
    teachersNext,
    effects,
    unsaid,
    written,
    holds,
    undoable,
    takenBack,
    move,
    said,
    toTell,
  } = state;
  return {
    seq,
    lastAt,
    school,
    hub,
    aliases,
    participants,
    past,
    grants,
    tasks,
    concerns,
    remindersOffUntil,
    bounced,
    applicants,
    invitation,
    stopsBefore,
    theme,
    support,
    teachersNext,
    effects,
    unsaid,
    written,
    holds,
    undoable,
    takenBack,
    move,
    said,
    toTell,
  };
}

/** A journey that has ended keeps what is known, and leaves nothing to decide but what becomes of its grants. */
export function ended(state: Begun, status: EndedStatus): Begun {
  const tasks = state.tasks.map((task): Task =>
    task.status === "open" && task.grant === null ? { ...task, status: "closed" } : task,
  );
  return { ...known(state), tasks, status };
}

/** What to throw where an event cannot follow: the stream is damaged, or written by newer code. */
export function misplaced(state: Begun, event: JourneyEvent): Error {
  return new Error(`${event.type} cannot follow the status ${state.status}`);
}
