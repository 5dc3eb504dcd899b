// `npm run record-histories -- RELEASE [SCENE…]`: acts out what journeys and Work Groups go through (all scenes, or
// those named) and keeps the histories of every run under test/replay/histories/RELEASE. Recorded once for each release
// that changes a workflow, never changed afterwards.

import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres } from "../../apps/cli/setup/postgres.ts";
import { registerSearchAttributes } from "../../apps/cli/setup/temporal.ts";
import { testServer } from "../../apps/cli/setup/test-server.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { openDatabase } from "../../libs/store/data-source.ts";
import { migrate } from "../../libs/store/migrate.ts";
import { historiesOf } from "../workflows/histories.ts";
import { startService } from "../workflows/service.ts";
import { writeHistory } from "./history-files.ts";
import { SCENES, type Stage } from "./scenes.ts";

const [release, ...named] = process.argv.slice(2);
const folder = join(import.meta.dirname, "histories", release ?? "");
if (!release || !/^[\w.-]+$/.test(release) || existsSync(folder)) {
  process.stderr.write("Name a release that has no histories yet: npm run record-histories -- 0.2.0\n");
  process.exit(2);
}

const local = join(localFolder, "record", String(process.pid));
const postgres = await startPostgres({ folder: local, port: await freePort(), throwAway: true });
const env = await TestWorkflowEnvironment.createTimeSkipping({
  server: { executable: await testServer((line) => process.stderr.write(`${line}\n`)) },
});
await registerSearchAttributes(env.connection, "default");
await migrate(postgres.ownerUrl);
const dataSource = await openDatabase(postgres.appUrl);

const away = { store: false };
const service = await startService({
  env,
  dataSource,
  startsAt: "2020-06-01T07:00:00Z",
  around: (activities) => ({
    ...activities,
    advance: async (request) => {
      if (away.store) throw new Error("the store is away");
      return activities.advance(request);
    },
  }),
});
await mkdir(folder, { recursive: true });
for (const [name, { journey, workflowId = workflowIdOf(journey), act }] of Object.entries(SCENES).filter(
  ([scene]) => named.length === 0 || named.includes(scene),
)) {
  const stage: Stage = { service, journey, away, client: env.client, env, dataSource };
  await act(stage);
  for (const [index, history] of (await historiesOf(env.client, workflowId)).entries()) {
    await writeHistory(join(folder, `${name}-${index + 1}.json`), history);
  }
}

await service.stop();
await env.teardown();
await dataSource.destroy();
await postgres.stop();
await rm(local, { recursive: true, force: true });
process.exit(0);
