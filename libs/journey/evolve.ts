// Events → state. Knows no rule: what an event says, happened. An event of a later version that is not known here
// throws.

import type { SchoolFacts } from "./commands.ts";
import { effectOf } from "./effects.ts";
import type { EventOf, JourneyEvent, Recorded } from "./events.ts";
import { evolveGrants } from "./evolve-grants.ts";
import { evolveYear, yearStarted, yearTakenUp } from "./evolve-year.ts";
import type { Begun, EndedStatus, Journey, Known, NextStage, StageOutcome, StageYear, Task } from "./state.ts";

export const NOTHING: Journey = { status: "none" };

/** Folds a journey's events, in the order of their `seq`. */
export function fold(events: Iterable<Recorded>, from: Journey = NOTHING): Journey {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
}

/**
 * One event later. Throws where the event cannot follow this state: the stream is then damaged, or written by newer
 * code.
 */
export function evolve(state: Journey, event: Recorded): Journey {
  if (event.type === "InterestExpressed" || event.type === "ApplicationSubmitted") return entered(state, event);
  if (state.status === "none") throw new Error(`${event.type} (seq ${event.seq}) comes before the journey has begun`);
  const after = apply(state, event);
  return { ...after, ...marks(after, event) };
}

function entered(
  state: Journey,
  event: Recorded<EventOf<"InterestExpressed"> | EventOf<"ApplicationSubmitted">>,
): Journey {
  const before: Known | null = state.status === "none" ? null : known(state);
  const base: Known = {
    aliases: [],
    past: [],
    grants: [],
    tasks: [],
    concerns: [],
    effects: [],
    remindersOffUntil: null,
    ...before,
    bounced: [],
    seq: event.seq,
    lastAt: event.at,
    school: schoolOf(event, before),
    hub: event.hub,
    participants: [],
    invitation: null,
    theme: null,
  };
  const begun = { ...base, ...marks(base, event) };
  if (event.type === "InterestExpressed")
    return { ...begun, status: "interested", prospectus: event.prospectus, coming: event.coming, invited: null };
  const { prospectus, contactId, criteria } = event;
  return {
    ...begun,
    status: "applied",
    application: { prospectus, submittedAt: event.at, contactId, criteria, waitsIn: null },
  };
}

/** A headteacher who was named stays so when the school comes back, until it names another. */
function schoolOf({ school }: { school: SchoolFacts }, before: Known | null): SchoolFacts {
  const headteacherContact = school.headteacherContact ?? before?.school.headteacherContact;
  return headteacherContact === undefined ? school : { ...school, headteacher: true, headteacherContact };
}

function apply(state: Begun, event: Recorded): Begun {
  switch (event.type) {
    case "InformationRequested":
      return { ...known(state), status: "information-requested", application: applied(state, event) };
    case "InformationProvided":
      return { ...known(state), status: "applied", application: applied(state, event) };
    case "ApplicationWaitlisted": {
      const application = applied(state, event);
      return {
        ...known(state),
        status: "waitlisted",
        application: { ...application, waitsIn: event.workGroup ?? application.waitsIn },
      };
    }
    case "PlaceOffered": {
      const offer = { workGroup: event.workGroup, respondBy: event.respondBy, remindAt: event.remindAt ?? null };
      return { ...known(state), status: "offered", application: applied(state, event), offer };
    }
    case "OfferReminderDue":
      if (state.status !== "offered") throw misplaced(state, event);
      return { ...state, offer: { ...state.offer, remindAt: null } };
    case "WindowNoted":
    case "WindowPassed":
    case "ApplicationInvited":
      return awaiting(state, event);
    case "OfferAccepted":
      if (state.status !== "offered") throw misplaced(state, event);
      return { ...state, status: "accepted" };
    case "ApplicationDeclined":
      return ended(state, "not-selected");
    case "ApplicationRedirected":
      return ended(state, "redirected");
    case "ApplicationWithdrawn":
      return ended(state, "withdrawn");
    case "OfferDeclined":
      return ended(state, "declined");
    case "OfferLapsed":
      return ended(state, "lapsed");
    case "SchoolPlaced": {
      const { prospectus, stage, academicYear, workGroup } = event;
      // A school that goes on: its year goes on too.
      if (state.status === "participating") return { ...state, next: { prospectus, stage, academicYear, workGroup } };
      return {
        ...known(state),
        status: "participating",
        year: null,
        next: { prospectus, stage, academicYear, workGroup },
      };
    }
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
    case "JourneyPaused": {
      if (state.status === "paused") return { ...state, until: event.until };
      if (state.status !== "participating") throw misplaced(state, event);
      const left = state.year?.stage ?? state.next?.stage ?? state.past.at(-1)?.stage ?? "development";
      return {
        ...known(state),
        status: "paused",
        year: state.year,
        next: state.next,
        left,
        pausedAt: event.at,
        until: event.until,
      };
    }
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
      return withinYear(state, event);
  }
}

function awaiting(
  state: Begun,
  event: EventOf<"WindowNoted"> | EventOf<"WindowPassed"> | EventOf<"ApplicationInvited">,
): Begun {
  if (state.status !== "interested") throw misplaced(state, event);
  const { prospectus } = event;
  if (event.type === "ApplicationInvited")
    return { ...state, coming: [], invited: { prospectus, closesOn: event.closesOn } };
  const others = state.coming.filter((one) => one.prospectus !== prospectus);
  if (event.type === "WindowPassed") return { ...state, coming: others };
  return {
    ...state,
    coming: [...others, { prospectus, opensOn: event.opensOn, closesOn: event.closesOn, own: event.own }],
  };
}

