// What waits for a hub, over HTTP on the whole service: in which order, with what is known of each.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import type { Who } from "../support/sign-in.ts";
import { ok, recordOutput, type ApiUnderTest } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const PROGRAMME = "2020-21/primary-readiness";
const PATH = "/api/v1/hubs/great-north/triage";
const output = recordOutput();
let whole: WholeService;
let api: ApiUnderTest;

beforeAll(async () => {
  whole = await startWhole();
  ({ api } = whole);
}, 60_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 30_000);

const names = (...urns: string[]) => ({ schools: urns.map((urn) => ({ urn, relationship: "The same trust" })) });
const apply = async (urn: string, more: object = {}): Promise<void> => {
  ok(
    await api.post("/api/v1/applications", {
      ...APPLICATION_EXAMPLE,
      school: { ...APPLICATION_EXAMPLE.school, urn, name: `School ${urn}` },
      group: undefined,
      ...more,
    }),
    201,
  );
  api.pass(60);
};
const send = async (urn: string, action: string, body: object = {}) =>
  ok(await api.post(`/api/v1/journeys/${urn}-primary/${action}`, body));
const queue = async (filter = "") =>
  ok(await api.get(PATH + filter)) as { items: Record<string, unknown>[]; next: string | null };
const urns = ({ items }: { items: Record<string, unknown>[] }) => items.map(({ urn }) => urn);

it("shows each application with what the hub weighs, the one received first at the top", async () => {
  ok(
    await api.post("/api/v1/work-groups", {
      id: "two",
      hub: "great-north",
      prospectus: PROGRAMME,
      lead: "lead-1",
      leadRole: "mastery-readiness-lead",
      places: 6,
    }),
    201,
  );
  await apply("400001", { group: names("400002", "400009") });
  await apply("400002", { group: names("400001") });
  await apply("400003");
  await apply("400004");
  await send("400002", "request-information", { reason: "How many teachers do you have?" });
  await send("400003", "offer-place", { workGroup: "two", respondBy: "2020-06-30" });
  await send("400004", "waitlist-application", { reason: "Later", reasonCode: "later" });
  api.pass(3 * 86_400);
  const page = await queue();
  expect(urns(page)).toEqual(["400001", "400002", "400003", "400004"]);
  const [first, second, third, fourth] = page.items;
  expect(first).toMatchObject({
    journey: "400001-primary",
    school: "School 400001",
    prospectus: PROGRAMME,
    status: "applied",
    receivedAt: "2020-06-02T08:00:00Z",
    daysWaiting: 3,
    eligibility: { criteria: ["poor-progress-or-attainment"], since: [] },
    asked: null,
    turn: null,
    offer: null,
    room: [{ workGroup: "two", free: 5 }],
    partners: [
      {
        urn: "400002",
        school: "School 400002",
        journey: "400002-primary",
        status: "information-requested",
        applied: true,
        namesBack: true,
      },
      { urn: "400009", school: null, journey: null, status: null, applied: false, namesBack: false },
    ],
    actions: [
      "offer-place",
      "request-information",
      "waitlist-application",
      "decline-application",
      "redirect-application",
      "withdraw-application",
    ],
  });
  expect(second).toMatchObject({ status: "information-requested", asked: { reasonId: expect.any(String) } });
  expect(second?.["actions"]).not.toContain("offer-place");
  expect(third).toMatchObject({
    status: "offered",
    offer: { workGroup: "two", respondBy: "2020-06-30" },
    partners: [],
  });
  expect(fourth).toMatchObject({
    status: "waitlisted",
    turn: { workGroup: null, position: null, reasonCode: "later" },
  });
  expect(JSON.stringify(page)).not.toMatch(/How many|The same trust|example\.org/u);
}, 60_000);

it("is read in pages, by programme and by status; what has its place is gone from it", async () => {
  const first = await queue("?limit=3");
  const rest = await queue(`?limit=3&after=${encodeURIComponent(String(first.next))}`);
  expect([urns(first), urns(rest), rest.next]).toEqual([["400001", "400002", "400003"], ["400004"], null]);
  expect(urns(await queue("?status=offered"))).toEqual(["400003"]);
  expect(urns(await queue("?prospectus=2021-22/primary-readiness"))).toEqual([]);
  await send("400003", "decline-offer", { reason: "No time" });
  expect(urns(await queue())).toEqual(["400001", "400002", "400004"]);
  const elsewhere: Who = { role: "hub-lead", hub: "far-south" };
  expect((await api.get(PATH, { as: elsewhere })).status).toBe(404);
  expect((await api.get(`${PATH}?after=400001`)).body).toMatchObject({ status: 422, code: "invalid" });
}, 30_000);

it("says what the register has told since: a school that has closed", async () => {
  await putSchools(whole.store.app, [
    {
      urn: "400004",
      name: "Closed",
      phase: "primary",
      funding: "state",
      open: false,
      address: null,
      postcode: null,
      source: "gias",
    },
  ]);
  const { items } = await queue("?status=waitlisted");
  expect(items[0]).toMatchObject({ urn: "400004", eligibility: { since: [{ code: "school-closed" }] } });
}, 30_000);

it("answers what the OpenAPI document says", async () => {
  const document = ok(await api.get("/api/openapi.json")) as { components: { schemas: object } };
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "doc", components: document.components });
  const fits = ajv.compile({ $ref: "doc#/components/schemas/TriagePage" });
  fits(await queue());
  expect(fits.errors).toBeNull();
}, 30_000);
