// How a school’s way goes on, told as it stands when the letter goes: pauses, ends and beginnings of years, what the
// hub has decided, promises that changed.

import { localDate } from "../calendar/instants.ts";
import { placeOf } from "../journey/describe.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { questionOf } from "../journey/grant-questions.ts";
import { evidentOutcome } from "../journey/outcome.ts";
import { currentYear, stagesOf, yearUnderWay, type Begun, type Grant, type StageYear } from "../journey/state.ts";
import { hasLeft, isOutdone } from "./holds.ts";
import { beganWith, decidedBefore, dueBefore } from "./known-before.ts";
import { dateKept, promiseMoved, promiseWaived } from "./promise-changed.ts";
import { type GrantLeft, paused, returned, withdrawn } from "./time-away.ts";
import type { TellsOf, Told } from "./told.ts";
import {
  completionDecided,
  type HowEnded,
  type Lacking,
  readinessDecided,
  yearBegun,
  yearEnded,
  yearInterrupted,
} from "./year-news.ts";
import { ahead, asksTeachers, groupBlocks, themesToChoose } from "./year-dates.ts";

type Of = Pick<StageYear, "stage" | "academicYear">;

const yearNamed = (state: Begun, { stage, academicYear }: Of): StageYear | null =>
  stagesOf(state).findLast((one) => one.stage === stage && one.academicYear === academicYear) ?? null;

/** Why the year came out as it did: what the school still owed on that day, and whether its teachers came. */
function lackingOf({ participants }: Begun, year: StageYear, on: string, over: boolean): Lacking {
  const missing = year.commitments.filter(
    ({ by, status, dueOn }) => by === "school" && (status === "missed" || (status === "open" && (over || dueOn < on))),
  );
  const { places: all, filled, letGo } = evidentOutcome(year, participants);
  return { owed: missing, places: year.readinessAsked ? null : { all, filled: filled - letGo, letGo } };
}

export const OF_COURSE: {
  [
    T in
      | "JourneyPaused"
      | "SchoolReturned"
      | "SchoolWithdrawn"
      | "ReadinessConfirmed"
      | "CompletionConfirmed"
      | "StageCompleted"
      | "StageInterrupted"
      | "StageStarted"
      | "CommitmentRescheduled"
      | "CommitmentWaived"
      | "TaskDecided"
  ]: TellsOf<T>;
} = {
  JourneyPaused: (told) => {
    const { state } = told;
    if (state.status !== "paused" || isOutdone(told)) return null;
    const { prospectus } = placeOf(state);
    const facts = { until: state.until, yearEndsOn: state.year === null ? null : localDate(state.year.endsAt) };
    return { kind: "paused", about: [], prospectus, write: (envelope) => paused(envelope, facts) };
  },

  SchoolReturned: (told, beside) => {
    const { event, state } = told;
    if (state.status !== "participating" || isOutdone(told)) return null;
    const { year } = state;
    const settled = event.resumes === "next-year" ? event : null;
    const enters = settled && {
      stage: settled.stage,
      academicYear: settled.academicYear,
      begun: year?.academicYear === settled.academicYear,
      hasGroup: (year ?? state.next)?.workGroup !== null,
    };
    const facts = {
      enters,
      asksTeachers: year === null ? null : asksTeachers(year),
      dates: year === null ? [] : ahead(year, localDate(event.at), beside),
    };
    const { prospectus } = placeOf(state);
    return { kind: "returned", about: [], prospectus, write: (envelope) => returned(envelope, facts) };
  },

  SchoolWithdrawn: (told) => {
    const { event, state } = told;
    if (!hasLeft(state) || isOutdone(told)) return null;
    const facts = {
      ineligible: state.status === "ineligible",
      on: localDate(event.at),
      grants: state.grants.flatMap((grant) => grantLeft(told, grant)),
    };
    const prospectus = placeOf(state).prospectus ?? appliedFor(told.events);
    return { kind: "withdrawn", about: [], prospectus, write: (envelope) => withdrawn(envelope, facts) };
  },

  ReadinessConfirmed: (told) => {
    const { event, state } = told;
    const year = stagesOf(state).findLast(({ readinessAsked }) => readinessAsked);
    if (hasLeft(state) || isOutdone(told) || year === undefined) return null;
    const over = currentYear(state) !== year;
    const { stage, academicYear, prospectus } = year;
    const lacking = lackingOf(state, year, localDate(event.at), over);
    const facts = { stage, academicYear, ready: event.ready, over, lacking };
    return { kind: "readiness-decided", about: [], prospectus, write: (envelope) => readinessDecided(envelope, facts) };
  },

  CompletionConfirmed: (told) => {
    const { event, state } = told;
    const { stage, academicYear, completed, counts = false } = event;
    const year = yearNamed(state, event);
    if (hasLeft(state) || isOutdone(told) || year === null) return null;
    const over = currentYear(state) !== year;
    const lacking = lackingOf(state, year, localDate(event.at), over);
    const facts = { stage, academicYear, completed, counts, over, lacking };
    return {
      kind: "completion-decided",
      about: [],
      prospectus: year.prospectus,
      write: (envelope) => completionDecided(envelope, facts),
    };
  },

  StageCompleted: (told) => {
    const { event, state } = told;
    const year = yearNamed(state, event);
    if (hasLeft(state) || year === null) return null;
    const { stage, academicYear, prospectus } = year;
    const goesOn = currentYear(state) ?? ("next" in state ? state.next : null);
    const next = goesOn && goesOn.academicYear > academicYear ? goesOn : null;
    const begun = currentYear(state) === next;
    const waits = "waitsUntil" in state ? state.waitsUntil : null;
    const facts = {
      stage,
      academicYear,
      how: howEnded(year, event.outcome),
      then: state.status === "completed" ? "ends" : next !== null && waits === null ? { ...next, begun } : "waits",
      waitsUntil: waits,
      invited: state.invitation !== null,
      lacking: lackingOf(state, year, localDate(event.at), true),
      toldOn: decidedBefore(told, year),
    } as const;
    return { kind: "year-ended", about: [], prospectus, write: (envelope) => yearEnded(envelope, facts) };
  },

  StageInterrupted: ({ event: { stage, academicYear }, state }) => {
    const year = yearNamed(state, { stage, academicYear });
    if (state.status !== "paused" || year === null) return null;
    const facts = { stage, academicYear, until: state.until };
    return {
      kind: "year-interrupted",
      about: [],
      prospectus: year.prospectus,
      write: (envelope) => yearInterrupted(envelope, facts),
    };
  },

  // Its placement, or its return, told a school of its dates.
  StageStarted: ({ event, events, state }, beside) => {
    const year = yearUnderWay(state);
    if (year?.academicYear !== event.academicYear) return null;
    const toldOf = events.some(
      (one) =>
        (one.type === "SchoolPlaced" && one.prospectus === event.prospectus) ||
        (one.type === "SchoolReturned" && one.at === event.at),
    );
    if (toldOf) return null;
    const { stage, academicYear, prospectus } = year;
    const facts = {
      stage,
      academicYear,
      asksTeachers: asksTeachers(year),
      group: groupBlocks(year, beside),
      dates: ahead(year, localDate(event.at), beside),
      themes: themesToChoose(state, year, localDate(event.at), beside),
    };
    return { kind: "year-begun", about: [prospectus], prospectus, write: (envelope) => yearBegun(envelope, facts) };
  },

  CommitmentRescheduled: (told) => {
    const found = promiseOf(told, ["open", "missed"]);
    if (found === null) return null;
    const { year, commitment } = found;
    const facts = { commitment, from: dueBefore(told.events, year, told.event) };
    return {
      kind: "promise-moved",
      about: [commitment.code],
      prospectus: year.prospectus,
      write: (envelope) => promiseMoved(envelope, facts),
    };
  },

  CommitmentWaived: (told) => {
    const found = promiseOf(told, ["waived"]);
    if (found === null) return null;
    const { year, commitment } = found;
    return {
      kind: "promise-waived",
      about: [commitment.code],
      prospectus: year.prospectus,
      write: (envelope) => promiseWaived(envelope, { commitment }),
    };
  },

  TaskDecided: ({ event, events, state }) => {
    const year = yearUnderWay(state);
    const code = state.tasks.find(({ id }) => id === event.task)?.commitment;
    const commitment = year?.commitments.find((one) => one.code === code);
    const isOwed = commitment?.status === "open" || commitment?.status === "missed";
    const later = events.some(
      (one) => one.seq > event.seq && one.type === "CommitmentRescheduled" && one.commitment === code,
    );
    if (!year || !commitment || !isOwed || later) return null;
    return {
      kind: "date-kept",
      about: [commitment.code],
      prospectus: year.prospectus,
      write: (envelope) => dateKept(envelope, { commitment }),
    };
  },
};

