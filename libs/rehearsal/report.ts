// What came of a rehearsal, for scripts: the fields and their order are what scripts rely on.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import type { LetterCause } from "../journey/event-words.ts";
import type { EventType, Recipient, TaskAbout } from "../journey/events.ts";
import { evolve, NOTHING } from "../journey/evolve.ts";
import type { CommitmentStatus, Grant, JourneyStatus, StageOutcome } from "../journey/state.ts";
import { stagesOf } from "../journey/state.ts";
import type { RehearsedLetter } from "./letters.ts";
import type { Refusal, Rehearsed } from "./run.ts";

export interface Report {
  /** Null where no journey began. */
  status: JourneyStatus | null;
  stages: { stage: Stage; academicYear: string; prospectus: string; outcome: StageOutcome }[];
  commitments: {
    stage: Stage;
    academicYear: string;
    code: string;
    by: "school" | "hub";
    dueOn: LocalDate;
    status: CommitmentStatus;
  }[];
  reminders: {
    at: Instant;
    academicYear: string;
    term: Term;
    to: readonly Recipient[];
    outstanding: readonly string[];
  }[];
  escalations: { at: Instant; academicYear: string; commitment: string; level: 1 | 2 | 3 }[];
  /** `amount` in pounds. */
  grants: {
    stage: Stage;
    academicYear: string;
    amount: number;
    currency: "GBP";
    status: Grant["status"];
    releasedAt: Instant | null;
  }[];
  /** What somebody had to decide; `closedAt`: decided, or settled by itself; null while it is open. */
  tasks: {
    openedAt: Instant;
    about: TaskAbout;
    commitment?: string;
    dueOn: LocalDate | null;
    closedAt: Instant | null;
  }[];
  /** All that people are sent. `to`: roles. */
  letters: {
    at: Instant;
    kind: string;
    cause: LetterCause;
    to: RehearsedLetter["to"];
    about: readonly string[];
    subject: string;
  }[];
  rejections: Refusal[];
  events: { seq: number; at: Instant; type: EventType }[];
}

/** The object that `--json` prints. */
export function reportOf({ state, events, refusals, letters }: Rehearsed): Report {
  const stages = stagesOf(state);
  return {
    status: state.status === "none" ? null : state.status,
    stages: stages.map(({ stage, academicYear, prospectus, outcome }) => ({
      stage,
      academicYear,
      prospectus,
      outcome,
    })),
    commitments: stages.flatMap(({ stage, academicYear, commitments }) =>
      [...commitments]
        .sort(byDateThenCode)
        .map(({ code, by, dueOn, status }) => ({ stage, academicYear, code, by, dueOn, status })),
    ),
    reminders: events.flatMap((event) => {
      if (event.type !== "ReminderDue") return [];
      const { dueAt, academicYear, term, to, outstanding } = event;
      return [{ at: dueAt, academicYear, term, to, outstanding }];
    }),
    escalations: events.flatMap((event) => {
      if (event.type !== "CommitmentEscalated") return [];
      const { at, commitment, level } = event;
      return [{ at, academicYear: yearAt(events, event.seq), commitment, level }];
    }),
    grants: (state.status === "none" ? [] : state.grants).map(
      ({ stage, academicYear, amountPence, status, releasedAt }) => ({
        stage,
        academicYear,
        amount: amountPence / 100,
        currency: "GBP",
        status,
        releasedAt,
      }),
    ),
    tasks: tasksOf(events),
    letters: letters.map(({ at, kind, cause, to, about, subject }) => ({ at, kind, cause, to, about, subject })),
    rejections: refusals.map(({ at, command, code, detail }) => ({ at, command, code, detail })),
    events: events.map(({ seq, at, type, ...rest }) => ({ seq, at, type, ...rest })),
  };
}

/** Every task as it was opened, to the day that was agreed last, and when it was decided or settled by itself. */
function tasksOf(events: Rehearsed["events"]): Report["tasks"] {
  const tasks: Report["tasks"] = [];
  const open = new Map<string, Report["tasks"][number]>();
  let state = NOTHING;
  for (const event of events) {
    state = evolve(state, event);
    for (const { id, about, commitment, openedAt, status, dueOn } of state.status === "none" ? [] : state.tasks) {
      const known = open.get(id);
      if (known && status === "open") known.dueOn = dueOn;
      if (known && status !== "open") known.closedAt = event.at;
      if (known && status !== "open") open.delete(id);
      if (known || status !== "open") continue;
      const task = { openedAt, about, ...(commitment !== null && { commitment }), dueOn, closedAt: null };
      open.set(id, task);
      tasks.push(task);
    }
  }
  return tasks;
}

/** The academic year of the stage-year under way at an event. */
function yearAt(events: Rehearsed["events"], seq: number): string {
  const started = events.findLast((event) => event.type === "StageStarted" && event.seq < seq);
  return started?.type === "StageStarted" ? started.academicYear : "";
}

function byDateThenCode(a: { dueOn: string; code: string }, b: { dueOn: string; code: string }): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
