// A programme that a hub offers to named schools alone, over HTTP on the whole service.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import type { Who } from "../support/sign-in.ts";
import { ok, recordOutput, type ApiUnderTest } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const LISTS = "/api/v1/hubs/great-north/lists";
const LIST = `${LISTS}/2020-21/primary-readiness`;
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

const apply = (urn: string, key?: string) =>
  api.post(
    "/api/v1/applications",
    { ...APPLICATION_EXAMPLE, school: { ...APPLICATION_EXAMPLE.school, urn } },
    key === undefined ? {} : { key },
  );

it("turns down who is not on it, before the form and on it; what held when it came judges an application", async () => {
  await putSchools(whole.store.app, [
    {
      urn: "500002",
      name: "Not listed",
      phase: "primary",
      funding: "state",
      open: true,
      address: null,
      postcode: null,
      source: "application",
    },
  ]);
  expect(ok(await api.get(LISTS))).toEqual({ items: [], next: null });
  const set = ok(await api.put(LIST, { urns: ["500003", "500001", "500001"] }));
  expect(set).toEqual({
    hub: "great-north",
    prospectus: "2020-21/primary-readiness",
    urns: ["500001", "500003"],
    setBy: "p-1",
    setAt: api.now(),
  });
  ok(await apply("500001"), 201);
  expect((await apply("500002", "early")).body).toMatchObject({
    status: 409,
    code: "not-eligible",
    detail: expect.stringContaining("list"),
  });
  const may = async () =>
    ok(await api.get("/api/v1/schools/500002/eligibility?prospectus=2020-21/primary-readiness&hub=great-north"));
  expect(await may()).toMatchObject({ eligible: false, reasons: [{ code: "not-eligible" }] });
  api.pass(60);
  expect(ok(await api.put(LIST, { urns: ["500001", "500003"] }))).toEqual(set);
  // As the document says: a number does as well as text.
  expect(ok(await api.put(LIST, { urns: [500001, "500003"] }))).toEqual(set);
  expect(ok(await api.get(LISTS))).toEqual({ items: [set], next: null });
  // Taken away, it is open to all; what was answered before stays answered.
  expect(ok(await api.del(LIST))).toMatchObject({ urns: null, setAt: api.now() });
  expect(ok(await api.get(LISTS))).toEqual({ items: [], next: null });
  expect((await apply("500002", "early")).body).toMatchObject({ status: 409, code: "not-eligible" });
  expect(await may()).toMatchObject({ eligible: true });
  ok(await apply("500002"), 201);
}, 30_000);

it("is its hub’s own, and names schools by URN", async () => {
  const elsewhere: Who = { role: "hub-lead", hub: "far-south" };
  expect((await api.put(LIST, { urns: ["500001"] }, { as: elsewhere })).status).toBe(404);
  for (const urns of [[], ["12345"], [12345], [500001.5], "all", undefined])
    expect((await api.put(LIST, { urns })).body).toMatchObject({ status: 422, code: "invalid" });
  expect((await api.put(`${LISTS}/2020-21/primary-wonders`, { urns: ["500001"] })).status).toBe(404);
}, 30_000);