/** The promise, if it still stands as the event left it, in the year in which that was. */
function promiseOf(
  {
    event,
    events,
    state,
  }: Omit<Told, "event"> & { event: Recorded<EventOf<"CommitmentRescheduled"> | EventOf<"CommitmentWaived">> },
  statuses: readonly string[],
) {
  const year = yearUnderWay(state);
  const commitment = year?.commitments.find(({ code }) => code === event.commitment);
  if (!year || !commitment || !statuses.includes(commitment.status) || event.seq < beganWith(events, year)) return null;
  const later = events.some(
    (one) =>
      one.seq > event.seq &&
      (one.type === "CommitmentRescheduled" || one.type === "CommitmentWaived") &&
      one.commitment === event.commitment,
  );
  return later ? null : { year, commitment };
}

/** As it stands now: whether the school is Mastery Ready may have been said since. */
function howEnded({ readinessAsked, ready, outcome }: StageYear, asItWas: HowEnded): HowEnded {
  if (readinessAsked && ready === null) return "undecided";
  return outcome === "under-way" || outcome === "withdrawn" ? asItWas : outcome;
}

/** What becomes of a grant of a school that has left; nothing of one that is settled. */
function grantLeft({ event, events, state }: Pick<Told, "event" | "events" | "state">, grant: Grant): GrantLeft[] {
  const { amountPence, stage, academicYear, status } = grant;
  const is = (becomes: GrantLeft["becomes"]): GrantLeft[] => [{ amountPence, stage, academicYear, becomes }];
  const withIt = events.some(
    (one) => one.type === "GrantWithheld" && one.at === event.at && one.academicYear === academicYear,
  );
  switch (status) {
    case "withheld":
      return withIt ? is("not-paid") : [];
    case "due":
    case "payable":
      return is("to-decide");
    case "released":
      return is("on-its-way");
    case "paid":
      return questionOf(state, grant) === null ? [] : is("paid");
    default:
      return status satisfies never;
  }
}

/** The programme last applied for. */
function appliedFor(events: readonly Recorded[]): string | null {
  const last = events.findLast((one) => one.type === "ApplicationSubmitted");
  return last?.type === "ApplicationSubmitted" ? last.prospectus : null;
}
