// `npm run test:upgrade [-- --commit COMMIT --folder FOLDER]`: a service of 200 schools as release 0.3.0 left it, made
// by that release's own code in PostgreSQL and in Temporal's store, is started on the code of today. Ends with 1 where
// anything of it is lost or does not go on. `--folder`: one that was made before, of which a copy is used.

import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { DataSource } from "typeorm";
import { recover } from "../../activities/recover.ts";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startPostgres } from "../../apps/cli/setup/postgres.ts";
import { registerSearchAttributes, startTemporal } from "../../apps/cli/setup/temporal.ts";
import { addSeconds, instantFromMs } from "../../libs/calendar/instants.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { migrate } from "../../libs/store/migrate.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { startApi } from "../api/api-under-test.ts";
import { TEST_KEYRING } from "../support/people-keys.ts";
import { startService } from "../workflows/service.ts";
import * as goes from "./goes-on.ts";
import { makeOldService, RELEASE_0_3_0 } from "./old-release.ts";
import { failedTasks, runningWorkflows, turnedSince } from "./temporal-side.ts";

const SIZES = { offers: 100, placed: 7, released: 60, payable: 33 };

const { values } = parseArgs({
  options: { commit: { type: "string", default: RELEASE_0_3_0 }, folder: { type: "string" } },
});
const folder = join(localFolder, "upgrade", String(process.pid));
await mkdir(folder, { recursive: true });
process.env["TEST_RUN_FOLDER"] = folder;
const say = (line: string): void => {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
};

const left = join(folder, "left");
let made: goes.Made;
if (values.folder !== undefined && existsSync(join(values.folder, "made.json"))) {
  await cp(values.folder, left, { recursive: true });
  made = JSON.parse(await readFile(join(left, "made.json"), "utf8")) as goes.Made;
} else made = await makeOldService(values.commit, left, SIZES);

say("starting today's on it");
const postgres = await startPostgres({ folder: join(left, "postgres"), port: await freePort() });
const owner = await new DataSource({ type: "postgres", url: postgres.ownerUrl }).initialize();
const before = await goes.eventsOf(owner);
await migrate(postgres.ownerUrl);
const temporal = await startTemporal({ folder: join(left, "temporal"), port: await freePort() });
const env = await TestWorkflowEnvironment.createFromExistingServer({ address: temporal.address });
// As a worker does when it starts: the old release knew fewer.
await registerSearchAttributes(env.connection, "default");
const dataSource = unlockPeople(await openDatabase(postgres.appUrl, { name: "upgrade", poolSize: 12 }), TEST_KEYRING);
const startsAt = addSeconds(instantFromMs(Date.now()), -made.behind);
const ran = await runningWorkflows(env.client);
const since = new Date();
const service = await startService({ env, dataSource, startsAt });
const api = await startApi({
  databaseUrl: postgres.appUrl,
  temporalAddress: temporal.address,
  startsAt,
  commandTimeoutMs: 20_000,
});
const upgraded: goes.Upgraded = { made, dataSource, api, service };

const faults: string[] = [];
const counted: Record<string, number> = { events: before.size, workflows: ran.length };
async function check(what: string, look: () => Promise<unknown>): Promise<void> {
  say(what);
  try {
    const found = await look();
    if (Array.isArray(found)) faults.push(...found.map((one) => `${what}: ${String(one)}`));
  } catch (error) {
    faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

await check("every event is as it was", async () => goes.lost(before, await goes.eventsOf(owner)));
await check("all are woken", async () => {
  const { woken, failed } = await recover({ dataSource, client: env.client });
  counted["woken"] = woken;
  return failed === 0 ? [] : [`${failed} could not be woken`];
});
await check("the hub's turn is done", () => goes.turnCompletes(upgraded));
await check("journeys take commands", () => goes.journeysTakeCommands(upgraded));
await check("the Work Group goes on", () => goes.groupGoesOn(upgraded));
await check("the payment run completes", () => goes.runCompletes(upgraded));
await check("grants are approved", () => goes.grantsAreApproved(upgraded));
await check("what was owed is done", () => goes.allSettled(upgraded));
await check("nothing is lost", async () => goes.lost(before, await goes.eventsOf(owner)));
await check("streams are whole", () => goes.unsound(owner));
await check("every workflow of before has been run by today's code", () => turnedSince(env.client, ran, since));
await check("no workflow task has failed", () => failedTasks(env.client, since));

await api.stop();
await service.stop();
await env.teardown();
await dataSource.destroy();
await owner.destroy();
await temporal.stop();
await postgres.stop();
process.exitCode = faults.length > 0 ? 1 : 0;
const schools = made.offers.length + made.placed.length + made.released.length + made.payable.length;
process.stdout.write(`${schools} schools of ${values.commit}: ${JSON.stringify(counted)}\n`);
process.stdout.write(faults.length > 0 ? `${faults.join("\n")}\n${faults.length} FAULTS\n` : "all of it goes on\n");
if (faults.length === 0) await rm(folder, { recursive: true, force: true });
process.exit();
