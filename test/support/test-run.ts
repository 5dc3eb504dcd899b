import { existsSync } from "node:fs";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres, stopLeftoverPostgres } from "../../apps/cli/setup/postgres.ts";
import { commandLine } from "../../apps/cli/setup/processes.ts";
import { stopLeftoverTemporal } from "../../apps/cli/setup/temporal.ts";

const runs = join(localFolder, "test");

/** The addresses of the run's PostgreSQL: how the process that starts it tells the processes that run the tests. */
export interface TestPostgres {
  ownerUrl: string;
  appUrl: string;
  adminUrl: string;
}

/** Starts what a run of the tests shares, after clearing what earlier runs that were killed have left. */
export async function startTestRun(): Promise<{ stop(): Promise<void> }> {
  await clearDeadRuns();
  const folder = join(runs, String(process.pid));
  await mkdir(folder, { recursive: true });
  const postgres = await startPostgres({ folder: join(folder, "postgres"), port: await freePort(), throwAway: true });
  const { ownerUrl, appUrl, adminUrl } = postgres;
  process.env["TEST_POSTGRES"] = JSON.stringify({ ownerUrl, appUrl, adminUrl } satisfies TestPostgres);
  process.env["TEST_RUN_FOLDER"] = folder;
  // Ctrl-C: jest skips its teardown.
  const onExit = () => process.kill(postgres.process.pid, "SIGINT");
  process.once("exit", onExit);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  return {
    async stop() {
      process.off("exit", onExit);
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function clearDeadRuns(): Promise<void> {
  for (const run of existsSync(runs) ? await readdir(runs) : []) {
    if (/jest|test\/fuzz/u.test(commandLine(Number(run)))) continue;
    const folder = join(runs, run);
    await stopLeftoverPostgres(join(folder, "postgres"));
    for (const part of await readdir(folder)) await stopLeftoverTemporal(join(folder, part));
    await rm(folder, { recursive: true, force: true });
  }
}

/** A variable that the run's start has set for the processes that run the tests. */
export function ofTestRun(name: "TEST_POSTGRES" | "TEST_RUN_FOLDER"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: only .int.spec.ts and .e2e.spec.ts files have servers`);
  return value;
}
