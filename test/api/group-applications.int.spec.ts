// Schools that applied as a group, on the whole service: placed together or waiting together, each told why.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import type { Who } from "../support/sign-in.ts";
import { eventually } from "../workflows/service.ts";
import { ok, recordOutput, type ApiUnderTest } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

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

const statusOf = async (urn: string) => ok(await api.get(`/api/v1/journeys/${urn}-primary`))["status"];
const letters = (urn: string) => whole.service.outbox.filter(({ text }) => text.includes(urn));

it("wait together where there is no room for all, and are offered their places together when there is", async () => {
  ok(
    await api.post("/api/v1/work-groups", {
      id: "pair",
      hub: "great-north",
      prospectus: "2020-21/primary-readiness",
      lead: "lead-1",
      leadRole: "mastery-readiness-lead",
      places: 2,
    }),
    201,
  );
  for (const urn of ["600001", "600002", "600003"]) {
    ok(
      await api.post("/api/v1/applications", {
        ...APPLICATION_EXAMPLE,
        school: { ...APPLICATION_EXAMPLE.school, urn },
      }),
      201,
    );
    api.pass(60);
  }
  ok(await api.post("/api/v1/journeys/600001-primary/offer-place", { workGroup: "pair" }));
  const asked = { schools: ["600003-primary", "600002-primary"] };
  const first = ok(await api.post("/api/v1/work-groups/pair/offer-together", asked, { key: "both" }));
  expect(first["skipped"]).toMatchObject([
    {
      journey: "600002-primary",
      why: "group-full",
      detail: "1 of 2 places are free, for 2 schools: they wait together, in their order.",
    },
    { journey: "600003-primary" },
  ]);
  expect(ok(await api.post("/api/v1/work-groups/pair/offer-together", asked, { key: "both" }))).toEqual(first);
  expect(ok(await api.get("/api/v1/work-groups/pair"))["waitlist"]).toMatchObject([
    {
      journey: "600002-primary",
      position: 1,
      together: 2,
      explained: expect.stringContaining("it waits together with 1 more, for 2 places at once"),
    },
    { journey: "600003-primary" },
  ]);
  const queue = ok(await api.get("/api/v1/hubs/great-north/triage?status=waitlisted"))["items"];
  expect(queue).toMatchObject([
    {
      urn: "600002",
      turn: { position: 1, together: 2, reasonCode: "no-room-together" },
      room: [{ workGroup: "pair", free: 1 }],
    },
    { urn: "600003" },
  ]);
  await eventually(async () => {
    for (const urn of ["600002", "600003"])
      expect(letters(urn).map(({ text }) => /none of you is offered one without the\s+others/u.test(text))).toContain(
        true,
      );
  });
  ok(await api.post("/api/v1/journeys/600001-primary/decline-offer", { reason: "No time" }));
  // By itself the place goes to them on the next school morning; the hub need not wait for it.
  expect([await statusOf("600002"), await statusOf("600003")]).toEqual(["waitlisted", "waitlisted"]);
  ok(await api.post("/api/v1/work-groups/pair/offer-together", asked, { key: "now" }));
  expect([await statusOf("600002"), await statusOf("600003")]).toEqual(["offered", "offered"]);
  await eventually(async () => {
    for (const urn of ["600002", "600003"])
      expect(letters(urn).map(({ text }) => /places together with the schools/u.test(text))).toContain(true);
  });
}, 60_000);

it("of another hub are not to be found", async () => {
  const body = { schools: ["999999-primary", "600002-primary"] };
  expect((await api.post("/api/v1/work-groups/pair/offer-together", body)).body).toMatchObject({
    status: 422,
    code: "invalid",
    errors: [{ pointer: "/schools/0" }],
  });
  expect(
    (await api.post("/api/v1/work-groups/pair/offer-together", body, { as: { role: "hub-lead", hub: "far-south" } }))
      .status,
  ).toBe(404);
}, 30_000);

it("with another hub’s school in it, a body says what it says of one that nobody has", async () => {
  const as: Who = { role: "hub-lead", who: "p-9", hub: "far-south" };
  const school = { ...APPLICATION_EXAMPLE.school, urn: "600009" };
  ok(await api.post("/api/v1/applications", { ...APPLICATION_EXAMPLE, hub: "far-south", school }, { as }), 201);
  const PAIR = "/api/v1/work-groups/pair";
  const on = "2020-11-18";
  const naming: Record<string, (journey: string) => object> = {
    "offer-together": (journey) => ({ schools: [journey, "600002-primary"] }),
    "book-support-visit": (journey) => ({ journey, on }),
    "take-register": (journey) => ({ session: "session-1", on, schools: [{ journey, present: ["teacher-1"] }] }),
  };
  for (const [command, body] of Object.entries(naming)) {
    const [theirs, nobodys] = [
      await api.post(`${PAIR}/${command}?preview=true`, body("600009-primary")),
      await api.post(`${PAIR}/${command}?preview=true`, body("999999-primary")),
    ].map(({ status, body: { instance: _, request: __, ...said } }) => ({ status, said }));
    expect(theirs).toEqual(nobodys);
    expect(JSON.stringify(theirs)).not.toContain("600009");
  }
}, 30_000);
