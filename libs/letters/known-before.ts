// What people knew before something changed: of what changed twice within ten minutes they know nothing but the last.

import { localDate, type LocalDate } from "../calendar/instants.ts";
import type { JourneyEvent, Recorded } from "../journey/events.ts";
import type { StageYear } from "../journey/state.ts";
import type { KeptHeld } from "./held.ts";

/** What changes within so many seconds is told as one. */
const TOLD_AS_ONE = 600;

/** How a session, or a visit, stood: with its day, or called off. */
export interface Before {
  held: KeptHeld | null;
  off: boolean;
}

/** The number of the event by which a stage-year began; 0 where it is not among them. */
export function beganWith(events: readonly Recorded[], { academicYear }: StageYear): number {
  return events.findLast((one) => one.type === "StageStarted" && one.academicYear === academicYear)?.seq ?? 0;
}

/** The events since a stage-year began, that one included, up to an event and without it. */
function inYear(events: readonly Recorded[], year: StageYear, until: number): Recorded[] {
  const began = beganWith(events, year);
  return events.filter(({ seq }) => seq >= began && seq < until);
}

/** Skips what was changed again before anybody was told. `all`: the changes, oldest first, `last` not among them. */
function lastTold<C extends { at: string }>(all: readonly C[], last: { at: string }): C | null {
  let { at } = last;
  for (const one of all.toReversed()) {
    if ((Date.parse(at) - Date.parse(one.at)) / 1000 > TOLD_AS_ONE) return one;
    at = one.at;
  }
  return null;
}

/** How a session stood for those who take part, before an event about it; null where they knew of none. */
export function sessionBefore(
  events: readonly Recorded[],
  year: StageYear,
  { seq, at, session }: { seq: number; at: string; session: string },
): Before | null {
  const changes = inYear(events, year, seq).flatMap((one) => changeOf(one, session));
  const planned = changes.filter(({ told }) => told);
  return (
    lastTold(
      changes.filter(({ told }) => !told),
      { at },
    ) ??
    planned.at(-1) ??
    null
  );
}

/** `told`: with the year, or with the group that the school came to. */
type Change = Before & { at: string; told: boolean };

function changeOf(event: JourneyEvent, session: string): Change[] {
  const { at } = event;
  const is = (held: KeptHeld | null, told = false): Change[] => [{ at, held, off: held === null, told }];
  switch (event.type) {
    case "StageStarted": {
      const promised = event.commitments.find(({ code }) => code === session);
      return promised ? is({ on: promised.dueOn }, true) : [];
    }
    case "SessionScheduled":
    case "SessionMoved":
      return event.session === session ? is(event) : [];
    case "SessionCancelled":
      return event.session === session ? is(null) : [];
    case "CommitmentRescheduled":
      return event.commitment === session && event.reasonId !== undefined ? is({ on: event.dueOn }) : [];
    default:
      return [];
  }
}

/** The day for which a visit was agreed before; null where none was. */
export function visitBefore(
  events: readonly Recorded[],
  year: StageYear,
  { seq, at, commitment }: { seq: number; at: string; commitment: string },
): LocalDate | null {
  const booked = inYear(events, year, seq).flatMap((one) =>
    one.type === "SupportVisitBooked" && one.commitment === commitment ? [one] : [],
  );
  return lastTold(booked, { at })?.on ?? null;
}

/** By when something was due before, in the year. */
export function dueBefore(
  events: readonly Recorded[],
  year: StageYear,
  { seq, commitment }: { seq: number; commitment: string },
): LocalDate | null {
  const days = inYear(events, year, seq).flatMap((one): LocalDate[] => {
    if (one.type === "StageStarted") return one.commitments.filter((c) => c.code === commitment).map((c) => c.dueOn);
    if (one.type === "CommitmentRescheduled" && one.commitment === commitment) return [one.dueOn];
    return [];
  });
  return days.at(-1) ?? null;
}

/** The day, before this letter, on which the hub said that a year did not come out as it might have. */
export function decidedBefore(
  { event, events }: { event: Recorded; events: readonly Recorded[] },
  year: StageYear,
): LocalDate | null {
  const said = events.findLast(
    (one) =>
      one.seq > beganWith(events, year) &&
      ((one.type === "ReadinessConfirmed" && year.readinessAsked) ||
        (one.type === "CompletionConfirmed" && one.academicYear === year.academicYear)),
  );
  const on = said === undefined ? null : localDate(said.at);
  return on !== null && on < localDate(event.at) ? on : null;
}
