// The preview of a hub's turn, read from PostgreSQL alone: Temporal is not there, nor is it needed to begin.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { findLate } from "../../libs/store/events/late.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { startApi, type ApiUnderTest, type Reply } from "./api-under-test.ts";

const PATH = "/api/v1/hubs/great-north/turn";
const SCHOOLS = 266;
let store: TestStore;
let api: ApiUnderTest;

beforeAll(async () => {
  store = await freshStore({ poolSize: 4 });
  for (let number = 0; number < SCHOOLS; number++) {
    await putJourney(store, {
      urn: String(100001 + number),
      hub: "great-north",
      workGroup: `wg-${Math.floor(number / 7)}`,
      behaviour: "exemplary",
      until: "2023-03-15",
    });
  }
  // Gone since 2021, when it was not Mastery Ready: no concern of this turn.
  await putJourney(store, {
    urn: "150001",
    hub: "great-north",
    workGroup: "wg-1",
    behaviour: "silent",
    until: "2023-03-15",
  });
  await putJourney(store, {
    urn: "200001",
    hub: "far-south",
    workGroup: "wg-1",
    behaviour: "exemplary",
    until: "2023-03-15",
  });
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2023-03-15T09:00:00Z",
    commandTimeoutMs: 500,
  });
}, 240_000);

afterAll(async () => {
  await api?.stop();
  await store?.close();
}, 30_000);

const schoolsOf = (reply: Reply) =>
  reply.body["schools"] as {
    journey: string;
    does: string;
    why: string;
    next: { stage: string } | null;
    workGroup: string | null;
  }[];

it("shows every school of the hub once", async () => {
  const reply = await api.get(PATH);
  expect([reply.status, reply.body["detail"]]).toEqual([200, undefined]);
  const schools = schoolsOf(reply);
  expect(schools.map(({ journey }) => journey)).toEqual(
    Array.from({ length: SCHOOLS }, (_, number) => `${100001 + number}-primary`).sort(),
  );
  expect(new Set(schools.map(({ does, next }) => `${does} ${next?.stage}`))).toEqual(new Set(["invite sustaining"]));
}, 30_000);

it("writes nothing, and is the same until something changes", async () => {
  const before = await store.owner.query("select count(*)::int as events from events");
  const [one, again] = [await api.get(`${PATH}?into=2023-24`), await api.get(PATH)];
  expect(one.headers.get("etag")).toBe(`"${String(one.body["plan"])}"`);
  expect(again.body).toEqual(one.body);
  expect(await store.owner.query("select count(*)::int as events from events")).toEqual(before);
}, 30_000);

it("is of the coming year, or late of the one under way, and of this hub", async () => {
  expect((await api.get(`${PATH}?into=2022-23`)).status).toBe(200);
  for (const into of ["2024-25", "2023/24", "soon", "2023-25"])
    expect((await api.get(`${PATH}?into=${into}`)).body).toMatchObject({
      status: 422,
      code: "invalid",
      errors: [{ pointer: "/into" }],
    });
  expect((await api.get(PATH, { as: { role: "hub-lead", hub: "far-south" } })).status).toBe(404);
  expect((await api.get("/api/v1/hubs/%00/turn", { as: { role: "auditor" } })).status).toBe(404);
  expect(schoolsOf(await api.get("/api/v1/hubs/nobody/turn", { as: { role: "auditor" } }))).toEqual([]);
}, 30_000);

it("is read as the OpenAPI document says", async () => {
  const { body: document } = await api.get("/api/openapi.json");
  const check = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
    .addSchema(document, "api")
    .compile({ $ref: "api#/components/schemas/TurnPreview" });
  expect([check((await api.get(PATH)).body), check.errors]).toEqual([true, null]);
}, 20_000);

it("is kept when it is begun while Temporal is away, and left to the sweep", async () => {
  // A hub with one school: what comes of it is the same as of 266.
  const [path, as] = ["/api/v1/hubs/far-south/turn", { role: "hub-lead", hub: "far-south" }] as const;
  const { plan, groups } = (await api.get(path, { as })).body as { plan: string; groups: { id: string }[] };
  const body = {
    into: "2023-24",
    plan,
    groups: groups.map(({ id }) => ({ id, lead: "lead-1", leadRole: "mastery-specialist" })),
  };
  const looked = await api.post(`${path}?preview=true`, body, { as });
  expect([looked.status, looked.body["preview"]]).toEqual([200, true]);
  expect(looked.body["consequences"]).toContainEqual({ type: "FormWorkGroup", what: expect.any(String) });
  expect((await api.get(`${path}/2023-24`, { as })).status).toBe(404);
  const begun = await api.post(path, body, { as });
  expect([begun.status, begun.body["status"], begun.body["done"]]).toEqual([201, "running", 0]);
  const late = await findLate(store.app, "2023-03-15T09:02:00Z", { limit: 1_000 });
  expect(late.map(({ subject }) => subject)).toContain("turn/far-south/2023-24");
}, 30_000);
