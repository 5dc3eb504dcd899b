// One round: schools live, faults are made by a plan, then all is left alone until nothing is open, and counted.

import { setTimeout as pause } from "node:timers/promises";
import { ensureSweepSchedule, makeSweep } from "../../activities/sweep.ts";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import type { Arena } from "./arena.ts";
import { check, type Verdict } from "./checks.ts";
import { raiseConcern } from "./over-http.ts";
import type { Step } from "./plan.ts";
import { criteriaOf, liveThrough, say, type Ledger, type Stage } from "./school.ts";
import { makeTrouble, type Done } from "./trouble.ts";

const CONCERNS = 9;
/** How long whatever was broken may take until nothing is open any more. */
const CALM_MS = 4 * 60_000;
/** What is open for so long, the sweep takes for late. */
const LATE_MS = 61_000;

export interface RoundOptions {
  arena: Arena;
  steps: readonly Step[];
  /** Milliseconds of trouble, at most. */
  lastsMs: number;
  schoolsAtOnce: number;
  told: (line: string) => void;
  inWords: (step: Step) => string;
}

export interface Came extends Verdict {
  done: Done;
  ledger: Ledger;
  /** Counts again: what has been spoilt meanwhile is to be found. */
  again(): Promise<Verdict>;
}

/** Makes the round, and counts. Rejects where a command was turned down for good. */
export async function makeRound(options: RoundOptions): Promise<Came> {
  const { arena, steps, lastsMs, schoolsAtOnce, told, inWords } = options;
  const { dataSource, client } = arena.ground;
  const ledger: Ledger = { acknowledged: [], resent: 0, journeys: [] };
  const { aheadMs } = arena;
  const stage: Stage = { client, dataSource, ledger, criteria: criteriaOf(), aheadMs };
  await ensureSweepSchedule(client);
  await worksOnce(arena);

  const until = Date.now() + lastsMs;
  let calm = false;
  const over = (): boolean => calm || Date.now() > until;
  const also = (journey: string, said: number): Promise<void> =>
    raiseConcern({ apis: arena.apis, token: arena.token, ledger }, journey, `${journey} http ${said}`);
  let urn = 500_000;
  const broken: string[] = [];
  const serving = Array.from({ length: schoolsAtOnce }, async () => {
    try {
      while (!over()) await liveThrough(stage, ++urn, CONCERNS, also);
    } catch (error) {
      broken.push(`a school broke off: ${error instanceof Error ? error.stack : String(error)}`);
    }
  });
  const done = await makeTrouble(arena, steps, {
    over,
    told: (step) => told(`${inWords(step)}; ${ledger.acknowledged.length} acknowledged so far`),
  });
  calm = true;
  await Promise.all(serving);
  told("no more trouble: every journey goes on");
  const last = { reason: { id: "last", words: 3 } };
  const asked = await Promise.allSettled(
    ledger.journeys.map((journey) => say(stage, journey, "last", "RaiseConcern", last)),
  );
  broken.push(...asked.flatMap((one) => (one.status === "rejected" ? [`stands still: ${String(one.reason)}`] : [])));
  await nothingIsOpen(arena);
  await arena.feed.stop();
  await arena.feed.catchUp();
  const again = (): Promise<Verdict> => check(dataSource, arena.inbox, ledger, arena.feed.heard, aheadMs);
  const verdict = await again();
  return { ...verdict, faults: [...broken, ...verdict.faults], done, ledger, again };
}

/** Trouble that comes before anything works shows nothing. */
async function worksOnce({ workers, apis }: Arena): Promise<void> {
  const live = async (origin: string): Promise<boolean> =>
    (await fetch(`${origin}/health/ready`).catch(() => null))?.status === 200;
  for (const patience = Date.now() + 120_000; Date.now() < patience; await pause(100)) {
    const ready = await Promise.all(apis.map(({ origin }) => live(origin)));
    if (workers.every((worker) => worker.ready) && ready.every(Boolean)) return;
  }
  throw new Error("The service has not come up.");
}

/** What was asked of the world is done once leases have run out, and the sweep has come round. */
async function nothingIsOpen({ ground: { dataSource, client }, aheadMs, leaseMs }: Arena): Promise<void> {
  const sweep = makeSweep({ dataSource, client });
  for (const patience = Date.now() + CALM_MS, began = Date.now(); Date.now() < patience; await pause(500)) {
    const [row]: { open: number }[] = await dataSource.query(
      "select coalesce(sum(open_effects), 0)::int as open from streams",
    );
    if (row?.open === 0) return;
    if (Date.now() - began < leaseMs) continue;
    // As the minute's Schedule does, whose own round may just have been lost with the server; where it fails, it comes
    // round again.
    await sweep({ now: instantFromMs(Date.now() + aheadMs + LATE_MS) }).catch(() => null);
  }
}
