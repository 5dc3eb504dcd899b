// A prospectus: one programme of one academic year as it was published, as data. Rules read it; nobody
// writes a number of a programme anywhere else. Each figure says where it comes from.

import type { AcademicYear } from "../calendar/academic-years.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Term } from "../calendar/terms.ts";

export const PHASES = ["primary", "secondary"] as const;
export type Phase = (typeof PHASES)[number];
export const STAGES = ["readiness", "development", "embedding", "sustaining"] as const;
export type Stage = (typeof STAGES)[number];
/** What the id of a prospectus looks like. */
export const PROSPECTUS_ID = /^[A-Za-z0-9_./-]{1,100}$/u;

/** The roles in which a teacher of the school takes part; together they are "the lead teachers". */
export type ParticipantRole = "maths-lead" | "lead-teacher" | "mastery-advocate" | "subject-lead" | "representative";

/**
 * A place in a page of `seeds/`: which sentence below which heading (the heading's first words are enough; the first
 * sentence below it is 1, and each line begins one), and what of the figure is found there: a number, or a few words.
 */
export interface PlaceInPage {
  under: string;
  sentence: number;
  finds: string;
}

/**
 * One fact and where it comes from: a place in a page of `seeds/`, which `says` it in our own words; or nobody's page,
 * which people see marked (`statedIn`: the prospectus whose page states it for itself); or what a hub has decided where
 * no page says.
 */
export type Figure<T> =
  | { value: T; source: "seed"; page: string; at: PlaceInPage; says: string }
  | { value: T; source: "assumption"; because?: string; statedIn?: string }
  | { value: T; source: "hub"; hub: string };

/** Months of an academic year by their numbers, both included: 11 and 7 are November to July. */
export interface Months {
  from: number;
  to: number;
}

/** When something falls due in school time. `week` 1 is the week in which term begins; the day is its Wednesday or
 * the next school day. `beforeEnd` counts days back from the last school day of term, to the school day there or
 * before.
 */
export type DueRule = { term: Term; week: number } | { term: Term; beforeEnd: number } | AfterLastMeeting;
/** So many school days after the last meeting of the year, or on this day (MM-DD) if that is later. */
export interface AfterLastMeeting {
  term: Term;
  afterLastMeeting: number;
  notBefore: string;
}

export interface Criterion {
  code: string;
  text: string;
}

/**
 * A theme of a Sustaining year. `closed` says why it is no longer offered; `after`: it is for schools that have been
 * through this stage.
 */
export interface Theme {
  code: string;
  text: string;
  closed?: string;
  /** The hub can make visits to the school for it, if the school asks for them: a number of half-days. */
  visits?: Figure<number>;
  after?: Stage;
}

/**
 * What must have gone before: nothing; a Development year; or any stage of a Work Group of the phase, or the Mastery
 * Specialist Programme.
 */
export type PriorNeed = "none" | "development" | "any-stage-or-specialist";

export interface Prospectus {
  /** `2020-21/primary-readiness` = year / phase - stage. */
  id: string;
  academicYear: AcademicYear;
  phase: Phase;
  stage: Stage;
  /** Grows when a published prospectus is amended; pinned in `StageStarted`. */
  revision: number;
  title: string;
  /** The hub whose page it is, or `any`. */
  hub: string;
  basis: { page: string } | { rolledForwardFrom: string };
  window: { opensOn: Figure<LocalDate>; closesOn: Figure<LocalDate>; how?: string };
  lead: Figure<string>;
  /** What the lead must have behind them, where a page says so. */
  leadMust?: Figure<string>;
  support: Figure<string> | null;
  groupSize: { least: Figure<number>; most: Figure<number> } | null;
  participants: ParticipantRules;
  application: ApplicationRules;
  commitments: CommitmentRules;
  /** What a school is asked at the end of its year, by code. */
  yearEnd: Figure<readonly Criterion[]>;
  /** Help to buy textbooks in the second year of a school that began here; null where no page offers it. */
  textbookHelp: Figure<boolean> | null;
  /** What a visit or a day of in-school support may do, by code. */
  visitDoes: Figure<readonly Criterion[]>;
  /** Days: grace before level 1, then from level to level. */
  escalation: { graceDays: Figure<number>; toHeadteacherDays: Figure<number>; toHubLeadDays: Figure<number> };
  /** How a school is reminded beside the termly letter. */
  reminders: ReminderRules;
  /** School days an offer stays open. */
  offerDays: Figure<number>;
  /** Days before the last day to answer on which an offer reminds. */
  offerReminderDays: Figure<number>;
  /** Days for which the decision on a grant is put off where nobody says until when. */
  grantWaitDays: Figure<number>;
  /** Null: no page states a grant for it, so nothing is given. */
  grant: { amountPence: Figure<number>; purpose: string } | null;
  themes: Figure<readonly Theme[]> | null;
  /** The code of the national project, where a page names it. */
  projectCode: Figure<string> | null;
  /** What a page leads to beside the service: a website, an address to write to, a community, another way in. */
  links: Figure<readonly ProgrammeLink[]> | null;
  texts: ProspectusTexts;
}

