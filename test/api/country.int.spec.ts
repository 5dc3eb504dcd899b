// The page over all hubs, as an operator and an auditor have it: real PostgreSQL, no Temporal.

import "reflect-metadata";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { Browser } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { HUB_LEAD, ok, recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;

beforeAll(async () => {
  store = await freshStore();
  for (const [urn, hub, behaviour, until] of [
    ["100001", "great-north", "silent", "2020-12-01"],
    ["100002", "far-south", "exemplary", "2022-03-01"],
    ["100003", "far-south", "silent", "2020-07-01"],
  ] as const)
    await putJourney(store, { urn, hub, workGroup: "wg-1", behaviour, until });
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2021-10-01T08:00:00Z",
    commandTimeoutMs: 500,
  });
}, 60_000);

afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

const stages = (sums: unknown) =>
  (sums as { stages: { stage: string; signedUp: number; began: number; completed: number }[] }).stages
    .filter(({ signedUp }) => signedUp > 0)
    .map(({ stage, signedUp, began, completed }) => ({ stage, signedUp, began, completed }));

it("counts who signed up, began and completed, beside the year before and hub by hub", async () => {
  const body = ok(await api.get("/api/v1/country?academicYear=2021/22", { as: { role: "auditor" } }));
  expect(stages(body["now"])).toEqual([{ stage: "development", signedUp: 1, began: 1, completed: 0 }]);
  expect(stages(body["before"])).toEqual([{ stage: "readiness", signedUp: 3, began: 2, completed: 1 }]);
  const before = ok(await api.get("/api/v1/country?academicYear=2020/21", { as: { role: "operator" } }));
  expect((before["hubs"] as { hub: string; signedUp: number }[]).map(({ hub, signedUp }) => [hub, signedUp])).toEqual([
    ["far-south", 2],
    ["great-north", 1],
  ]);
  // To Great North no school came in 2021/22: it stands there for those of the year before.
  expect(
    (body["hubs"] as Record<string, unknown>[]).map(({ hub, signedUp, signedUpBefore }) => [
      hub,
      signedUp,
      signedUpBefore,
    ]),
  ).toEqual([
    ["far-south", 1, 2],
    ["great-north", 0, 1],
  ]);
});

it("is for who answers for all hubs, and for a year that is known", async () => {
  expect((await api.get("/api/v1/country", { as: HUB_LEAD })).status).toBe(403);
  expect((await api.get("/api/v1/country?academicYear=1999/00", { as: { role: "auditor" } })).status).toBe(422);
  expect((await api.get("/api/v1/country?academicYear=2024/25", { as: { role: "auditor" } })).status).toBe(404);
});

it("is a page, each table a file", async () => {
  const auditor = await Browser.signedIn(api.origin, "auditor");
  const page = await auditor.go("/country?year=2020-21");
  expect(page.status).toBe(200);
  expect(page.text).toContain("All hubs in 2020/21");
  expect(page.text).toContain("Great North");
  expect(page.text.split("<svg ")).toHaveLength(page.text.split("<table ").length);
  expect(page.text).toContain("Schools that signed up, the hubs with most of them first");
  const file = await auditor.go("/country/hubs.csv?year=2020-21");
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="hubs-2020-21.csv"');
  expect(file.text).toMatch(/^Far South,2,/mu);
  expect((await auditor.go("/country/people.csv")).status).toBe(404);
  const lead = await Browser.signedIn(api.origin, "hub-lead.great-north");
  expect((await lead.go("/country")).status).toBe(403);
});
