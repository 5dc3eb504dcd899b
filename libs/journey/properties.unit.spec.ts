// Whatever comes, in whatever order and however late: what always holds of a journey.

import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { among, draws, MAKE, programme, type Draw } from "../../test/support/drawn-commands.ts";
import { addSeconds, localTime, type Instant } from "../calendar/instants.ts";
import { application, prospectus, RULES } from "../../test/support/journey.ts";
import type { Command, CommandName } from "./commands.ts";
import { decide } from "./decide.ts";
import { due } from "./due.ts";
import type { JourneyEvent, Recorded } from "./events.ts";
import { describe as inWords } from "./describe.ts";
import { evolve, fold, NOTHING } from "./evolve.ts";
import { REJECTION_CODES } from "./rejection.ts";
import type { Journey } from "./state.ts";

interface Run {
  state: Journey;
  events: Recorded[];
  now: Instant;
}

function keep(run: Run, events: readonly JourneyEvent[]): void {
  for (const event of events) {
    hold(run.state.status === "none" || event.at >= run.state.lastAt, "time goes back", event);
    const recorded = { ...event, seq: run.events.length + 1 };
    run.state = evolve(run.state, recorded);
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
function pass(run: Run, to: Instant, late: boolean): void {
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
function hold(holds: boolean, what: string, about: unknown): void {
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
const PATIENCE = 600_000;
const runs = {
  numRuns: Number(process.env["PROPERTY_RUNS"] ?? 30),
  seed: Number(process.env["PROPERTY_SEED"] ?? 20_260_101),
};
const lives = (check: (run: Run) => void, late = false) =>
  fc.assert(
    fc.property(fc.array(draws, { minLength: 20, maxLength: 80, size: "max" }), (steps) => check(live(steps, late))),
    runs,
  );

describe("Whatever is asked of a journey, in whatever order", () => {
  it(
    "it answers with events or one known code, in order of time; the clock comes to rest; its events tell all of it",
    () => {
      const statuses = new Set<string>();
      lives((run) => {
        statuses.add(run.state.status);
        folded(run);
        hold(inWords("100001-primary", run.state).summary.length < 200, "no line", run.state);
        onceReleased(run.events);
        eachLevelOnce(run.events);
        notChased(run);
        waitsForSomething(run);
      });
      // The runs go far enough to mean something.
      expect(statuses.size).toBeGreaterThan(6);
    },
    PATIENCE,
  );
  it(
    "also where the clock is late",
    () => {
      lives((run) => {
        folded(run);
        onceReleased(run.events);
      }, true);
    },
    PATIENCE,
  );
});

/** Its events, as a store keeps and gives them back, fold to the very state. */
function folded(run: Run): void {
  const stored = JSON.parse(JSON.stringify(run.events)) as Recorded[];
  hold(JSON.stringify(fold(stored)) === JSON.stringify(run.state), "its events fold to another state", run.state);
}

/** A grant is released at most once, by two who differ, and paid at most once. */
function onceReleased(events: readonly Recorded[]): void {
  const of = (type: "GrantReleased" | "GrantPaid") =>
    events.flatMap((event) => (event.type === type ? [`${event.stage} ${event.academicYear}`] : []));
  for (const list of [of("GrantReleased"), of("GrantPaid")])
    hold(new Set(list).size === list.length, "given twice", list);
  for (const event of events)
    hold(event.type !== "GrantReleased" || new Set(event.approvers).size === 2, "not two people", event);
}

/**
 * Levels of a commitment go up through its stage-year, each at 09:00, none twice, whatever stood down or was put off
 * between.
 */
function eachLevelOnce(events: readonly Recorded[]): void {
  let told = new Map<string, number>();
  for (const event of events) {
    if (event.type === "StageStarted") told = new Map();
    if (event.type !== "CommitmentEscalated") continue;
    hold(
      event.level > (told.get(event.commitment) ?? 0) && localTime(event.at) === "09:00",
      "a level twice, down, or not at nine",
      event,
    );
    told.set(event.commitment, event.level);
  }
}

/** On its way in no school waits without a day that comes, or somebody who has it to see to. */
function waitsForSomething({ state }: Run): void {
  const waits = state.status === "interested" || ("application" in state && state.status !== "offered");
  if (!waits) return;
  const seenTo = state.tasks.some(({ status, dueOn }) => status === "open" && dueOn !== null);
  hold(seenTo || due(state) !== null, "waits for nothing", state);
}

/** Nobody is on a ladder for a session that was not held, nor for what is met or waived. */
function notChased(run: Run): void {
  const now = run.state.status === "participating" || run.state.status === "paused" ? run.state.year : null;
  for (const one of now?.commitments ?? []) {
    hold(one.status === "missed" || (one.level === 0 && one.next === null), "a ladder for what is not missed", one);
    const held = one.after === null || now?.commitments.find((other) => other.code === one.after)?.status === "met";
    hold(one.status !== "missed" || held, "chased for what was not held", one);
  }
}
