// A backup, a service that goes on, a restore to the moment of the backup, and `npm run restored`: what came after is
// named, nobody is answered for it from memory, who was erased stays so, and dates go on.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import type { DataSource } from "typeorm";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { readMessageId } from "../../libs/contract/message-id.ts";
import { erasePerson } from "../../libs/people/erasure.ts";
import { exportPerson } from "../../libs/people/export.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { putPerson } from "../../libs/people/people.ts";
import type { Restored } from "../../libs/service/restore/restored.ts";
import { bringUpToDate } from "../../libs/service/schema.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { wakeSubject } from "../../libs/temporal/subject-client.ts";
import { TEST_KEY, TEST_KEYRING } from "../support/people-keys.ts";
import { devServer, type TestTemporal } from "../support/temporal.ts";
import { accepted, application, command } from "../workflows/commands.ts";
import { startService, type Service } from "../workflows/service.ts";
import { archived, baseBackup, momentOf, restoreTo, startArchiving, type Archived } from "./cluster.ts";

const [STAYS, GONE] = ["200001-primary", "200002-primary"];
const STARTS = "2020-06-02T08:00:00Z";
/** The offer has lapsed by then, if nobody accepts it. */
const LATER = "2020-09-15T08:00:00Z";

let folder: string;
let cluster: Archived;
let temporal: TestTemporal;
let env: TestWorkflowEnvironment;
let dataSource: DataSource;
let service: Service;
let erasureLog: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "restore-"));
  erasureLog = join(folder, "erasures.log");
  [cluster, temporal] = await Promise.all([startArchiving(join(folder, "postgres")), devServer()]);
  await bringUpToDate(cluster.postgres.ownerUrl, [TEST_KEY]);
  env = await TestWorkflowEnvironment.createFromExistingServer(temporal);
  await start(STARTS);
}, 120_000);

afterAll(async () => {
  await service.stop();
  await dataSource.destroy();
  await env.teardown();
  await cluster.postgres.stop();
  await rm(folder, { recursive: true });
}, 60_000);

async function start(startsAt: string): Promise<void> {
  dataSource = unlockPeople(await openDatabase(cluster.postgres.appUrl, { name: "test" }), TEST_KEYRING);
  service = await startService({ env, dataSource, startsAt, erasureLog });
}

async function restored(): Promise<Restored & { woken: number; failed: number }> {
  const top = fileURLToPath(new URL("../../", import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--import", "./apps/cli/setup/typescript.mjs", "apps/cli/restored.ts", "--json"],
    {
      cwd: top,
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        DATABASE_URL: cluster.postgres.appUrl,
        DATABASE_OWNER_URL: cluster.postgres.ownerUrl,
        TEMPORAL_ADDRESS: temporal.address,
        TEMPORAL_NAMESPACE: temporal.namespace,
        ERASURE_LOG: erasureLog,
      },
    },
  );
  return JSON.parse(stdout) as Restored & { woken: number; failed: number };
}

const person = (id: string) => ({
  id,
  firstName: "Ada",
  lastName: "Example",
  email: `${id.replace(/\s/g, "-")}@example.org`,
});
const runOf = async (journey: string) => (await env.client.workflow.getHandle(workflowIdOf(journey)).describe()).runId;
const sentTo = (journey: string): string[] =>
  service.outbox.flatMap(({ messageId }) => (readMessageId(messageId)?.journey === journey ? [messageId] : []));

const apply = () => service.send(GONE, application("200002", service, "apply-gone"));
const accept = () => service.send(STAYS, command("AcceptOffer", {}, { id: "accept-once", role: "school-contact" }));

it("goes on from the moment of the backup, and answers for nothing that came after", async () => {
  for (const urn of ["200001", "200002"]) await putPerson(dataSource, person(`${urn} applicant`));
  await putPerson(dataSource, person("erased-later"));
  accepted(await service.send(STAYS, application("200001", service, "apply-stays")));
  await service.settled(STAYS);
  await baseBackup(cluster);
  // Not in the base, but in the log.
  accepted(await service.send(STAYS, command("OfferPlace", { workGroup: "group-1" }, { id: "offer-once" })));
  await service.settled(STAYS);
  const moment = await momentOf(cluster);
  await pause(1_100);

  // What will be lost: a command that was acknowledged, a letter that was sent, an erasure.
  const acceptedAt = accepted(await accept());
  accepted(await apply());
  await service.settled(GONE);
  const [letter] = sentTo(GONE);
  expect(letter).toMatch(/^<200002-primary\.1\.[a-z]+@/u);
  const at = new Date().toISOString();
  await erasePerson(dataSource, erasureLog, { person: "erased-later", at, by: "p-1", reason: "request" });
  const runBefore = await runOf(STAYS);
  await archived(cluster);
  await service.stop();
  await dataSource.destroy();

  cluster = await restoreTo(cluster, moment);
  const report = await restored();
  expect(report.sent.map(({ id, messageIds, again }) => ({ id, messageIds, again }))).toEqual([
    { id: `${GONE}:1`, messageIds: [letter], again: false },
  ]);
  expect(report.lost.map(({ command: id }) => id).sort()).toEqual(["accept-once", "apply-gone"]);
  expect(report).toMatchObject({ erasures: { destroyed: 1, unreadable: [] }, woken: 1, failed: 0 });
  expect(report.ended).toBeGreaterThanOrEqual(2);

  await start(STARTS);
  expect(await service.state(STAYS)).toMatchObject({ status: "offered" });
  expect(await service.events(GONE)).toEqual([]);
  expect(await exportPerson(dataSource, "erased-later")).toMatchObject({
    erasedAt: expect.any(String),
    contact: null,
  });

  // The same keys again: carried out anew, under names that Temporal and the mail server have not heard.
  expect(accepted(await accept())).toBe(acceptedAt);
  expect(await service.state(STAYS)).toMatchObject({ status: "accepted" });
  accepted(await apply());
  await service.settled(GONE);
  expect(sentTo(GONE)).toEqual([expect.stringMatching(/^<200002-primary\.1\.[a-z]+\.[0-9a-f]{8}@/u)]);
  expect(await runOf(STAYS)).not.toBe(runBefore);
  const { events } = await env.client.workflow.getHandle(workflowIdOf(STAYS)).fetchHistory();
  const updates = (events ?? []).flatMap(
    ({ workflowExecutionUpdateAcceptedEventAttributes: update }) => update?.acceptedRequest?.meta?.updateId ?? [],
  );
  expect(updates).toEqual([expect.stringMatching(/^accept-once@[0-9a-f]{8}$/u)]);
  expect(events?.some(({ timerStartedEventAttributes: timer }) => timer)).toBe(true);
}, 180_000);

it("and its dates go on: what falls due later comes", async () => {
  accepted(await service.send(GONE, command("OfferPlace", { workGroup: "group-2" })));
  await service.settled(GONE);
  await service.stop();
  await dataSource.destroy();
  await start(LATER);
  await wakeSubject(env.client, GONE, { timeoutMs: 10_000 });
  expect(await service.settled(GONE)).toMatchObject({ status: "lapsed" });
}, 60_000);
