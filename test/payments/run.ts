// `npm run test:payments -- --grants N --seed S [--kills K]`: released grants of ten hubs go through payment runs on
// the real workflow, activities and PostgreSQL, everything being sent twice in parallel, while workers are killed with
// SIGKILL before a batch, between PostgreSQL's commit and the report of it, and at random. Then everything is counted.
// Ends with 1 if anything is wrong. `--kills 0` kills nobody, to compare with.

import { parseArgs } from "node:util";
import { setTimeout as pause } from "node:timers/promises";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { claimingAdvance } from "../support/claiming.ts";
import type { Command } from "../../libs/journey/commands.ts";
import type { Point } from "../faults/dying.ts";
import { startWorld } from "../faults/world.ts";
import { generator } from "../../apps/demo/generator.ts";
import { told } from "../support/groups.ts";
import { RELEASED_ON, schoolsOf, seedGrants, type Released } from "../support/released-grants.ts";
import { rules } from "../support/store.ts";
import { check } from "./checks.ts";
import { payHub, type Said } from "./hub.ts";

const HUBS = Array.from({ length: 10 }, (_, index) => `hub-${index + 1}`);
const WORKERS = 3;
const POINTS: readonly Point[] = ["before-batch", "after-batch", "after-run"];
/** One school in so many owes some of its grant back before it is paid; one of those, all of it. */
const OWES_ONE_IN = 50;
/** Of payment runs: batches, mostly. */
const EVENTS_TO_A_KILL = 5;

const { values } = parseArgs({
  options: {
    grants: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    kills: { type: "string", default: "30" },
  },
});
const random = generator(Number(values.seed));
const most = Number(values.kills);

Runtime.install({ logger: new DefaultLogger("ERROR") });
const world = await startWorld(WORKERS);
const said: Said = { answers: {}, faults: [], resent: 0, sent: 0 };
const killed: Record<string, number> = { "at-random": 0 };
let over = false;

progress(`releasing ${values.grants} grants of ${HUBS.length} hubs`);
const released = await seedGrants(world.dataSource, schoolsOf(Number(values.grants), HUBS, 200_000));
await someOweMoney(released);
progress("paying them");
const began = Date.now();
const killing = killWorkers();
const runs = await Promise.all(
  HUBS.map((hub) => payHub({ client: world.client, dataSource: world.dataSource, random, said }, hub)),
);
over = true;
const seconds = Math.round((Date.now() - began) / 1000);
await killing;
await effectsAreDone();

const { faults, facts } = await check(world.dataSource);
faults.push(...said.faults);
process.exitCode = faults.length > 0 ? 1 : 0;
process.stdout.write(
  `seed ${values.seed}: ${facts["grants"]} grants in ${runs.flat().length} runs, ${seconds} s, ` +
    `${sum(killed)} kills ${JSON.stringify(killed)}\n`,
);
process.stdout.write(
  `${said.sent} commands sent, ${said.resent} times again: ` +
    `${JSON.stringify(said.answers)}\n${JSON.stringify(facts)}\n`,
);
process.stdout.write(
  faults.length > 0
    ? `${faults.join("\n")}\n${faults.length} FAULTS\n`
    : "ledger balanced, each grant paid exactly once, nobody authorised their own run\n",
);
await world.stop();
process.exit();

async function someOweMoney(grants: readonly Released[]): Promise<void> {
  const advance = claimingAdvance({ dataSource: world.dataSource, rules });
  const now = `${RELEASED_ON}T12:00:00Z`;
  for (const [index, { journey }] of grants.filter((_, at) => at % OWES_ONE_IN === 0).entries()) {
    const data = {
      reason: { id: `${journey}-why`, words: 3 },
      ...(index % OWES_ONE_IN === 0 ? {} : { amountPence: 25_000 }),
    };
    const command: Command = {
      id: `${journey} owes`,
      type: "RequestClawback",
      at: now,
      by: { who: "cat", role: "hub-lead" },
      data,
    };
    const came = told((await advance({ journey, now, commands: [command] })).outcomes[0]);
    if (came !== "ok") throw new Error(`${journey}: ${came}`);
  }
}

async function killWorkers(): Promise<void> {
  while (!over && sum(killed) < most) {
    await goneOn();
    await pause(random() * 1_000);
    const ready = world.workers.filter((worker) => worker.ready);
    const victim = ready[Math.floor(random() * ready.length)];
    if (!victim || over) continue;
    const point = POINTS[Math.floor(random() * (POINTS.length + 1))];
    if (point === undefined) victim.kill();
    const where = point !== undefined && (await victim.dieAt(point, 5_000)) ? point : "at-random";
    killed[where] = (killed[where] ?? 0) + 1;
    if (sum(killed) % 10 === 0) progress(`${sum(killed)} kills`);
  }
}

/** Much is done to a kill: workers that are killed as they start would show nothing. */
async function goneOn(): Promise<void> {
  const before = await eventsSoFar();
  while (!over && (await eventsSoFar()) < before + EVENTS_TO_A_KILL) await pause(100);
}

async function eventsSoFar(): Promise<number> {
  const [row]: { events: number }[] = await world.dataSource.query(
    `select count(*)::int as events from events where stream like 'payment-run/%'`,
  );
  return row?.events ?? 0;
}

/** What was acknowledged is all there; the last batch's record may still be on its way. */
async function effectsAreDone(): Promise<void> {
  for (const patience = Date.now() + 2 * 60_000; Date.now() < patience; await pause(500)) {
    const [row]: { open: number }[] = await world.dataSource.query(
      `select coalesce(sum(open_effects), 0)::int as open from streams where stream like 'payment-run/%'`,
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
