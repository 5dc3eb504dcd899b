// `npm run test:faults -- --seed S --minutes M [--kills N]`: workers are killed with SIGKILL, at random and between
// PostgreSQL's commit and the end of a workflow task, while many schools are served. Then everything is counted. Ends
// with 1 if anything is wrong. `--kills 0` kills nobody, to compare with.

import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { ensureSweepSchedule } from "../../activities/sweep.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { generator } from "../../apps/demo/generator.ts";
import { check } from "./checks.ts";
import { liveThrough, PROSPECTUS, say, type Ledger, type Stage } from "./school.ts";
import { startWorld, type World } from "./world.ts";

const SCHOOLS_AT_ONCE = 24;
const CONCERNS = 9;
const COMMANDS_TO_A_KILL = 10;
const WORKERS = 3;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "5" },
    kills: { type: "string", default: "100" },
  },
});
const random = generator(Number(values.seed));
const until = Date.now() + Number(values.minutes) * 60_000;
const most = Number(values.kills);

Runtime.install({ logger: new DefaultLogger("ERROR") });
const world = await startWorld(WORKERS);
const ledger: Ledger = { acknowledged: [], resent: 0, journeys: [] };
const criteria =
  loadCatalogue()
    .get(PROSPECTUS)
    ?.application.criteria?.value.slice(0, 1)
    .map(({ code }) => code) ?? [];
const stage: Stage = { client: world.client, dataSource: world.dataSource, ledger, criteria };
await ensureSweepSchedule(world.client);

const killed = { "at-random": 0, "after-append": 0, "after-effect": 0 };
const over = () => Date.now() > until || (most > 0 && sum(killed) >= most);
await Promise.all([killWorkers(world), serveSchools()]);
progress("no more kills: every journey goes on");
await Promise.all(
  ledger.journeys.map((journey) => say(stage, journey, "last", "RaiseConcern", { reason: { id: "last", words: 3 } })),
);
await effectsAreDone();

const { faults, facts } = await check(world.dataSource, world.inbox, ledger);
process.exitCode = faults.length > 0 ? 1 : 0;
process.stdout.write(`seed ${values.seed}: ${sum(killed)} kills ${JSON.stringify(killed)}\n${JSON.stringify(facts)}\n`);
process.stdout.write(
  faults.length > 0
    ? `${faults.slice(0, 50).join("\n")}\n${faults.length} FAULTS\n`
    : "nothing lost, nothing doubled, every journey goes on\n",
);
await world.stop();
process.exit();

async function serveSchools(): Promise<void> {
  let urn = 500_000;
  await Promise.all(
    Array.from({ length: SCHOOLS_AT_ONCE }, async () => {
      while (!over()) await liveThrough(stage, ++urn, CONCERNS);
    }),
  );
}

async function killWorkers({ workers }: World): Promise<void> {
  if (most === 0) return;
  while (!over()) {
    await progressed();
    await pause(random() * 1_500);
    const ready = workers.filter((worker) => worker.ready);
    const victim = ready[Math.floor(random() * ready.length)];
    if (!victim) continue;
    const way = random();
    if (way < 0.4) {
      victim.kill();
      killed["at-random"] += 1;
    } else {
      const point = way < 0.8 ? "after-append" : "after-effect";
      killed[(await victim.dieAt(point, 5_000)) ? point : "at-random"] += 1;
    }
    if (sum(killed) % 10 === 0)
      progress(
        `${sum(killed)} kills, ${ledger.journeys.length} schools, ${ledger.acknowledged.length} commands acknowledged`,
      );
  }
}

/** Many commands to a kill: workers that are killed as they start would show nothing. */
async function progressed(): Promise<void> {
  const before = ledger.acknowledged.length;
  while (!over() && ledger.acknowledged.length < before + COMMANDS_TO_A_KILL) await pause(50);
}

/** What was asked of the world is done once leases have run out and the sweep has come round. */
async function effectsAreDone(): Promise<void> {
  for (const patience = Date.now() + 5 * 60_000; Date.now() < patience; await pause(1_000)) {
    const [row]: { open: number }[] = await world.dataSource.query(
      "select coalesce(sum(open_effects), 0)::int as open from streams",
    );
    if (row?.open === 0) return;
  }
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, one) => total + one, 0);
}

function progress(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}
