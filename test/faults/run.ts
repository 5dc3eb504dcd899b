// `npm run test:faults -- --seed S --minutes M`: workers, APIs, PostgreSQL, Temporal and the ways between them are
// broken, by a plan that follows from the seed, while many schools are served. Then everything that was acknowledged
// is counted. Ends with 1 if anything is lost, doubled or stands still. `--only KIND,…`: these faults alone. `--spoil
// WHAT`: a fault put in on purpose, to see it found. `--updates N`: so many commands that are turned down on one
// journey.

import { parseArgs } from "node:util";
import { DefaultLogger, Runtime } from "@temporalio/worker";
import { workflowsOfRun } from "../support/test-run.ts";
import { BRANCH } from "../versioning/versions.ts";
import { LOOKS_TWICE } from "../versioning/looks-twice.ts";
import { startArena } from "./arena.ts";
import { inWords, KINDS, planOf, type Kind } from "./plan.ts";
import { makeRound } from "./round.ts";
import { spoil, type Spoil } from "./spoil.ts";
import { turnedDown } from "./turned-down.ts";

const SCHOOLS_AT_ONCE = 16;
const WORKERS = 3;
const APIS = 2;

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "5" },
    only: { type: "string" },
    spoil: { type: "string" },
    updates: { type: "string" },
  },
});

Runtime.install({ logger: new DefaultLogger("ERROR") });
process.exitCode = 1; // until it is known to be well
if (values.updates !== undefined) await turnDown(Number(values.updates));
else await breakThings(Number(values.seed), Number(values.minutes));
process.exit();

async function breakThings(seed: number, minutes: number): Promise<void> {
  const kinds = values.only?.split(",").filter((kind): kind is Kind => KINDS.some((one) => one === kind)) ?? KINDS;
  const steps = planOf(seed, minutes, kinds);
  const another = { bundle: (await workflowsOfRun([BRANCH])).workflowBundle.codePath, notYet: LOOKS_TWICE };
  const arena = await startArena({ workers: WORKERS, apis: APIS, disks: kinds.includes("full-disk"), another });
  try {
    write(`seed ${seed}, ${minutes} minutes, the plan:\n${steps.map((step) => `  ${inWords(step)}`).join("\n")}`);
    const round = { arena, steps, lastsMs: minutes * 60_000, schoolsAtOnce: SCHOOLS_AT_ONCE, told: progress, inWords };
    const came = await makeRound(round);
    if (values.spoil !== undefined) await spoil(arena, values.spoil as Spoil, came.ledger);
    const { faults, facts } = values.spoil === undefined ? came : await came.again();
    const made = Object.entries(came.done).map(([kind, times]) => `${kind} ${times}`);
    const not = kinds.filter((kind) => came.done[kind] === undefined);
    write(`seed ${seed}: faults made: ${made.join(", ")}${not.length > 0 ? `; not made: ${not.join(", ")}` : ""}`);
    write(JSON.stringify(facts));
    conclude(faults, "nothing lost, nothing doubled, every journey goes on");
  } finally {
    await arena.stop();
  }
}

async function turnDown(count: number): Promise<void> {
  const arena = await startArena({ workers: 1, apis: 0, disks: false });
  const { faults, facts } = await turnedDown({ ...arena.ground, aheadMs: arena.aheadMs }, count);
  write(JSON.stringify(facts));
  conclude(faults, `${count} were turned down, and each was told so`);
  await arena.stop();
}

function conclude(faults: readonly string[], well: string): void {
  process.exitCode = faults.length > 0 ? 1 : 0;
  write(faults.length > 0 ? `${faults.slice(0, 50).join("\n")}\n${faults.length} FAULTS` : well);
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

function progress(line: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}
