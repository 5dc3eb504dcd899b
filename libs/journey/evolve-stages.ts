// From stage-year to stage-year, folded: placement, the year's beginning and end, a pause and the return from it, the
// invitation to the next one.

import type { Instant } from "../calendar/instants.ts";
import type { EventOf, Recorded } from "./events.ts";
import { yearStarted, yearTakenUp } from "./evolve-year.ts";
import { ended, known, misplaced } from "./known.ts";
import type { Begun, Invitation, NextStage, StageOutcome, StageYear, Task } from "./state.ts";

/** The journey one event between its stage-years later; null where the event is about something else. */
export function evolveStages(state: Begun, event: Recorded): Begun | null {
  switch (event.type) {
    case "SchoolPlaced":
      return placed(state, event);
    case "StageStarted":
      return {
        ...known(state),
        status: "participating",
        year: yearStarted(event, known(state)),
        next: null,
        waitsUntil: null,
        stopsBefore: null,
      };
    case "StageCompleted":
      return stageOver(state, event);
    case "StageInterrupted":
      if (state.status !== "paused") throw misplaced(state, event);
      // Before places were kept, what was settled for the year after fell with it.
      return {
        ...state,
        past: pastWith(state, "interrupted"),
        year: null,
        next: event.keepsNext === true ? state.next : null,
      };
    case "SchoolWithdrawn": {
      const past = pastWith(state, "withdrawn");
      return ended({ ...state, past }, event.reasonCode === "ineligible" ? "ineligible" : "withdrawn");
    }
    case "JourneyPaused":
      return paused(state, event);
    case "SchoolReturned":
      return returned(state, event);
    case "NextStageInvited":
      return invited(state, event);
    case "MeetingAnnounced":
      return event.into === undefined ? null : { ...state, invitation: announcedTo(state.invitation, event) };
    case "NextStageReminderDue":
      return {
        ...state,
        invitation: state.invitation && { ...state.invitation, reminders: state.invitation.reminders.slice(1) },
      };
    case "NextStageDeclined":
      return declined(state);
    case "NextStageLapsed":
      return lapsed(state, event);
    case "NextStagePlaceLapsed":
      return {
        ...state,
        invitation: state.invitation && {
          ...state.invitation,
          workGroup: groupNow(state),
          respondBy: null,
          announces: [],
        },
      };
    case "NextStageConfirmed":
      return confirmed(state, event);
    case "ReadinessConfirmed":
      return readiness(state, event);
    case "CompletionConfirmed":
      return completion(state, event);
    default:
      return null;
  }
}

function placed(state: Begun, event: EventOf<"SchoolPlaced">): Begun {
  const { prospectus, stage, academicYear, workGroup } = event;
  const next = { prospectus, stage, academicYear, workGroup, settledAt: event.at };
  // A school that goes on: its year goes on too.
  if (state.status === "participating") return { ...state, next };
  return { ...known(state), status: "participating", year: null, next, waitsUntil: null };
}

function paused(state: Begun, event: EventOf<"JourneyPaused">): Begun {
  if (state.status === "paused") return { ...state, until: event.until };
  if (state.status !== "participating") throw misplaced(state, event);
  const { year, next } = state;
  const left = year?.stage ?? next?.stage ?? state.past.at(-1)?.stage ?? "development";
  return { ...known(state), status: "paused", year, next, left, pausedAt: event.at, until: event.until };
}

function stageOver(state: Begun, event: EventOf<"StageCompleted">): Begun {
  const past = pastWith(state, event.outcome);
  // Its outcome was earned before the pause; how it goes on, its return settles.
  if (state.status === "paused") return { ...state, past, year: null };
  if (state.status !== "participating") throw misplaced(state, event);
  if (event.then === "ends") return ended({ ...state, past }, "completed");
  const { then, waitsUntil = null, announces = [] } = event;
  const invitation = state.invitation && { ...state.invitation, announces };
  return {
    ...state,
    past,
    invitation,
    year: null,
    next: then === "next-stage" || waitsUntil ? state.next : null,
    waitsUntil,
  };
}

function invited(state: Begun, event: EventOf<"NextStageInvited">): Begun {
  const { respondBy = null, reminders = [], announces = [] } = event;
  return { ...state, stopsBefore: null, invitation: { ...nextOf(state, event), respondBy, reminders, announces } };
}

/** The invitation once a meeting of its year was announced, or is to be before another day. */
function announcedTo(
  invitation: Invitation | null,
  { meeting, on, again }: EventOf<"MeetingAnnounced">,
): Invitation | null {
  if (invitation === null) return null;
  const others = invitation.announces.filter((one) => one.code !== meeting || one.on !== on);
  return { ...invitation, announces: again === undefined ? others : [...others, again] };
}

