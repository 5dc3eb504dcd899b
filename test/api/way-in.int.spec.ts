// A school’s way into a Work Group as callers meet it: over HTTP, on real PostgreSQL and Temporal, and what is refused.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { VERSION } from "../../libs/config/version.ts";
import { getPeople } from "../../libs/people/people.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { othersAreDone } from "../support/feed.ts";
import type { TestStore } from "../support/store.ts";
import type { Service } from "../workflows/service.ts";
import { recordOutput, textOf, type ApiUnderTest, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const CANARY = "Zebedee";

/** An application of a made-up school, with words that must not be found where they do not belong. */
function application(urn: string): Record<string, unknown> {
  return {
    ...APPLICATION_EXAMPLE,
    school: {
      ...APPLICATION_EXAMPLE.school,
      urn,
      headteacher: { name: `Head ${CANARY}`, email: `head.${CANARY}@example.org` },
    },
    group: { schools: [{ urn: "100099", relationship: "The same academy trust" }] },
    reasons: `${CANARY} says our results have fallen.`,
    contact: { firstName: CANARY, lastName: "Example", email: `${CANARY}@example.org` },
  };
}

const output = recordOutput();
let whole: WholeService;
let store: TestStore;
let api: ApiUnderTest;
let service: Service;

beforeAll(async () => {
  whole = await startWhole();
  ({ store, api, service } = whole);
  // Others, which lists and the feed have too.
  for (const urn of ["100001", "100002", "100004"]) expect((await apply(urn)).status).toBe(201);
}, 60_000);

afterAll(async () => {
  await whole?.stop();
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
const apply = (urn: string): Promise<Reply> => api.post("/api/v1/applications", application(urn));

describe("a school’s way into a Work Group", () => {
  const path = "/api/v1/journeys/100010-primary";

  it("goes over HTTP from application to placement", async () => {
    expect((await apply("100010")).status).toBe(201);
    const offered = await api.post(`${path}/offer-place`, { workGroup: "wg-1", respondBy: "2020-06-30" });
    expect([offered.status, offered.body["status"]]).toEqual([200, "offered"]);
    expect(offered.headers.get("etag")).toBe(`"${String(offered.body["version"])}"`);
    expect((await api.post(`${path}/accept-offer`)).body).toMatchObject({ status: "accepted" });
    const teacher = { firstName: CANARY, lastName: "Teacher", email: `teacher.${CANARY}@example.org` };
    const person = await api.post(`${path}/people`, teacher, { key: "teacher" });
    expect(person.status).toBe(201);
    expect((await api.post(`${path}/people`, teacher, { key: "teacher" })).body).toEqual(person.body);
    expect((await api.post(`${path}/people`, { ...teacher, email: "x" })).body).toMatchObject({
      code: "invalid",
      errors: [{ pointer: "/email" }],
    });
    const nominated = await api.post(`${path}/nominate-participant`, {
      participant: person.body["person"],
      role: "maths-lead",
    });
    expect(nominated.status).toBe(200);
    expect(
      (await api.post(`${path}/nominate-participant`, { participant: "teacher-2", role: "lead-teacher" })).status,
    ).toBe(200);
    expect((await api.post(`${path}/place-in-work-group`, { workGroup: "wg-1" })).body).toMatchObject({
      journey: "100010-primary",
      status: "participating",
    });
    expect(await typesOf("100010-primary")).toEqual(
      expect.arrayContaining([
        "ApplicationSubmitted",
        "PlaceOffered",
        "OfferAccepted",
        "ParticipantNominated",
        "SchoolPlaced",
      ]),
    );
  }, 30_000);

  it("is read whole, as the OpenAPI document says", async () => {
    const { body: document } = await api.get("/api/openapi.json");
    expect(document["info"]).toMatchObject({ version: VERSION });
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).addSchema(document, "api");
    const faults = (name: string, value: unknown) => {
      const check = ajv.compile({ $ref: `api#/components/schemas/${name}` });
      return check(value) ? [] : check.errors;
    };
    const journey = await api.get(path);
    expect(journey.headers.get("etag")).toBe(`"${String(journey.body["version"])}"`);
    expect(journey.body).toMatchObject({
      id: "100010-primary",
      status: "participating",
      prospectus: "2020-21/primary-readiness",
      participants: [{ role: "lead-teacher" }, { role: "maths-lead" }],
    });
    expect(faults("Journey", journey.body)).toEqual([]);
    for (const [address, schema] of [
      ["/api/v1/journeys?hub=great-north&limit=2", "JourneyPage"],
      [`${path}/events?after=2`, "JourneyEventPage"],
      ["/api/v1/events?limit=3", "EventPage"],
      ["/api/v1/prospectuses", "ProspectusPage"],
      ["/api/v1/prospectuses/2020-21/primary-readiness", "Prospectus"],
      ["/api/v1/journeys/1-primary", "Problem"],
      ["/api/v1/hubs/great-north/windows", "WindowPage"],
      ["/health/ready", "Ready"],
      ["/health/live", "Live"],
    ] as const) {
      expect([address, faults(schema, (await api.get(address)).body)]).toEqual([address, []]);
    }
    expect((await api.get("/api/docs")).status).toBe(200);
    expect((await api.get("/")).body["text"]).toContain("School Journeys");
  });

  it("is found by every filter, page by page", async () => {
    const ids: string[] = [];
    for (let next: unknown = ""; next !== null;) {
      const page = await api.get(`/api/v1/journeys?limit=2${next === "" ? "" : `&after=${String(next)}`}`);
      ids.push(...(page.body["items"] as { id: string }[]).map(({ id }) => id));
      next = page.body["next"];
    }
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(ids).toContain("100010-primary");
    const found = await api.get(
      "/api/v1/journeys?hub=great-north&status=participating&phase=primary&stage=readiness" +
        "&academicYear=2020/21&urn=100010",
    );
    expect((found.body["items"] as { id: string }[]).map(({ id }) => id)).toEqual(["100010-primary"]);
    expect((await api.get("/api/v1/journeys?hub=elsewhere")).body).toEqual({ items: [], next: null });
  });

  it("is in the feed, each journey in its own order, and a reader goes on from where it was", async () => {
    await othersAreDone(store.owner);
    const seen: { journey: string; seq: number }[] = [];
    let after: unknown = null;
    for (;;) {
      const { body } = await api.get(`/api/v1/events?limit=4${after === null ? "" : `&after=${String(after)}`}`);
      const items = body["items"] as { journey: string; seq: number }[];
      if (items.length === 0) break;
      seen.push(...items);
      after = body["next"];
    }
    const own = seen.filter(({ journey }) => journey === "100010-primary").map(({ seq }) => seq);
    expect(own).toEqual(own.map((_, index) => index + 1));
    expect((await api.get(`/api/v1/events?after=${String(after)}`)).body).toEqual({ items: [], next: after });
    expect((await api.get("/api/v1/events?after=abcd")).body).toMatchObject({
      status: 422,
      code: "invalid",
      errors: [{ pointer: "/after" }],
    });
  });
});

describe("an application", () => {
  it("at a hub that does not exist is refused, whoever sends it", async () => {
    const nowhere = { ...application("100077"), hub: "nowhere-at-all" };
    const sent = await api.post("/api/v1/applications", nowhere, { as: { role: "school-contact", urns: ["100077"] } });
    expect([sent.status, sent.body]).toMatchObject([422, { code: "invalid", errors: [{ pointer: "/hub" }] }]);
    const there = { ...nowhere, hub: "kent-and-medway" };
    expect(
      (await api.post("/api/v1/applications", there, { as: { role: "school-contact", urns: ["100077"] } })).status,
    ).toBe(201);
  });
  it("names other schools, each at its field where it cannot be", async () => {
    const group = {
      schools: [
        { urn: "100078", relationship: "The same trust" },
        { urn: "100079", relationship: " " },
      ],
    };
    const sent = await api.post("/api/v1/applications", { ...application("100078"), group });
    expect(sent.body).toMatchObject({
      code: "invalid",
      errors: [{ pointer: "/group/schools/0/urn" }, { pointer: "/group/schools/1/relationship" }],
    });
  });
  it("says the school's address beside it, as the form has it", async () => {
    const { address: _a, postcode: _p, ...school } = APPLICATION_EXAMPLE.school;
    const body = { ...application("100080"), school: { ...school, urn: "100080" } };
    expect(
      (await api.post("/api/v1/applications", { ...body, address: "2 New Road", postcode: "AB1 2CD" })).status,
    ).toBe(201);
    expect(await store.app.query("select address, postcode from schools where urn = '100080'")).toEqual([
      { address: "2 New Road", postcode: "AB1 2CD" },
    ]);
  });
});

describe("what is refused", () => {
  const path = "/api/v1/journeys/100010-primary";

  it("says why, by status and code", async () => {
    const version = String((await api.get(path)).body["version"]);
    const cases: [Promise<Reply>, number, string][] = [
      [api.post("/api/v1/applications", "{bad"), 400, "invalid"],
      [api.post(`${path}/offer-place`, {}, { ifMatch: "nonsense" }), 400, "invalid"],
      [api.post(`${path}/offer-place`, {}, { as: { role: "auditor" } }), 403, "forbidden"],
      [api.post(`${path}/offer-place`, {}, { as: null }), 401, "unauthenticated"],
      [api.get("/api/v1/journeys", { headers: { origin: "https://elsewhere.example" } }), 403, "forbidden"],
      [api.post("/api/v1/journeys/999999-primary/offer-place"), 404, "not-found"],
      [api.get("/api/v1/journeys/%00"), 404, "not-found"],
      [api.post(`${path}/tick`), 404, "not-found"],
      [api.get("/api/v1/prospectuses/1999-00/primary-readiness"), 404, "not-found"],
      [apply("100010"), 409, "already-active"],
      [api.post(`${path}/offer-place`), 409, "not-in-this-state"],
      [api.post(`${path}/pause-journey`, { reason: "Fire" }, { ifMatch: '"1"' }), 412, "version-conflict"],
      [api.post(`${path}/pause-journey`, "a".repeat(200_000)), 413, "invalid"],
      [api.post(`${path}/pause-journey`, "reason=x", { headers: { "content-type": "text/plain" } }), 415, "invalid"],
      [api.post(`${path}/nominate-participant`, {}), 422, "invalid"],
      [api.post(`${path}/pause-journey`, { reason: "a\0b" }), 422, "invalid"],
      [api.get("/api/v1/journeys?status=happy"), 422, "invalid"],
    ];
    for (const [call, status, code] of cases) {
      const reply = await call;
      expect(reply.body).toMatchObject({ status, code });
      expect([reply.status, reply.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
    }
    expect((await api.get(path)).body["version"]).toBe(Number(version));
  }, 30_000);

  it("does not hinder If-Match that is right", async () => {
    const before = await service.settled("100010-primary");
    const tag = (await api.get(path)).headers.get("etag") ?? "";
    expect(tag).toBe(`"${before.status === "none" ? 0 : before.seq}"`);
    expect((await api.post(`${path}/raise-concern`, { reason: "Nobody answers" }, { ifMatch: tag })).status).toBe(200);
  }, 30_000);
});

it("a school that the register knows as closed is refused, whatever it says of itself", async () => {
  await putSchools(store.app, [
    {
      urn: "100011",
      name: "Closed School",
      phase: "primary",
      funding: "state",
      open: false,
      address: null,
      postcode: null,
      source: "gias",
    },
  ]);
  expect((await apply("100011")).body).toMatchObject({ status: 409, code: "school-closed" });
}, 20_000);

it("keeps names, addresses and free text out of logs, events, commands and workflows", async () => {
  const history = await whole.environment.client.workflow.getHandle("journey/100010-primary").fetchHistory();
  const tables = await store.owner.query(
    "select (select json_agg(e) from events e)::text as events, (select json_agg(c) from commands c)::text " +
      "as commands",
  );
  const people = await store.owner.query(
    "select (select json_agg(p) from people.persons p)::text || (select json_agg(t) from people.texts " +
      "t)::text as people",
  );
  const [{ ids }] = await store.owner.query<[{ ids: string[] }]>("select array_agg(id) as ids from people.persons");
  expect((await getPeople(store.app, ids)).map(({ lastName, email }) => `${lastName} ${email}`)).toContain(
    `Teacher teacher.${CANARY}@example.org`,
  );
  // A command is in its row; the workflow has seen its id alone.
  expect(tables[0].commands).toContain("SubmitApplication");
  expect(textOf(history)).toContain("schoolJourney");
  const log = output.end();
  expect(log).toContain('"message":"request"');
  for (const text of [textOf(history), tables[0].events, tables[0].commands, people[0].people, log])
    expect(text).not.toContain(CANARY);
}, 20_000);
