// What the events of a journey are made of: the shapes that more than one of them carries, or that the state keeps.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";
import type { ParticipantRole, Stage } from "../prospectus/prospectus.ts";
import type { Arranged } from "./arranged.ts";
import type { ComingWindow, SchoolFacts } from "./commands.ts";

/** Who is written to: roles, never names. */
export type Recipient = ParticipantRole | "headteacher" | "applicant" | "hub-lead";

/**
 * Why somebody is written to: `news` of what has just changed; `announcement` of a meeting; `reminder` of what is due
 * or was asked; `chaser` of what was missed.
 */
export type LetterCause = "news" | "announcement" | "reminder" | "chaser";

/**
 * One letter, the same for all whom it is for. `tells`: of which events, by their seq, the most urgent first. `copies`:
 * who reads along. `not`: people of these roles who have a letter of their own, or none. `left`: teachers who do not
 * take part any more, by their opaque ids; nobody stands in for them.
 */
export interface DueLetter {
  to: readonly Recipient[];
  copies?: readonly Recipient[];
  not?: readonly string[];
  left?: readonly string[];
  cause: LetterCause;
  tells: readonly number[];
}

/**
 * What is not told yet. `who`: people by their ids, or a role whose person is not known. `no-letter`: it is told with
 * the next letter that goes anyway; `twelve-a-year`: they have been reminded so often in this academic year;
 * `one-a-day`: they have had the letter of this day; `held-by-hub`: the hub holds it, by the event `hold`.
 */
export interface HeldLetter {
  who: readonly string[];
  tells: readonly number[];
  why: "no-letter" | "twelve-a-year" | "one-a-day" | "held-by-hub";
  hold?: number;
  /** When it is told, where that is another day. */
  until?: Instant;
}

/** When a meeting is announced. `code`: the session, or the visit by its commitment. */
export interface Announcing {
  code: string;
  on: LocalDate;
  at: Instant;
}

export type CommitmentKind =
  | "teachers"
  | "session"
  | "meeting"
  | "headteacher-first-workshop"
  | "visit"
  | "in-school-support"
  | "headteacher-meeting"
  | "headteachers-session"
  | "headteachers-meeting"
  | "release-days"
  | "gap-task"
  | "action-plan"
  | "report"
  | "evaluation"
  | "theme";

/** What is the headteacher's own promise: it is the headteacher who is reminded and chased, not the teachers. */
const HEADTEACHERS: readonly CommitmentKind[] = [
  "headteacher-first-workshop",
  "headteacher-meeting",
  "headteachers-meeting",
];
export const isHeadteachers = ({ kind }: { kind: CommitmentKind }): boolean => HEADTEACHERS.includes(kind);

/** A meeting of the group, with teachers or with headteachers. */
export const isSession = ({ kind }: { kind: CommitmentKind }): boolean =>
  kind === "session" || kind === "headteachers-session";

/**
 * A promise as it was made at the start of a stage-year. `after`: nobody is chased for it until that one (the hub's) is
 * met. `target`: half-days for support and release days; for a meeting how many must be there (null: all). `within`:
 * the days of the term for which a visit counts. `afterLast`: it goes by the day of the last meeting. `chaseAt`: when
 * the school is reminded of this one before it is due.
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
  /** Support counted for each teacher who was in it. */
  between?: true;
  afterLast?: AfterLast;
  /** Of a session: how its group holds it, so far as that is known. */
  arranged?: Arranged;
}

/** It falls due so many school days after the last meeting, within these days; it moves when that moves. */
export interface AfterLast {
  schoolDays: number;
  notBefore: LocalDate;
  notAfter: LocalDate;
}

/**
 * What a page asks of the sessions of a year, pinned. `within`: the days between which it has them; `least`: how many
 * there are at least; null where no page says. `separate`: each on a day of its own.
 */
export interface MeetingRules {
  within: { from: LocalDate; to: LocalDate } | null;
  least: number | null;
  separate: boolean;
}

/** How a school is reminded beside the termly letter, pinned; a year that began before there were chasers has none. */
export interface Reminding {
  chaserDays: number;
  chasersATerm: number;
  copies: readonly Recipient[];
}

/**
 * How a stage-year ends, pinned; one that began before there was this ends as it did then: completed on 31 August.
 * `meetings`: of the group in the whole year, those before a late placement included. `inviteBy`: when the hub is asked
 * why it has not invited; null where Readiness comes first. `laddersBy`: by when a ladder has reached the hub lead.
 * `settledBy`: the last day on which what the year leaves open is still settled.
 */
export interface Closing {
  meetings: number;
  inviteBy: Instant | null;
  laddersBy: LocalDate;
  settledBy: LocalDate;
}

