// What happened to a journey: past tense, never changed, never deleted. Dates and amounts are written out, so that
// folding needs no rule, no calendar and no catalogue. No personal data.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { ParticipantRole, Stage } from "../prospectus/prospectus.ts";
import type { Absence, Bounce, ComingWindow, SchoolFacts, TaskDecision } from "./commands.ts";

/** Who is written to: roles, never names. */
export type Recipient = ParticipantRole | "headteacher" | "applicant" | "hub-lead";

export type CommitmentKind =
  | "session"
  | "meeting"
  | "headteacher-first-workshop"
  | "visit"
  | "in-school-support"
  | "headteacher-meeting"
  | "release-days"
  | "gap-task"
  | "action-plan"
  | "report"
  | "evaluation"
  | "theme";

/**
 * A promise as it was made at the start of a stage-year. `after`: nobody is chased for it until that one (the hub's) is
 * met. `target`: half-days for support and release days; for a meeting how many must be there (null: all). `within`:
 * the days of the term for which a visit counts. `chaseAt`: when the school is reminded of this one before it is due.
 */
export interface PlannedCommitment {
  code: string;
  kind: CommitmentKind;
  by: "school" | "hub";
  dueOn: LocalDate;
  after: string | null;
  target: number | null;
  within: { from: LocalDate; to: LocalDate } | null;
  chaseAt?: Instant;
}

/** How a school is reminded beside the termly letter, pinned; a year that began before there were chasers has none. */
export interface Reminding {
  chaserDays: number;
  chasersATerm: number;
  copies: readonly Recipient[];
}

export interface StageStarted {
  stage: Stage;
  academicYear: string;
  prospectus: string;
  revision: number;
  workGroup: string | null;
  /** From when the year is under way; an outage may have it recorded later. */
  startsAt: Instant;
  endsAt: Instant;
  commitments: readonly PlannedCommitment[];
  reminders: readonly { term: Term; at: Instant; termEndsOn: LocalDate }[];
  escalation: { graceDays: number; toHeadteacherDays: number; toHubLeadDays: number };
  reminding?: Reminding;
  readinessAsked: boolean;
  halfDaysPerMeeting: number;
}

interface Because {
  reasonId?: string;
  reasonCode?: string;
}
interface Grants {
  stage: Stage;
  academicYear: string;
}
interface Fitness {
  experienced: boolean;
  authority: boolean;
  releasedForAllSessions: boolean;
}

/** So much of the clawback of another grant is kept back from a payment. */
export interface Netted extends Grants {
  amountPence: number;
}

/** What a task is about: `bounced-letter`, somebody at the school who cannot be written to. */
export type TaskAbout = "missed-commitment" | "readiness" | "bounced-letter";

