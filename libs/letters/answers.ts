// What a reader can answer from the letter itself, without an account: which links a letter has, and in which words.
// Being at a meeting or a visit is never among them (money hangs on it), and money itself never.

import { settledBy } from "../calendar/academic-years.ts";
import { localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { dateWithWeekday } from "../calendar/long-dates.ts";
import { mayAskForDate } from "../journey/decide/answers.ts";
import { dateAsked, dateTask, notContacts, spared } from "../journey/said.ts";
import { yearUnderWay, type Begun, type Commitment, type Journey, type Participant } from "../journey/state.ts";
import { teachersNow } from "../journey/teachers.ts";
import type { CommitmentKind, Recipient } from "../journey/events.ts";
import type { Block, Printed } from "./letter.ts";
import type { Notice } from "./told.ts";
import { commitmentName } from "./words.ts";

/** One thing that one link is for. */
export type Thing =
  | { what: "done" | "another-date"; academicYear: string; commitment: string }
  | { what: "place"; prospectus: string; respondBy: LocalDate }
  | { what: "next-year" | "not-next-year"; prospectus: string }
  | { what: "no-reminders"; until: LocalDate }
  | { what: "not-me" };

/** What a letter asks of its reader, as far as it can be answered in it. */
export interface Asks {
  /** What it says is owed or due, by code, of the stage-year under way; most urgent first. */
  commitments?: readonly string[];
  /** It offers a place, or reminds of one. */
  place?: boolean;
  /** It invites to the next stage, or reminds of that. */
  nextYear?: boolean;
  /** It reminds or chases. */
  reminds?: boolean;
}

/** Letters by their kind that ask for an answer to a place, or to an invitation. */
const OF_PLACE: readonly string[] = ["place-offered", "offer-reminder"];
const OF_NEXT_YEAR: readonly string[] = ["next-stage-invited", "next-stage-reminder"];
/** Those whose codes are of commitments. */
const OF_COMMITMENTS: readonly string[] = ["missed", "due-soon", "termly-reminder"];

/** What these letters ask of their reader, put into one. */
export function asksOf(notices: readonly Pick<Notice, "kind" | "about" | "reminds">[]): Asks {
  return {
    commitments: notices.flatMap(({ kind, about }) => (OF_COMMITMENTS.includes(kind) ? about : [])),
    place: notices.some(({ kind }) => OF_PLACE.includes(kind)),
    nextYear: notices.some(({ kind }) => OF_NEXT_YEAR.includes(kind)),
    reminds: notices.some(({ reminds }) => reminds === true),
  };
}

/** What can be said to be done by whoever is asked for it. */
const SAID_DONE: readonly CommitmentKind[] = ["gap-task", "action-plan", "report", "evaluation", "release-days"];

/** `done|2020/21|gap-task-1`: how a thing is kept, and told from others. */
export function codeOf(thing: Thing): string {
  switch (thing.what) {
    case "done":
    case "another-date":
      return [thing.what, thing.academicYear, thing.commitment].join("|");
    case "place":
      return [thing.what, thing.prospectus, thing.respondBy].join("|");
    case "next-year":
    case "not-next-year":
      return [thing.what, thing.prospectus].join("|");
    case "no-reminders":
      return [thing.what, thing.until].join("|");
    case "not-me":
      return thing.what;
    default:
      return thing satisfies never;
  }
}

/** The thing that was kept so; null for a code of a later release. */
export function thingOf(code: string): Thing | null {
  const [what, one = "", other = ""] = code.split("|");
  switch (what) {
    case "done":
    case "another-date":
      return { what, academicYear: one, commitment: other };
    case "place":
      return { what, prospectus: one, respondBy: other };
    case "next-year":
    case "not-next-year":
      return { what, prospectus: one };
    case "no-reminders":
      return { what, until: one };
    case "not-me":
      return { what };
    default:
      return null;
  }
}

/**
 * What this reader can answer from a letter as things stand at `at` (UTC), in the order in which the letter has it:
 * what it asks first, then another date for it; last, no more reminders, and that they are not the contact. `person`:
 * the reader's opaque id.
 */
export function thingsOf(state: Journey, person: string, asks: Asks, at: Instant): Thing[] {
  if (state.status === "none") return [];
  const year = yearUnderWay(state);
  const codes = new Set(asks.commitments ?? []);
  const ofYear = (what: "done" | "another-date"): Thing[] =>
    [...codes].map((commitment) => ({ what, academicYear: year?.academicYear ?? "", commitment }));
  const until = endOfReminders(state, at);
  const all: Thing[] = [
    ...(asks.place && state.status === "offered"
      ? [{ what: "place" as const, prospectus: state.application.prospectus, respondBy: state.offer.respondBy }]
      : []),
    ...(asks.nextYear && state.invitation ? ofInvitation(state.invitation) : []),
    ...ofYear("done"),
    ...ofYear("another-date"),
    ...(asks.reminds && until !== null ? [{ what: "no-reminders" as const, until }] : []),
    { what: "not-me" },
  ];
  return all.filter((thing) => standingOf(state, person, thing, at) === "open");
}

const ofInvitation = ({ prospectus }: { prospectus: string }): Thing[] => [
  { what: "next-year", prospectus },
  { what: "not-next-year", prospectus },
];

/** To when somebody who wants none gets no reminders: the end of this term, or between terms of the one that comes. */
function endOfReminders(state: Begun, at: Instant): LocalDate | null {
  const today = localDate(at);
  const ends = yearUnderWay(state)?.reminders.map(({ termEndsOn }) => termEndsOn) ?? [];
  return ends.filter((day) => today <= day).sort()[0] ?? null;
}

/**
 * Whether a thing can still be answered: `settled` once it is, `over` when its day to answer has passed. Whether the
 * reader is still one of the school's people, `partOf` says.
 */
export type Standing = "open" | "settled" | "over";

export function standingOf(state: Begun, person: string, thing: Thing, at: Instant): Standing {
  switch (thing.what) {
    case "done":
    case "another-date": {
      const found = owed(state, thing);
      if (found === null) return "over";
      if (found.status !== "open" && found.status !== "missed") return "settled";
      if (thing.what === "done") return maySayDone(state, person, found) ? "open" : "over";
      if (!mayAskForDate(found)) return "over";
      return dateAsked(state, dateTask(thing.academicYear, thing.commitment)) ? "settled" : "open";
    }
    case "place":
      return ofPlace(state, thing, at);
    case "next-year":
    case "not-next-year":
      return ofNextYear(state, thing, at);
    case "no-reminders":
      if (spared(state, at).has(person)) return "settled";
      return yearUnderWay(state) !== null && localDate(at) <= thing.until ? "open" : "over";
    case "not-me":
      return notContacts(state).has(person) ? "settled" : "open";
    default:
      return thing satisfies never;
  }
}

function ofPlace(state: Begun, thing: Extract<Thing, { what: "place" }>, at: Instant): Standing {
  if (state.status === "offered") {
    const same = state.application.prospectus === thing.prospectus && state.offer.respondBy === thing.respondBy;
    return same && localDate(at) <= thing.respondBy ? "open" : "over";
  }
  const answered = state.status === "accepted" || state.status === "participating" || state.status === "declined";
  return answered ? "settled" : "over";
}

function ofNextYear(state: Begun, { prospectus }: { prospectus: string }, at: Instant): Standing {
  if (state.status !== "participating" && state.status !== "completed") return "over";
  if (state.invitation?.prospectus === prospectus) return "open";
  const confirmed = state.status === "participating" && state.next?.prospectus === prospectus;
  // A no is one, until no answer would be taken any more.
  const year = prospectus.slice(0, prospectus.indexOf("/")).replaceAll("-", "/");
  const declined = state.stopsBefore === year && localDate(at) <= settledBy(year);
  return confirmed || declined ? "settled" : "over";
}

/** The commitment, in its year and no other. */
export function owed(state: Begun, thing: { academicYear: string; commitment: string }): Commitment | null {
  const year = yearUnderWay(state);
  if (year === null || year.academicYear !== thing.academicYear) return null;
  return year.commitments.find(({ code, by }) => code === thing.commitment && by === "school") ?? null;
}

/** Days of release are said by the teacher who had them: nobody else's name stands on a page without a sign-in. */
function maySayDone(state: Begun, person: string, { kind }: Commitment): boolean {
  if (!SAID_DONE.includes(kind)) return false;
  return kind !== "release-days" || teachersNow(state).some((one: Participant) => one.id === person);
}

/**
 * As what somebody belongs to this school now: a teacher's role, headteacher, or who applied; null where they do not
 * any more. `contact`: the roles that the address book has them in; `known`: whether somebody has not been erased.
 */
export function partOf(
  state: Begun,
  person: string,
  contact: readonly string[],
  known: (person: string) => boolean = () => true,
): Recipient | null {
  const teacher = state.participants.find((one) => one.id === person && !one.left);
  if (teacher) return teacher.role;
  const { headteacherContact } = state.school;
  if (headteacherContact === person) return "headteacher";
  if (headteacherContact === undefined && contact.includes("headteacher")) return "headteacher";
  const latest = state.applicants.find(known);
  return latest === person || (latest === undefined && contact.includes("applicant")) ? "applicant" : null;
}

/**
 * A letter with the links by which it is answered: those for what it asks before all else that it says, those that end
 * letters after it. `urls`: of things by their code, as linksFor (libs/people/answer-links.ts) answers; a thing without
 * one has no link. `school`: its name, for who has letters of more than one.
 */
export function withAnswers<L extends Printed>(
  letter: L,
  state: Journey,
  things: readonly Thing[],
  urls: ReadonlyMap<string, string>,
  school: string,
): L {
  const link = (thing: Thing): Block[] => {
    const href = urls.get(codeOf(thing));
    const text = state.status === "none" ? null : wordsOf(state, thing, school);
    return href === undefined || text === null ? [] : [{ kind: "link", text, href }];
  };
  const isLast = ({ what }: Thing): boolean => what === "no-reminders" || what === "not-me";
  const first = things.filter((one) => !isLast(one)).flatMap(link);
  return { ...letter, blocks: [...first, ...letter.blocks, ...things.filter(isLast).flatMap(link)] };
}

function wordsOf(state: Begun, thing: Thing, school: string): string | null {
  switch (thing.what) {
    case "done":
    case "another-date": {
      const found = owed(state, thing);
      if (found === null) return null;
      const name = commitmentName(found, "the");
      return thing.what === "done" ? `It is done: ${name} (${school})` : `Ask for another date: ${name} (${school})`;
    }
    case "place":
      return `Accept or decline the place for ${school}, by ${dateWithWeekday(thing.respondBy)}`;
    case "next-year":
      return `Say that ${school} goes on next year, and who its teachers are`;
    case "not-next-year":
      return `Say that ${school} does not go on next year`;
    case "no-reminders":
      return `No more reminders to me about ${school} this term`;
    case "not-me":
      return `I am not the person to write to about ${school}`;
    default:
      return thing satisfies never;
  }
}
