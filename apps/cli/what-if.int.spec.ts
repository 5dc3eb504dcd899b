import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { putJourney } from "../../test/support/journeys.ts";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { together, type WhatIf } from "../../libs/rehearsal/forward/what-if.ts";
import { piecesOf } from "../../libs/service/ahead/pieces.ts";
import { WhatIfs } from "../../libs/service/ahead/what-if.ts";
import { top } from "./setup/folders.ts";
import { compared, withJourneys, type AskedWhatIf } from "./what-if-compared.ts";
import { comparedIn, lanesFor } from "./what-if-lanes.ts";

let store: TestStore;
let folder: string;
beforeAll(async () => {
  store = await freshStore();
  folder = await mkdtemp(join(tmpdir(), "what-if-"));
  await putJourney(store, {
    urn: "100001",
    hub: "great-north",
    workGroup: "wg-1",
    behaviour: "exemplary",
    until: "2021-08-01",
  });
  await putJourney(store, { urn: "100002", hub: "far-south", workGroup: "wg-2", until: "2020-12-01" });
}, 60_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

/** `npm run what-if -- FILE …` on this database. */
async function whatIf(text: string, ...flags: string[]): Promise<{ code: number; out: string; err: string }> {
  const file = join(folder, "what-if.yaml");
  await writeFile(file, text);
  const env = { ...process.env, NODE_OPTIONS: "", DATABASE_URL: store.appUrl };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "./apps/cli/setup/typescript.mjs", "apps/cli/what-if.ts", file, ...flags],
      { cwd: top, env },
      (error, out, err) => resolve({ code: typeof error?.code === "number" ? error.code : 0, out, err }),
    );
  });
}

describe("npm run what-if", () => {
  // The service was away for years: the Development year that should have begun in 2021 begins now, with the grant of
  // its prospectus.
  it("tells what other figures would mean for every journey, and writes nothing", async () => {
    const policy = "policy: {2021-22/primary-development: {grant: 1500}}\n";
    const { code, out, err } = await whatIf(policy);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("2 journeys\n");
    expect(out).toMatch(/£1,000 +£1,500 {2}of grants/u);
    expect(out).toContain("1 journey changes:\n  100001-primary (great-north): grantsPence +500");
    const json = JSON.parse((await whatIf(`${policy}hub: far-south\n`, "--json")).out) as {
      now: { journeys: number };
      changed: unknown[];
    };
    expect([json.now.journeys, json.changed]).toEqual([1, []]);
    const [row] = await store.owner.query<{ events: number }[]>(
      `select count(*)::int as events from events where recorded_at > now() - interval '1 second' and type =
        'GrantDue'`,
    );
    expect(row?.events ?? 0).toBe(0);
  }, 60_000);

  it("finds the same in several lanes as in one", async () => {
    const asked: AskedWhatIf = {
      url: store.appUrl,
      policy: { "2021-22/primary-development": { grant: 1500 } },
      hub: null,
      ...{ from: "2021-07-01T09:00:00Z", until: "2022-08-31T22:59:59Z" },
    };
    const whole = await withJourneys(asked, async (database) =>
      compared(database, asked, await new WhatIfs(database).journeys(null)),
    );
    expect(whole.now.journeys).toBe(2);
    // What one has taken, no other takes.
    const journeys = piecesOf(["100001-primary", "100002-primary"]);
    const taking = (): Promise<WhatIf> => withJourneys(asked, (database) => compared(database, asked, journeys));
    const lanes = await Promise.all([taking(), taking()]);
    expect(lanes.map(({ now }) => now.journeys).sort()).toEqual([0, 2]);
    expect(lanes.reduce(together)).toEqual(whole);
    // One that is a thread of its own says the same.
    const lane = new Worker(new URL("./what-if-lane.ts", import.meta.url), {
      execArgv: ["--import", "./apps/cli/setup/typescript.mjs"],
    });
    const found = await comparedIn(lane, asked, piecesOf(journeys.ids));
    expect(found).toEqual(whole);
  }, 60_000);

  it("takes a lane more only for a thousand journeys more", () => {
    expect([400, 1_999, 2_000, 10_636].map((journeys) => lanesFor(journeys, 4))).toEqual([1, 1, 2, 4]);
    expect(lanesFor(10_636, 2)).toBe(2);
  });

  it("names every fault of its file", async () => {
    expect(await whatIf("policy: {2021-22/primary-development: {grant: much}}\nhub: 7\nwhen: now\n")).toEqual({
      code: 1,
      out: "",
      err:
        "when: is not one of policy, hub, until\npolicy: must be figures by prospectus id, as " +
        "{2027-28/primary-development: {grant: 1500}}\nhub: must be the code of a hub, as great-north\n",
    });
    expect((await whatIf("policy: {1999-00/nothing: {grant: 1}}\n")).err).toMatch(/1999-00\/nothing/u);
  }, 60_000);
});
