// Who was written to, and how often, by the events of a journey: people, not the roles that they had at the time.

import { academicYearOf } from "../../libs/calendar/academic-years.ts";
import { localDate, type Instant } from "../../libs/calendar/instants.ts";
import type { Recorded } from "../../libs/journey/events.ts";
import { evolve, NOTHING } from "../../libs/journey/evolve.ts";
import { whoGets } from "../../libs/journey/gather.ts";
import type { Begun, Journey } from "../../libs/journey/state.ts";

/** The journey before each of its events, and after it. */
export interface Step {
  event: Recorded;
  before: Journey;
  after: Journey;
}

/** A life, event by event. */
export function stepsOf(events: readonly Recorded[]): Step[] {
  let state: Journey = NOTHING;
  return events.map((event) => {
    const before = state;
    state = evolve(state, event);
    return { event, before, after: state };
  });
}

/** That somebody has one event told, and in which letter (the seq of its LettersDue). */
export interface Told {
  person: string;
  tells: number;
  at: Instant;
  cause: string;
  letter: number;
}

/** Who has had which event told. */
export function toldIn(steps: readonly Step[]): Told[] {
  return steps.flatMap(({ event, before }) =>
    event.type !== "LettersDue" || before.status === "none"
      ? []
      : event.letters.flatMap((letter) =>
          whoGets(before as Begun, letter).flatMap((person) =>
            letter.tells.map((tells) => ({ person, tells, at: event.at, cause: letter.cause, letter: event.seq })),
          ),
        ),
  );
}

/** Who had more than one letter of what time brings on a day, or more than twelve that remind or chase in a year. */
export function tooOften(told: readonly Told[]): string[] {
  const [days, years] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()];
  const note = (where: Map<string, Set<number>>, key: string, letter: number): void =>
    void where.set(key, (where.get(key) ?? new Set()).add(letter));
  for (const { person, at, cause, letter } of told) {
    if (cause === "news") continue;
    note(days, `${person} ${localDate(at)}`, letter);
    if (cause !== "announcement") note(years, `${person} ${academicYearOf(localDate(at))}`, letter);
  }
  const over = (where: Map<string, Set<number>>, most: number): string[] =>
    [...where].flatMap(([key, letters]) => (letters.size > most ? [`${key}: ${letters.size}`] : []));
  return [...over(days, 1), ...over(years, 12)];
}
