// A Temporal server as it is run in service: on PostgreSQL, one of its own beside it. Built with Go, once for a user.

import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Connection } from "@temporalio/client";
import { msToTs } from "@temporalio/common/lib/time.js";
import { cacheFolder, top } from "../../../apps/cli/setup/folders.ts";
import { freePort } from "../../../apps/cli/setup/ports.ts";
import { startPostgres } from "../../../apps/cli/setup/postgres.ts";
import { logTail, startProcess, type RunningProcess } from "../../../apps/cli/setup/processes.ts";
import { onPath, succeeds } from "../../../apps/cli/setup/programs.ts";
import { registerSearchAttributes } from "../../../apps/cli/setup/temporal.ts";

/** The version that compose.yaml and the development server have. */
const VERSION = "1.32.0";
const PROGRAMS = { server: "go.temporal.io/server/cmd/server", sql: "go.temporal.io/server/cmd/tools/sql" };
/** The image's own; for a whole country it is 512 (docker/README.md). */
const SHARDS = 4;
const DATABASES = { temporal: "temporal", visibility: "temporal_visibility" };

export interface ServerOnPostgres {
  address: string;
  /** The server, and its PostgreSQL. */
  pids: readonly number[];
  stop(): Promise<void>;
}

interface Store {
  host: string;
  port: string;
  user: string;
  password: string;
}

/**
 * Starts one, with its namespace `default` and the search attributes of a journey. `folder`: its own. Throws Error with
 * what is missing, or what the server said.
 */
export async function startOnPostgres(folder: string, say: (line: string) => void): Promise<ServerOnPostgres> {
  const programs = await built(say);
  const postgres = await startPostgres({ folder: join(folder, "postgres"), port: await freePort() });
  let server: RunningProcess | undefined;
  const stop = async (): Promise<void> => {
    await server?.stop("SIGTERM");
    await postgres.stop();
  };
  try {
    const { hostname: host, port, username: user, password } = new URL(postgres.adminUrl);
    const store = { host, port, user, password };
    await makeSchemas(join(programs, "sql"), store);
    const [config, log] = [join(folder, "server.json"), join(folder, "server.log")];
    const frontend = await freePort();
    await writeFile(config, JSON.stringify(await configOf(store, frontend)), { mode: 0o600 });
    const args = ["--config-file", config, "--allow-no-auth", "start"];
    server = await startProcess({ command: join(programs, "server"), args, log });
    const address = `127.0.0.1:${frontend}`;
    await makeNamespace(address, server, log);
    return { address, pids: [server.pid, postgres.process.pid], stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The folder with both programs. */
async function built(say: (line: string) => void): Promise<string> {
  const folder = join(cacheFolder(), `temporal-server-${VERSION}`);
  if (Object.keys(PROGRAMS).every((name) => existsSync(join(folder, name)))) return folder;
  const go = onPath("go");
  if (go === undefined) throw new Error("There is no Go on the PATH to build a Temporal server with.");
  await mkdir(folder, { recursive: true });
  say(`building the Temporal server ${VERSION} with Go, once: some minutes …`);
  for (const path of Object.values(PROGRAMS))
    if (!(await succeeds(go, ["install", `${path}@v${VERSION}`], { env: { ...process.env, GOBIN: folder } })))
      throw new Error(`"go install ${path}@v${VERSION}" failed; what it said is above.`);
  return folder;
}

async function makeSchemas(sql: string, { host, port, user, password }: Store): Promise<void> {
  for (const [schema, database] of Object.entries(DATABASES)) {
    const env = { SQL_PLUGIN: "postgres12", SQL_HOST: host, SQL_PORT: port, SQL_USER: user, SQL_PASSWORD: password };
    for (const args of [
      ["create"],
      ["setup-schema", "--version", "0.0"],
      ["update-schema", "--schema-name", `postgresql/v12/${schema}`],
    ])
      if (!(await succeeds(sql, args, { env: { ...process.env, ...env, SQL_DATABASE: database }, quiet: true })))
        throw new Error(`Temporal's database ${database} could not be made (${args[0]}).`);
  }
}

/** Its settings; JSON is YAML. */
async function configOf({ host, port, user, password }: Store, frontend: number): Promise<object> {
  const sql = (databaseName: string) => ({
    sql: {
      ...{ pluginName: "postgres12", databaseName, connectAddr: `${host}:${port}`, connectProtocol: "tcp" },
      ...{ user, password, maxConns: 20, maxIdleConns: 20 },
    },
  });
  const rpc = async (grpcPort: number) => ({
    rpc: { grpcPort, membershipPort: await freePort(), bindOnLocalHost: true },
  });
  return {
    log: { stdout: true, level: "warn" },
    persistence: {
      ...{ defaultStore: "default", visibilityStore: "visibility", numHistoryShards: SHARDS },
      datastores: { default: sql(DATABASES.temporal), visibility: sql(DATABASES.visibility) },
    },
    global: { membership: { maxJoinDuration: "30s", broadcastAddress: "127.0.0.1" } },
    services: {
      frontend: await rpc(frontend),
      matching: await rpc(await freePort()),
      history: await rpc(await freePort()),
      worker: await rpc(await freePort()),
    },
    clusterMetadata: {
      ...{ enableGlobalNamespace: false, failoverVersionIncrement: 10 },
      ...{ masterClusterName: "active", currentClusterName: "active" },
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: "frontend", rpcAddress: `127.0.0.1:${frontend}` },
      },
    },
    dcRedirectionPolicy: { policy: "noop" },
    publicClient: { hostPort: `127.0.0.1:${frontend}` },
    dynamicConfigClient: { filepath: join(top, "docker/temporal-dynamic-config.yaml"), pollInterval: "10s" },
  };
}

/** Once the server answers; made, a namespace is known everywhere some seconds later. */
async function makeNamespace(address: string, server: RunningProcess, log: string): Promise<void> {
  const namespace = "default";
  for (const until = Date.now() + 60_000; ; await pause(250)) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 5_000 });
      try {
        const { workflowService } = connection;
        const day = msToTs("1 day");
        await workflowService
          .describeNamespace({ namespace })
          .catch(() => workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: day }));
        await registerSearchAttributes(connection, namespace);
        return await pause(KNOWN_MS);
      } finally {
        await connection.close();
      }
    } catch (cause) {
      if (server.isRunning() && Date.now() < until) continue;
      throw new Error(`The Temporal server did not start. Its log ends:\n${logTail(log)}`, { cause });
    }
  }
}
const KNOWN_MS = 12_000;
