// A change shipped to running workflows, and taken back: old and new worker side by side on the development server (the
// time-skipping one knows no versions), while commands keep coming.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import type { RunningWorker } from "../../apps/worker/worker.ts";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import type { Outcome } from "../../libs/contract/journey.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import { currentBuildId, makeCurrent } from "../../libs/temporal/deployment.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import { wakeSubject } from "../../libs/temporal/subject-client.ts";
import type { Command, CommandData, CommandName } from "../../libs/work-group/commands.ts";
import { told } from "../support/groups.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer, type TestTemporal } from "../support/temporal.ts";
import type { History } from "../workflows/histories.ts";
import { eventually } from "../workflows/service.ts";
import { bundleVersions, failuresIn, replayOn, startVersion, versionOf, versionsIn, type Version } from "./versions.ts";

const ROUND_MS = 60_000;
const groups = Array.from({ length: 4 }, (_, index) => `shipped-${index + 1}`);
const runs = groups.map(groupName);

let folder: string;
let store: TestStore;
let server: TestTemporal;
let connection: Connection;
let client: Client;
let versions: Record<"today" | "ready" | "changed", Version>;
let working: { version: Version; worker: RunningWorker };
let sent = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "versions-"));
  [versions, store, server] = await Promise.all([bundleVersions(folder), freshStore({ poolSize: 12 }), devServer()]);
  connection = await Connection.connect({ address: server.address });
  client = new Client({ connection, namespace: server.namespace });
  working = { version: versions.today, worker: await start(versions.today) };
}, 90_000);

afterAll(async () => {
  await stop(working.worker);
  await connection.close();
  await store.close();
  await rm(folder, { recursive: true });
}, 60_000);

const start = (version: Version): Promise<RunningWorker> =>
  startVersion(version, { databaseUrl: store.appUrl, temporal: server });
async function stop(worker: RunningWorker): Promise<void> {
  worker.stop();
  await worker.ended;
}
const nowCurrent = ({ buildId }: Version): Promise<void> =>
  makeCurrent(connection, { namespace: server.namespace, buildId, timeoutMs: ROUND_MS });

function ask<N extends CommandName>(group: string, type: N, data: CommandData[N]): Promise<Outcome> {
  sent += 1;
  const by = { who: "somebody", role: "hub-lead" };
  const command = { id: `${group} ${type} ${sent}`, type, at: instantFromMs(Date.now()), by, data } as Command;
  return bringCommand({ dataSource: store.app, client }, groupName(group), command, { timeoutMs: 30_000 });
}
const changeLead = (group: string): Promise<Outcome> =>
  ask(group, "ChangeLead", {
    lead: `lead-${sent % 2}-${sent}`,
    leadRole: "mastery-specialist",
    reason: { id: "reason", words: 3 },
  });

/** Between two commands to a group: enough to be always busy, and little enough to be replayed soon. */
const PACE_MS = 200;

/** Commands to every group, one after the other, until told to end; answers what became of them, each answer once. */
function load(): { end(): Promise<string[]> } {
  let over = false;
  const answers = new Set<string>();
  const ended = Promise.all(
    groups.map(async (group) => {
      for (; !over; await pause(PACE_MS)) answers.add(told(await changeLead(group)));
    }),
  );
  return {
    async end() {
      over = true;
      await ended;
      return [...answers];
    },
  };
}

async function histories(): Promise<Map<string, History>> {
  const all = runs.map(async (run) => [run, await client.workflow.getHandle(run).fetchHistory()] as const);
  return new Map(await Promise.all(all));
}

it("is given nothing before it is current, and everything then", async () => {
  const form: CommandData["FormWorkGroup"] = {
    hub: "great-north",
    prospectus: "2027-28/primary-embedding",
    lead: "lead",
    leadRole: "mastery-specialist",
  };
  const first = ask(groups[0] ?? "", "FormWorkGroup", form);
  await eventually(async () => {
    expect((await client.workflow.getHandle(runs[0] ?? "").describe()).historyLength).toBeGreaterThan(1);
  });
  expect(await versionOf(client, runs[0] ?? "")).toBe("none");
  await nowCurrent(working.version);
  expect(told(await first)).toBe("ok");
  for (const group of groups.slice(1)) expect(told(await ask(group, "FormWorkGroup", form))).toBe("ok");
  expect(await currentBuildId(connection, server.namespace)).toBe("today");
}, 90_000);

it.each([
  { from: "today", to: "ready" },
  { from: "ready", to: "today" },
  { from: "today", to: "ready" },
  { from: "ready", to: "changed" },
  { from: "changed", to: "ready" },
] as const)(
  "$from to $to under load: every run is woken and moves, none decides otherwise, and both replay what came between",
  async ({ from, to }) => {
    const [older, newer] = [working, { version: versions[to], worker: await start(versions[to]) }];
    expect(older.version.buildId).toBe(from);
    const commands = load();
    await nowCurrent(newer.version);
    await Promise.all(runs.map((run) => wakeSubject(client, run, { timeoutMs: 10_000 })));
    await eventually(async () => {
      const all = await Promise.all(runs.map((run) => versionOf(client, run)));
      expect([...new Set(all)]).toEqual([to]);
    }, 30_000);
    working = newer;
    await stop(older.worker);
    expect(await commands.end()).toEqual(["ok"]);

    const recorded = await histories();
    expect([...recorded.values()].flatMap(failuresIn)).toEqual([]);
    for (const history of recorded.values()) expect(versionsIn(history).slice(-2)).toEqual([from, to]);
    // `ready` knows all that there has been; today's code knows nothing of the branch.
    expect(await replayOn(versions.ready, recorded)).toEqual({});
    expect(await replayOn(newer.version, recorded)).toEqual({});
    expect(await replayOn(older.version, recorded)).toEqual({});
  },
  120_000,
);

it("could not have gone back to code that does not know the branch which was taken", async () => {
  expect(Object.keys(await replayOn(versions.today, await histories()))).toEqual(runs);
}, 60_000);
