// The forward calendar of a journey: everything that will happen by itself if nobody does anything, and what would
// cancel it. It is found by letting time pass on a copy of the state, with the service's own rules: nothing is
// predicted that would not happen.

import { academicYearOf } from "../../calendar/academic-years.ts";
import { endOfDay, localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Arranged } from "../../journey/arranged.ts";
import { timePasses, timePassesUntold } from "../../journey/decide.ts";
import type { Passed } from "../../journey/decide/time.ts";
import type { Rules } from "../../journey/rules.ts";
import { chaseable, nextUp } from "../../journey/due.ts";
import type { EventType, JourneyEvent } from "../../journey/events.ts";
import { ALL_BY_CODE, sentenceOf, type Naming, type NamingOf } from "../../journey/sentences.ts";
import { step } from "../../journey/settle.ts";
import { yearUnderWay, type Commitment, type Journey, type StageYear } from "../../journey/state.ts";
import { KeptAhead, type Stretch } from "./kept-ahead.ts";
import { cancelsOwed, UNLESS } from "./unless.ts";

/** `owed`: a promise falls due on that day. `by-itself`: the service does something at that instant. */
export type ForeseenKind = "owed" | "by-itself";

/**
 * One entry: `at` its instant (UTC; of what is owed the end of the day), `on` its day in London, `says` what happens,
 * `unless` what would cancel it.
 */
export interface Foreseen {
  kind: ForeseenKind;
  at: Instant;
  on: LocalDate;
  what: EventType | "CommitmentDue";
  /** Which of its kind it is, within its journey: the same wherever it is moved. */
  thing: string;
  commitment: string | null;
  by: "school" | "hub" | null;
  says: string;
  unless: string;
  /** Of a session: its times, place and link, so far as they are known. */
  held?: Arranged;
}

/** Time alone brings a journey to rest well before this many steps. */
export const MOST_STEPS = 1_000;

/**
 * What lies ahead of a journey in a stretch of time, in order; what is overdue at its beginning comes first, dated
 * then. Nothing of it is certain: it is what holds if no command comes. A journey that waits for a person alone has
 * nothing ahead. `namingOf`: how whoever reads it calls what it names by code.
 */
export function forward(state: Journey, rules: Rules, stretch: Stretch, namingOf: NamingOf = ALL_BY_CODE): Foreseen[] {
  return foreseenIn(state, timeAlone(state, rules, stretch), stretch, namingOf);
}

/** The same of what time alone has been found to bring to a journey in a stretch of time. */
export function foreseenIn(
  state: Journey,
  brought: readonly JourneyEvent[],
  { from, until }: Stretch,
  namingOf: NamingOf = ALL_BY_CODE,
): Foreseen[] {
  const nameIn = (journey: Journey): Naming => namingOf(yearUnderWay(journey)?.commitments ?? []);
  const found = owedIn(yearUnderWay(state), nameIn(state), from, until);
  let now = state;
  for (const event of brought) {
    found.push(...entriesOf(event, nameIn(now)));
    now = step(now, event);
    if (event.type === "StageStarted") found.push(...owedIn(yearUnderWay(now), nameIn(now), event.at, until));
  }
  return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/**
 * The events that time alone would bring to a journey in a stretch of time; what is overdue at its beginning is dated
 * then.
 */
export function timeAlone(state: Journey, rules: Rules, stretch: Stretch): readonly JourneyEvent[] {
  const events = BROUGHT.of(state, rules, stretch, () => {
    const found = allBrought(state, rules, stretch, timePasses);
    return { first: found[0]?.at ?? null, found };
  });
  return events.filter(({ at }) => at <= stretch.until);
}
const BROUGHT = new KeptAhead<readonly JourneyEvent[]>();

/**
 * The same events but for the letters that tell of them, and when they are told: no rule goes by a letter. For who
 * counts what comes to many journeys, as every other moment of a year is a letter's.
 */
export function timeAloneUntold(state: Journey, rules: Rules, stretch: Stretch): readonly JourneyEvent[] {
  if (state.status === "none") return [];
  return allBrought({ ...state, unsaid: [] }, rules, stretch, timePassesUntold);
}

function allBrought(state: Journey, rules: Rules, stretch: Stretch, passes: typeof timePasses): JourneyEvent[] {
  const found: JourneyEvent[] = [];
  let now = state;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const brought = nextPassed(now, rules, stretch, passes);
    if (brought === null) break;
    now = brought.after;
    found.push(...brought.events);
  }
  return found;
}

/** What time alone brings next, all of it at one instant; nothing, where that is not by the end of the stretch. */
export function nextBrought(state: Journey, rules: Rules, stretch: Stretch): readonly JourneyEvent[] {
  return nextPassed(state, rules, stretch, timePasses)?.events ?? [];
}

/** The same with how the journey stands then; null where it is nothing. */
function nextPassed(
  state: Journey,
  rules: Rules,
  { from, until, atHand }: Stretch,
  passes: typeof timePasses,
): Passed | null {
  const next = nextUp(state);
  if (next === null || state.status === "none") return null;
  const at = latest(next.at, state.lastAt, from);
  if (at > until) return null;
  const passed = passes(state, at, rules, atHand);
  return passed.events.length === 0 ? null : passed;
}

function entriesOf(event: JourneyEvent, name: Naming): Foreseen[] {
  const unless = UNLESS[event.type];
  if (unless === undefined) return [];
  const commitment = "commitment" in event ? event.commitment : null;
  return [
    {
      kind: "by-itself",
      at: event.at,
      on: localDate(event.at),
      what: event.type,
      thing: thingOf(event),
      commitment,
      by: null,
      says: sentenceOf(event, name),
      unless,
    },
  ];
}

/** What tells one event of a type from the next, but for its time: the year, and which of that year. */
function thingOf(event: JourneyEvent): string {
  const said = new Map<string, unknown>(Object.entries(event));
  const which = ["commitment", "level", "term", "task", "concern", "prospectus"].flatMap(
    (name) => said.get(name) ?? [],
  );
  return [event.type, academicYearOf(localDate(event.at)), ...which.map(String)].join("/");
}

/** What falls due in the stage-year, so far as it is still open: an entry a commitment, on its day. */
function owedIn(year: StageYear | null, name: Naming, from: Instant, until: Instant): Foreseen[] {
  if (!year) return [];
  return year.commitments
    .filter((one) => one.status === "open")
    .map((one) => owed(year, one, name))
    .filter(({ at }) => at >= from && at <= until);
}

function owed(year: StageYear, commitment: Commitment, name: Naming): Foreseen {
  const { code, by, dueOn, after } = commitment;
  const hangs = after !== null && !chaseable(year, commitment) ? `, once ${name.commitment(after)} has been held` : "";
  return {
    kind: "owed",
    at: endOfDay(dueOn),
    on: dueOn,
    what: "CommitmentDue",
    thing: ["CommitmentDue", year.academicYear, code].join("/"),
    commitment: code,
    by,
    says: `Due from the ${by}${hangs}: ${name.commitment(code)}.`,
    unless: cancelsOwed(by),
    ...(commitment.arranged && { held: commitment.arranged }),
  };
}

function latest(...instants: Instant[]): Instant {
  return instants.reduce((a, b) => (a > b ? a : b));
}
