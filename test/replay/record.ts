// `npm run record-histories -- RELEASE [SCENE…]`: acts out what journeys, Work Groups, payment runs and the rest go
// through (all scenes, or those named) and keeps the histories of every run under test/replay/histories/RELEASE.
// Recorded once for each release that changes a workflow, never changed afterwards.

import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import type { DataSource } from "typeorm";
import type { Activities } from "../../activities/index.ts";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres } from "../../apps/cli/setup/postgres.ts";
import { registerSearchAttributes, startTemporal } from "../../apps/cli/setup/temporal.ts";
import { testServer } from "../../apps/cli/setup/test-server.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { migrate } from "../../libs/store/migrate.ts";
import { historiesOf } from "../workflows/histories.ts";
import { startService } from "../workflows/service.ts";
import { writeHistory } from "./history-files.ts";
import { REAL_SERVER_SCENES } from "./real-server-scenes.ts";
import { SCENES } from "./scenes.ts";
import type { Scene } from "./stage.ts";

const [release, ...named] = process.argv.slice(2);
const folder = join(import.meta.dirname, "histories", release ?? "");
if (!release || !/^[\w.-]+$/.test(release) || existsSync(folder)) {
  process.stderr.write("Name a release that has no histories yet: npm run record-histories -- 0.2.0\n");
  process.exit(2);
}
const say = (line: string): boolean => process.stderr.write(`${line}\n`);
const local = join(localFolder, "record", String(process.pid));

/** A Temporal server that a world's scenes happen on. */
interface Server {
  env: TestWorkflowEnvironment;
  stop(): Promise<void>;
}

async function timeSkippingServer(): Promise<Server> {
  const env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable: await testServer(say) } });
  await registerSearchAttributes(env.connection, "default");
  return { env, stop: () => env.teardown() };
}

async function developmentServer(): Promise<Server> {
  const server = await startTemporal({ folder: join(local, "temporal"), port: await freePort(), throwAway: true, say });
  const env = await TestWorkflowEnvironment.createFromExistingServer({ address: server.address });
  const stop = async (): Promise<void> => {
    await env.teardown();
    await server.stop();
  };
  return { env, stop };
}

/** Acts out the scenes that are wanted, in a world of their own, and keeps their histories. */
async function record(name: string, start: () => Promise<Server>, startsAt: string, scenes: Record<string, Scene>) {
  const wanted = Object.entries(scenes).filter(([scene]) => named.length === 0 || named.includes(scene));
  if (wanted.length === 0) return;
  const running: { stop(): Promise<void> }[] = [];
  try {
    const postgres = await startPostgres({ folder: join(local, name), port: await freePort(), throwAway: true });
    running.push(postgres);
    await migrate(postgres.ownerUrl);
    const server = await start();
    running.push(server);
    const dataSource = await openDatabase(postgres.appUrl);
    running.push({ stop: () => dataSource.destroy() });
    await actAll(name, server.env, dataSource, startsAt, wanted);
  } finally {
    for (const { stop } of running.reverse()) await stop();
  }
}

async function actAll(
  name: string,
  env: TestWorkflowEnvironment,
  dataSource: DataSource,
  startsAt: string,
  scenes: [string, Scene][],
): Promise<void> {
  const away = { store: false };
  const around = (activities: Activities): Activities => ({
    ...activities,
    advance: async (request) => {
      if (away.store) throw new Error("the store is away");
      return activities.advance(request);
    },
  });
  const service = await startService({ env, dataSource, startsAt, around });
  try {
    for (const [scene, { journey, workflowId = workflowIdOf(journey), act }] of scenes) {
      say(`${name}: ${scene} …`);
      const made = await act({ service, journey, away, client: env.client, env, dataSource });
      for (const [index, history] of (await historiesOf(env.client, made ?? workflowId)).entries())
        await writeHistory(join(folder, `${scene}-${index + 1}.json`), history);
    }
  } finally {
    await service.stop();
  }
}

await mkdir(folder, { recursive: true });
await record("time-skipping", timeSkippingServer, "2020-06-01T07:00:00Z", SCENES);
await record("real-server", developmentServer, "2024-11-05T09:00:00Z", REAL_SERVER_SCENES);
await rm(local, { recursive: true, force: true });
process.exit(0);
