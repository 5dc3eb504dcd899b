// One letter a person: what is to be told is gathered, the most urgent first, within the bounds of how often somebody
// is written to.

import { academicYearOf } from "../calendar/academic-years.ts";
import { addDays } from "../calendar/dates.ts";
import { localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { schoolDayAt9, type SchoolCalendar } from "../calendar/terms.ts";
import type { DueLetter, HeldLetter, LetterCause } from "./event-words.ts";
import type { EventOf, Recipient } from "./events.ts";
import { heldBy } from "./hold.ts";
import { yearUnderWay, type Begun, type Unsaid, type Written } from "./state.ts";
import { spared } from "./said.ts";
import { teachersNow } from "./teachers.ts";

/** Letters that remind or chase, at most, to a person in an academic year (assumption). */
const MOST_A_YEAR = 12;

/** The most urgent first. */
const URGENCY: readonly LetterCause[] = ["chaser", "reminder", "announcement", "news"];
const urgency = ({ cause, dueSoon }: Unsaid): number => URGENCY.indexOf(cause) + (dueSoon ? 0.5 : 0);

const reminds = ({ cause }: { cause: LetterCause }): boolean => cause === "chaser" || cause === "reminder";

/** The people of a role by their opaque ids; the role itself where nobody of it is known. */
function peopleOf(state: Begun, role: Recipient): string[] {
  if (role === "hub-lead") return [role];
  if (role === "applicant") return [state.applicants[0] ?? role];
  if (role === "headteacher") return [state.school.headteacherContact ?? role];
  const named = teachersNow(state).filter((one) => one.role === role);
  return named.length === 0 ? [role] : named.map(({ id }) => id);
}

/** Who gets a letter: by their ids, as far as they are known. */
export function whoGets(
  state: Begun,
  { to, copies = [], not = [], left = [] }: Omit<DueLetter, "cause" | "tells">,
): string[] {
  const all = new Set([...[...to, ...copies].flatMap((role) => peopleOf(state, role)), ...left]);
  return [...all].filter((who) => !not.includes(who));
}

/** May the first of a role still have a letter that reminds or chases this year, after so many others? */
export function hasRoom(state: Begun, role: Recipient, others: number): boolean {
  const [person] = peopleOf(state, role);
  return lettersOf(state, person, localDate(state.lastAt)) + others < MOST_A_YEAR;
}

/** How many letters that remind or chase somebody has had in the academic year of a day. */
function lettersOf({ written }: Begun, person: string | undefined, on: LocalDate): number {
  const had = written.find(({ who }) => who === person);
  return had?.academicYear === academicYearOf(on) ? had.letters : 0;
}

/** When something is next to be told by itself; null where nothing is. */
export function nextToTell({ unsaid }: Begun): Instant | null {
  return unsaid.reduce<Instant | null>((first, { at }) => (at !== null && (!first || at < first) ? at : first), null);
}

/** What is told at an instant, what is held back, and what need not be told any more. */
export function gathered(state: Begun, at: Instant, calendar: SchoolCalendar): EventOf<"LettersDue"> {
  const isReady = (one: Unsaid): boolean => one.at !== null && one.at <= at;
  const told = state.unsaid.filter((one) => (one.at === null || isReady(one)) && holds(state, one, at));
  const shares = everybody(state, told).map((person) => shareOf(state, person, told, isReady, at, calendar));
  // What nobody is told, now or later, is past.
  const passed = state.unsaid
    .filter(isReady)
    .filter((one) => !shares.some(({ tells, held }) => tells.includes(one) || held.some(({ part }) => part === one)))
    .map(({ seq }) => seq);
  const letters = asLetters(state, shares);
  const held = asHeld(shares.flatMap((share) => share.held.map((one) => ({ ...one, who: share.person }))));
  return {
    type: "LettersDue",
    at,
    letters,
    ...(held.length > 0 && { held }),
    ...(passed.length > 0 && { passed }),
  };
}

/** Would it still be true? What only the events know is looked at when the letter is written. */
function holds(state: Begun, { inYear, cause, dueSoon, about, codes }: Unsaid, at: Instant): boolean {
  if (!inYear) return true;
  const year = yearUnderWay(state);
  // Of another year nothing is told, even where it has promises by the same codes.
  if (year === null || !codes.every((code) => code.startsWith(year.academicYear))) return false;
  const of = year.commitments.filter(({ code }) => about.includes(code));
  if (dueSoon) return of.some(({ status, dueOn }) => status === "open" && localDate(at) <= dueOn);
  return cause !== "chaser" || of.some(({ status }) => status === "missed");
}

function everybody(state: Begun, told: readonly Unsaid[]): string[] {
  const roles = new Set(told.flatMap(({ to, copies }) => [...to, ...copies]));
  const left = told.flatMap((one) => one.left ?? []);
  return [...new Set([...[...roles].flatMap((role) => peopleOf(state, role)), ...left])];
}

const isLeft = ({ left = [] }: Unsaid, person: string): boolean => left.includes(person);

/**
 * Who wants no reminders has none, but the rest. Where that is everybody whom it is for, whoever delivers it finds who
 * stands in.
 */
function isSpared(state: Begun, person: string, part: Unsaid, at: Instant): boolean {
  if (!reminds(part)) return false;
  const off = spared(state, at);
  return off.has(person) && part.to.flatMap((role) => peopleOf(state, role)).some((one) => !off.has(one));
}

/** One person's part of it: `tells` is empty where they get no letter now. */
interface Share {
  person: string;
  tells: readonly Unsaid[];
  held: readonly HeldPart[];
}

type HeldPart = { part: Unsaid } & Pick<HeldLetter, "why" | "until" | "hold">;

function shareOf(
  state: Begun,
  person: string,
  told: readonly Unsaid[],
  isReady: (one: Unsaid) => boolean,
  at: Instant,
  calendar: SchoolCalendar,
): Share {
  const mine = told
    .filter(
      (one) =>
        (one.who === null || one.who.includes(person)) &&
        (isLeft(one, person) || [...one.to, ...one.copies].some((role) => peopleOf(state, role).includes(person))),
    )
    .filter((one) => !isSpared(state, person, one, at));
  const today = localDate(at);
  const hadToday = state.written.some(({ who, on }) => who === person && on === today);
  const full = lettersOf(state, person, today) >= MOST_A_YEAR;
  const holdOf = (one: Unsaid) => (isReady(one) && one.cause !== "news" ? heldBy(state.holds, one.codes, at) : null);
  const free = mine.filter((one) => holdOf(one) === null);
  const goes = free.filter((one) => (reminds(one) ? !full && !hadToday : one.cause === "news" || !hadToday));
  const tells = goes.some((one) => isReady(one) && !one.dueSoon) ? goes : [];
  const tomorrow = schoolDayAt9(calendar, addDays(today, 1));
  const held = mine
    .filter((one) => isReady(one) && !tells.includes(one))
    .map((part): HeldPart => {
      const hold = holdOf(part);
      if (hold !== null) return { part, why: "held-by-hub", hold: hold.seq, ...after(hold.until, calendar) };
      if (part.dueSoon && goes.includes(part)) return { part, why: "no-letter" };
      if (reminds(part) && full) return { part, why: "twelve-a-year" };
      return part.dueSoon ? { part, why: "no-letter" } : { part, why: "one-a-day", until: tomorrow };
    });
  return { person, tells: [...tells].sort(mostUrgent), held };
}

const mostUrgent = (a: Unsaid, b: Unsaid): number => urgency(a) - urgency(b) || a.seq - b.seq;

/** What is held to a day is told on the next school day, what is held for good with the next letter that goes. */
const after = (day: LocalDate | null, calendar: SchoolCalendar): { until?: Instant } =>
  day === null ? {} : { until: schoolDayAt9(calendar, addDays(day, 1)) };

/** The same letter to several people is one. */
function asLetters(state: Begun, shares: readonly Share[]): DueLetter[] {
  const all = new Map<string, Share[]>();
  for (const share of shares) {
    if (share.tells.length === 0) continue;
    const isCopy = share.tells.every(({ to }) => !to.some((role) => peopleOf(state, role).includes(share.person)));
    const as = share.tells.some((one) => isLeft(one, share.person)) ? "left" : isCopy ? "copy" : "to";
    const key = `${as} ${share.tells.map(({ seq }) => seq).join(" ")}`;
    all.set(key, [...(all.get(key) ?? []), share]);
  }
  return [...all].map(([key, same]) => {
    const tells = same[0]?.tells ?? [];
    const people = same.map(({ person }) => person);
    const cause = tells[0]?.cause ?? "news";
    const seqs = tells.map(({ seq }) => seq);
    if (key.startsWith("left")) return { to: [], left: people, cause, tells: seqs };
    const roles = [...new Set(tells.flatMap(({ to, copies }) => [...to, ...copies]))].filter((role) =>
      peopleOf(state, role).some((one) => people.includes(one)),
    );
    const not = roles.flatMap((role) => peopleOf(state, role)).filter((one) => !people.includes(one));
    const isCopy = key.startsWith("copy");
    return {
      to: isCopy ? [] : roles,
      ...(isCopy && { copies: roles }),
      ...(not.length > 0 && { not }),
      cause,
      tells: seqs,
    };
  });
}

function asHeld(all: readonly (HeldPart & { who: string })[]): HeldLetter[] {
  const same = new Map<string, HeldLetter>();
  for (const { who, part, why, until, hold } of all) {
    const key = `${part.seq} ${why}`;
    const before = same.get(key)?.who ?? [];
    same.set(key, {
      ...{ who: [...before, who], tells: [part.seq], why },
      ...(until !== undefined && { until }),
      ...(hold !== undefined && { hold }),
    });
  }
  return [...same.values()];
}

/** The letters that the hub held back, as they would have been. `before`: the journey before they were due. */
export function lettersHeld(before: Begun, { held = [] }: Pick<EventOf<"LettersDue">, "held">): DueLetter[] {
  const parts = held.filter(({ why }) => why === "held-by-hub");
  const people = [...new Set(parts.flatMap(({ who }) => who))];
  const toldTo = (person: string): Unsaid[] =>
    before.unsaid.filter(({ seq }) => parts.some(({ who, tells }) => who.includes(person) && tells.includes(seq)));
  return asLetters(
    before,
    people.map((person) => ({ person, tells: toldTo(person).sort(mostUrgent), held: [] })),
  );
}

/** What is still to be told after letters went out. */
export function unsaidAfter(
  unsaid: readonly Unsaid[],
  { letters, held = [], passed = [] }: Pick<EventOf<"LettersDue">, "letters" | "held" | "passed">,
): Unsaid[] {
  return unsaid.flatMap((one): Unsaid[] => {
    if (passed.includes(one.seq)) return [];
    const waits = held.filter(({ tells }) => tells.includes(one.seq));
    const until = waits.find((each) => each.until !== undefined)?.until ?? null;
    const hold = waits.find((each) => each.hold !== undefined)?.hold ?? null;
    if (waits.length > 0) return [{ ...one, at: until, who: waits.flatMap(({ who }) => [...who]), hold }];
    return letters.some(({ tells }) => tells.includes(one.seq)) ? [] : [one];
  });
}

/** How often people were written to, after letters went out `at`. News alone counts for nothing. */
export function writtenAfter(state: Begun, { at, letters }: EventOf<"LettersDue">): Written[] {
  const on: LocalDate = localDate(at);
  const academicYear = academicYearOf(on);
  const now = new Map(state.written.map((one) => [one.who, one]));
  for (const letter of letters) {
    if (letter.cause === "news") continue;
    for (const who of whoGets(state, letter)) {
      const had = now.get(who);
      const before = had?.academicYear === academicYear ? had.letters : 0;
      now.set(who, { who, on, academicYear, letters: before + (reminds(letter) ? 1 : 0) });
    }
  }
  return [...now.values()];
}
