// The reference school-year on our loop and on a plain design, on a time-skipping server with the real store: both here
// and now.

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { localFolder } from "../../../apps/cli/setup/folders.ts";
import { freePort } from "../../../apps/cli/setup/ports.ts";
import { startPostgres } from "../../../apps/cli/setup/postgres.ts";
import { registerSearchAttributes } from "../../../apps/cli/setup/temporal.ts";
import { testServer } from "../../../apps/cli/setup/test-server.ts";
import { loadCatalogue } from "../../../libs/config/load-catalogue.ts";
import { migrate } from "../../../libs/store/migrate.ts";
import { openDatabase } from "../../../libs/views/database.ts";
import type { Bench } from "../bench.ts";
import type { Measured } from "../figure.ts";
import type { Cost } from "./actions.ts";
import { measureLoop } from "./measure-loop.ts";
import { measurePlain } from "./measure-plain.ts";
import { VARIANTS, type Contents } from "./reference.ts";

interface Year {
  name: string;
  says: string;
  year: Contents;
  loop: Cost;
  plain: Cost;
}

/** What a year costs, counted so: of the reference year, with the other years beside. */
export async function costOfYear(bench: Bench, what: "events" | "actions"): Promise<Measured> {
  const years = await bench.once("reference-year", measureAll);
  const [reference] = years;
  if (reference === undefined) throw new Error("no year was measured");
  return { value: reference.loop[what], beside: reference.plain[what], detail: { years } };
}

async function measureAll(): Promise<Year[]> {
  const folder = join(localFolder, "bench", `${process.pid}-reference-year`);
  const postgres = await startPostgres({ folder, port: await freePort(), throwAway: true });
  const env = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: await testServer((line) => process.stderr.write(`${line}\n`)) },
  });
  try {
    await registerSearchAttributes(env.connection, "default");
    await migrate(postgres.ownerUrl);
    const dataSource = await openDatabase(postgres.appUrl);
    const measured: Year[] = [];
    for (const [index, variant] of VARIANTS.entries()) {
      const catalogue = loadCatalogue();
      const ours = await measureLoop({ env, dataSource, catalogue, urn: 100_001 + index, variant });
      const { year, cost, plan, records } = ours;
      const plain = await measurePlain({ env, id: `plain/${variant.name}`, plan, records });
      measured.push({ name: variant.name, says: variant.says, year, loop: cost, plain });
    }
    await dataSource.destroy();
    return measured;
  } finally {
    await env.teardown();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
