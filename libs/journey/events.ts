// What happened to a journey: past tense, never changed, never deleted. Dates and amounts are written out, so that
// folding needs no rule, no calendar and no catalogue. No personal data.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { ParticipantRole, Stage } from "../prospectus/prospectus.ts";
import type { Absence, Bounce, ComingWindow, PersonWord, SchoolFacts, TaskDecision } from "./commands.ts";
import { carries, type DataOf } from "./event-map.ts";
import type { Restored } from "./taken-back.ts";

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

/** `bounced-letter`: somebody at the school cannot be written to; `move`: another hub asks for the school. */
export type TaskAbout = "missed-commitment" | "readiness" | "bounced-letter" | "move";

interface Interest {
  school: SchoolFacts;
  hub: string;
  prospectus: string;
  contactId: string | null;
  coming: readonly ComingWindow[];
}
interface Submitted {
  school: SchoolFacts;
  hub: string;
  prospectus: string;
  criteria: string[];
  reasonsId: string | null;
  reasonsWords: number;
  contactId: string;
  group: { urn: string; relationshipId: string | null }[];
}
/** What a school asked of another hub, as it is recorded once it may go there. */
export type AskedElsewhere =
  ({ type: "InterestExpressed" } & Interest) | ({ type: "ApplicationSubmitted" } & Submitted);

