// What a table says of the events by which its rows change: all of them are named.

import { expect, it } from "@jest/globals";
import { lives, PATIENCE } from "../../test/support/drawn-lives.ts";
import { EVENTS, type Recorded } from "../journey/events.ts";
import { evolve, NOTHING } from "../journey/evolve.ts";
import { READ_TABLES } from "./tables.ts";

it(
  "has the same rows after any event that it does not hear, in whatever life",
  () => {
    const journey = "100001-primary";
    const tables = READ_TABLES.flatMap(({ entity, project, hears }) => (hears ? [{ entity, project, hears }] : []));
    expect(tables).toHaveLength(3);
    const [heard, passed] = [new Set<string>(), new Set<string>()];
    lives(({ events: all }) => {
      let state = NOTHING as ReturnType<typeof evolve>;
      const before = tables.map(() => "[]");
      const events: Recorded[] = [];
      for (const event of all) {
        state = evolve(state, event);
        events.push(event);
        for (const [index, { entity, project, hears }] of tables.entries()) {
          const rows = JSON.stringify(project({ journey, events, state }));
          if (rows === before[index]) passed.add(event.type);
          else if (!hears.has(event.type)) throw new Error(`${entity.name} changes by ${event.type}`);
          else heard.add(event.type);
          before[index] = rows;
        }
      }
    });
    // The lives go far enough to mean something.
    expect(heard.size).toBeGreaterThan(6);
    expect(passed.size).toBeGreaterThan(10);
    for (const { hears } of tables) for (const type of hears) expect(Object.keys(EVENTS)).toContain(type);
  },
  PATIENCE,
);