function returned(state: Begun, event: EventOf<"SchoolReturned">): Begun {
  if (state.status !== "paused") throw misplaced(state, event);
  // The return settles the year to come: what the school was invited to before its pause is over.
  if (event.resumes === "next-year") {
    const kept = state.next?.prospectus === event.prospectus && event.workGroup === undefined;
    const { workGroup, prospectus, stage, academicYear } = event;
    const anew = nextOf(state, { at: event.at, prospectus, stage, academicYear });
    const next = kept ? state.next : workGroup === undefined ? anew : { ...anew, workGroup };
    return { ...known(state), status: "participating", year: null, next, waitsUntil: null, invitation: null };
  }
  return {
    ...known(state),
    status: "participating",
    year: state.year && yearTakenUp(state.year, event.at, event.chaseFrom),
    next: state.next,
    waitsUntil: null,
    invitation: state.invitation && {
      ...state.invitation,
      reminders: event.reminders ?? state.invitation.reminders,
    },
  };
}

function confirmed(state: Begun, event: EventOf<"NextStageConfirmed">): Begun {
  const next = nextOf(state, event);
  const waitsUntil = event.held === true && state.status === "participating" ? state.waitsUntil : null;
  if (state.status === "participating") return { ...state, next, waitsUntil, invitation: null };
  return { ...known(state), status: "participating", year: null, next, waitsUntil: null, invitation: null };
}

/** A school that waits between two years, and says no, has come to its end. */
function declined(state: Begun): Begun {
  const settled = state.status === "participating" ? state.next : null;
  const stopsBefore = state.invitation?.academicYear ?? settled?.academicYear ?? null;
  if (state.status !== "participating") return { ...state, invitation: null, stopsBefore };
  const after = { ...state, invitation: null, next: null, stopsBefore };
  return state.waitsUntil !== null ? ended(after, "completed") : after;
}

function lapsed(state: Begun, { into }: EventOf<"NextStageLapsed">): Begun {
  const after = { ...state, invitation: null, stopsBefore: into };
  // The stage that was settled stays; its place and its year are gone.
  if (after.status === "paused")
    return { ...after, stopsBefore: null, next: after.next && { ...after.next, workGroup: null } };
  if (after.status !== "participating") return after;
  return after.year === null ? ended(after, "completed") : { ...after, next: null };
}

function readiness(state: Begun, event: EventOf<"ReadinessConfirmed">): Begun {
  const tasks = decidedOn(state, "readiness");
  // Not ready, or not any more: an invitation that went out before falls with it.
  const invitation = event.ready ? state.invitation : null;
  const year = yearDecidedOn(state, event);
  if (year) return { ...state, tasks, invitation, year: confirmedReady(year, event) } as Begun;
  // Decided after the year's end: the outcome follows.
  const outcome: StageOutcome = event.ready ? "completed" : "not-ready";
  const past = lastPast(state, (last) => ({ ...confirmedReady(last, event), outcome }));
  if (event.ready || state.status === "paused") return { ...state, tasks, past, invitation };
  return ended({ ...state, tasks, past, invitation }, "completed");
}

function confirmedReady(year: StageYear, { ready, inviteBy }: EventOf<"ReadinessConfirmed">): StageYear {
  return { ...year, ready, closing: year.closing && { ...year.closing, inviteBy: inviteBy ?? null } };
}

function completion(state: Begun, event: EventOf<"CompletionConfirmed">): Begun {
  const { completed, counts = false } = event;
  const tasks = decidedOn(state, "outcome");
  const year = yearDecidedOn(state, event);
  if (year) return { ...state, tasks, year: { ...year, completed, counts } } as Begun;
  const outcome: StageOutcome = completed ? "completed" : "not-completed";
  const past = lastPast(state, (last) => ({ ...last, completed, counts, outcome }));
  const after = { ...state, tasks, past };
  // What was held for this word goes on.
  if (after.status !== "participating" || after.next === null || !(completed || counts)) return after;
  return { ...after, waitsUntil: null };
}

/** The year under way; null for the last that ended. Throws where there is neither, or the journey is not so far. */
function yearDecidedOn(
  state: Begun,
  event: EventOf<"ReadinessConfirmed"> | EventOf<"CompletionConfirmed">,
): StageYear | null {
  const { status } = state;
  const year = status === "participating" || status === "paused" ? state.year : null;
  const stands = status === "participating" || status === "paused" || status === "completed";
  if (!stands || (year === null && state.past.length === 0)) throw misplaced(state, event);
  return year;
}

function decidedOn(state: Begun, about: Task["about"]): Task[] {
  return state.tasks.map((task) =>
    task.about === about && task.status === "open" ? { ...task, status: "decided" } : task,
  );
}

function lastPast(state: Begun, change: (year: StageYear) => StageYear): StageYear[] {
  return state.past.map((year, index) => (index === state.past.length - 1 ? change(year) : year));
}

function pastWith(state: Begun, outcome: StageOutcome): readonly StageYear[] {
  const year = state.status === "participating" || state.status === "paused" ? state.year : null;
  return year ? [...state.past, { ...year, outcome }] : state.past;
}

function nextOf(
  state: Begun,
  event: {
    at: Instant;
    prospectus?: string;
    stage?: StageYear["stage"];
    academicYear?: string;
    workGroup?: string | undefined;
  },
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