function withinYear(state: Begun, event: Recorded): Begun {
  const after = { ...state, ...evolveKnown(state, event) };
  if (after.status !== "participating" && after.status !== "paused") return after;
  return after.year ? { ...after, year: evolveYear(after.year, event, after.participants) } : after;
}

function evolveKnown(state: Begun, event: Recorded): Partial<Known> {
  switch (event.type) {
    case "ParticipantNominated": {
      const { participant: id, role, experienced, authority, releasedForAllSessions } = event;
      return {
        participants: [
          ...without(state, id),
          { id, role, experienced, authority, releasedForAllSessions, left: false },
        ],
      };
    }
    case "ParticipantReplaced": {
      const { by: id, role, experienced, authority, releasedForAllSessions } = event;
      const others = leave(without(state, id), event.participant);
      return {
        participants: [...others, { id, role, experienced, authority, releasedForAllSessions, left: false }],
        bounced: reached(state, event.participant),
      };
    }
    case "ParticipantReleased":
      return { participants: leave(state.participants, event.participant), bounced: reached(state, event.participant) };
    case "HeadteacherNamed":
      return {
        bounced: state.bounced.filter((one) => one.addressee !== "headteacher"),
        school: { ...state.school, headteacher: true, headteacherContact: event.contactId },
      };
    case "TaskOpened": {
      const { task: id, about, commitment, dueOn = null } = event;
      return {
        tasks: [
          ...state.tasks.filter((one) => one.id !== id),
          { id, about, commitment, openedAt: event.at, status: "open", assignee: null, dueOn },
        ],
      };
    }
    case "TaskAssigned": {
      const { task, assignee, dueOn } = event;
      return {
        tasks: state.tasks.map((one) => (one.id === task ? { ...one, assignee, dueOn: dueOn ?? one.dueOn } : one)),
      };
    }
    case "LetterBounced": {
      const { addressee, person } = event;
      return { bounced: [...state.bounced.filter((one) => one.addressee !== addressee), { addressee, person }] };
    }
    case "ReminderResent":
      return { bounced: [] };
    case "TaskDecided":
      return { tasks: taskNow(state.tasks, event.task, "decided") };
    case "TaskClosed":
      return { tasks: taskNow(state.tasks, event.task, "closed") };
    case "ConcernRaised":
      return { concerns: [...state.concerns, { id: event.concern, commitment: event.commitment, status: "raised" }] };
    case "ConcernStepsAgreed":
      return { concerns: concernNow(state, event.concern, "steps-agreed") };
    case "ConcernReviewed":
      return { concerns: concernNow(state, event.concern, "reviewed") };
    case "ConcernResolved":
      return { concerns: concernNow(state, event.concern, "resolved") };
    case "RemindersOptedOut":
      return { remindersOffUntil: event.until };
    case "ThemeChosen":
      return { theme: { academicYear: event.academicYear, theme: event.theme, seq: event.seq } };
    case "SchoolSucceeded":
      return { school: { ...state.school, urn: event.urn }, aliases: [...state.aliases, event.was] };
    default:
      return { grants: evolveGrants(state.grants, event, state.hub) };
  }
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

function marks(state: Known, event: Recorded): Pick<Known, "seq" | "lastAt" | "effects"> {
  const kind = effectOf(event);
  let effects = state.effects;
  if (kind) effects = [...effects, { seq: event.seq, kind, stalled: false }];
  if (event.type === "EffectPerformed") effects = effects.filter((one) => one.seq !== event.effect);
  if (event.type === "EffectStalled")
    effects = effects.map((one) => (one.seq === event.effect ? { ...one, stalled: true } : one));
  return { seq: event.seq, lastAt: event.at, effects };
}

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
    invitation,
    theme,
    effects,
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
    invitation,
    theme,
    effects,
  };
}

function applied(state: Begun, event: JourneyEvent) {
  if (!("application" in state)) throw misplaced(state, event);
  return state.application;
}

/** A journey that has ended leaves nothing to decide. */
function ended(state: Begun, status: EndedStatus): Begun {
  const tasks = state.tasks.map((task): Task => (task.status === "open" ? { ...task, status: "closed" } : task));
  return { ...known(state), tasks, status };
}

function pastWith(state: Begun, outcome: StageOutcome): readonly StageYear[] {
  const year = state.status === "participating" || state.status === "paused" ? state.year : null;
  return year ? [...state.past, { ...year, outcome }] : state.past;
}

function nextOf(
  state: Begun,
  event: { prospectus?: string; stage?: StageYear["stage"]; academicYear?: string; workGroup?: string },
): NextStage {
  const { prospectus = "", stage = "development", academicYear = "", workGroup = groupNow(state) } = event;
  return { prospectus, stage, academicYear, workGroup };
}

/** The Work Group it is in, or was in last: it goes on with it as long as no other is named. */
function groupNow(state: Begun): string | null {
  return (
    (state.status === "participating" || state.status === "paused" ? state.year : null)?.workGroup ??
    state.past.at(-1)?.workGroup ??
    null
  );
}

const without = (state: Begun, id: string) => state.participants.filter((one) => one.id !== id);
const leave = (people: Known["participants"], id: string) =>
  people.map((one) => (one.id === id ? { ...one, left: true } : one));
/** Who is not there any more need not be written to. */
const reached = (state: Begun, person: string) => state.bounced.filter((one) => one.person !== person);
const taskNow = (tasks: Known["tasks"], id: string, status: Task["status"]) =>
  tasks.map((one) => (one.id === id ? { ...one, status } : one));
const concernNow = (state: Begun, id: string, status: Known["concerns"][number]["status"]) =>
  state.concerns.map((one) => (one.id === id ? { ...one, status } : one));

function misplaced(state: Begun, event: JourneyEvent): Error {
  return new Error(`${event.type} cannot follow the status ${state.status}`);
}
