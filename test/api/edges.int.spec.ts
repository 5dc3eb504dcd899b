// What comes in oddly, and is met well: each was met otherwise before.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { recordOutput } from "./api-under-test.ts";
import { GROUP, SCHOOL, startEdgeWorld, type EdgeWorld } from "./edge-world.ts";

const output = recordOutput();
let world: EdgeWorld;
const PAUSE = `/api/v1/journeys/${SCHOOL}-primary/pause-journey?preview=true`;

beforeAll(async () => {
  world = await startEdgeWorld();
}, 60_000);
afterAll(async () => {
  await world?.stop();
  output.end();
}, 30_000);

it("If-Match with a list matches where any of it does, and never by a weak tag", async () => {
  const etag = (await world.api.get(`/api/v1/journeys/${SCHOOL}-primary`)).headers.get("etag") ?? "";
  const asked = async (ifMatch: string) => (await world.api.post(PAUSE, { reason: "x" }, { ifMatch })).status;
  expect(etag).toMatch(/^"\d+"$/u);
  expect(await asked(`${etag}, "9999"`)).toBe(200);
  expect(await asked(`"9999", W/"1",${etag}`)).toBe(200);
  expect(await asked("*")).toBe(200);
  expect(await asked('"9998", "9999"')).toBe(412);
  expect(await asked(`W/${etag}`)).toBe(412);
  expect(await asked("9999")).toBe(400);
});

it("JSON that is not UTF-8 is 400, not another word", async () => {
  const text = JSON.stringify({
    ...APPLICATION_EXAMPLE,
    contact: { ...Object(APPLICATION_EXAMPLE["contact"]), lastName: "Br\u00EDnt" },
  });
  const token = await world.api.signIn.token({ role: "hub-lead", hub: "great-north" });
  const send = (body: Buffer) =>
    fetch(`${world.api.origin}/api/v1/applications?preview=true`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
      body: new Uint8Array(body),
    });
  const refused = await send(Buffer.from(text, "latin1"));
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([400, "invalid"]);
  expect((await send(Buffer.from(text, "utf8"))).status).toBe(409);
});

it.each(["constructor", "__proto__", "toString"])("%s is the name of nothing", async (name) => {
  const { api } = world;
  expect((await api.get(`/api/v1/prospectuses/2020-21/${name}`)).status).toBe(404);
  expect((await api.get(`/api/v1/journeys/${name}`)).status).toBe(404);
  expect((await api.get(`/api/v1/journeys?status=${name}`)).status).toBe(422);
  const waived = await api.post(`/api/v1/journeys/${SCHOOL}-primary/waive-commitment?preview=true`, {
    commitment: name,
    reason: "x",
  });
  expect([waived.status, waived.body["code"]]).toEqual([409, "unknown-commitment"]);
  const body = `{"reason": "x", "${name}": {"a": 1}}`;
  expect((await api.post(PAUSE, body)).body).toMatchObject({ status: 422, errors: [{ pointer: `/${name}` }] });
});

it("an address that is none is not there, or malformed", async () => {
  const status = async (path: string) => (await world.api.get(path)).status;
  expect(await status("/api/v1/schools/%00")).toBe(404);
  expect(await status("/api/v1/schools?q=%00")).toBe(422);
  expect(await status("/api/v1/schools/%E0%A4")).toBe(400);
  expect(await status("/api/v1/schools?q=%E0%A4")).toBe(400);
});

it("what nobody sees is stripped from what is sent", async () => {
  const reply = await world.api.post(`/api/v1/journeys/${SCHOOL}-primary/nominate-participant?preview=true`, {
    participant: "teacher-9\u200B",
    role: "lead-teacher\uFEFF",
  });
  expect([reply.status, reply.body["code"]]).not.toEqual([422, "invalid"]);
});

it("the calendar of a Work Group keeps a session’s UID", async () => {
  const { items } = (await world.api.get(`/api/v1/work-groups/${GROUP}/calendar?until=2021-07-01`)).body as {
    items: { id: string; version: number; what: string }[];
  };
  expect(items.filter(({ what }) => what === "SessionDue").map(({ id, version }) => [id, version])).toContainEqual([
    `${GROUP}/SessionDue/session-3`,
    expect.any(Number),
  ]);
});

it("a day that is no school day there is refused, or taken with a reason and a word", async () => {
  const post = (path: string, body: object) => world.api.post(`${path}?preview=true`, body);
  const group = `/api/v1/work-groups/${GROUP}`;
  const christmas = { session: "session-3", on: "2020-12-25" };
  expect((await post(`${group}/schedule-session`, christmas)).body).toMatchObject({
    status: 422,
    code: "not-a-school-day",
    detail: expect.stringContaining("2020-12-25 is no school day"),
  });
  const meant = await post(`${group}/schedule-session`, { ...christmas, reason: "A residential" });
  expect([meant.status, meant.body["warnings"]]).toEqual([
    200,
    [{ code: "not-a-school-day", detail: expect.stringContaining("2020-12-25") }],
  ]);
  expect((await post(`${group}/schedule-session`, { session: "session-3", on: "2021-04-02" })).status).toBe(422);
  const sound = await post(`${group}/schedule-session`, { session: "session-3", on: "2021-03-10" });
  expect([sound.status, sound.body["warnings"]]).toEqual([200, undefined]);
  const rescheduled = await post(`/api/v1/journeys/${SCHOOL}-primary/reschedule-commitment`, {
    commitment: "gap-task-1",
    dueOn: "2020-12-26",
    reason: "x",
  });
  expect([rescheduled.status, rescheduled.body["warnings"]]).toEqual([
    200,
    [{ code: "not-a-school-day", detail: expect.stringContaining("2020-12-26") }],
  ]);
});
