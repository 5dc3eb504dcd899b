// Commands of a year over the API, which are noted by one question: what a key is good for, and what nobody sees.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Database } from "../../libs/service/database.ts";
import { claimAtOnce } from "../../libs/service/commands/claim-at-once.ts";
import { streamOf } from "../../libs/store/events/streams.ts";
import { putJourney } from "../support/journeys.ts";
import { TEST_KEYRING } from "../support/people-keys.ts";
import { HUB_LEAD, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const NOW = "2021-01-18T12:00:00Z";
const URNS = ["100001", "100002", "100003", "100004"];
const DONE = { commitment: "gap-task-1", on: "2021-01-15" };

let whole: WholeService;
beforeAll(async () => {
  whole = await startWhole(NOW);
  for (const urn of URNS) await putJourney(whole.store, { urn, hub: "great-north", workGroup: "wg-1", until: NOW });
}, 90_000);
afterAll(() => whole?.stop(), 30_000);

const pathOf = (urn: string): string => `journeys/${urn}-primary/complete-gap-task`;
const done = (urn: string, key: string, body: object = DONE): Promise<Reply> =>
  whole.api.post(`/api/v1/${pathOf(urn)}`, body, { key });
async function count(urn: string): Promise<number> {
  const rows: unknown[] = await whole.store.owner.query(
    "select from events where stream = $1 and type = 'GapTaskCompleted'",
    [streamOf(`${urn}-primary`)],
  );
  return rows.length;
}

it("the same key and body have the same answer and one effect; another body is refused", async () => {
  const first = await done("100001", "k-1");
  const again = await done("100001", "k-1");
  expect([first.status, again.status]).toEqual([200, 200]);
  expect(again.body).toEqual(first.body);
  expect((await done("100001", "k-1", { ...DONE, on: "2021-01-14" })).body).toMatchObject({
    status: 422,
    code: "key-reused",
  });
  expect((await done("100001", "k-1", { on: "yesterday" })).body).toMatchObject({ code: "key-reused" });
  expect(await count("100001")).toBe(1);
}, 30_000);

it("a key that comes many times at once has one effect", async () => {
  const all = await Promise.all(Array.from({ length: 6 }, () => done("100002", "k-2")));
  expect(new Set(all.map(({ status, body }) => `${status} ${String(body["version"])}`)).size).toBe(1);
  expect(await count("100002")).toBe(1);
}, 30_000);

it("what an API noted that then died is carried out when the same key comes again", async () => {
  const database = new Database(whole.store.appUrl, TEST_KEYRING);
  const caller = { who: HUB_LEAD.who ?? "", role: "hub-lead", hub: "great-north", urns: [], workGroups: [] } as const;
  const order = { name: "CompleteGapTask", id: "100003-primary", route: pathOf("100003"), at: NOW } as const;
  const asked = { caller, body: DONE, request: "of the one that died", key: "k-3" };
  expect(await claimAtOnce(await database.open(), order, asked)).not.toBeNull();
  await database.close();
  expect(await count("100003")).toBe(0);
  expect((await done("100003", "k-3")).status).toBe(200);
  expect(await count("100003")).toBe(1);
}, 30_000);

it("another hub’s journey is not there, and nothing is noted of the attempt", async () => {
  const as = { ...HUB_LEAD, hub: "far-south" };
  const reply = await whole.api.post(`/api/v1/${pathOf("100004")}`, DONE, { as, key: "k-4" });
  expect(reply.status).toBe(404);
  const rows: unknown[] = await whole.store.owner.query("select from commands where stream = $1", [
    streamOf("100004-primary"),
  ]);
  expect(rows).toHaveLength(0);
}, 30_000);
