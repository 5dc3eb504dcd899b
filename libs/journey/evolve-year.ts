// One stage-year, folded: its commitments, the evidence for them, its reminders.

import { localDate, type Instant } from "../calendar/instants.ts";
import { announcesAfter } from "./announce.ts";
import { isHeadteachers } from "./event-words.ts";
import type { EventOf, PlannedCommitment, Recorded } from "./events.ts";
import { change, meets, stillBooked } from "./evolve-meets.ts";
import type { Commitment, Evidence, Known, Participant, StageYear } from "./state.ts";

/** The stage-year as it begins. A reminder due before that is not made up. */
export function yearStarted(event: Recorded<EventOf<"StageStarted">>, known: Known): StageYear {
  const {
    stage,
    academicYear,
    prospectus,
    revision,
    workGroup,
    endsAt,
    escalation,
    halfDaysPerMeeting,
    readinessAsked,
  } = event;
  const chosen = known.theme?.academicYear === academicYear ? known.theme : null;
  return {
    stage,
    academicYear,
    prospectus,
    revision,
    workGroup,
    startedAt: event.startsAt,
    datedAt: event.at,
    endsAt,
    escalation,
    halfDaysPerMeeting,
    readinessAsked,
    commitments: [...event.commitments, ...(chosen?.visits ?? [])].map(promised),
    reminding: event.reminding ?? null,
    meetings: event.meetings ?? null,
    extras: [],
    announces: event.announces ?? [],
    booked: [],
    calledOff: [],
    restsUntil: null,
    chased: [],
    evidence: chosen === null ? [] : [{ seq: chosen.seq, kind: "theme", theme: chosen.theme, on: localDate(event.at) }],
    reminders: event.reminders.map((one) => ({ ...one, done: one.at < event.startsAt, seq: null })),
    teachers: event.teachers ?? null,
    ready: null,
    completed: null,
    counts: false,
    closing: event.closing ?? null,
    theme: chosen?.theme ?? null,
    outcome: "under-way",
  };
}

const promised = (one: PlannedCommitment): Commitment => ({
  ...one,
  chaseAt: one.chaseAt ?? null,
  between: one.between ?? false,
  afterLast: one.afterLast ?? null,
  status: "open",
  level: 0,
  told: 0,
  next: null,
});

/** The stage-year as it goes on after a pause that ended `at`. A term missed while paused is not made up. */
export function yearTakenUp(year: StageYear, at: Instant, chaseFrom: Instant): StageYear {
  return {
    ...year,
    datedAt: at,
    reminders: year.reminders.map((one) => (one.at < at ? { ...one, done: true } : one)),
    announces: year.announces.filter((one) => one.at > at),
    commitments: year.commitments.map((one) => ({
      ...one,
      next: one.next && one.next.at <= at ? { ...one.next, at: chaseFrom } : one.next,
      chaseAt: one.chaseAt !== null && one.chaseAt < at ? null : one.chaseAt,
    })),
  };
}

/** The stage-year one event later; the same where the event is about something else. */
export function evolveYear(year: StageYear, event: Recorded, participants: readonly Participant[]): StageYear {
  // A theme may be chosen for the year to come.
  if (event.type === "ThemeChosen" && event.academicYear !== year.academicYear) return year;
  const evidence = evidenceOf(event, participants);
  const announces = announcesAfter(year, event);
  const now = announces === year.announces ? year : { ...year, announces };
  if (evidence) return withEvidence(now, evidence, event);
  const met = meets(now, event);
  if (met) return met;
  return owed(now, event);
}