export interface EventData {
  /**
   * `coming`: the windows of that phase and stage still to close, the hub's own or the page's; not in events of before
   * there was one.
   */
  InterestExpressed: {
    school: SchoolFacts;
    hub: string;
    prospectus: string;
    contactId: string | null;
    coming?: readonly ComingWindow[];
  };
  /** A window on which an interested school waits was set or moved. */
  WindowNoted: ComingWindow;
  /** It opened and closed while the service was away. */
  WindowPassed: { prospectus: string };
  /** Once: the window is open, and the school may apply. */
  ApplicationInvited: { prospectus: string; opensOn: LocalDate; closesOn: LocalDate };
  ApplicationSubmitted: {
    school: SchoolFacts;
    hub: string;
    prospectus: string;
    criteria: string[];
    reasonsId: string | null;
    reasonsWords: number;
    contactId: string;
    group: { urn: string; relationshipId: string | null }[];
  };
  InformationRequested: Because;
  InformationProvided: { answerId: string | null };
  /**
   * `remindAt`: when the applicant is reminded of it; null where it is too near, absent in events of before there was a
   * reminder.
   */
  PlaceOffered: { workGroup: string | null; respondBy: LocalDate; remindAt?: Instant | null };
  OfferReminderDue: { respondBy: LocalDate };
  /** `workGroup`: the one that was full, on whose waitlist the school stands; null where the hub keeps it waiting. */
  ApplicationWaitlisted: Because & { workGroup: string | null };
  ApplicationDeclined: Because;
  ApplicationRedirected: Because & { prospectus: string | null };
  ApplicationWithdrawn: Because;
  OfferAccepted: Record<never, never>;
  OfferDeclined: Because;
  OfferLapsed: { respondBy: LocalDate };
  SchoolPlaced: { workGroup: string | null; stage: Stage; academicYear: string; prospectus: string };
  ParticipantNominated: Fitness & { participant: string; role: ParticipantRole };
  ParticipantReplaced: Because & Fitness & { participant: string; by: string; role: ParticipantRole };
  ParticipantReleased: Because & { participant: string };
  HeadteacherNamed: { contactId: string };
  StageStarted: StageStarted;
  AttendanceRecorded: { session: string; on: LocalDate; present: string[]; absent?: Absence[]; headteacher: boolean };
  SupportVisitRecorded: { on: LocalDate; halfDays: number; headteacher: boolean; notesId?: string };
  ReleaseDaysRecorded: { participant: string; days: number; on: LocalDate };
  GapTaskCompleted: { commitment: string; on: LocalDate };
  ActionPlanAgreed: { on: LocalDate };
  ReportSubmitted: { on: LocalDate };
  EvaluationCompleted: { on: LocalDate };
  ThemeChosen: { theme: string; academicYear: string };
  CommitmentMet: { commitment: string; late: boolean };
  CommitmentReopened: { commitment: string };
  CommitmentRescheduled: Because & { commitment: string; dueOn: LocalDate; chaseAt?: Instant };
  CommitmentWaived: Because & { commitment: string };
  CommitmentMissed: { commitment: string; dueOn: LocalDate; escalateAt: Instant; firstLevel: 1 | 2 | 3 };
  CommitmentEscalated: { commitment: string; level: 1 | 2 | 3; to: Recipient[]; nextAt: Instant | null };
  EscalationWithdrawn: { commitment: string; level: 1 | 2 | 3 };
  /** `dueOn`: by when it is to be decided. */
  TaskOpened: { task: string; about: TaskAbout; commitment: string | null; dueOn?: LocalDate };
  TaskAssigned: { task: string; assignee: string; dueOn?: LocalDate };
  TaskDecided: Because & { task: string; decision: TaskDecision | "ready" | "not-ready" };
  TaskClosed: { task: string };
  ReminderDue: {
    term: Term;
    academicYear: string;
    to: Recipient[];
    outstanding: string[];
    comingUp: string[];
    dueAt: Instant;
    copies?: readonly Recipient[];
  };
  ReminderHeldBack: { term: Term; academicYear: string; dueAt: Instant; why: "opted-out" | "superseded" | "paused" };
  /** Before the due date: these are due soon, and nothing has come in. */
  ChaserDue: { term: Term; academicYear: string; to: Recipient[]; commitments: string[]; dueAt: Instant };
  ChaserHeldBack: {
    term: Term;
    academicYear: string;
    commitments: string[];
    dueAt: Instant;
    why: "opted-out" | "superseded";
  };
  RemindersOptedOut: Because & { until: LocalDate };
  ReminderResent: Because & {
    reminder: number;
    to: Recipient[];
    term: Term;
    academicYear: string;
    outstanding: string[];
    comingUp: string[];
  };
  ReadinessConfirmed: Because & { ready: boolean };
  /** `workGroup`: the one in which a place is kept for the school until the end of `respondBy`; both or neither. */
  NextStageInvited: {
    prospectus: string;
    stage: Stage;
    academicYear: string;
    workGroup?: string;
    respondBy?: LocalDate;
  };
  /** `workGroup`: the one in which the place that was kept for it is now the school's. */
  NextStageConfirmed: { prospectus: string; stage: Stage; academicYear: string; workGroup?: string };
  NextStageDeclined: Because & { prospectus: string };
  /** The invitation stands; the place that was kept with it goes to another school. */
  NextStagePlaceLapsed: { workGroup: string; respondBy: LocalDate };
  StageCompleted: {
    stage: Stage;
    academicYear: string;
    outcome: "completed" | "not-ready";
    then: "next-stage" | "ends" | "waits";
  };
  StageInterrupted: { stage: Stage; academicYear: string };
  ConcernRaised: Because & { concern: string; commitment: string | null };
  ConcernStepsAgreed: { concern: string; stepsId: string | null; reviewOn: LocalDate | null };
  ConcernReviewed: { concern: string; noteId: string | null };
  ConcernResolved: { concern: string; noteId: string | null };
  JourneyPaused: Because & { until: LocalDate | null };
  /** `chaseFrom`: rungs of a ladder that came due in the pause are climbed then. */
  SchoolReturned:
    | { resumes: "this-year"; chaseFrom: Instant }
    | { resumes: "next-year"; prospectus: string; stage: Stage; academicYear: string };
  SchoolWithdrawn: Because;
  SchoolSucceeded: Because & { urn: string; was: string };
  RecordCorrected: Because & { event: number };
  GrantDue: Grants & { amountPence: number };
  GrantPayable: Grants;
  GrantReopened: Grants;
  GrantApproved: Grants & { approver: string };
  GrantReleased: Grants & { amountPence: number; approvers: string[] };
  GrantWithheld: Grants & Because;
  GrantAdjusted: Grants & Because & { amountPence: number };
  /** `nets`: clawbacks of other grants that are kept back from this payment; left out where none is. */
  PaymentRunPrepared: Grants & { run: string | null; preparedBy: string; nets?: readonly Netted[] };
  PaymentRunAuthorised: Grants & { run: string | null; authorisedBy: string };
  GrantPaid: Grants & { run: string | null };
  PaymentFailed: Grants & Because & { run: string | null };
  PaymentRunCancelled: Grants & { run: string | null };
  ClawbackRequested: Grants & Because & { amountPence: number };
  /**
   * `run`: kept back from a payment of that run; `leftPence`: what is still to come back, left out where nothing is.
   */
  ClawbackRecovered: Grants & { amountPence: number; leftPence?: number; run?: string | null };
  SessionScheduled: { session: string; on: LocalDate };
  SessionMoved: Because & { session: string; on: LocalDate };
  SessionCancelled: Because & { session: string };
  SupportVisitBooked: { on: LocalDate; commitment: string };
  DeliveryAdapted: Because & { delivery: string | null };
  WorkGroupFormed: { workGroup: string | null };
  LeadChanged: Because & { lead: string | null };
  /** `code`: what was particular (`superseded`, `fell-back`). */
  EffectPerformed: { effect: number; messageId: string | null; code?: string };
  LetterBounced: Bounce & { effect: number };
  EffectStalled: { effect: number; code: string };
}

