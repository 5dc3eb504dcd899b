// What all files of a run of the tests share: one PostgreSQL with a database to copy, one Temporal development server,
// one bundle of the workflows. Each is made when it is first asked for, once, by the process that started the run;
// the processes that run the tests ask that one over HTTP.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, statfs } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { localFolder, top } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres, stopLeftoverPostgres } from "../../apps/cli/setup/postgres.ts";
import { commandLine, type RunningProcess } from "../../apps/cli/setup/processes.ts";
import { startTemporal, stopLeftoverTemporal } from "../../apps/cli/setup/temporal.ts";

/** A folder in memory, where the machine has one. */
const MEMORY = "/dev/shm";
/** Far more than a run takes, which are some hundred megabytes: on a small machine it goes to the disk. */
const ENOUGH_BYTES = 4 * 1024 ** 3;

/**
 * Where runs have their folders: in memory, else on disk. Nearly every file of tests copies a database, which is seven
 * hundred new files: on disk that took five times the processor's time, and everybody waited for the disk.
 */
const IN_MEMORY = join(
  MEMORY,
  `school-journeys-${createHash("sha256").update(`${process.getuid?.()} ${top}`).digest("hex").slice(0, 12)}`,
);
const ON_DISK = join(localFolder, "test");

/** What a file of tests may ask for. */
export interface Shared {
  /** The addresses of the PostgreSQL. */
  postgres: { ownerUrl: string; appUrl: string; adminUrl: string };
  /** The name of a database in it that has every migration, to be copied: nobody connects to it. */
  template: { name: string };
  /** host:port of the development server. */
  temporal: { address: string };
  /** The file with the workflows, bundled with the modules of interceptors that are named. */
  workflows: { codePath: string };
}

/** A part that runs until the run is over. */
interface Part {
  process: RunningProcess;
  stop(): Promise<void>;
}

/** Clears what earlier runs that were killed have left, and waits to be asked for what a run of the tests shares. */
export async function startTestRun(): Promise<{ stop(): Promise<void> }> {
  for (const runs of [IN_MEMORY, ON_DISK]) await clearDeadRuns(runs);
  const folder = await ownFolder();
  const parts: Part[] = [];
  const server = await answering(inFolder(folder, parts));
  const { port } = server.address() as { port: number };
  process.env["TEST_RUN"] = `http://127.0.0.1:${port}`;
  process.env["TEST_RUN_FOLDER"] = folder;
  // Ctrl-C: jest skips its teardown.
  const onExit = () => parts.forEach((part) => process.kill(part.process.pid, "SIGINT"));
  process.once("exit", onExit);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  return {
    async stop() {
      process.off("exit", onExit);
      server.close();
      server.closeAllConnections();
      await Promise.all(parts.map((part) => part.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type Makers = { [Name in keyof Shared]: (modules: string[]) => Promise<Shared[Name]> };

function inFolder(folder: string, parts: Part[]): Makers {
  const makers: Makers = {
    postgres: once(async () => {
      const postgres = await startPostgres({
        folder: join(folder, "postgres"),
        port: await freePort(),
        database: TEMPLATE,
        throwAway: true,
      });
      parts.push(postgres);
      const { ownerUrl, appUrl, adminUrl } = postgres;
      return { ownerUrl, appUrl, adminUrl };
    }),
    template: once(async () => {
      const { migrate } = await import("../../libs/store/migrate.ts");
      await migrate((await makers.postgres([])).ownerUrl);
      return { name: TEMPLATE };
    }),
    temporal: once(async () => {
      const temporal = await startTemporal({
        folder: join(folder, "temporal"),
        port: await freePort(),
        throwAway: true,
      });
      parts.push(temporal);
      return { address: temporal.address };
    }),
    workflows: once(bundledWith),
  };
  return makers;
}

const TEMPLATE = "migrated";

function once<T>(make: (modules: string[]) => Promise<T>): (modules: string[]) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (modules) => {
    const by = modules.join("\n");
    const one = made.get(by) ?? make(modules);
    made.set(by, one);
    return one;
  };
}

async function answering(makers: Makers): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "", "http://test-run");
    const name = pathname.slice(1) as keyof Shared;
    const told = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    makers[name](searchParams.getAll("with")).then(
      (made) => told(200, made),
      (error: unknown) => told(500, error instanceof Error ? error.stack : String(error)),
    );
  });
  // A file that asks again after some seconds would meet a connection that is just being closed.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function ownFolder(): Promise<string> {
  const roomOf = async (place: string): Promise<number> => {
    const { bavail, bsize } = await statfs(place);
    return bavail * bsize;
  };
  const isRoom = existsSync(MEMORY) && (await roomOf(MEMORY)) > ENOUGH_BYTES;
  const folder = join(isRoom ? IN_MEMORY : ON_DISK, String(process.pid));
  await mkdir(folder, { recursive: true });
  return folder;
}

async function clearDeadRuns(runs: string): Promise<void> {
  for (const run of existsSync(runs) ? await readdir(runs) : []) {
    if (/jest|test\/fuzz/u.test(commandLine(Number(run)))) continue;
    const folder = join(runs, run);
    await stopLeftoverPostgres(join(folder, "postgres"));
    const parts = (await readdir(folder, { withFileTypes: true })).filter((part) => part.isDirectory());
    for (const part of parts) await stopLeftoverTemporal(join(folder, part.name));
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Something that all files of this run share; the first who asks waits until it is there.
 * @param modules of interceptors that workflows are bundled with
 */
export async function sharedInRun<Name extends keyof Shared>(
  name: Name,
  modules: readonly string[] = [],
): Promise<Shared[Name]> {
  const besides = new URLSearchParams(modules.map((module): [string, string] => ["with", module]));
  const response = await fetch(`${ofTestRun("TEST_RUN")}/${name}?${besides}`);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(String(answer));
  return answer as Shared[Name];
}

async function bundledWith(modules: readonly string[]): Promise<{ codePath: string }> {
  const { bundledWorkflows } = await import("../../apps/worker/bundled.ts");
  const codePath = await bundledWorkflows(modules);
  if (codePath === undefined) throw new Error("Nothing can be kept in node_modules/.cache.");
  return { codePath };
}

/**
 * The workflows, as Worker.create takes them: of several processes of a run one alone bundles them.
 * @param modules of interceptors that are bundled with them
 */
export async function workflowsOfRun(
  modules: readonly string[] = [],
): Promise<{ workflowBundle: { codePath: string } }> {
  const inRun = process.env["TEST_RUN"] !== undefined;
  return { workflowBundle: await (inRun ? sharedInRun("workflows", modules) : bundledWith(modules)) };
}

/** The folder of this run, which is thrown away with it. */
export const folderOfRun = (): string => ofTestRun("TEST_RUN_FOLDER");

/** A variable that the run's start has set for the processes that run the tests. */
function ofTestRun(name: "TEST_RUN" | "TEST_RUN_FOLDER"): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: only .int.spec.ts and .e2e.spec.ts files have servers`);
  return value;
}
