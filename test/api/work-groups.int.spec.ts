// Work Groups as a hub meets them: over HTTP, on real PostgreSQL and Temporal.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { msOf } from "../../libs/calendar/instants.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { othersAreDone } from "../support/feed.ts";
import type { Who } from "../support/sign-in.ts";
import { eventually } from "../workflows/service.ts";
import { ok, type ApiUnderTest } from "./api-under-test.ts";
import { FORMING, LEAD, PAIR, PATH, PROGRAMME, STARTS } from "./pair.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const ELSEWHERE: Who = { role: "hub-lead", hub: "far-south" };

let whole: WholeService;
let api: ApiUnderTest;

beforeAll(async () => {
  whole = await startWhole(STARTS);
  ({ api } = whole);
  ok(await api.post(PATH, PAIR), 201);
  // Three others, which are nobody’s business here.
  for (let others = 0; others < 3; others++) ok(await api.post(PATH, FORMING), 201);
}, 60_000);

afterAll(async () => {
  await whole?.stop();
}, 30_000);

const journeys = ["200001", "200002", "200003", "200004"];
const path = (urn: string) => `/api/v1/journeys/${urn}-secondary`;
const offer = async (urn: string, workGroup = "pair") =>
  ok(await api.post(`${path(urn)}/offer-place`, { workGroup }))["status"];
const read = async (id = "pair") => ok(await api.get(`${PATH}/${id}`));

it("is seen by its hub and its lead alone, and takes no other hub’s school", async () => {
  const ids = async (as: Who) => (ok(await api.get(PATH, { as }))["items"] as { id: string }[]).map(({ id }) => id);
  expect([await ids(LEAD), await ids(ELSEWHERE), await ids({ ...LEAD, workGroups: ["none"] })]).toEqual([
    ["pair"],
    [],
    [],
  ]);
  expect((await ids({ role: "auditor" })).length).toBe(4);
  expect(
    await Promise.all(
      [LEAD, ELSEWHERE, { ...LEAD, hub: "far-south" }].map(
        async (as) => (await api.get(`${PATH}/pair`, { as })).status,
      ),
    ),
  ).toEqual([200, 404, 404]);
  ok(
    await api.put(
      `/api/v1/hubs/far-south/windows/${PROGRAMME}`,
      { opensOn: "2021-09-20", closesOn: "2021-11-30" },
      { as: ELSEWHERE },
    ),
  );
  const school = { ...APPLICATION_EXAMPLE.school, urn: "200009", phase: "secondary" };
  ok(
    await api.post(
      "/api/v1/applications",
      { ...APPLICATION_EXAMPLE, hub: "far-south", prospectus: PROGRAMME, school },
      { as: ELSEWHERE },
    ),
    201,
  );
  expect(
    (await api.post(`${path("200009")}/offer-place`, { workGroup: "pair" }, { as: ELSEWHERE })).body,
  ).toMatchObject({ status: 409, code: "wrong-group" });
  await othersAreDone(whole.store.owner);
  const fed = ok(await api.get("/api/v1/events?limit=200", { as: ELSEWHERE }))["items"] as { journey: string }[];
  expect([...new Set(fed.map(({ journey }) => journey))]).toEqual(["200009-secondary"]);
}, 30_000);

it("keeps two places for two schools; the others wait, and are told why", async () => {
  ok(await api.put(`/api/v1/hubs/great-north/windows/${PROGRAMME}`, { opensOn: "2021-09-20", closesOn: "2021-11-30" }));
  for (const urn of journeys) {
    const school = { ...APPLICATION_EXAMPLE.school, urn, phase: "secondary" };
    ok(await api.post("/api/v1/applications", { ...APPLICATION_EXAMPLE, prospectus: PROGRAMME, school }), 201);
  }
  expect([await offer("200001"), await offer("200002"), await offer("200003"), await offer("200004")]).toEqual([
    "offered",
    "offered",
    "waitlisted",
    "waitlisted",
  ]);
  expect(await read()).toMatchObject({
    places: { reserved: 2, taken: 0, free: 0 },
    waiting: 2,
    warning: null,
    schools: [
      { journey: "200001-secondary", status: "reserved" },
      { journey: "200002-secondary", status: "reserved" },
    ],
    waitlist: [
      {
        journey: "200003-secondary",
        position: 1,
        held: false,
        explained: expect.stringContaining(
          "as number 1, with nobody before it: the next place that falls free is offered to it.",
        ),
      },
      {
        journey: "200004-secondary",
        position: 2,
        held: false,
        explained: expect.stringContaining("as number 2, with 1 before it: first come, first served."),
      },
    ],
  });
  expect(ok(await api.get(path("200003")))).toMatchObject({ status: "waitlisted", workGroup: "pair" });
}, 60_000);

