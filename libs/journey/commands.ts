// What can be asked of a journey. A command holds no personal data: free text and contacts stay in the people
// store and come here as a `TextRef` or an opaque id (`wire.ts` makes the cut).

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Bounce } from "./bounce.ts";
import type { Window } from "../prospectus/hub-window.ts";
import type { ParticipantRole, Phase, Stage } from "../prospectus/prospectus.ts";
import type { Arranging, Times } from "./arranged.ts";
import type { LetterCommands } from "./letter-commands.ts";

/** People who sign in, and `service` for what the service asks of itself (time, an effect's result). */
export type ActorRole =
  | "hub-coordinator"
  | "hub-lead"
  | "work-group-lead"
  | "finance-officer"
  | "school-contact"
  | "operator"
  | "auditor"
  | "service";

/** Who asks: an opaque principal id, in what role, by which request. */
export interface Actor {
  who: string;
  role: ActorRole;
  request?: string;
  /** How it came, where not by somebody who has signed in: by the link in a letter to them. */
  via?: "letter";
}

/** What time itself asks, and what the service records of its own effects: no person behind it. */
export const SERVICE: Actor = { who: "service", role: "service" };

/** A text kept in the people store: its id, and the one fact about it that rules need. */
export interface TextRef {
  id: string;
  words: number;
}

/**
 * A stage the school went through before, from its application or the register; may predate the catalogue. `unknown`:
 * nobody at the school can say what it has been through; no earlier stage is taken from that, and no grant is paid on
 * it.
 */
export type PastStage =
  { stage: Stage; academicYear: string; phase?: Phase } | { masterySpecialistDepartment: true } | { unknown: true };

/**
 * What the register (until it is imported, the application) says of the school. `headteacher`: a contact is known;
 * `headteacherContact`: which. `la`: the code of its local authority. `special`: as the register has it.
 */
export interface SchoolFacts {
  urn: string;
  la?: string;
  phase: Phase;
  funding: "state" | "independent";
  open: boolean;
  /** Where it is not open because it does not teach yet; and from when, where the register says. */
  proposed?: boolean;
  opensOn?: LocalDate;
  headteacher: boolean;
  headteacherContact?: string;
  special?: boolean;
  history: readonly PastStage[];
}

/** What is known of a person beside their id. */
export type PersonWord = "firstName" | "lastName" | "email" | "telephone";

export interface Because {
  reason?: TextRef;
  reasonCode?: string;
}
interface Fitness {
  experienced?: boolean;
  authority?: boolean;
  releasedForAllSessions?: boolean;
}
/** As what somebody takes part. `exception`: the hub lead lets them take a place that asks for more, with a reason. */
export interface Naming extends Fitness {
  role: ParticipantRole;
  exception?: boolean;
}
export interface TeacherToName extends Fitness {
  participant: string;
  role: ParticipantRole;
}
/** Somebody who was not at a session, and why, as a code. */
export interface Absence {
  participant: string;
  reasonCode?: string;
}
interface Which {
  stage?: Stage;
  academicYear?: string;
}

/** What a session was where it was not as the programme has it: the lead's word, with a reason. */
export type Equivalent = "full-day" | "twilight";

/** What a school answers to a question at the end of its year. */
export interface Answer {
  question: string;
  answer?: TextRef;
}

/** Who was at a session, and what it was where it was not as the programme has it (with a reason). */
export interface Attended extends Because {
  session: string;
  on: LocalDate;
  present: string[];
  absent?: Absence[];
  headteacher?: boolean;
  /** Of those who were there: who was not from the beginning. */
  late?: string[];
  equivalent?: Equivalent;
}

/** When applications for a programme are taken, by its id. `own`: the hub's decision, not the page's. */
export interface NamedWindow extends Window {
  prospectus: string;
}
export interface ComingWindow extends NamedWindow {
  own: boolean;
}

/**
 * What each command carries, under the name that callers use. Instants in UTC, dates in Europe/London, money in
 * pence.
 */
