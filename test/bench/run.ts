// `npm run bench` (`-- --json`): what a school-year costs in Temporal, in history events and billable actions
// (actions.ts says how they are counted), for our loop and for a plain design, both run here and now on a time-skipping
// server with the real store.

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres } from "../../apps/cli/setup/postgres.ts";
import { registerSearchAttributes } from "../../apps/cli/setup/temporal.ts";
import { testServer } from "../../apps/cli/setup/test-server.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { migrate } from "../../libs/store/migrate.ts";
import type { Cost } from "./actions.ts";
import { measureLoop } from "./measure-loop.ts";
import { measurePlain } from "./measure-plain.ts";
import { VARIANTS, type Contents } from "./reference.ts";

const TARGETS = { events: 150, actions: 50 };

interface Measured {
  name: string;
  says: string;
  year: Contents;
  loop: Cost;
  plain: Cost;
}

const NAMES: Record<keyof Cost["by"], string> = {
  starts: "starts, as new too",
  updates: "updates",
  signals: "signals",
  timers: "timers",
  activities: "activity attempts",
  localActivities: "tasks with local ones",
  searchAttributes: "attribute upserts",
};

const asJson = process.argv.includes("--json");
const results = await measureAll();
process.stdout.write(
  asJson ? `${JSON.stringify({ figures: figuresOf(results), targets: TARGETS, results })}\n` : table(results),
);
process.exit(0);

async function measureAll(): Promise<Measured[]> {
  const folder = join(localFolder, "bench", String(process.pid));
  const postgres = await startPostgres({ folder, port: await freePort(), throwAway: true });
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: await testServer((line) => process.stderr.write(`${line}\n`)) },
  });
  try {
    await registerSearchAttributes(env.connection, "default");
    await migrate(postgres.ownerUrl);
    const dataSource = await openDatabase(postgres.appUrl);
    const measured: Measured[] = [];
    for (const [index, variant] of VARIANTS.entries()) {
      const { year, cost, plan, records } = await measureLoop({
        env,
        dataSource,
        catalogue: loadCatalogue(),
        urn: 100_001 + index,
        variant,
      });
      measured.push({
        name: variant.name,
        says: variant.says,
        year,
        loop: cost,
        plain: await measurePlain({ env, id: `plain/${variant.name}`, plan, records }),
      });
    }
    await dataSource.destroy();
    return measured;
  } finally {
    await env.teardown();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the reference year is held to; `beside`: the plain design of the same run. */
function figuresOf([reference]: readonly Measured[]): object[] {
  if (reference === undefined) return [];
  const figure = (name: string, unit: keyof typeof TARGETS): object => ({
    name,
    value: reference.loop[unit],
    unit,
    beside: reference.plain[unit],
    goal: TARGETS[unit],
    holds: reference.loop[unit] <= TARGETS[unit],
  });
  return [figure("history-events", "events"), figure("actions", "actions")];
}

function table(all: readonly Measured[]): string {
  const lines = [
    `A school-year in Temporal: targets ${TARGETS.events} history events, ${TARGETS.actions} actions for ` +
      `the reference year`,
    "",
  ];
  for (const { name, says, year, loop, plain } of all) {
    const { records, deadlines, reminders, grants, effects } = year;
    lines.push(
      `${name}: ${says}`,
      `  ${records} records, ${deadlines} deadlines, ${reminders} reminders, ${grants} grant, ${effects} effects`,
      row("", "our loop", "plain", "ratio"),
      row("history events", loop.events, plain.events, ratio(plain.events, loop.events)),
      row("billable actions", loop.actions, plain.actions, ratio(plain.actions, loop.actions)),
      ...(Object.keys(loop.by) as (keyof Cost["by"])[]).map((kind) =>
        row(`  ${NAMES[kind]}`, loop.by[kind], plain.by[kind], ""),
      ),
      "",
    );
  }
  return `${lines.join("\n")}\n`;
}

function row(name: string, ...columns: (string | number)[]): string {
  return `  ${name.padEnd(24)}${columns.map((one) => String(one).padStart(10)).join("")}`.trimEnd();
}

function ratio(plain: number, loop: number): string {
  return `${(plain / loop).toFixed(1)} x`;
}
