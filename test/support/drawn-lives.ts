// The life of a journey, drawn at random: at each step the first of the commands drawn that is not turned down. Time
// passes between them, and what falls due is done.

import fc from "fast-check";
import { addSeconds, type Instant } from "../../libs/calendar/instants.ts";
import type { Command, CommandName } from "../../libs/journey/commands.ts";
import { decide } from "../../libs/journey/decide.ts";
import { due } from "../../libs/journey/due.ts";
import type { JourneyEvent, Recorded } from "../../libs/journey/events.ts";
import { evolve, NOTHING } from "../../libs/journey/evolve.ts";
import { REJECTION_CODES } from "../../libs/journey/rejection.ts";
import type { Journey } from "../../libs/journey/state.ts";
import { among, draws, MAKE, programme, type Draw } from "./drawn-commands.ts";
import { application, prospectus, RULES } from "./journey.ts";
import { sampled } from "./sampled.ts";

/** How far a life has come, all that happened in it, and what time it is. */
export interface Run {
  state: Journey;
  events: Recorded[];
  now: Instant;
}

function keep(run: Run, events: readonly JourneyEvent[]): void {
  for (const event of events) {
    hold(run.state.status === "none" || event.at >= run.state.lastAt, "time goes back", event);
    const recorded = { ...event, seq: run.events.length + 1 };
    // Each event makes a journey anew: one that gave back the same could not add its marks to it.
    run.state = Object.freeze(evolve(run.state, recorded));
    run.events.push(recorded);
  }
}

function ask(run: Run, name: CommandName, data: unknown, who: number): readonly JourneyEvent[] {
  const command = {
    id: `c${run.events.length}`,
    type: name,
    at: run.now,
    by: { who: `person-${who % 3}`, role: "service" },
    data,
  } as Command;
  const decision = decide(run.state, command, RULES);
  if ("events" in decision) return decision.events;
  hold(REJECTION_CODES.includes(decision.rejection.code), "a code that nobody knows", decision.rejection);
  return [];
}

/** Time goes on to `to`; the clock does what is due when it is due, or, if it is late, all at once. */
export function pass(run: Run, to: Instant, late: boolean): void {
  for (let next = due(run.state); !late && next !== null && next <= to; next = due(run.state)) {
    if (next > run.now) run.now = next;
    keep(run, ask(run, "Tick", {}, 0));
    rests(run);
  }
  run.now = to;
  keep(run, ask(run, "Tick", {}, 0));
  rests(run);
  hold(ask(run, "Tick", {}, 0).length === 0, "a second tick at one instant does something", run.events.at(-1));
}

function rests(run: Run): void {
  const next = due(run.state);
  hold(next === null || next > run.now, "what was due is due after its tick", next);
}

/** As `expect`, which is too slow for so many. */
export function hold(holds: boolean, what: string, about: unknown): void {
  if (!holds) throw new Error(`${what}: ${JSON.stringify(about)}`);
}

/**
 * From a school that applies, or one with its place, on: at each step the first of the commands drawn that is not
 * turned down.
 */
function live(steps: readonly Draw[], late: boolean): Run {
  const run: Run = { state: NOTHING, events: [], now: "2020-03-02T09:00:00Z" };
  const [first] = steps;
  if (first && first.pick % 4 > 0) takesPart(run, first);
  for (const draw of steps) {
    pass(run, addSeconds(run.now, draw.wait), late);
    for (const name of draw.names) {
      const events = ask(run, name, MAKE[name](run.state, draw, run.now.slice(0, 10)), draw.pick);
      keep(run, events);
      if (events.length > 0) break;
    }
  }
  return run;
}

function takesPart(run: Run, { pick, flag }: Draw): void {
  const id = programme(run.state, pick);
  run.now = `${id.slice(0, 4)}-03-02T09:00:00Z`;
  const two: [CommandName, unknown][] = ["ada", "ben"].map((participant, index) => [
    "NominateParticipant",
    {
      participant,
      role: among(prospectus(id).participants.roles.value, index),
      experienced: true,
      authority: true,
    },
  ]);
  keep(run, ask(run, "SubmitApplication", application(id), 0));
  keep(run, ask(run, "OfferPlace", {}, 0));
  keep(run, ask(run, "AcceptOffer", {}, 0));
  for (const [name, data] of two) keep(run, ask(run, name, data, 0));
  keep(run, ask(run, "PlaceInWorkGroup", {}, 0));
  if (flag) pass(run, `${id.slice(0, 4)}-09-01T08:00:00Z`, false);
}

/** About a second; a machine that is busy, or asked for thousands of runs, is given time. */
export const PATIENCE = 600_000;
/** Checks many lives, each at its end; `late`: the clock does all that fell due at once. */
export const lives = (check: (run: Run) => void, late = false): void =>
  fc.assert(
    fc.property(fc.array(draws, { minLength: 20, maxLength: 80, size: "max" }), (steps) => check(live(steps, late))),
    sampled(30),
  );
