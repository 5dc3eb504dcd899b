// Around an application, over HTTP: the window its hub has set for it, and the headteacher who is named after it.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { contactsOf } from "../../libs/people/people.ts";
import type { Who } from "../support/sign-in.ts";
import type { TestStore } from "../support/store.ts";
import { recordOutput, type ApiUnderTest, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

let whole: WholeService;
let store: TestStore;
let api: ApiUnderTest;
const output = recordOutput();

beforeAll(async () => {
  whole = await startWhole();
  ({ store, api } = whole);
}, 60_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 30_000);

function application(urn: string): Record<string, unknown> {
  return { ...APPLICATION_EXAMPLE, school: { ...APPLICATION_EXAMPLE.school, urn } };
}
const apply = (urn: string): Promise<Reply> => api.post("/api/v1/applications", application(urn));

describe("a hub’s own window", () => {
  const as: Who = { role: "hub-lead", who: "p-7", hub: "far-south" };
  const path = "/api/v1/hubs/far-south/windows";
  const programme = `${path}/2020-21/primary-readiness`;
  const applyThere = (urn: string, key?: string) =>
    api.post(
      "/api/v1/applications",
      { ...application(urn), hub: "far-south" },
      { as, ...(key === undefined ? {} : { key }) },
    );

  it("holds in place of the page’s, for that hub alone, and for what comes after it was set", async () => {
    const later = { opensOn: "2020-06-10", closesOn: "2020-07-10" };
    const set = await api.put(programme, later, { as });
    expect(set.status).toBe(200);
    expect(set.body).toEqual({
      hub: "far-south",
      prospectus: "2020-21/primary-readiness",
      ...later,
      setBy: "p-7",
      setAt: api.now(),
    });
    expect((await applyThere("100020", "early")).body).toMatchObject({ status: 409, code: "window-closed" });
    expect((await apply("100021")).status).toBe(201);
    api.pass(60);
    expect((await api.put(programme, later, { as })).body).toEqual(set.body);
    expect((await api.put(programme, { ...later, opensOn: "2020-06-01" }, { as })).status).toBe(200);
    expect((await applyThere("100020", "early")).body).toMatchObject({ status: 409, code: "window-closed" });
    expect((await applyThere("100020")).status).toBe(201);
    expect((await api.get(path, { as })).body).toMatchObject({
      items: [{ prospectus: "2020-21/primary-readiness", opensOn: "2020-06-01", setBy: "p-7" }],
      next: null,
    });
    expect((await api.get("/api/v1/hubs/nowhere/windows", { as: { role: "auditor" } })).body).toEqual({
      items: [],
      next: null,
    });
  }, 30_000);

  it("a word of the caller’s about it counts for nothing", async () => {
    const sly = {
      ...application("100022"),
      prospectus: "2022-23/primary-readiness",
      window: { opensOn: "2020-01-01", closesOn: "2023-01-01" },
    };
    expect((await api.post("/api/v1/applications", sly)).body).toMatchObject({ status: 409, code: "window-closed" });
  }, 20_000);

  it("is refused where it does not fit", async () => {
    const good = { opensOn: "2020-06-01", closesOn: "2021-08-31" };
    const cases: [Promise<Reply>, number, string, object][] = [
      [api.put(programme, { ...good, closesOn: "2021-09-01" }, { as }), 422, "invalid", [{ pointer: "/closesOn" }]],
      [api.put(programme, { ...good, opensOn: "2021-08-32" }, { as }), 422, "invalid", [{ pointer: "/opensOn" }]],
      [api.put(programme, {}, { as }), 422, "invalid", [{ pointer: "/opensOn" }, { pointer: "/closesOn" }]],
      [
        api.put(programme, { opensOn: "2020-06-02", closesOn: "2020-06-01" }, { as }),
        422,
        "invalid",
        [{ pointer: "/closesOn" }],
      ],
      [api.put(programme, { ...good, note: "a\0b" }, { as }), 422, "invalid", [{ pointer: "/note" }]],
    ];
    for (const [call, status, code, errors] of cases) expect((await call).body).toMatchObject({ status, code, errors });
    expect((await api.put(`${path}/2020-21/primary-wonders`, good, { as })).body).toMatchObject({
      status: 404,
      code: "not-found",
    });
    expect((await api.put("/api/v1/hubs/Far%20South/windows/2020-21/primary-readiness", good)).body).toMatchObject({
      status: 404,
      code: "not-found",
    });
    expect((await api.get("/api/v1/hubs/%00/windows", { as: { role: "auditor" } })).status).toBe(404);
    expect((await api.put(programme, good, { as: { role: "school-contact", urns: ["100020"] } })).body).toMatchObject({
      status: 403,
      code: "forbidden",
    });
  }, 20_000);
});

describe("the headteacher", () => {
  const path = "/api/v1/journeys/100030-primary";
  const head = (email: string) => ({ contact: { firstName: "Hedy", lastName: "Example", email } });
  const known = async () => (await contactsOf(store.app, "100030-primary", ["headteacher"])).map(({ email }) => email);

  it("is named after the application too, and takes the place of the one before", async () => {
    expect((await apply("100030")).status).toBe(201);
    expect(await known()).toEqual(["head@example.org"]);
    const named = await api.post(`${path}/name-headteacher`, head("second@example.org"), { key: "second" });
    expect([named.status, named.body["status"]]).toEqual([200, "applied"]);
    expect(await known()).toEqual(["second@example.org"]);
    const events = (await api.get(`${path}/events`)).body["items"] as { type: string; data: object }[];
    expect(events.find(({ type }) => type === "HeadteacherNamed")).toMatchObject({
      data: { contactId: expect.stringMatching(/^[0-9a-f-]{36}$/u) },
    });
    expect(JSON.stringify(events)).not.toContain("example.org");
    expect((await api.post(`${path}/name-headteacher`, head("second@example.org"), { key: "second" })).body).toEqual(
      named.body,
    );
  }, 30_000);

  it("has a name and an address", async () => {
    expect((await api.post(`${path}/name-headteacher`, {})).body).toMatchObject({
      status: 422,
      code: "invalid",
      errors: [{ pointer: "/contact" }],
    });
    expect((await api.post(`${path}/name-headteacher`, head("no address"))).body).toMatchObject({
      status: 422,
      errors: [{ pointer: "/contact/email" }],
    });
    expect(
      (await api.post(`${path}/name-headteacher`, head("x@example.org"), { as: { role: "auditor" } })).status,
    ).toBe(403);
  });
});
