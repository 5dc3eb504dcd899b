import type { Figure } from "../figure.ts";
import { cpuOf, ownCpu } from "../measure/cpu.ts";
import { cpuOfOne, interleaved, median, rateOf, turnOf } from "../measure/rounds.ts";
import { readAllEvents } from "../world/all-events.ts";
import { countryDatabase } from "../world/database.ts";
import { runScript } from "../world/program.ts";

/** It takes its time, and swings little. */
const MOST_ROUNDS = 3;

export const rebuild: Figure = {
  name: "rebuild",
  unit: "events/s",
  goal: { atLeast: 40_000 },
  says: "Events a second from which `npm run rebuild` makes the read tables anew, without the time in which it starts.",
  besideIs: "events a second, read and thrown away",
  async measure(bench) {
    const { postgres, events } = await countryDatabase(bench);
    const env = { ...process.env, DATABASE_URL: postgres.appUrl };
    let seconds = 0;
    const turns = await interleaved(
      Math.min(MOST_ROUNDS, bench.scale.rounds),
      async () => {
        const turn = await turnOf(ofChildren, async () => {
          const said = await runScript("rebuild", [], env);
          seconds = Number(/ in (\d+\.?\d*) s/u.exec(said)?.[1] ?? Number.NaN);
          return events;
        });
        // As it says itself; where it says nothing, all of it counts.
        return Number.isNaN(seconds) ? turn : { ...turn, seconds };
      },
      () =>
        turnOf(
          () => cpuOf([postgres.process.pid]) + ownCpu(),
          () => readAllEvents(postgres.appUrl),
        ),
    );
    return {
      value: median(turns.ours.map(rateOf)),
      beside: median(turns.plain.map(rateOf)),
      cpu: median(turns.ours.map(cpuOfOne)),
      detail: { events, rounds: turns.ours.map(rateOf) },
    };
  },
};

/** This process starts what is measured: of what it starts, all counts. */
const ofChildren = (): number => cpuOf([process.pid]) - ownCpu();
