// What can have happened within a stage-year: people, records, promises, tasks, reminders.

import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { Term } from "../../calendar/terms.ts";
import type {
  AskedOfGrant,
  Recipient,
  StageStarted,
  Because,
  NamedTeacher,
  PlannedCommitment,
  TaskAbout,
} from "../event-words.ts";
import type { Absence, Equivalent, PersonWord, TaskDecision } from "../commands.ts";
import { carries } from "../event-map.ts";

interface AnswerGiven {
  question: string;
  answerId: string;
}

export const YEAR_EVENTS = {
  /** Somebody who takes part already: they do so in this year too. */
  ParticipantNominated: carries<Because & NamedTeacher>(),
  ParticipantReplaced: carries<Because & NamedTeacher & { by: string }>(),
  ParticipantReleased: carries<Because & { participant: string }>(),
  HeadteacherNamed: carries<{ contactId: string }>(),
  /** Which of the hub's local leaders supports the school, by an opaque id. */
  SupportNamed: carries<{ contactId: string }>(),
  /** What was corrected waits in the people store under the id `correction` until somebody reads it there. */
  PersonCorrected: carries<{ person: string; changed: PersonWord[]; correction: string }>(),
  /** Nobody writes to them for this school any more. */
  ContactStopped: carries<{ person: string }>(),
  StageStarted: carries<StageStarted>(),
  /** From now on its sessions are those of `workGroup`; what it has done stays. */
  SchoolChangedGroup: carries<Because & { from: string | null; workGroup: string }>(),
  AttendanceRecorded: carries<{
    session: string;
    on: LocalDate;
    present: string[];
    absent?: Absence[];
    headteacher: boolean;
    /** Were there, but not from the beginning. */
    late?: string[];
    /** Made up for those who missed it: the session itself was not held by this. */
    catchUp?: true;
    equivalent?: Equivalent;
    reasonId?: string;
    reasonCode?: string;
  }>(),
  /** `teachers`: who was released for it, where that is known; `did`: what it did, by the codes of the programme. */
  SupportVisitRecorded: carries<{
    on: LocalDate;
    halfDays: number;
    headteacher: boolean;
    notesId?: string;
    teachers?: string[];
    did?: string[];
  }>(),
  ReleaseDaysRecorded: carries<{ participant: string; days: number; on: LocalDate }>(),
  GapTaskCompleted: carries<Because & { commitment: string; on: LocalDate }>(),
  ActionPlanAgreed: carries<{ on: LocalDate }>(),
  /** `answers`: to questions of the programme, each by its code; the words stand in the people store. */
  ReportSubmitted: carries<Because & { on: LocalDate; answers?: readonly AnswerGiven[] }>(),
  EvaluationCompleted: carries<Because & { on: LocalDate; answers?: readonly AnswerGiven[] }>(),
  /** One of them, of a year that is over: by it that promise of that year is met. */
  ReportCameLate: carries<
    Because & { what: "report" | "evaluation"; academicYear: string; on: LocalDate; answers?: readonly AnswerGiven[] }
  >(),
  /** Somebody has seen to it that nobody can be told in `quoteId`; it stands in place of an earlier one. */
  AnswerQuoted: carries<{ answer: number; question: string; prospectus: string; quoteId: string }>(),
  TextbooksAsked: carries<{ noteId?: string }>(),
  TextbooksDecided: carries<Because & { helps: boolean }>(),
  /** `visits`: those that the school asked for with it, which are the hub's promise from then on. */
  ThemeChosen: carries<{ theme: string; academicYear: string; visits?: readonly PlannedCommitment[] }>(),
  CommitmentMet: carries<{ commitment: string; late: boolean }>(),
  CommitmentReopened: carries<{ commitment: string }>(),
  /** `after`: it hangs on another session from now on. `announceAt`: when a session is announced for its new day. */
  CommitmentRescheduled: carries<
    Because & { commitment: string; dueOn: LocalDate; chaseAt?: Instant; after?: string; announceAt?: Instant }
  >(),
  /** The school asks the hub; `dueOn`: a day that would do; `person`: who asked, where they are one of its people. */
  AnotherDateAsked: carries<
    Because & { commitment: string; academicYear: string; dueOn?: LocalDate; person?: string }
  >(),
  CommitmentWaived: carries<Because & { commitment: string }>(),
  /** `ofGroup`: a session whose register its Work Group has still to take: it is the group’s, with no ladder. */
  CommitmentMissed: carries<{
    commitment: string;
    dueOn: LocalDate;
    escalateAt: Instant;
    firstLevel: 1 | 2 | 3;
    ofGroup?: string;
  }>(),
  CommitmentEscalated: carries<{ commitment: string; level: 1 | 2 | 3; to: Recipient[]; nextAt: Instant | null }>(),
  EscalationWithdrawn: carries<{ commitment: string; level: 1 | 2 | 3 }>(),
  /** `dueOn`: by when it is to be decided; `hub`: the one that asks for the school, of a task about that. */
  TaskOpened: carries<{
    task: string;
    about: TaskAbout;
    commitment: string | null;
    dueOn?: LocalDate;
    hub?: string;
    /** Of a task about a grant. */
    grant?: AskedOfGrant;
  }>(),
  TaskAssigned: carries<{ task: string; assignee: string; dueOn?: LocalDate }>(),
  /** `to`: who is told of it, where nothing follows from it that is told. */
  TaskDecided: carries<
    Because & {
      to?: Recipient[];
      task: string;
      decision: TaskDecision | "ready" | "not-ready" | "moves" | "stays" | "helps" | "does-not-help";
    }
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
  /** `person`: for them alone; absent: for the whole school. */
  RemindersOptedOut: carries<Because & { until: LocalDate; person?: string }>(),
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
};
