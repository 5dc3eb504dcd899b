// What stands with a hub on a morning, what of it the letter of that morning lists, and in whose letter.

import { addDays, weekday } from "../calendar/dates.ts";
import { localDate, startOfDay, type Instant, type LocalDate } from "../calendar/instants.ts";

/** The most urgent first; whatever is overdue comes before all. */
export const MORNING_CAUSES = [
  "decision",
  "session",
  "register",
  "change",
  "came-back",
  "application",
  "answer",
  "note",
  "money",
] as const;
export type MorningCause = (typeof MORNING_CAUSES)[number];

/** Who at a hub has a morning letter. */
export const STAFF_ROLES = ["hub-lead", "hub-coordinator", "finance-officer", "work-group-lead"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

/**
 * One thing that stands with a hub, mostly of one school. `code`: things of one Work Group and cause with the same code
 * are one line. `about`: what it is about, as a script knows it. `since`: when it came about. `dueOn`: the last day to
 * settle it. `page`: where at the console it is settled; `together`: where several of its line are. `promisedFor`: by
 * when what was missed had been promised.
 */
export interface MorningThing {
  cause: MorningCause;
  code: string;
  about: string;
  what: string;
  workGroup: string | null;
  since: Instant;
  dueOn: LocalDate | null;
  school: string | null;
  choices: readonly string[];
  page: string;
  together: string;
  pence?: number;
  /** Whose it is, by an opaque id, and since when: told to them as new. */
  assignee?: string | null;
  givenAt?: Instant | null;
  promisedFor?: LocalDate;
  /** It comes of what the reader did: no letter is written for it alone, but once a month while it waits. */
  quiet?: true;
  /** Who leads its Work Group has heard of it at once. */
  atOnce?: true;
}

/** Of which moment a morning is, and of which the one before it was. */
export interface MorningTime {
  at: Instant;
  since: Instant;
}

/**
 * `count`: how many things are listed now; `schools`: those of whom they are; `before`: how many more of the same wait since earlier mornings.
 * `promisedFor`: null where it was another day for some of them.
 */
export interface MorningLine {
  cause: MorningCause;
  about: string;
  what: string;
  workGroup: string | null;
  overdue: boolean;
  dueOn: LocalDate | null;
  count: number;
  schools: readonly string[];
  before: number;
  choices: readonly string[];
  page: string;
  pence: number | null;
  promisedFor: LocalDate | null;
}

/** `cause`: `reminder` where nothing is new. `beside`: lines that wait and are not listed, so many of them overdue. */
export interface Morning {
  cause: "news" | "reminder";
  lines: readonly MorningLine[];
  beside: { lines: number; overdue: number };
}

/** A last day that comes so many days after a task is said with the task itself. Assumption. */
const DAYS_TO_KEEP_IN_MIND = 9;
/** Nobody is written to again, within so many days, for what waits alone. Assumption. */
const DAYS_OF_QUIET = 7;

/** Longer than this nobody reads before a day begins; the rest is behind the link. Assumption. */
const MOST_LINES = 30;

/**
 * What the letter of a morning lists, the most urgent first; null where there is no letter. All of it is an assumption:
 * a thing is listed on the morning after it came about, on its last day where that is not soon after, and on the
 * morning after that, when it is overdue. What is overdue, or waits without a day, is listed once more on the first
 * morning of a week, inside a letter that goes anyway; on the first morning of a month it is reason enough for one,
 * unless it was told within the week before. So nobody reads the same list daily, and a person has at most twelve
 * letters a year that only remind. All else that waits is counted.
 */
export function morningOf(things: readonly MorningThing[], time: MorningTime): Morning | null {
  const news = things.some((thing) => isNews(thing, time));
  const again = news
    ? isFirstOf("month", time) || isFirstOf("week", time)
    : isFirstOf("month", time) && things.some((thing) => stands(thing, time) && !isRecent(thing, time));
  const lists = (thing: MorningThing): boolean => isNews(thing, time) || (again && stands(thing, time));
  const listed: MorningLine[] = [];
  const beside = { lines: 0, overdue: 0 };
  const passOver = (overdue: boolean): void => {
    beside.lines += 1;
    beside.overdue += overdue ? 1 : 0;
  };
  for (const alike of byLine(things)) {
    const now = alike.filter(lists);
    if (now.length > 0) listed.push(lineOf(now, alike.length - now.length, time));
    else passOver(alike.some((thing) => isOverdue(thing, time)));
  }
  if (listed.length === 0) return null;
  const ordered = listed.sort(byUrgency);
  for (const { overdue } of ordered.slice(MOST_LINES)) passOver(overdue);
  return { cause: news ? "news" : "reminder", lines: ordered.slice(0, MOST_LINES), beside };
}

/** All that stands, one line a Work Group and cause, the overdue first. */
export const allLines = (things: readonly MorningThing[], time: MorningTime): MorningLine[] =>
  byLine(things)
    .map((alike) => lineOf(alike, 0, time))
    .sort(byUrgency);

/** Whether a morning may list a thing at all: what it says of the others is their number. */
export function mayBeListed(thing: MorningThing, time: MorningTime): boolean {
  return isNews(thing, time) || (stands(thing, time) && (isFirstOf("week", time) || isFirstOf("month", time)));
}

/**
 * When a thing is told by itself: as it comes about or is given to its reader, on its last day if that is not soon, and
 * when that is over.
 */
function turnsOf({ since: cameAbout, givenAt, dueOn, quiet }: MorningThing): Instant[] {
  if (quiet) return [];
  const since = givenAt ?? cameAbout;
  if (dueOn === null) return [since];
  const soon = dueOn <= addDays(localDate(since), DAYS_TO_KEEP_IN_MIND);
  return [since, ...(soon ? [] : [startOfDay(dueOn)]), startOfDay(addDays(dueOn, 1))];
}

const isNews = (thing: MorningThing, time: MorningTime): boolean =>
  turnsOf(thing).some((turn) => time.since < turn && turn <= time.at);

/** It came about, or was told, within the days of quiet. */
function isRecent(thing: MorningThing, { at }: MorningTime): boolean {
  const from = startOfDay(addDays(localDate(at), -DAYS_OF_QUIET));
  return [thing.since, ...turnsOf(thing)].some((turn) => from <= turn && turn <= at);
}

const isOverdue = ({ dueOn }: MorningThing, { at }: MorningTime): boolean => dueOn !== null && dueOn < localDate(at);

/** It waits, and its day is over or was never set: an answer, a session and a change are said once. */
function stands(thing: MorningThing, time: MorningTime): boolean {
  if (thing.cause === "answer" || thing.cause === "session" || thing.cause === "change") return false;
  return thing.dueOn === null || isOverdue(thing, time);
}

/** By the morning before, so that one that was missed is made up by the next. */
function isFirstOf(what: "week" | "month", { at, since }: MorningTime): boolean {
  const [day, before] = [localDate(at), localDate(since)];
  return what === "month" ? before.slice(0, 7) !== day.slice(0, 7) : before < addDays(day, 1 - weekday(day));
}

function byLine(things: readonly MorningThing[]): MorningThing[][] {
  const lines = new Map<string, MorningThing[]>();
  for (const thing of things) {
    const key = JSON.stringify([thing.workGroup, thing.cause, thing.code]);
    lines.set(key, [...(lines.get(key) ?? []), thing]);
  }
  return [...lines.values()];
}

function lineOf(now: readonly MorningThing[], before: number, time: MorningTime): MorningLine {
  const [first, ...others] = now as [MorningThing, ...MorningThing[]];
  const { cause, about, what, workGroup } = first;
  const days = now.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort();
  const pence = now.reduce((sum, one) => sum + (one.pence ?? 0), 0);
  return {
    cause,
    about,
    what,
    workGroup,
    overdue: now.some((thing) => isOverdue(thing, time)),
    dueOn: days[0] ?? null,
    count: now.length,
    schools: [...new Set(now.flatMap(({ school }) => (school === null ? [] : [school])))].sort(),
    before,
    choices: first.choices.filter((choice) => others.every(({ choices }) => choices.includes(choice))),
    page: others.length + before === 0 ? first.page : first.together,
    pence: pence === 0 ? null : pence,
    promisedFor: others.every((one) => one.promisedFor === first.promisedFor) ? (first.promisedFor ?? null) : null,
  };
}

function byUrgency(a: MorningLine, b: MorningLine): number {
  const place = ({ overdue, cause, dueOn, workGroup, what }: MorningLine): string =>
    [overdue ? 0 : 1, overdue ? 0 : MORNING_CAUSES.indexOf(cause), dueOn ?? "9999", workGroup ?? "", what].join("~");
  return place(a) < place(b) ? -1 : 1;
}

/** Whose it is, the first that a hub has; where it has none of them, all is for its first. */
const OWNERS: Readonly<Record<MorningCause, readonly StaffRole[]>> = {
  decision: ["hub-lead", "hub-coordinator"],
  session: ["work-group-lead", "hub-lead", "hub-coordinator"],
  register: ["work-group-lead", "hub-lead", "hub-coordinator"],
  change: ["work-group-lead", "hub-coordinator", "hub-lead"],
  "came-back": ["hub-coordinator", "hub-lead"],
  application: ["hub-coordinator", "hub-lead"],
  answer: ["hub-coordinator", "hub-lead"],
  note: ["hub-coordinator", "hub-lead"],
  money: ["finance-officer", "hub-lead", "hub-coordinator"],
};

/**
 * One to whom a hub's letters go: `ids` by which a task may be given to them, `roles` that they have, `leads`: the Work
 * Groups that they lead.
 */
export interface Staff {
  ids?: readonly string[];
  roles: readonly StaffRole[];
  leads: readonly string[];
}

const isTheirs = (assignee: string | null, { ids = [] }: Staff): boolean => assignee !== null && ids.includes(assignee);

/** The things of `things` that go to one of `staff`; that it was given is told to nobody else. */
export const thingsFor = <S extends Staff>(
  things: readonly MorningThing[],
  staff: readonly S[],
  to: S,
): MorningThing[] =>
  things
    .filter((thing) => ownerOf(thing, staff) === to)
    .map((thing) => (isTheirs(thing.assignee ?? null, to) ? thing : { ...thing, givenAt: null }));

/**
 * To whom of a hub's staff a thing goes: to one alone, so that it is somebody's; to whom it was given, where a letter
 * can reach them. Undefined for a hub without any.
 */
export function ownerOf<S extends Staff>(
  { cause, workGroup, assignee = null }: Pick<MorningThing, "cause" | "workGroup" | "assignee">,
  staff: readonly S[],
): S | undefined {
  const theirs = assignee === null ? undefined : staff.find((one) => isTheirs(assignee, one));
  if (theirs) return theirs;
  const holds = (one: S, role: StaffRole): boolean =>
    role === "work-group-lead" ? workGroup !== null && one.leads.includes(workGroup) : one.roles.includes(role);
  for (const role of OWNERS[cause]) {
    const found = staff.find((one) => holds(one, role));
    if (found) return found;
  }
  return staff[0];
}