/** Sets the clocks of the service and of its API on. */
async function setOn(at: string): Promise<void> {
  await whole.service.setOn(at);
  api.pass((msOf(at) - msOf(api.now())) / 1_000);
}

it("offers the place of a school that declines to the first who waits, by itself, next school morning", async () => {
  ok(await api.post(`${path("200001")}/decline-offer`));
  expect(await read()).toMatchObject({ places: { reserved: 1, free: 1 }, waiting: 2 });
  // A Friday: the next school day is the Monday.
  await setOn("2021-10-04T08:00:00Z");
  await eventually(async () =>
    expect(ok(await api.get(path("200003")))).toMatchObject({ status: "offered", workGroup: "pair" }),
  );
  expect(await read()).toMatchObject({
    schools: [{ journey: "200002-secondary" }, { journey: "200003-secondary" }],
    waitlist: [{ journey: "200004-secondary", position: 1 }],
  });
}, 30_000);

it("has one register for all its schools, moves and cancels for all, and says whom it passes over", async () => {
  for (const urn of ["200002", "200003"]) {
    ok(await api.post(`${path(urn)}/accept-offer`));
    for (const participant of [`${urn}-1`, `${urn}-2`])
      ok(
        await api.post(`${path(urn)}/nominate-participant`, {
          participant,
          role: "mastery-advocate",
          experienced: true,
          authority: true,
        }),
      );
    ok(await api.post(`${path(urn)}/place-in-work-group`));
  }
  const commitments = async (urn: string, code: string) =>
    (ok(await api.get(path(urn)))["commitments"] as { code: string; dueOn: string; status: string }[]).find(
      (one) => one.code === code,
    );
  expect(await commitments("200002", "session-1")).toMatchObject({ dueOn: "2021-11-10" });
  const etag = (await api.get(`${PATH}/pair`)).headers.get("etag") ?? "";
  const move = { session: "session-1", on: "2021-10-04", reason: "The hall is taken" };
  expect(ok(await api.post(`${PATH}/pair/move-session`, move, { ifMatch: etag, as: LEAD }))).toMatchObject({
    workGroup: "pair",
    skipped: [],
  });
  expect((await api.post(`${PATH}/pair/move-session`, move, { ifMatch: etag })).body).toMatchObject({
    status: 412,
    code: "version-conflict",
  });
  expect((await api.post(`${PATH}/pair/move-session`, { ...move, reason: " " })).body).toMatchObject({
    status: 409,
    code: "reason-required",
  });
  for (const urn of ["200002", "200003"])
    expect(await commitments(urn, "meeting-1")).toMatchObject({ dueOn: "2021-10-04", status: "open" });

  api.pass(3_600 * 8);
  const schools = [
    { journey: "200002-secondary", present: ["200002-1", "200002-2"], headteacher: true },
    {
      journey: "200003-secondary",
      present: ["200003-1"],
      absent: [{ participant: "200003-2", reasonCode: "cover" }],
    },
  ];
  const register = { session: "session-1", on: "2021-10-04", schools };
  expect((await api.post(`${PATH}/pair/take-register`, { ...register, on: "2021-10-05" })).body).toMatchObject({
    code: "in-the-future",
  });
  expect(
    (
      await api.post(`${PATH}/pair/take-register`, {
        ...register,
        schools: [{ journey: "200004-secondary", present: [] }],
      })
    ).body,
  ).toMatchObject({
    code: "invalid",
    errors: [{ pointer: "/schools/0/journey" }],
  });
  expect(ok(await api.post(`${PATH}/pair/take-register`, register, { key: "register" }))["skipped"]).toEqual([]);
  expect(ok(await api.post(`${PATH}/pair/take-register`, register, { key: "register" }))["skipped"]).toEqual([]);
  expect(await commitments("200002", "meeting-1")).toMatchObject({ status: "met" });
  expect(await commitments("200003", "meeting-1")).toMatchObject({ status: "open" });
  const late = { ...register, schools: [{ journey: "200003-secondary", present: ["200003-1", "200003-2"] }] };
  expect(ok(await api.post(`${PATH}/pair/take-register`, late))["skipped"]).toMatchObject([
    { journey: "200002-secondary", why: "not-named" },
  ]);
  expect(await commitments("200003", "meeting-1")).toMatchObject({ status: "met" });
  expect(ok(await api.post(`${PATH}/pair/adapt-delivery`, { delivery: "online", reason: "Snow" }))["skipped"]).toEqual(
    [],
  );
  expect(
    ok(await api.post(`${PATH}/pair/cancel-session`, { session: "session-2", reason: "Snow" }))["skipped"],
  ).toEqual([]);
  expect(await commitments("200002", "meeting-2")).toMatchObject({ status: "waived" });
  expect(await read()).toMatchObject({
    delivery: "online",
    sessions: [{ status: "held", where: "in-person" }, { status: "cancelled" }, { where: "online" }],
  });
  expect(
    ok(await api.post(`${PATH}/pair/book-support-visit`, { journey: "200003-secondary", on: "2021-12-01" }))["skipped"],
  ).toEqual([]);
  expect(
    (await api.post(`${PATH}/pair/change-lead`, { lead: "lead-2", leadRole: "nobody", reason: "Moves away" })).body,
  ).toMatchObject({ code: "lead-not-fit" });
}, 60_000);

