// Where a journey stands, folded from its events. A union by status: each status has what it needs and no more.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Stage } from "../prospectus/prospectus.ts";
import type { Bounce } from "./bounce.ts";
import type { ComingWindow, SchoolFacts } from "./commands.ts";
import type {
  Announcing,
  AskedElsewhere,
  AskedOfGrant,
  InvitationReminder,
  LetterCause,
  NamedTeacher,
  PlannedCommitment,
  Recipient,
  Said,
  TaskAbout,
} from "./event-words.ts";
import type { Grant, Participant, StageYear } from "./stage-year.ts";
import type { TakenBack } from "./taken-back.ts";

export type {
  Commitment,
  CommitmentStatus,
  Evidence,
  Grant,
  Participant,
  StageOutcome,
  StageYear,
} from "./stage-year.ts";

/**
 * A stage-year to come: in `next` settled by placement, by the school's word or by its return; in `invitation` only
 * offered.
 */
export interface NextStage {
  prospectus: string;
  stage: Stage;
  academicYear: string;
  workGroup: string | null;
  /** When it was settled; absent where that was before the service kept it. */
  settledAt?: Instant;
}

/** `respondBy`: until when the place in its `workGroup` is kept for the school; null where none is kept. */
export interface Invitation extends NextStage {
  respondBy: LocalDate | null;
  /** Those still to come. */
  reminders: readonly InvitationReminder[];
  /** The meetings of that year that are still to be announced while its place is kept. */
  announces: readonly Announcing[];
}

export interface Task {
  id: string;
  about: TaskAbout;
  commitment: string | null;
  openedAt: Instant;
  status: "open" | "decided" | "closed";
  /** An opaque id; null: the hub lead's own. */
  assignee: string | null;
  /** Since when it is theirs; absent where it was given to nobody. */
  givenAt?: Instant;
  /** By when it is to be decided; null for a task of before there were such days. */
  dueOn: LocalDate | null;
  /** What it asks of which grant, where it is about one. */
  grant: AskedOfGrant | null;
}

export interface Concern {
  id: string;
  commitment: string | null;
  status: "raised" | "steps-agreed" | "reviewed" | "resolved";
}

export type EffectKind = "send-notice" | "send-reminder" | "escalate-commitment" | "release-grant";

/**
 * Something the world is still owed: asked for by the event `seq`. `stalled`: it failed often enough for the operator
 * to look.
 */
export interface OpenEffect {
  seq: number;
  kind: EffectKind;
  stalled: boolean;
}

/**
 * `waitsIn`: the Work Group on whose waitlist it stands; null where it is on none, or on the hub's own. `since`: when
 * it came to where it stands.
 */
export interface Application {
  prospectus: string;
  submittedAt: Instant;
  contactId: string | null;
  criteria: readonly string[];
  waitsIn: string | null;
  since: Instant;
}
/**
 * `remindAt`: when the applicant is still to be reminded of it; null where that is done, or not to be. `placeBy`,
 * `askHubAt`: once it is accepted, by when the hub places the school and from when it is asked to; null where no day
 * was set.
 */
export interface Offer {
  workGroup: string | null;
  respondBy: LocalDate;
  remindAt: Instant | null;
  lapsesAt: Instant;
  placeBy: LocalDate | null;
  askHubAt: Instant | null;
}

/**
 * The last thing that can be taken back (CorrectRecord): by which event it happened, and where the journey stood before
 * it.
 */
export interface Undoable {
  event: number;
  type: TakenBack;
  reasonId: string | null;
  before: Begun;
}

/** Another hub asks for the school; `waitsFor`: whose answer. */
export interface AskedMove {
  to: string;
  askedAt: Instant;
  until: LocalDate;
  task: string;
  asks: AskedElsewhere;
  waitsFor: "hub" | "operator";
}

/**
 * What people are still to be told. `at`: when; null: with the next letter that goes to them anyway. `who`: those who
 * are still to hear of it; null: all whom it is for. `about`: the commitments that have to be owed still.
 */
export interface Unsaid {
  seq: number;
  at: Instant | null;
  cause: LetterCause;
  /** Told within a letter that goes anyway, never by itself. */
  dueSoon: boolean;
  /** Of a stage-year under way: told only as long as it is. */
  inYear: boolean;
  to: readonly Recipient[];
  copies: readonly Recipient[];
  about: readonly string[];
  who: readonly string[] | null;
  /** Teachers who do not take part any more, to whom it goes as well. */
  left?: readonly string[];
  /** What it tells, so that it can be held (hold.ts); under which hold it is held back now. */
  codes: readonly string[];
  hold: number | null;
}

/** What the hub holds back, by its codes (hold.ts). `until`: the last day of it; null: until it is lifted. */
export interface Hold {
  seq: number;
  tells: readonly string[];
  until: LocalDate | null;
}