export type EventType = keyof EventData;

/** An event as it is decided: what happened and when (UTC; `at` never goes back within a journey). */
export type EventOf<T extends EventType> = { type: T; at: Instant } & EventData[T];
export type JourneyEvent = { [T in EventType]: EventOf<T> }[EventType];

/** An event as it is kept: `seq` counts from 1 without gaps in its journey. */
export type Recorded<E = JourneyEvent> = E & { seq: number };

/** Every type this version knows: an event of another one was written by newer code, and is left to it. */
export const EVENT_TYPES = [
  "InterestExpressed",
  "WindowNoted",
  "WindowPassed",
  "ApplicationInvited",
  "OfferReminderDue",
  "ApplicationSubmitted",
  "InformationRequested",
  "InformationProvided",
  "PlaceOffered",
  "ApplicationWaitlisted",
  "ApplicationDeclined",
  "ApplicationRedirected",
  "ApplicationWithdrawn",
  "OfferAccepted",
  "OfferDeclined",
  "OfferLapsed",
  "SchoolPlaced",
  "ParticipantNominated",
  "ParticipantReplaced",
  "ParticipantReleased",
  "HeadteacherNamed",
  "StageStarted",
  "AttendanceRecorded",
  "SupportVisitRecorded",
  "ReleaseDaysRecorded",
  "GapTaskCompleted",
  "ActionPlanAgreed",
  "ReportSubmitted",
  "EvaluationCompleted",
  "ThemeChosen",
  "CommitmentMet",
  "CommitmentReopened",
  "CommitmentRescheduled",
  "CommitmentWaived",
  "CommitmentMissed",
  "CommitmentEscalated",
  "EscalationWithdrawn",
  "TaskOpened",
  "TaskAssigned",
  "TaskDecided",
  "TaskClosed",
  "ReminderDue",
  "ReminderHeldBack",
  "ChaserDue",
  "ChaserHeldBack",
  "RemindersOptedOut",
  "ReminderResent",
  "ReadinessConfirmed",
  "NextStageInvited",
  "NextStageConfirmed",
  "NextStageDeclined",
  "NextStagePlaceLapsed",
  "StageCompleted",
  "StageInterrupted",
  "ConcernRaised",
  "ConcernStepsAgreed",
  "ConcernReviewed",
  "ConcernResolved",
  "JourneyPaused",
  "SchoolReturned",
  "SchoolWithdrawn",
  "SchoolSucceeded",
  "RecordCorrected",
  "GrantDue",
  "GrantPayable",
  "GrantReopened",
  "GrantApproved",
  "GrantReleased",
  "GrantWithheld",
  "GrantAdjusted",
  "PaymentRunPrepared",
  "PaymentRunAuthorised",
  "GrantPaid",
  "PaymentFailed",
  "PaymentRunCancelled",
  "ClawbackRequested",
  "ClawbackRecovered",
  "SessionScheduled",
  "SessionMoved",
  "SessionCancelled",
  "SupportVisitBooked",
  "DeliveryAdapted",
  "WorkGroupFormed",
  "LeadChanged",
  "EffectPerformed",
  "EffectStalled",
  "LetterBounced",
] as const satisfies readonly EventType[];

// The list above is whole: a type left out of it is a compile error here.
type Unlisted = Exclude<EventType, (typeof EVENT_TYPES)[number]>;
const ALL_LISTED: [Unlisted] extends [never] ? true : never = true;
void ALL_LISTED;