export interface CommandData extends LetterCommands<Because, TextRef> {
  ExpressInterest: {
    school: SchoolFacts;
    hub: string;
    prospectus: string;
    contact?: string;
    /** The hub's own windows as they stood when the interest came; put in by the edge, never by the caller. */
    windows?: NamedWindow[];
  };
  /** The hub has set or moved its window: told to the schools that wait for one, by the service. */
  NoteWindow: NamedWindow;
  SubmitApplication: {
    school: SchoolFacts;
    hub: string;
    prospectus: string;
    criteria?: string[];
    reasons?: TextRef;
    understandsExpectations?: boolean;
    contact?: string;
    seniorLeaderSupports?: boolean;
    group?: { urn: string; relationship?: TextRef }[];
    /** What the page has a school say of itself, by its codes. */
    statements?: string[];
    /** The hub's own window as it stood when the application came; put in by the edge, never by the caller. */
    window?: Window;
    /**
     * Is the school on the hub's list, where the hub offers this programme to named schools alone? Put in by the edge,
     * as the window.
     */
    listed?: boolean;
  };
  RequestInformation: Because;
  ProvideInformation: { answer?: TextRef };
  OfferPlace: Because & { workGroup?: string; respondBy?: LocalDate };
  WaitlistApplication: Because & { workGroup?: string };
  DeclineApplication: Because;
  RedirectApplication: Because & { prospectus?: string };
  WithdrawApplication: Because;
  AcceptOffer: Record<never, never>;
  DeclineOffer: Because;
  /** While its year is under way: to another group, with a reason. */
  PlaceInWorkGroup: Because & { workGroup?: string };
  NominateParticipant: Because & Naming & { participant: string };
  ReplaceParticipant: Because & Naming & { participant: string; by: string };
  ReleaseParticipant: Because & { participant: string };
  NameHeadteacher: { contact: string };
  NameSupport: { contact: string };
  /** What is otherwise from now on waits in the people store, under the id `correction`. */
  CorrectPerson: { person: string; changed: PersonWord[]; correction: string; noTelephone?: boolean };
  StopBeingContact: { person: string };
  /** `catchUp`: who missed the session made it up; the session itself was not held by this. */
  RecordAttendance: Attended & { catchUp?: boolean };
  /** `teachers`: who was released for it; `did`: what it did, by the codes of the programme. */
  RecordSupportVisit: {
    on: LocalDate;
    halfDays: number;
    headteacher?: boolean;
    notes?: TextRef;
    teachers?: string[];
    did?: string[];
  };
  RecordReleaseDays: { participant: string; days: number; on: LocalDate };
  CompleteGapTask: Because & { commitment?: string; on?: LocalDate };
  AgreeActionPlan: Because & { on?: LocalDate };
  /** `answers`: to the questions that the programme has at the end of a year; a reason, where a meeting is to come. */
  /** `academicYear`: of which year, where it comes after its year. */
  SubmitReport: Because & { on?: LocalDate; answers?: Answer[]; academicYear?: string };
  CompleteEvaluation: Because & { on?: LocalDate; answers?: Answer[]; academicYear?: string };
  /** `event`: of the report or evaluation; `quote`: what may be passed on, in which nobody can be told. */
  QuoteAnswer: { event: number; question: string; quote?: TextRef };
  AskForTextbooks: { note?: TextRef };
  /** `confirmed`: the department has confirmed that there is help. */
  DecideTextbooks: Because & { helps: boolean; confirmed?: boolean };
  RescheduleCommitment: Because & { commitment: string; dueOn: LocalDate };
  /** The school asks for it; `dueOn`: the day that would do. */
  AskForAnotherDate: Because & { commitment: string; dueOn?: LocalDate };
  WaiveCommitment: Because & { commitment: string };
  /** `visits`: the school wants the visits that come with the theme; also of the theme that it has. */
  ChooseTheme: { theme: string; visits?: boolean };
  ConfirmReadiness: Because & { ready: boolean };
  /** `counts`: not completed, but an earlier stage all the same. */
  ConfirmCompletion: Because & { completed: boolean; counts?: boolean };
  /** `workGroup`: one that is formed; its place is kept for the school until `respondBy`. */
  InviteToNextStage: Because & { prospectus?: string; workGroup?: string; respondBy?: LocalDate };
  /** `teachers`: who they will be in that year: the same as now, or these. */
  ConfirmNextStage: { teachers?: "same" | TeacherToName[] };
  RaiseConcern: Because & { commitment?: string };
  AgreeConcernSteps: { concern?: string; steps?: TextRef; reviewOn?: LocalDate };
  ReviewConcern: { concern?: string; note?: TextRef };
  ResolveConcern: { concern?: string; note?: TextRef };
  /** `amountPence`: of a part of a grant, or of what is asked back; `invoiced`: as in RequestClawback. */
  DecideTask: Because & {
    task: string;
    decision: TaskDecision;
    dueOn?: LocalDate;
    amountPence?: number;
    invoiced?: boolean;
  };
  AssignTask: { task: string; assignee: string; dueOn?: LocalDate };
  PauseJourney: Because & { until?: LocalDate };
  ReturnToProgramme: Record<never, never>;
  WithdrawSchool: Because;
  /** To another hub; to its own: it stays where it is, whoever has asked for it. */
  MoveToHub: Because & { hub: string };
  SucceedSchool: Because & { urn: string };
  CorrectRecord: Because & { event: number };
  /** `person`: for them alone, else for the whole school. */
  OptOutOfReminders: Because & { person?: string };
  ResendReminder: Because & { reminder?: number };
  ResendLetter: Because & { letter?: number };
  ApproveGrant: Which;
  WithholdGrant: Because & Which;
  AdjustGrant: Because & Which & { amountPence: number };
  /** `invoiced`: an invoice asks for it, so that no payment keeps it back; asked once more, only that is changed. */
  RequestClawback: Because & Which & { amountPence?: number; invoiced?: boolean };
  /** `rest`: what becomes of the rest where less came back; it is owed, unless it is let go. */
  RecordRecovery: Which & { amountPence?: number; rest?: "owed" | "let-go" };
  /** What the journey's Work Group passes on to each member. */
  ScheduleSession: Because & Arranging & { session: string; on: LocalDate };
  /** `on`: another day; else it stays, and times, place or link are others. */
  MoveSession: Because & Arranging & { session: string; on?: LocalDate };
  CancelSession: Because & { session: string };
  TakeRegister: Attended;
  BookSupportVisit: Because & Times & { on: LocalDate; commitment?: string };
  /** `until`: the last day on which nobody is chased. */
  AdaptDelivery: Because & { delivery?: string; until?: LocalDate };
  FormWorkGroup: { workGroup?: string };
  ChangeLead: Because & { lead?: string };
  /** What the payment run passes on for the journey's grant. */
  PreparePaymentRun: Which & { run?: string };
  AuthorisePaymentRun: Which & { run?: string };
  /** `made`: the bank has made it, whatever has happened to the school since it was prepared. */
  ConfirmPayment: Which & { run?: string; made?: boolean };
  FailPayment: Because & Which & { run?: string };
  CancelPaymentRun: Which & { run?: string };
  /** Taken out before the bank has it; `nextRun`: the next run takes it, else a person decides first. */
  HoldPayment: Because & Which & { run?: string; nextRun?: boolean };
  /** The bank had made it, and gave it back. */
  ReturnPayment: Because & Which & { run?: string };
  Tick: Record<never, never>;
  /** The result of an effect, brought back by the service itself. `effect` is the seq of the event that asked. */
  RecordEffect: {
    effect: number;
    outcome: "performed" | "stalled";
    messageId?: string;
    code?: string;
    bounced?: readonly Bounce[];
  };
  /** What a mail service says afterwards: a letter of that effect came back. */
  RecordBounce: Bounce & { effect: number };
}

const OF_GRANT = ["release", "part", "withhold", "wait", "keep", "ask-back"] as const;
const OF_OTHERS = ["counts", "let-go", "keep-date", "leave-it"] as const;
export const TASK_DECISIONS = ["extend", "waive", "visit", "concern", ...OF_GRANT, "withdraw", ...OF_OTHERS] as const;
export type TaskDecision = (typeof TASK_DECISIONS)[number];

export type CommandName = keyof CommandData;

/** One command: `id` makes it idempotent; `at` is the instant it was received (UTC), by which windows are judged. */
export type CommandOf<N extends CommandName> = {
  id: string;
  type: N;
  at: Instant;
  by: Actor;
  data: CommandData[N];
  /** The version (`seq`) the caller saw; another one stands now → `version-conflict`. */
  expected?: number;
};
export type Command = { [N in CommandName]: CommandOf<N> }[CommandName];
