// Every type of event that release 0.3.0 could write, in every shape that its own tests knew, still folds, and to the
// same: a fold that changes without an upcast is a broken build, not a blocked school.

import { readFileSync } from "node:fs";
import { expect, it } from "@jest/globals";
import type { Instant } from "../../calendar/instants.ts";
import { due } from "../../journey/due.ts";
import { EVENTS } from "../../journey/events.ts";
import { fold } from "../../journey/evolve.ts";
import type { Journey } from "../../journey/state.ts";
import { EVENTS as RUN_EVENTS } from "../../payments/events.ts";
import { fold as foldRun } from "../../payments/evolve.ts";
import type { PaymentRun } from "../../payments/state.ts";
import { due as groupDue } from "../../work-group/due.ts";
import { EVENTS as GROUP_EVENTS } from "../../work-group/events.ts";
import { fold as foldGroup } from "../../work-group/evolve.ts";
import type { WorkGroup } from "../../work-group/state.ts";
import { storedEvent, type StoredEvent } from "./event-store.ts";
import { recorded, recordedOfGroup, recordedOfRun } from "./known-events.ts";

type Event = { type: string; at: Instant; seq: number } & Record<string, unknown>;
interface Folded {
  status: string;
  seq: number;
  due: Instant | null;
  effects: number[];
}
/** As test/upgrade/README.md says: `after` so many events of an earlier line; `folds`: as 0.3.0 folded them. */
interface Line {
  kind: "journey" | "work-group" | "payment-run";
  after?: { line: number; events: number };
  events: Event[];
  folds: Folded;
}

const FILE = new URL("../../../test/upgrade/events-0.3.0.jsonl", import.meta.url);
const lines = readFileSync(FILE, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line) as Line);
const streams: { kind: Line["kind"]; events: Event[]; folds: Folded }[] = [];
for (const { kind, after, events, folds } of lines) {
  const before = after === undefined ? [] : (streams[after.line]?.events.slice(0, after.events) ?? []);
  streams.push({ kind, events: [...before, ...events], folds });
}

/** As the store reads the rows of that release. */
const stored = (kind: string, events: readonly Event[]): StoredEvent[] =>
  events.map(({ seq, type, at, ...data }) =>
    storedEvent({
      stream: `${kind}/of-0.3.0`,
      seq,
      type,
      at: new Date(at),
      data,
      actor: { who: "somebody", role: "hub-lead" },
      command_id: null,
      of_hub: null,
      schema_version: 1,
      recorded_at: new Date(at),
    }),
  );

function said(state: Journey | WorkGroup | PaymentRun, next: Instant | null): Folded | null {
  if (state.status === "none") return null;
  return { status: state.status, seq: state.seq, due: next, effects: state.effects.map(({ seq }) => seq) };
}

const FOLDS: Record<Line["kind"], (events: StoredEvent[]) => Folded | null> = {
  journey: (events) => {
    const state = fold(recorded(events));
    return said(state, due(state));
  },
  "work-group": (events) => {
    const state = foldGroup(recordedOfGroup(events));
    return said(state, groupDue(state));
  },
  "payment-run": (events) => said(foldRun(recordedOfRun(events)), null),
};

const WAITED = ["applied", "information-requested", "waitlisted", "accepted", "interested", "paused"];

it.each(streams.map((one, index) => [`${one.kind} ${index + 1}`, one] as const))(
  "%s of 0.3.0 folds to what it was",
  (_name, { kind, events, folds }) => {
    const now = FOLDS[kind](stored(kind, events));
    // Who waited with no end in sight has a day now: the rule is one of today, the fold is not (journey/waiting.ts).
    const waited = folds.due === null && WAITED.includes(folds.status);
    expect(now).toEqual(waited ? { ...folds, due: expect.stringMatching(/^\d{4}-/u) } : folds);
  },
);

it("has one of every type that release knew, and none of them was dropped since", () => {
  const types = (wanted: Line["kind"]) =>
    new Set(streams.flatMap(({ kind, events }) => (kind === wanted ? events.map(({ type }) => type) : [])));
  const counted = { journey: types("journey"), group: types("work-group"), run: types("payment-run") };
  expect([counted.journey.size, counted.group.size, counted.run.size]).toEqual([87, 20, 12]);
  expect([...counted.journey].filter((type) => !Object.hasOwn(EVENTS, type))).toEqual([]);
  expect([...counted.group].filter((type) => !Object.hasOwn(GROUP_EVENTS, type))).toEqual([]);
  expect([...counted.run].filter((type) => !Object.hasOwn(RUN_EVENTS, type))).toEqual([]);
});

it("has an interest of before windows were noted, which needs the upcast", () => {
  const without = streams.flatMap(({ events }) =>
    events.filter(({ type, coming }) => type === "InterestExpressed" && coming === undefined),
  );
  expect(without.length).toBeGreaterThan(0);
});
