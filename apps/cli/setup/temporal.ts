import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Connection } from "@temporalio/client";
import { REGISTERED } from "../../../libs/contract/search-attributes.ts";
import { freePort } from "./ports.ts";
import { logTail, startProcess, stopLeftover, type RunningProcess } from "./processes.ts";
import { SetUpError, type Say } from "./set-up-error.ts";
import { temporalProgram } from "./temporal-program.ts";
import { fitStore } from "./temporal-store.ts";

export interface TemporalOptions {
  /** Its own folder: what it keeps, its log. Made if missing; what is there already is used again. */
  folder: string;
  /** The ports, on 127.0.0.1 only; without one for the Web UI there is none. */
  port: number;
  uiPort?: number;
  namespace?: string;
  /** For tests: nothing is kept. */
  throwAway?: boolean;
  say?: Say;
}

export interface RunningTemporal {
  /** host:port, for a client. */
  address: string;
  /** The Web UI; empty without one. */
  uiUrl: string;
  process: RunningProcess;
  stop(): Promise<void>;
}

/**
 * Starts the Temporal development server, with its Web UI and the search attributes of a journey.
 * One that an earlier, killed run left behind on the same folder is stopped first.
 * @throws SetUpError that says what is missing, or what the server said
 */
export async function startTemporal(options: TemporalOptions): Promise<RunningTemporal> {
  const { folder, say = () => undefined } = options;
  const command = await temporalProgram(say);
  await stopLeftoverTemporal(folder);
  if (options.throwAway) return run(command, options, undefined);

  const database = join(folder, "temporal.db");
  await mkdir(folder, { recursive: true });
  const before = await fitStore(command, database, async (empty) => {
    say("Carrying over what an earlier Temporal server kept …");
    const { uiPort: _, ...headless } = options;
    const server = await run(command, headless, empty);
    await server.stop();
  });
  if (before !== undefined) say(`Temporal's store was of another version (${before}), and is of this one now.`);
  return run(command, options, database);
}

/** @param database the file of its store; without one, nothing is kept */
async function run(command: string, options: TemporalOptions, database: string | undefined): Promise<RunningTemporal> {
  const { folder, port, uiPort, namespace = "default" } = options;
  const pidFile = join(folder, "temporal.pid");
  const log = join(folder, "temporal.log");
  const args = [
    "server",
    "start-dev",
    "--ip",
    "127.0.0.1",
    "--port",
    String(port),
    // Left to itself it looks for two that are free, closes them, and may find them taken when it needs them.
    "--http-port",
    String(await freePort()),
    "--metrics-port",
    String(await freePort()),
    "--namespace",
    namespace,
    "--log-level",
    "warn",
    // Without it letters go out in the order in which they fell due, and a large hub's before a small one's.
    "--dynamic-config-value",
    "matching.enableFairness=true",
    ...(uiPort === undefined ? ["--headless"] : ["--ui-port", String(uiPort)]),
    ...(database === undefined ? [] : ["--db-filename", database]),
    ...REGISTERED.flatMap(({ name, type }) => ["--search-attribute", `${name}=${type}`]),
  ];
  const server = await startProcess({ command, args, log });
  await writeFile(pidFile, `${server.pid}\n${telltale(port)}`);
  const address = `127.0.0.1:${port}`;
  const stop = async () => {
    await server.stop("SIGTERM");
    await rm(pidFile, { force: true });
  };
  try {
    await whenReady(address, namespace, server, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, uiUrl: uiPort === undefined ? "" : `http://127.0.0.1:${uiPort}`, process: server, stop };
}

/** Stops the server of a folder whose starter was killed. */
export async function stopLeftoverTemporal(folder: string): Promise<void> {
  const pidFile = join(folder, "temporal.pid");
  const [pid = "0", sign = ""] = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
  if (sign) await stopLeftover(Number(pid), sign);
  await rm(pidFile, { force: true });
}

const telltale = (port: number) => `start-dev --ip 127.0.0.1 --port ${port} `;

async function whenReady(address: string, namespace: string, server: RunningProcess, log: string): Promise<void> {
  for (const until = Date.now() + 60_000; ; await pause(100)) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 5_000 });
      try {
        await connection.workflowService.describeNamespace({ namespace });
        return;
      } finally {
        await connection.close();
      }
    } catch (cause) {
      if (server.isRunning() && Date.now() < until) continue;
      throw new SetUpError(`The Temporal server did not start. Its log, ${log}, ends:\n${logTail(log)}`, { cause });
    }
  }
}

/**
 * Registers the search attributes of a journey on a server that was not started by us, or that takes no flags for it
 * (the time-skipping one, which cannot list them either). Those that are there already stay as they are.
 */
export async function registerSearchAttributes(connection: Connection, namespace: string): Promise<void> {
  const ALREADY_EXISTS = 6; // gRPC
  for (const { name, number } of REGISTERED) {
    await connection.operatorService
      .addSearchAttributes({ namespace, searchAttributes: { [name]: number } })
      .catch((error: unknown) => {
        if (!(error instanceof Error && "code" in error && error.code === ALREADY_EXISTS)) throw error;
      });
  }
}