it(
  "has support visits that its lead books, makes and writes up; the words are sealed, and read by the hub and " +
    "the lead alone",
  async () => {
    const visits = async () =>
      (
        ok(await api.get(path("200003"), { as: LEAD }))["commitments"] as {
          kind: string;
          dueOn: string;
          status: string;
          code: string;
        }[]
      ).filter(({ kind }) => kind === "visit");
    const on = "2021-10-04";
    expect(
      ok(await api.post(`${PATH}/pair/book-support-visit`, { journey: "200003-secondary", on }, { as: LEAD }))[
        "skipped"
      ],
    ).toEqual([]);
    const booked = (await visits()).find(({ dueOn }) => dueOn === on);
    expect(booked).toMatchObject({ status: "open" });
    const notes = "Year 8 lesson seen; bar models agreed for next half-term.";
    ok(await api.post(`${path("200003")}/record-support-visit`, { on, halfDays: 1, notes }, { as: LEAD }));
    expect((await visits()).find(({ code }) => code === booked?.code)).toMatchObject({ status: "met" });
    const words = (as?: Who) => api.get(`${path("200003")}/words?limit=200`, as ? { as } : {});
    const written = {
      type: "SupportVisitRecorded",
      by: { role: "work-group-lead" },
      words: [{ field: "notes", text: notes }],
    };
    for (const as of [LEAD, undefined])
      expect((ok(await words(as))["items"] as object[]).at(-1)).toMatchObject(written);
    expect([
      (await words(ELSEWHERE)).status,
      (await words({ role: "school-contact", urns: ["200003"] })).status,
    ]).toEqual([404, 403]);
    expect(JSON.stringify((await api.get(`${path("200003")}/events?limit=200`)).body)).not.toContain("bar models");
  },
  30_000,
);

it("is read as the OpenAPI document says", async () => {
  const { body: document } = await api.get("/api/openapi.json");
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema(document, "api");
  for (const [address, schema] of [
    [PATH, "WorkGroupPage"],
    [`${PATH}/pair`, "WorkGroup"],
  ] as const) {
    const check = ajv.compile({ $ref: `api#/components/schemas/${schema}` });
    expect([check((await api.get(address)).body), check.errors]).toEqual([true, null]);
  }
  await othersAreDone(whole.store.owner);
  const feed = (await api.get("/api/v1/events?limit=200")).body["items"] as { journey: string; seq: number }[];
  const own = feed.filter(({ journey }) => journey === "work-group/pair").map(({ seq }) => seq);
  expect(own).toEqual(own.map((_, index) => index + 1));
  expect(own.length).toBeGreaterThan(10);
}, 20_000);

it("says before 1 July when outcomes are proposed, and from then on what the meetings come to", async () => {
  const list = async () => ok(await api.get(`${PATH}/pair/outcomes`));
  const proposed = async () => ((await list())["schools"] as { proposed: string | null }[]).map((one) => one.proposed);
  expect(await list()).toMatchObject({ workGroup: "pair", proposedFrom: "2022-07-01" });
  expect(await proposed()).toEqual([null, null]);
  api.pass((msOf("2022-06-30T23:00:00Z") - msOf(api.now())) / 1_000);
  expect(await proposed()).toEqual(["completed", "completed"]);
}, 20_000);