/** The last day on which time brought somebody a letter, and how many that remind or chase they had in that year. */
export interface Written {
  who: string;
  on: LocalDate;
  academicYear: string;
  letters: number;
}

/** What every journey that has begun holds. */
export interface Known {
  seq: number;
  lastAt: Instant;
  school: SchoolFacts;
  hub: string;
  aliases: readonly string[];
  participants: readonly Participant[];
  past: readonly StageYear[];
  grants: readonly Grant[];
  tasks: readonly Task[];
  concerns: readonly Concern[];
  remindersOffUntil: LocalDate | null;
  /** Who cannot be written to, until they are replaced or a letter is sent again. `effect`: whose letter came back. */
  bounced: readonly (Pick<Bounce, "addressee" | "person"> & { effect: number })[];
  /** Who applied, or was interested, by opaque ids: the latest first. */
  applicants: readonly string[];
  invitation: Invitation | null;
  /** Who of the hub supports the school, by an opaque id; null where the hub has not said. */
  support: string | null;
  /** The academic year into which it is known not to go on: it said no, or the hub lead did. */
  stopsBefore: string | null;
  /** A theme chosen, for which year (it may come before the year begins) and by which event. */
  theme: { academicYear: string; theme: string; seq: number; visits: readonly PlannedCommitment[] } | null;
  /** Who its teachers will be in the year to come, as the school said when it confirmed it. */
  teachersNext: { academicYear: string; who: "same" | readonly NamedTeacher[] } | null;
  effects: readonly OpenEffect[];
  unsaid: readonly Unsaid[];
  written: readonly Written[];
  holds: readonly Hold[];
  undoable: Undoable | null;
  /** The events that were taken back, beside records. */
  takenBack: readonly number[];
  move: AskedMove | null;
  /** What somebody at the school has said that still stands. */
  said: readonly Said[];
  /** Its way in has ended, and the school is still to be told. `ended`: by which event. */
  toTell: { at: Instant; ended: number } | null;
}

export type Journey =
  | { status: "none" }
  /** `invited`: to which window it was, once. */
  | (Known & {
      status: "interested";
      prospectus: string;
      coming: readonly ComingWindow[];
      invited: { prospectus: string; closesOn: LocalDate } | null;
      since: Instant;
    })
  | (Known & { status: "applied" | "information-requested" | "waitlisted"; application: Application })
  | (Known & { status: "offered"; application: Application; offer: Offer })
  | (Known & { status: "accepted"; application: Application; offer: Offer })
  /** `waitsUntil`: between two years, what is not settled by the end of that day ends; `next` is held till then. */
  | (Known & {
      status: "participating";
      year: StageYear | null;
      next: NextStage | null;
      waitsUntil: LocalDate | null;
    })
  | (Known & {
      status: "paused";
      year: StageYear | null;
      next: NextStage | null;
      left: Stage;
      pausedAt: Instant;
      until: LocalDate | null;
    })
  | (Known & { status: EndedStatus });

/** Statuses from which a school may come back by a new application. */
export const ENDED_STATUSES = [
  "completed",
  "not-selected",
  "redirected",
  "declined",
  "lapsed",
  "withdrawn",
  "ineligible",
] as const;
export type EndedStatus = (typeof ENDED_STATUSES)[number];

export type JourneyStatus = Exclude<Journey["status"], "none">;
export const JOURNEY_STATUSES = [
  "interested",
  "applied",
  "information-requested",
  "waitlisted",
  "offered",
  "accepted",
  "participating",
  "paused",
  "completed",
  "not-selected",
  "redirected",
  "declined",
  "lapsed",
  "withdrawn",
  "ineligible",
] as const satisfies readonly JourneyStatus[];
export type Begun = Exclude<Journey, { status: "none" }>;
export type Interested = Extract<Journey, { status: "interested" }>;
export type Offered = Extract<Journey, { status: "offered" }>;
export type Participating = Extract<Journey, { status: "participating" }>;
export type Paused = Extract<Journey, { status: "paused" }>;

/** The stage-year under way, if there is one (a paused year is not). */
export function yearUnderWay(state: Journey): StageYear | null {
  return state.status === "participating" ? state.year : null;
}

/** The stage-year that commands of record may still speak of: under way or paused. */
export function currentYear(state: Journey): StageYear | null {
  return state.status === "participating" || state.status === "paused" ? state.year : null;
}

/** The theme of its year, or of the one to come; null where none is chosen. */
export function themeNow(state: Begun): string | null {
  const next = "next" in state ? state.next : null;
  return (currentYear(state) ?? (state.theme?.academicYear === next?.academicYear ? state.theme : null))?.theme ?? null;
}

/** Every stage-year begun, oldest first. */
export function stagesOf(state: Journey): readonly StageYear[] {
  if (state.status === "none") return [];
  const year = currentYear(state);
  return year ? [...state.past, year] : state.past;
}
