// The API as callers meet it: over HTTP, on real PostgreSQL and a Temporal server that comes and goes.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { join } from "node:path";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { startTemporal, type RunningTemporal } from "../../apps/cli/setup/temporal.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { VERSION } from "../../libs/config/version.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { folderOfRun } from "../support/test-run.ts";
import { eventually, startService, type Service } from "../workflows/service.ts";
import { HUB_LEAD, recordOutput, startApi, type ApiUnderTest, type Reply } from "./api-under-test.ts";

const STARTS = "2020-06-02T08:00:00Z";

/** An application of a made-up school; it names none beside it, for that may not be itself. */
const application = (urn: string) => ({
  ...APPLICATION_EXAMPLE,
  school: { ...APPLICATION_EXAMPLE.school, urn },
  group: undefined,
});

let store: TestStore;
let api: ApiUnderTest;
let temporal: RunningTemporal;
let environment: TestWorkflowEnvironment;
let service: Service;
let port: number;
const output = recordOutput();

beforeAll(async () => {
  store = await freshStore();
  port = await freePort();
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${port}`,
    startsAt: STARTS,
    commandTimeoutMs: 2_500,
    sendsAgain: true,
  });
}, 30_000);

afterAll(async () => {
  await api?.stop();
  await service?.stop();
  await environment?.teardown();
  await temporal?.stop();
  await store?.close();
  output.end();
}, 30_000);

const eventsOf = async (journey: string) =>
  (await api.get(`/api/v1/journeys/${journey}/events`)).body["items"] as {
    seq: number;
    type: string;
    at: string;
    by: object;
  }[];
const typesOf = async (journey: string) =>
  (await eventsOf(journey)).map(({ type }) => type).filter((type) => type !== "EffectPerformed");
const apply = (urn: string, key?: string): Promise<Reply> =>
  api.post("/api/v1/applications", application(urn), key === undefined ? {} : { key });

describe("while Temporal is away", () => {
  it("a command is answered 503 with Retry-After, and reads go on", async () => {
    const refused = await apply("100001", "first");
    expect([refused.status, refused.headers.get("retry-after"), refused.headers.get("content-type")]).toEqual([
      503,
      "2",
      "application/problem+json",
    ]);
    expect(refused.body).toMatchObject({ code: "unavailable", status: 503, instance: "/api/v1/applications" });
    expect((await api.get("/health/ready")).status).toBe(503);
    expect((await api.get("/health/live")).body).toEqual({ status: "live", version: VERSION });
    expect((await api.get("/api/v1/journeys")).body).toEqual({ items: [], next: null });
  }, 20_000);

  it("the same key resolves it once Temporal is back: one effect, judged by its first receipt", async () => {
    api.pass(600);
    temporal = await startTemporal({
      folder: join(folderOfRun(), "temporal-api"),
      port,
      throwAway: true,
    });
    environment = await TestWorkflowEnvironment.createFromExistingServer({ address: temporal.address });
    service = await startService({ env: environment, dataSource: store.app, startsAt: api.now() });
    const accepted = await eventually(async () => {
      const reply = await apply("100001", "first");
      if (reply.status === 503) throw new Error("still away");
      return reply;
    });
    expect([accepted.status, accepted.headers.get("location")]).toEqual([201, "/api/v1/journeys/100001-primary"]);
    expect(accepted.body).toEqual({ journey: "100001-primary", version: 1, status: "applied" });
    expect((await eventsOf("100001-primary"))[0]).toMatchObject({
      seq: 1,
      type: "ApplicationSubmitted",
      at: STARTS,
      by: { who: "p-1", role: "hub-lead" },
    });
    expect((await api.get("/health/ready")).body).toEqual({ status: "ready", postgresql: true, temporal: true });
  }, 60_000);
});

describe("a key", () => {
  it("that comes again with the same body has the same answer, later too, and one effect", async () => {
    const first = await apply("100002", "again");
    await api.post("/api/v1/journeys/100002-primary/offer-place", { workGroup: "wg-1" });
    const again = await apply("100002", "again");
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    expect(again.headers.get("etag")).toBe(first.headers.get("etag"));
    expect(await typesOf("100002-primary")).toEqual(["ApplicationSubmitted", "PlaceOffered"]);
  }, 20_000);

  it("has the same answer too where its outcome was recorded before outcomes said the status", async () => {
    const first = await apply("100012", "of-old");
    await api.post("/api/v1/journeys/100012-primary/offer-place", { workGroup: "wg-1" });
    const older = `update commands set outcome = outcome - 'status' where stream = 'journey/100012-primary'`;
    await store.owner.query(older);
    expect((await apply("100012", "of-old")).body).toEqual(first.body);
    expect(first.body).toMatchObject({ version: 1, status: "applied" });
  }, 20_000);

  it("that comes with another body is refused, whatever the body", async () => {
    for (const body of [application("100003"), { nonsense: true }]) {
      expect((await api.post("/api/v1/applications", body, { key: "again" })).body).toMatchObject({
        status: 422,
        code: "key-reused",
      });
    }
    expect((await api.get("/api/v1/journeys/100003-primary")).status).toBe(404);
  });

  it("is its caller’s own, and its route’s", async () => {
    expect(
      (await api.post("/api/v1/applications", application("100004"), { key: "again", as: { ...HUB_LEAD, who: "p-2" } }))
        .status,
    ).toBe(201);
    expect(
      (
        await api.post(
          "/api/v1/journeys/100004-primary/offer-place",
          {},
          { key: "again", as: { ...HUB_LEAD, who: "p-2" } },
        )
      ).status,
    ).toBe(200);
  }, 20_000);

  it("that a rejection was answered to is answered with it again", async () => {
    const late = { ...application("100005"), criteria: ["nonsense"] };
    const first = await api.post("/api/v1/applications", late, { key: "rejected" });
    const again = await api.post("/api/v1/applications", late, { key: "rejected" });
    expect(first.body).toMatchObject({ status: 409, code: "criteria-unknown" });
    expect(again.body).toEqual(first.body);
  }, 20_000);

  it("that comes many times at once has one effect", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => apply("100006", "at-once")));
    expect(all.map(({ status, body }) => [status, body["version"]])).toEqual(all.map(() => [201, 1]));
    const mixed = await Promise.all(["100007", "100008", "100009"].map((urn) => apply(urn, "mixed")));
    expect(mixed.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
    expect(await typesOf("100006-primary")).toEqual(["ApplicationSubmitted"]);
  }, 30_000);
});

it("while PostgreSQL is away, reads and commands are answered 503", async () => {
  const dead = await startApi({
    databaseUrl: `postgres://nobody@127.0.0.1:${await freePort()}/none`,
    temporalAddress: `127.0.0.1:${port}`,
    startsAt: STARTS,
    commandTimeoutMs: 1_500,
  });
  try {
    for (const reply of [
      await dead.get("/api/v1/journeys"),
      await dead.get("/api/v1/events"),
      await dead.post("/api/v1/applications", application("100012")),
    ]) {
      expect([reply.status, reply.body["code"], reply.headers.get("retry-after")]).toEqual([503, "unavailable", "2"]);
    }
    expect((await dead.get("/api/v1/prospectuses")).status).toBe(200);
  } finally {
    await dead.stop();
  }
}, 20_000);