/** The year after something about what is owed, or what people were told of it. */
function owed(year: StageYear, event: Recorded): StageYear {
  switch (event.type) {
    case "CommitmentMet":
      return change(year, event.commitment, () => ({ status: "met", next: null }));
    // A record that was taken back: the reminder before the day is still to come, if its moment is.
    case "CommitmentReopened": {
      const later = ({ chaseAt }: Commitment) => (chaseAt !== null && chaseAt > event.at ? chaseAt : null);
      return change(year, event.commitment, (one) => ({ status: "open", level: 0, next: null, chaseAt: later(one) }));
    }
    case "CommitmentWaived": {
      const waived = change(year, event.commitment, () => ({ status: "waived", next: null }));
      if (event.reasonCode !== "session-cancelled") return waived;
      const off = year.commitments.find((one) => one.code === event.commitment)?.after ?? event.commitment;
      return { ...waived, calledOff: [...new Set([...year.calledOff, off])] };
    }
    case "CommitmentRescheduled": {
      const { dueOn, chaseAt = null } = event;
      return change({ ...year, booked: stillBooked(year, event) }, event.commitment, ({ after }) => ({
        status: "open",
        dueOn,
        after: event.after ?? after,
        level: 0,
        next: null,
        chaseAt,
      }));
    }
    case "CommitmentMissed": {
      const next = event.ofGroup === undefined ? { level: event.firstLevel, at: event.escalateAt } : null;
      return change(year, event.commitment, () => ({ status: "missed", next }));
    }
    case "CommitmentEscalated": {
      const { level, nextAt } = event;
      const next =
        level === 3 || nextAt === null ? null : { level: level === 1 ? (2 as const) : (3 as const), at: nextAt };
      return change(year, event.commitment, () => ({ level, told: level, next }));
    }
    // The hub lead was told before: the task is open again, nobody is written to.
    case "TaskOpened":
      return event.commitment === null ? year : change(year, event.commitment, () => ({ next: null }));
    case "EscalationWithdrawn":
      return change(year, event.commitment, () => ({ level: 0, next: null }));
    // What would be chased at the same moment stands in this letter already.
    case "ReminderDue":
      return reminderDone(
        noLongerChased(year, (one) => one.chaseAt === event.dueAt),
        event.term,
        event.seq,
      );
    case "ChaserDue":
      return chaserSent(year, event);
    case "ChaserHeldBack":
      return noLongerChased(year, (one) => event.commitments.includes(one.code));
    case "ReminderHeldBack":
      return reminderDone(year, event.term, null);
    case "RecordCorrected":
      return without(year, event.event);
    default:
      return year;
  }
}

/** The year without a record that was taken back; with a theme go the visits that were asked for with it. */
function without(year: StageYear, record: number): StageYear {
  const wrong = year.evidence.find((one) => one.seq === record);
  const evidence = year.evidence.filter((one) => one !== wrong);
  if (wrong?.kind !== "theme") return { ...year, evidence };
  const commitments = year.commitments.filter(({ code }) => !code.startsWith("theme-visit-"));
  return { ...year, evidence, commitments, theme: null };
}

function evidenceOf(event: Recorded, participants: readonly Participant[]): Evidence | null {
  const { seq } = event;
  switch (event.type) {
    case "AttendanceRecorded": {
      const wanted = participants.filter((one) => !one.left).map((one) => one.id);
      return {
        seq,
        kind: "attendance",
        session: event.session,
        on: event.on,
        present: event.present,
        wanted,
        headteacher: event.headteacher,
        absent: event.absent ?? [],
        catchUp: event.catchUp ?? false,
        equivalent: event.equivalent ?? null,
      };
    }
    case "SupportVisitRecorded":
      return {
        seq,
        kind: "visit",
        on: event.on,
        halfDays: event.halfDays,
        headteacher: event.headteacher,
        teachers: event.teachers ?? null,
      };
    case "ReleaseDaysRecorded":
      return { seq, kind: "release-days", participant: event.participant, days: event.days, on: event.on };
    case "GapTaskCompleted":
      return { seq, kind: "gap-task", commitment: event.commitment, on: event.on };
    case "ActionPlanAgreed":
      return { seq, kind: "action-plan", on: event.on };
    case "ReportSubmitted":
      return { seq, kind: "report", on: event.on, questions: answered(event) };
    case "EvaluationCompleted":
      return { seq, kind: "evaluation", on: event.on, questions: answered(event) };
    case "ThemeChosen":
      return { seq, kind: "theme", theme: event.theme, on: localDate(event.at) };
    default:
      return null;
  }
}

const answered = ({ answers = [] }: { answers?: readonly { question: string }[] }): string[] =>
  answers.map(({ question }) => question);

function reminderDone(year: StageYear, term: string, seq: number | null): StageYear {
  return { ...year, reminders: year.reminders.map((one) => (one.term === term ? { ...one, done: true, seq } : one)) };
}

function withEvidence(year: StageYear, evidence: Evidence, event: Recorded): StageYear {
  const visits = event.type === "ThemeChosen" ? (event.visits ?? []).map(promised) : [];
  return {
    ...year,
    evidence: [...year.evidence, evidence],
    commitments: [...year.commitments, ...visits],
    theme: evidence.kind === "theme" ? evidence.theme : year.theme,
  };
}

/** What the headteacher is reminded of is no letter to the teachers. */
function chaserSent(year: StageYear, { commitments, term }: EventOf<"ChaserDue">): StageYear {
  const about = year.commitments.filter((one) => commitments.includes(one.code));
  const chased = about.length > 0 && about.every(isHeadteachers) ? year.chased : [...year.chased, term];
  return noLongerChased({ ...year, chased }, (one) => about.includes(one));
}

function noLongerChased(year: StageYear, which: (commitment: Commitment) => boolean): StageYear {
  return { ...year, commitments: year.commitments.map((one) => (which(one) ? { ...one, chaseAt: null } : one)) };
}
