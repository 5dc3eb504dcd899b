import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { localFolder } from "../setup/folders.ts";
import { stopLeftoverPostgres } from "../setup/postgres.ts";
import { commandLine, stopLeftover } from "../setup/processes.ts";
import { SetUpError } from "../setup/set-up-error.ts";
import { stopLeftoverTemporal } from "../setup/temporal.ts";
import { closeToOthers } from "./owner-alone.ts";
import { postgresFolder, services, temporalFolder } from "./places.ts";

const lock = join(localFolder, "start.pid");

/**
 * Takes this folder for this start, and ends what an earlier one left behind that was killed.
 * @returns gives the folder free again
 * @throws SetUpError when another start runs from it
 */
export async function lockFolder(): Promise<() => Promise<void>> {
  await mkdir(localFolder, { recursive: true, mode: 0o700 });
  const other = existsSync(lock) ? Number(await readFile(lock, "utf8")) : 0;
  if (other !== process.pid && /\b(start|demo)\.mjs\b/.test(commandLine(other))) {
    throw new SetUpError(
      `School Journeys already runs from this folder (process ${other}); Ctrl-C stops it where it was started.`,
    );
  }
  await closeToOthers(localFolder);
  await writeFile(lock, String(process.pid));
  for (const { main, pidFile } of services) {
    if (existsSync(pidFile)) await stopLeftover(Number(await readFile(pidFile, "utf8")), main);
  }
  await stopLeftoverTemporal(temporalFolder);
  await stopLeftoverPostgres(postgresFolder);
  return () => rm(lock, { force: true });
}
