// A stage-year and a grant as they stand, folded from their events (state.ts: the journey that has them).

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { ParticipantRole, Stage } from "../prospectus/prospectus.ts";
import type { Arranged, Times } from "./arranged.ts";
import type { Absence, Equivalent } from "./commands.ts";
import type {
  AfterLast,
  Announcing,
  Closing,
  GrantCause,
  GrantDoubt,
  MeetingRules,
  Netted,
  PlannedCommitment,
  Reminding,
  TeachersAsked,
} from "./event-words.ts";

export type CommitmentStatus = "open" | "met" | "missed" | "waived";
export const STAGE_OUTCOMES = [
  "under-way",
  "completed",
  "not-completed",
  "not-ready",
  "withdrawn",
  "interrupted",
] as const;
export type StageOutcome = (typeof STAGE_OUTCOMES)[number];

/** A promise as it was planned, and how it stands. */
export interface Commitment extends Omit<PlannedCommitment, "chaseAt" | "between" | "afterLast"> {
  status: CommitmentStatus;
  /** The last level told (0: nobody yet) and when the next one is; null where the ladder stands. */
  level: 0 | 1 | 2 | 3;
  /**
   * The highest level ever told in this stage-year: no level is told twice, whatever stood down or was put off between.
   */
  told: 0 | 1 | 2 | 3;
  next: { level: 1 | 2 | 3; at: Instant } | null;
  /** When the school is reminded of it before it is due; null once that is done, or where it never is. */
  chaseAt: Instant | null;
  afterLast: AfterLast | null;
  between: boolean;
}

/** A visit that is agreed for a day. */
export interface Booked extends Times {
  commitment: string;
  on: LocalDate;
}

export interface Participant {
  id: string;
  role: ParticipantRole;
  experienced: boolean;
  authority: boolean;
  releasedForAllSessions: boolean;
  /** The hub lead let them take a place that asks for more than they bring: they count as fit. */
  exception: boolean;
  /** Which place is theirs: who replaces somebody has the same. */
  place: string;
  /** From which day that place is promised. */
  since: LocalDate;
  /** The academic years for which they were named, the latest last. */
  years: readonly string[];
  /** Has left; stays here so that an older register may still name them. */
  left: boolean;
}

/**
 * A record that meets commitments; `present` as it was taken. `seq` is the event that holds it; a correction takes it
 * out again.
 */
export type Evidence =
  | {
      seq: number;
      kind: "attendance";
      session: string;
      on: LocalDate;
      present: readonly string[];
      wanted: readonly string[];
      headteacher: boolean;
      absent: readonly Absence[];
      catchUp: boolean;
      equivalent: Equivalent | null;
    }
  | {
      seq: number;
      kind: "visit";
      on: LocalDate;
      halfDays: number;
      headteacher: boolean;
      /** Who was in it; null where nobody said. */
      teachers: readonly string[] | null;
    }
  | { seq: number; kind: "release-days"; participant: string; days: number; on: LocalDate }
  | { seq: number; kind: "gap-task"; commitment: string; on: LocalDate }
  | { seq: number; kind: "action-plan"; on: LocalDate }
  /** `questions`: those that were answered, by code. */
  | { seq: number; kind: "report" | "evaluation"; on: LocalDate; questions: readonly string[] }
  | { seq: number; kind: "theme"; theme: string; on: LocalDate };

export interface StageYear {
  stage: Stage;
  academicYear: string;
  prospectus: string;
  revision: number;
  workGroup: string | null;
  startedAt: Instant;
  /** When it took up the dates of its group: what is dated in that moment is told with what brought it. */
  datedAt: Instant;
  endsAt: Instant;
  commitments: readonly Commitment[];
  evidence: readonly Evidence[];
  /** `done`: told, held back or passed by; `seq`: the event that told. */
  reminders: readonly { term: Term; at: Instant; termEndsOn: LocalDate; done: boolean; seq: number | null }[];
  reminding: Reminding | null;
  meetings: MeetingRules | null;
  /** Sessions beyond those that were promised: they bind nobody. */
  extras: readonly ({ code: string; on: LocalDate } & Arranged)[];
  /** Visits for which a day is agreed; of one commitment several, where its support takes several. */
  booked: readonly Booked[];
  /** Meetings that are still to be announced. */
  announces: readonly Announcing[];
  /** Promised sessions that are called off at present. */
  calledOff: readonly string[];
  /** Nobody is chased to the end of this day, while its group meets in another way. */
  restsUntil: LocalDate | null;
  /** The terms of the chasers that went out, one entry each. */
  chased: readonly Term[];
  escalation: { graceDays: number; toHeadteacherDays: number; toHubLeadDays: number };
  halfDaysPerMeeting: number;
  /** Null in a year that began before the service asked who its teachers are: it goes on as it began. */
  teachers: TeachersAsked | null;
  readinessAsked: boolean;
  ready: boolean | null;
  /** What the hub lead said: was it completed; and, where not, does it count as an earlier stage all the same? */
  completed: boolean | null;
  counts: boolean;
  closing: Closing | null;
  theme: string | null;
  outcome: StageOutcome;
}

/** `hub`: whose money it is: the school's hub when it fell due. */
export interface Grant {
  stage: Stage;
  academicYear: string;
  amountPence: number;
  hub: string;
  status: "due" | "payable" | "released" | "paid" | "withheld";
  /** The text that says why it is withheld; a withdrawal and what it withholds have one. */
  withheldFor: string | null;
  approvers: readonly string[];
  releasedAt: Instant | null;
  /** The event by which it was released: its payment is asked for under that number. */
  releasedBy: number | null;
  doubts: readonly GrantDoubt[];
  /** What a person has decided on; once decided, it is not asked again of the same. */
  settled: readonly { cause: GrantCause; at: Instant }[];
  /** A person has decided that it may be paid, whoever of the teachers was where. */
  permitted: boolean;
  /** Taken out of a run by a person, until a person decides. */
  heldBack: boolean;
  /** The payment run it is in, who prepared and authorised it, and what that run keeps back. */
  run: string | null;
  preparedBy: string | null;
  authorisedBy: string | null;
  nets: readonly Netted[];
  /** `amountPence`: while it is requested, what is still to come back; then, what came. */
  clawback: {
    status: "none" | "requested" | "recovered";
    amountPence: number;
    recoveredPence: number;
    requestedAt: Instant | null;
    /** An invoice asks for it: no payment keeps it back. */
    invoiced: boolean;
  };
}
