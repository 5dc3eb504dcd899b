// From stage-year to stage-year, folded: placement, the year's beginning and end, a pause and the return from it, the
// invitation to the next one.

import type { Instant } from "../calendar/instants.ts";
import type { EventOf, Recorded } from "./events.ts";
import { yearStarted, yearTakenUp } from "./evolve-year.ts";
import { ended, known, misplaced } from "./known.ts";
import type { Begun, NextStage, StageOutcome, StageYear, Task } from "./state.ts";

/** The journey one event between its stage-years later; null where the event is about something else. */
export function evolveStages(state: Begun, event: Recorded): Begun | null {
  switch (event.type) {
    case "SchoolPlaced":
      return placed(state, event);
    case "StageStarted":
      return { ...known(state), status: "participating", year: yearStarted(event, known(state)), next: null };
    case "StageCompleted":
      return stageOver(state, event);
    case "StageInterrupted":
      if (state.status !== "paused") throw misplaced(state, event);
      // What was settled for the year after falls with it: the return settles that anew.
      return { ...state, past: pastWith(state, "interrupted"), year: null, next: null };
    case "SchoolWithdrawn": {
      const past = pastWith(state, "withdrawn");
      return ended({ ...state, past }, event.reasonCode === "ineligible" ? "ineligible" : "withdrawn");
    }
    case "JourneyPaused":
      return paused(state, event);
    case "SchoolReturned":
      return returned(state, event);
    case "NextStageInvited":
      return { ...state, invitation: { ...nextOf(state, event), respondBy: event.respondBy ?? null } };
    case "NextStageDeclined":
      return { ...state, invitation: null };
    case "NextStagePlaceLapsed":
      return {
        ...state,
        invitation: state.invitation && { ...state.invitation, workGroup: groupNow(state), respondBy: null },
      };
    case "NextStageConfirmed":
      return confirmed(state, event);
    case "ReadinessConfirmed":
      return readiness(state, event);
    default:
      return null;
  }
}

function placed(state: Begun, event: EventOf<"SchoolPlaced">): Begun {
  const { prospectus, stage, academicYear, workGroup } = event;
  const next = { prospectus, stage, academicYear, workGroup, settledAt: event.at };
  // A school that goes on: its year goes on too.
  if (state.status === "participating") return { ...state, next };
  return { ...known(state), status: "participating", year: null, next };
}

function paused(state: Begun, event: EventOf<"JourneyPaused">): Begun {
  if (state.status === "paused") return { ...state, until: event.until };
  if (state.status !== "participating") throw misplaced(state, event);
  const { year, next } = state;
  const left = year?.stage ?? next?.stage ?? state.past.at(-1)?.stage ?? "development";
  return { ...known(state), status: "paused", year, next, left, pausedAt: event.at, until: event.until };
}

function stageOver(state: Begun, event: EventOf<"StageCompleted">): Begun {
  if (state.status !== "participating") throw misplaced(state, event);
  const past = pastWith(state, event.outcome);
  if (event.then === "ends") return ended({ ...state, past }, "completed");
  return { ...state, past, year: null, next: event.then === "next-stage" ? state.next : null };
}

function returned(state: Begun, event: EventOf<"SchoolReturned">): Begun {
  if (state.status !== "paused") throw misplaced(state, event);
  // The return settles the year to come: what the school was invited to before its pause is over.
  if (event.resumes === "next-year") {
    const next = state.next?.prospectus === event.prospectus ? state.next : nextOf(state, event);
    return { ...known(state), status: "participating", year: null, next, invitation: null };
  }
  return {
    ...known(state),
    status: "participating",
    year: state.year && yearTakenUp(state.year, event.at, event.chaseFrom),
    next: state.next,
  };
}

function confirmed(state: Begun, event: EventOf<"NextStageConfirmed">): Begun {
  const next = nextOf(state, event);
  if (state.status === "participating") return { ...state, next, invitation: null };
  return { ...known(state), status: "participating", year: null, next, invitation: null };
}

function readiness(state: Begun, event: EventOf<"ReadinessConfirmed">): Begun {
  const tasks = state.tasks.map((task): Task =>
    task.about === "readiness" && task.status === "open" ? { ...task, status: "decided" } : task,
  );
  if (state.status !== "participating") throw misplaced(state, event);
  // Not ready, or not any more: an invitation that went out before falls with it.
  const invitation = event.ready ? state.invitation : null;
  if (state.year) return { ...state, tasks, invitation, year: { ...state.year, ready: event.ready } };
  // Decided after the year's end: the outcome follows.
  const outcome: StageOutcome = event.ready ? "completed" : "not-ready";
  const past = state.past.map((year, index) =>
    index === state.past.length - 1 ? { ...year, ready: event.ready, outcome } : year,
  );
  return event.ready ? { ...state, tasks, past } : ended({ ...state, tasks, past, invitation }, "completed");
}

function pastWith(state: Begun, outcome: StageOutcome): readonly StageYear[] {
  const year = state.status === "participating" || state.status === "paused" ? state.year : null;
  return year ? [...state.past, { ...year, outcome }] : state.past;
}

function nextOf(
  state: Begun,
  event: { at: Instant; prospectus?: string; stage?: StageYear["stage"]; academicYear?: string; workGroup?: string },
): NextStage {
  const { prospectus = "", stage = "development", academicYear = "", workGroup = groupNow(state) } = event;
  return { prospectus, stage, academicYear, workGroup, settledAt: event.at };
}

/** The Work Group it is in, or was in last: it goes on with it as long as no other is named. */
function groupNow(state: Begun): string | null {
  return (
    (state.status === "participating" || state.status === "paused" ? state.year : null)?.workGroup ??
    state.past.at(-1)?.workGroup ??
    null
  );
}