/**
 * The teachers that the page of a stage-year asks for, pinned. `mathsLead`, `experienced`: one of them is the maths
 * lead; is experienced, with authority. `representatives`: in Sustaining so many come for the school, one more if both
 * are released for all sessions; null elsewhere.
 */
export interface TeachersAsked {
  asked: number;
  roles: readonly ParticipantRole[];
  mathsLead: boolean;
  experienced: boolean;
  representatives: number | null;
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
  /** Absent in years that began before sessions were held to their page. */
  meetings?: MeetingRules;
  readinessAsked: boolean;
  halfDaysPerMeeting: number;
  /** Absent in years that began before meetings were announced. */
  announces?: readonly Announcing[];
  closing?: Closing;
  /** Absent in a year that began before the service asked who its teachers are. */
  teachers?: TeachersAsked;
}

/** When a school that has not answered its invitation is reminded of it, and who. */
export interface InvitationReminder {
  at: Instant;
  to: Recipient;
}

/** A teacher as a school names them for a year. `exception`: the hub lead lets them take a place that asks for more. */
export interface NamedTeacher extends Fitness {
  participant: string;
  role: ParticipantRole;
  exception?: boolean;
}

export interface Because {
  reasonId?: string;
  reasonCode?: string;
}
export interface Grants {
  stage: Stage;
  academicYear: string;
}
export interface Fitness {
  experienced: boolean;
  authority: boolean;
  releasedForAllSessions: boolean;
}

/** So much of the clawback of another grant is kept back from a payment. */
export interface Netted extends Grants {
  amountPence: number;
}

/**
 * Why a grant waits for a person; where it is paid already, what a person has to look at. `held-back`: a person took it
 * out of a run; `paid-before`: a grant of that stage may have been paid to this school already; `teachers-missing`: the
 * teachers that the page asks for were not all at a session.
 */
export const GRANT_CAUSES = [
  "withdrawn",
  "moved",
  "paused",
  "not-completed",
  "held-back",
  "paid-before",
  "placed-late",
  "hub-did-not-hold",
  "teachers-missing",
] as const;
export type GrantCause = (typeof GRANT_CAUSES)[number];

/** A doubt with which a grant falls due: a person settles it before it can be payable. */
export interface GrantDoubt {
  cause: "paid-before" | "placed-late";
  /** What the rules would give, where that is not the whole. */
  proposedPence?: number;
}

/** What a task about a grant asks. `missing`: how many of the teachers were at no session. */
export interface AskedOfGrant extends Grants {
  cause: GrantCause;
  paid: boolean;
  proposedPence?: number;
  missing?: number;
}

/**
 * What a person may have to decide on. `missed-commitment`: the ladder's end; `teachers`: they are not those that the
 * page asks for; `grant`: to release it, or what becomes of one that was paid; `invitation`: the next stage, not yet
 * asked about or not answered; `outcome`: did the school complete its year; `waiting`: an application that its year
 * leaves behind, or a place not yet in a group; `register`: a session without one; `group`: too few schools;
 * `bounced-letter`: somebody at the school cannot be written to; `move`: another hub asks for the school; `textbooks`:
 * help to buy some; `another-date`: the school asks for one; `contact`: who is written to in place of somebody who is
 * not the contact any more; `pause`: one without an end, beyond its year.
 */
export const TASK_ABOUT = [
  "missed-commitment",
  "teachers",
  "grant",
  "invitation",
  "outcome",
  "readiness",
  "waiting",
  "register",
  "group",
  "bounced-letter",
  "move",
  "textbooks",
  "another-date",
  "contact",
  "pause",
] as const;
export type TaskAbout = (typeof TASK_ABOUT)[number];
export interface Interest {
  school: SchoolFacts;
  hub: string;
  prospectus: string;
  contactId: string | null;
  coming: readonly ComingWindow[];
}
export interface Submitted {
  school: SchoolFacts;
  hub: string;
  prospectus: string;
  criteria: string[];
  reasonsId: string | null;
  reasonsWords: number;
  contactId: string;
  group: { urn: string; relationshipId: string | null }[];
  /** What of the page's statements the school ticked; absent where the page has none. */
  statements?: string[];
}
/** What a school asked of another hub, recorded once it may go. */
export type AskedElsewhere =
  ({ type: "InterestExpressed" } & Interest) | ({ type: "ApplicationSubmitted" } & Submitted);

/**
 * What somebody at a school has said that stands until it is dealt with or over. `seq`: by which event it was said;
 * that is what is taken back. `person`: an opaque id.
 */
export type Said =
  | { what: "no-reminders"; seq: number; person: string; until: LocalDate }
  | { what: "not-the-contact"; seq: number; person: string }
  | { what: "another-date"; seq: number; commitment: string; academicYear: string; person?: string };
