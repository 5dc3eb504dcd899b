// What the made-up school and hub of a rehearsal see, and what they may do: moves, each at most once, and none that the
// script keeps for itself.

import { academicYearOf, firstDay, lastDay } from "../calendar/academic-years.ts";
import { addDays, weekday } from "../calendar/dates.ts";
import { instantAt, isLocalDate, localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import type { Prospectus } from "../prospectus/prospectus.ts";
import type { Rules } from "../journey/rules.ts";
import type { EventOf, EventType, Recorded } from "../journey/events.ts";
import type { Journey, StageYear } from "../journey/state.ts";
import type { WireName } from "../journey/wire.ts";
import type { Rehearsal, ScriptEntry } from "./file.ts";

/**
 * All that is known at a moment of a rehearsal. `events` and `state` are of the journey so far; `script` is in order of
 * time.
 */
export interface Scene {
  rehearsal: Rehearsal;
  rules: Rules;
  state: Journey;
  events: readonly Recorded[];
  now: Instant;
  script: readonly ScriptEntry[];
}

/**
 * Something the school or the hub would do. `key` says what it is about: a move with the same key is made once. `at` in
 * the past means at once. `who` tells people apart where a rule does.
 */
export interface Move {
  key: string;
  at: Instant;
  command: WireName;
  with: Readonly<Record<string, unknown>>;
  who?: string;
}

/**
 * `time` in London, `days` after the day of `instant`; where that is a weekend, on the weekday beside it, still after
 * `instant`.
 */
export function daysAfter(instant: Instant, days: number, time: string): Instant {
  const day = addDays(localDate(instant), days);
  const then = instantAt(weekday(day) === 6 ? addDays(day, -1) : weekday(day) === 7 ? addDays(day, 1) : day, time);
  return then > instant ? then : instantAt(addDays(day, 2), time);
}

/** The latest event of a type, or null. */
export function latest<T extends EventType>(scene: Scene, type: T): Recorded<EventOf<T>> | null {
  const found = scene.events.findLast((event) => event.type === type);
  return (found as Recorded<EventOf<T>> | undefined) ?? null;
}

/** The prospectus of a stage-year under way. Throws where the catalogue has lost it. */
export function prospectusOf(scene: Scene, year: StageYear): Prospectus {
  const prospectus = scene.rules.catalogue.get(year.prospectus);
  if (prospectus === null) throw new Error(`There is no prospectus ${year.prospectus}.`);
  return prospectus;
}

/** The later of instants or dates. */
export function later<T extends string>(first: T, ...others: T[]): T {
  return others.reduce((latestYet, each) => (each > latestYet ? each : latestYet), first);
}

const ENDINGS: readonly WireName[] = [
  "WithdrawSchool",
  "WithdrawApplication",
  "DeclineOffer",
  "DeclineApplication",
  "RedirectApplication",
];

/**
 * What the script says during the application that stands: from the application before it (or the beginning) to the
 * next one that the script makes after ending this one. A command among these, earlier or later, is the script's to
 * give.
 */
export function scriptOfApplication(scene: Scene): readonly ScriptEntry[] {
  const applied = scene.events.filter((event) => event.type === "ApplicationSubmitted");
  const from = applied.length > 1 ? (applied.at(-1)?.at ?? "") : "";
  const submitted = applied.at(-1)?.at ?? "";
  const since = scene.script.filter((entry) => entry.at >= from);
  const ending = since.findIndex((entry) => entry.at >= submitted && ENDINGS.includes(entry.command));
  const next =
    ending === -1 ? -1 : since.findIndex((entry, index) => index > ending && entry.command === "SubmitApplication");
  return next === -1 ? since : since.slice(0, next);
}

/** Does the script give one of these commands during the application that stands? */
export function scriptApplies(scene: Scene, ...commands: WireName[]): boolean {
  return scriptOfApplication(scene).some((entry) => commands.includes(entry.command));
}

/**
 * What the script says in an academic year, by the day it is about (`with.on`, where given, else the day it is said).
 */
export function scriptOfYear(scene: Scene, academicYear: string, ...commands: WireName[]): readonly ScriptEntry[] {
  const [from, to] = [firstDay(academicYear), lastDay(academicYear)];
  return scene.script.filter((entry) => {
    const day = dayOf(entry);
    return commands.includes(entry.command) && from <= day && day <= to;
  });
}

/** The day that a line of the script is about. */
export function dayOf(entry: ScriptEntry): LocalDate {
  const on = entry.with["on"];
  return typeof on === "string" && isLocalDate(on) ? on : localDate(entry.at);
}

/** What the script says of the grant of a stage-year: it names the year, or else speaks in it. */
export function scriptOfGrant(scene: Scene, academicYear: string, ...commands: WireName[]): boolean {
  return scene.script.some((entry) => {
    const named = entry.with["academicYear"];
    return commands.includes(entry.command) && (named ?? academicYearOf(localDate(entry.at))) === academicYear;
  });
}