export const LINK_KINDS = ["website", "email", "online-community", "form", "other-route"] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

/** `address`: null where the page gives none. */
export interface ProgrammeLink {
  kind: LinkKind;
  text: string;
  address: string | null;
}

export interface ParticipantRules {
  roles: Figure<readonly ParticipantRole[]>;
  /** How many teachers the page asks for: with fewer a year is not what it describes. */
  asked: Figure<number>;
  /** How many in all the roles that are counted (null: no page says). */
  most: Figure<number> | null;
  mathsLeadAmongThem: Figure<boolean>;
  experiencedAdvocateAmongThem: Figure<boolean>;
  /** Sustaining: this many representatives, one more only if both are released for all sessions. */
  representatives: Figure<number> | null;
}

export interface ApplicationRules {
  stateFundedOnly: Figure<boolean>;
  criteria: Figure<readonly Criterion[]> | null;
  reasonsMostWords: Figure<number> | null;
  /** `required`: refused without it. `expected`: refused only where the school says it has none. */
  seniorLeaderSupport: Figure<"required" | "expected" | "not-asked">;
  prior: Figure<PriorNeed>;
  /** Schools of this stage, so many years before, are sent to another route. */
  anotherRoute: Figure<{ stage: Stage; yearsBefore: number; route: string }> | null;
  /**
   * True where the stage is for schools not yet in a position to develop: one that has been through Development is not
   * eligible.
   */
  notYetDeveloping: Figure<boolean>;
  /** What the page has a school say of itself, beside that it understands what is expected; null where nothing. */
  statements: Figure<readonly Criterion[]> | null;
  /** May it name schools it would like to be placed with? */
  group: Figure<boolean>;
}

export interface CommitmentRules {
  /** Sessions the hub holds and the school attends: one due rule each. */
  meetings: {
    count: Figure<number>;
    length: Figure<"half-day" | "full-day">;
    due: Figure<readonly DueRule[]>;
    headteacherAtFirst: Figure<boolean>;
    /** The months in which they are, both included, by their numbers; null where no page names any. */
    within: Figure<Months> | null;
    /** Each on a day of its own. */
    separate: Figure<boolean>;
    /** Codes for why a teacher was not there; none says anything of anybody's health. */
    absence: Figure<readonly Criterion[]>;
  };
  /** Termly visits by the hub, in these terms; `withHeadteacher`: the headteacher meets the lead at a visit. */
  visits: { perTerm?: Figure<number>; due: Figure<readonly DueRule[]>; withHeadteacher: Figure<boolean> } | null;
  /** A meeting of the group's headteachers with the hub's leadership, and with one another where a page says so. */
  headteachers: { due: Figure<DueRule> } | null;
  /** In-school support counted in half-days instead of visits. */
  inSchool: {
    halfDays: Figure<number>;
    mostHalfDays: Figure<number> | null;
    /** Counted for each teacher who was in it: with both there, a half-day is two. */
    betweenTeachers: Figure<boolean>;
    due: Figure<DueRule>;
  } | null;
  /** Release of the lead teachers, combined days, meetings included. */
  releaseDays: { days: Figure<number>; due: Figure<DueRule> } | null;
  gapTasks: { count: Figure<number>; due: Figure<readonly DueRule[]> } | null;
  actionPlan: { due: Figure<DueRule> } | null;
  report: { due: Figure<DueRule> } | null;
  evaluation: { due: Figure<DueRule> } | null;
  theme: { due: Figure<DueRule> } | null;
}

/**
 * A chaser goes out `chaserDays` before what the school can do by itself is due (0: none), at most `chasersATerm`
 * letters a school and term.
 */
export interface ReminderRules {
  chaserDays: Figure<number>;
  chasersATerm: Figure<number>;
  headteacherCopied: Figure<boolean>;
}

/** What the page promises, in our own words as a school reads them: on the form, in an offer and in a reminder. */
export interface ProspectusTexts {
  about: string;
  involves: readonly string[];
  benefits: readonly string[];
  outcomes: readonly string[];
  whoCanApply: readonly string[];
  expectations: readonly string[];
  cost: string;
  howToApply: string;
  afterwards: string;
  disruption: string | null;
}