/** Every event of a journey, and what it carries. The one place where they are listed. */
export const EVENTS = {
  /**
   * `coming`: the windows of that phase and stage still to close, the hub's own or the page's. Version 2: in version 1
   * it was left out before windows were noted (libs/store/events/upcast.ts).
   */
  InterestExpressed: carries<Interest>(),
  /** A window on which an interested school waits was set or moved. */
  WindowNoted: carries<ComingWindow>(),
  /** It opened and closed while the service was away. */
  WindowPassed: carries<{ prospectus: string }>(),
  /** Once: the window is open, and the school may apply. */
  ApplicationInvited: carries<{ prospectus: string; opensOn: LocalDate; closesOn: LocalDate }>(),
  ApplicationSubmitted: carries<Submitted>(),
  InformationRequested: carries<Because>(),
  InformationProvided: carries<{ answerId: string | null }>(),
  /**
   * `remindAt`: when the applicant is reminded of it; null where it is too near, absent in events of before there was a
   * reminder.
   */
  PlaceOffered: carries<{ workGroup: string | null; respondBy: LocalDate; remindAt?: Instant | null }>(),
  OfferReminderDue: carries<{ respondBy: LocalDate }>(),
  /** `workGroup`: the one that was full, on whose waitlist the school stands; null where the hub keeps it waiting. */
  ApplicationWaitlisted: carries<Because & { workGroup: string | null }>(),
  ApplicationDeclined: carries<Because>(),
  ApplicationRedirected: carries<Because & { prospectus: string | null }>(),
  ApplicationWithdrawn: carries<Because>(),
  OfferAccepted: carries<Record<never, never>>(),
  OfferDeclined: carries<Because>(),
  OfferLapsed: carries<{ respondBy: LocalDate }>(),
  SchoolPlaced: carries<{ workGroup: string | null; stage: Stage; academicYear: string; prospectus: string }>(),
  ParticipantNominated: carries<Fitness & { participant: string; role: ParticipantRole }>(),
  ParticipantReplaced: carries<Because & Fitness & { participant: string; by: string; role: ParticipantRole }>(),
  ParticipantReleased: carries<Because & { participant: string }>(),
  HeadteacherNamed: carries<{ contactId: string }>(),
  /** What was corrected waits in the people store under the id `correction` until somebody reads it there. */
  PersonCorrected: carries<{ person: string; changed: PersonWord[]; correction: string }>(),
  StageStarted: carries<StageStarted>(),
  AttendanceRecorded: carries<{
    session: string;
    on: LocalDate;
    present: string[];
    absent?: Absence[];
    headteacher: boolean;
  }>(),
  SupportVisitRecorded: carries<{ on: LocalDate; halfDays: number; headteacher: boolean; notesId?: string }>(),
  ReleaseDaysRecorded: carries<{ participant: string; days: number; on: LocalDate }>(),
  GapTaskCompleted: carries<{ commitment: string; on: LocalDate }>(),
  ActionPlanAgreed: carries<{ on: LocalDate }>(),
  ReportSubmitted: carries<{ on: LocalDate }>(),
  EvaluationCompleted: carries<{ on: LocalDate }>(),
  ThemeChosen: carries<{ theme: string; academicYear: string }>(),
  CommitmentMet: carries<{ commitment: string; late: boolean }>(),
  CommitmentReopened: carries<{ commitment: string }>(),
  CommitmentRescheduled: carries<Because & { commitment: string; dueOn: LocalDate; chaseAt?: Instant }>(),
  CommitmentWaived: carries<Because & { commitment: string }>(),
  CommitmentMissed: carries<{ commitment: string; dueOn: LocalDate; escalateAt: Instant; firstLevel: 1 | 2 | 3 }>(),
  CommitmentEscalated: carries<{ commitment: string; level: 1 | 2 | 3; to: Recipient[]; nextAt: Instant | null }>(),
  EscalationWithdrawn: carries<{ commitment: string; level: 1 | 2 | 3 }>(),
  /** `dueOn`: by when it is to be decided; `hub`: the one that asks for the school, of a task about that. */
  TaskOpened: carries<{ task: string; about: TaskAbout; commitment: string | null; dueOn?: LocalDate; hub?: string }>(),
  TaskAssigned: carries<{ task: string; assignee: string; dueOn?: LocalDate }>(),
  TaskDecided: carries<
    Because & { task: string; decision: TaskDecision | "ready" | "not-ready" | "moves" | "stays" }
  >(),
  TaskClosed: carries<{ task: string }>(),
  ReminderDue: carries<{
    term: Term;
    academicYear: string;
    to: Recipient[];
    outstanding: string[];
    comingUp: string[];
    dueAt: Instant;
    copies?: readonly Recipient[];
  }>(),
  ReminderHeldBack: carries<{
    term: Term;
    academicYear: string;
    dueAt: Instant;
    why: "opted-out" | "superseded" | "paused";
  }>(),
  /** Before the due date: these are due soon, and nothing has come in. */
  ChaserDue: carries<{ term: Term; academicYear: string; to: Recipient[]; commitments: string[]; dueAt: Instant }>(),
  ChaserHeldBack: carries<{
    term: Term;
    academicYear: string;
    commitments: string[];
    dueAt: Instant;
    why: "opted-out" | "superseded";
  }>(),
  RemindersOptedOut: carries<Because & { until: LocalDate }>(),
  ReminderResent: carries<
    Because & {
      reminder: number;
      to: Recipient[];
      term: Term;
      academicYear: string;
      outstanding: string[];
      comingUp: string[];
    }
  >(),
  ReadinessConfirmed: carries<Because & { ready: boolean }>(),
  /** `workGroup`: the one in which a place is kept for the school until the end of `respondBy`; both or neither. */
  NextStageInvited: carries<{
    prospectus: string;
    stage: Stage;
    academicYear: string;
    workGroup?: string;
    respondBy?: LocalDate;
  }>(),
  /** `workGroup`: the one in which the place that was kept for it is now the school's. */
  NextStageConfirmed: carries<{ prospectus: string; stage: Stage; academicYear: string; workGroup?: string }>(),
  NextStageDeclined: carries<Because & { prospectus: string }>(),
  /** The invitation stands; the place that was kept with it goes to another school. */
  NextStagePlaceLapsed: carries<{ workGroup: string; respondBy: LocalDate }>(),
  StageCompleted: carries<{
    stage: Stage;
    academicYear: string;
    outcome: "completed" | "not-ready";
    then: "next-stage" | "ends" | "waits";
  }>(),
  StageInterrupted: carries<{ stage: Stage; academicYear: string }>(),
  ConcernRaised: carries<Because & { concern: string; commitment: string | null }>(),
  ConcernStepsAgreed: carries<{ concern: string; stepsId: string | null; reviewOn: LocalDate | null }>(),
  ConcernReviewed: carries<{ concern: string; noteId: string | null }>(),
  ConcernResolved: carries<{ concern: string; noteId: string | null }>(),
  JourneyPaused: carries<Because & { until: LocalDate | null }>(),
  /** `chaseFrom`: rungs of a ladder that came due in the pause are climbed then. */
  SchoolReturned: carries<
    | { resumes: "this-year"; chaseFrom: Instant }
    | { resumes: "next-year"; prospectus: string; stage: Stage; academicYear: string }
  >(),
  SchoolWithdrawn: carries<Because>(),
  /** Another hub asks for the school: its own answers to the end of `until`, then an operator. Told to who asks. */
  MoveAsked: carries<{ to: string; until: LocalDate; task: string; asks: AskedElsewhere }>(),
  MoveRefused: carries<Because & { to: string }>(),
  /** The last that the old hub hears of the school, but for grants; with it places and turns fall free. */
  SchoolLeftHub: carries<Because & { to: string }>(),
  /** The first that the new hub hears of it. */
  SchoolJoinedHub: carries<Because & { from: string; to: string }>(),
  SchoolSucceeded: carries<Because & { urn: string; was: string }>(),
  /**
   * `restores`: it was no record, but a decision. `chaseFrom`: where a stage-year goes on by it, when rungs of a ladder
   * that came due meanwhile are climbed.
   */
  RecordCorrected: carries<Because & { event: number; restores?: Restored; chaseFrom?: Instant }>(),
  GrantDue: carries<Grants & { amountPence: number }>(),
  GrantPayable: carries<Grants>(),
  GrantReopened: carries<Grants>(),
  GrantApproved: carries<Grants & { approver: string }>(),
  GrantReleased: carries<Grants & { amountPence: number; approvers: string[] }>(),
  GrantWithheld: carries<Grants & Because>(),
  GrantAdjusted: carries<Grants & Because & { amountPence: number }>(),
  /** `nets`: clawbacks of other grants that are kept back from this payment; left out where none is. */
  PaymentRunPrepared: carries<Grants & { run: string | null; preparedBy: string; nets?: readonly Netted[] }>(),
  PaymentRunAuthorised: carries<Grants & { run: string | null; authorisedBy: string }>(),
  GrantPaid: carries<Grants & { run: string | null }>(),
  PaymentFailed: carries<Grants & Because & { run: string | null }>(),
  PaymentRunCancelled: carries<Grants & { run: string | null }>(),
  ClawbackRequested: carries<Grants & Because & { amountPence: number }>(),
  /** `run`: kept back from a payment of that run; `leftPence`: what is still to come back, where anything is. */
  ClawbackRecovered: carries<Grants & { amountPence: number; leftPence?: number; run?: string | null }>(),
  SessionScheduled: carries<{ session: string; on: LocalDate }>(),
  SessionMoved: carries<Because & { session: string; on: LocalDate }>(),
  SessionCancelled: carries<Because & { session: string }>(),
  SupportVisitBooked: carries<{ on: LocalDate; commitment: string }>(),
  DeliveryAdapted: carries<Because & { delivery: string | null }>(),
  WorkGroupFormed: carries<{ workGroup: string | null }>(),
  LeadChanged: carries<Because & { lead: string | null }>(),
  /** `code`: what was particular (`superseded`, `fell-back`). */
  EffectPerformed: carries<{ effect: number; messageId: string | null; code?: string }>(),
  /** `letter`: the seq of the event that asked for the one that came back; it goes to that reader alone. */
  LetterResent: carries<Because & { letter: number; addressee: string }>(),
  LetterBounced: carries<Bounce & { effect: number }>(),
  EffectStalled: carries<{ effect: number; code: string }>(),
};

/** What each event carries beside its type and time. */
export type EventData = DataOf<typeof EVENTS>;

export type EventType = keyof EventData;

/** An event as it is decided: what happened and when (UTC; `at` never goes back within a journey). */
export type EventOf<T extends EventType> = { type: T; at: Instant } & EventData[T];
export type JourneyEvent = { [T in EventType]: EventOf<T> }[EventType];

/** An event as it is kept: `seq` counts from 1 without gaps in its journey. */
export type Recorded<E = JourneyEvent> = E & { seq: number };
