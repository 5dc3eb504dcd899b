// The part of a journey that belongs to one stage-year.

import type { Instant } from "../../calendar/instants.ts";
import type { EventOf, Recorded } from "../events.ts";
import type { Fact } from "./explanation.ts";

/**
 * `fact`: by which it began; `from` and `before`: the seq of its first event, and of the first that is not its own any
 * more.
 */
export interface YearPart {
  fact: Fact;
  started: Recorded<EventOf<"StageStarted">>;
  from: number;
  before: number;
}

/** What had happened by then. */
export function uptoThen(facts: readonly Fact[], asOf: Instant): readonly Fact[] {
  return facts.filter(({ event }) => event.at <= asOf);
}

/** The last stage-year begun that fits; null where none does. */
export function yearOf(
  facts: readonly Fact[],
  fits: (started: EventOf<"StageStarted">, seq: number) => boolean,
): YearPart | null {
  const begun = facts.flatMap((fact) => (fact.event.type === "StageStarted" ? [{ fact, started: fact.event }] : []));
  const found = begun.findLast(({ started }) => fits(started, started.seq));
  if (!found) return null;
  const next = begun[begun.indexOf(found) + 1];
  return { ...found, from: found.started.seq, before: next ? next.started.seq : Infinity };
}

/** The stage-year in which an event of this `seq` happened. */
export function yearAt(facts: readonly Fact[], seq: number): YearPart | null {
  return yearOf(facts, (_started, began) => began <= seq);
}

/** The record that what the event `seq` asked for was done; undefined while it is not. */
export function performed(facts: readonly Fact[], seq: number): Fact | undefined {
  return facts.find(({ event }) => event.type === "EffectPerformed" && event.effect === seq);
}

/** What happened within it. */
export function partOf(facts: readonly Fact[], { from, before }: YearPart): readonly Fact[] {
  return facts.filter(({ event }) => event.seq > from && event.seq < before);
}
