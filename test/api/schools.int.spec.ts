// Schools over HTTP: as applications tell of them, then as the register does, which wins.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { importRegister } from "../../libs/service/register/import-register.ts";
import { CLOSED, link, LINK_COLUMNS, school, writeExtract, type Row } from "../support/register.ts";
import type { TestStore } from "../support/store.ts";
import type { TestTemporal } from "../support/temporal.ts";
import type { Service } from "../workflows/service.ts";
import { HUB_LEAD, recordOutput, type ApiUnderTest, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const READINESS = "2020-21/primary-readiness";
const DEVELOPMENT = "2020-21/secondary-development";
const INDEPENDENT: Row = { "TypeOfEstablishment (name)": "Other independent special school" };

const folder = mkdtempSync(join(tmpdir(), "schools-"));
let whole: WholeService;
let store: TestStore;
let api: ApiUnderTest;
let service: Service;
let temporal: TestTemporal;
const output = recordOutput();

beforeAll(async () => {
  whole = await startWhole();
  ({ store, api, service, temporal } = whole);
}, 60_000);

afterAll(async () => {
  await whole?.stop();
  rmSync(folder, { recursive: true });
  output.end();
}, 30_000);

const body = (urn: string, said: object = {}, prospectus = READINESS) => ({
  ...APPLICATION_EXAMPLE,
  prospectus,
  school: { ...APPLICATION_EXAMPLE.school, urn, ...said },
});
const apply = (urn: string, said: object = {}, prospectus = READINESS, key?: string): Promise<Reply> =>
  api.post("/api/v1/applications", body(urn, said, prospectus), key === undefined ? {} : { key });
const eligibility = async (urn: string, prospectus = READINESS, more = "") =>
  (await api.get(`/api/v1/schools/${urn}/eligibility?prospectus=${prospectus}${more}`)).body;
const reasons = async (...of: Parameters<typeof eligibility>) =>
  ((await eligibility(...of))["reasons"] as { code: string }[]).map(({ code }) => code);
const urns = ({ body: { items } }: Reply) => (items as { urn: string }[]).map(({ urn }) => urn);

describe("before the register was ever imported", () => {
  it("a school is what its application says", async () => {
    expect((await apply("100001", {}, READINESS, "early")).status).toBe(201);
    expect((await api.get("/api/v1/schools/100001")).body).toMatchObject({
      urn: "100001",
      source: "application",
      phases: ["primary"],
      funding: "state",
      open: true,
      hub: null,
      type: null,
    });
  }, 20_000);
});

describe("once the register was imported", () => {
  beforeAll(async () => {
    const file = await writeExtract(join(folder, "schools.csv"), [
      school("100002", { EstablishmentName: "Harbour 50% School", "PhaseOfEducation (name)": "Secondary" }),
      school("100003", INDEPENDENT),
      school("100004", { ...INDEPENDENT, "Section41Approved (name)": "Approved" }),
      school("100005", CLOSED),
      school("100006", { "PhaseOfEducation (name)": "All-through" }),
      school("100007", { "PhaseOfEducation (name)": "Nursery", "LA (code)": "856" }),
      school("100008", { "TypeOfEstablishment (name)": "Welsh establishment", "LA (code)": "999" }),
      school("100009", CLOSED),
      school("100010"),
      ...["100011", "100012", "100013"].map((urn) => school(urn, { EstablishmentName: "Meadow School" })),
    ]);
    expect((await apply("100009")).status).toBe(201);
    const links = await writeExtract(
      join(folder, "links.csv"),
      [link("100009", "Successor - merged", "100010")],
      LINK_COLUMNS,
    );
    expect(
      (
        await importRegister(
          { database: { open: async () => store.app }, temporal: () => temporal, now: api.now },
          file,
          links,
        )
      ).schools.counts.new,
    ).toBe(11);
  }, 30_000);

  it("its word on phase, funding and existence wins; nobody is told off for another", async () => {
    expect(
      (await apply("100006", { phase: "secondary", funding: "independent", name: "Whatever" })).body,
    ).toMatchObject({ journey: "100006-primary", status: "applied" });
    expect((await apply("100006", { phase: "primary" }, DEVELOPMENT)).body).toMatchObject({
      journey: "100006-secondary",
      status: "applied",
    });
    const refused = await Promise.all([
      apply("100002"),
      apply("100003"),
      apply("100005"),
      apply("100007"),
      apply("100008"),
    ]);
    expect(refused.map(({ status, body: { code } }) => [status, code])).toEqual(
      ["wrong-phase", "not-state-funded", "school-closed", "wrong-phase", "not-state-funded"].map((code) => [
        409,
        code,
      ]),
    );
    expect((await apply("100004")).status).toBe(201);
    const [first] = await service.events("100006-primary");
    expect(first).toMatchObject({
      school: { urn: "100006", la: "391", phase: "primary", funding: "state", open: true },
    });
    expect((await api.get("/api/v1/schools/100006")).body).toMatchObject({
      name: "Example School 100006",
      source: "register",
      phases: ["primary", "secondary"],
    });
  }, 30_000);

  it("a URN that it does not know is refused by its place; what was accepted before has the same answer", async () => {
    const refused = await apply("100099");
    expect(refused.body).toMatchObject({ status: 422, code: "invalid", errors: [{ pointer: "/school/urn" }] });
    expect((await api.get("/api/v1/schools/100099")).status).toBe(404);
    expect((await apply("100001", {}, READINESS, "early")).body).toEqual({
      journey: "100001-primary",
      version: 1,
      status: "applied",
    });
    expect((await apply("100001", {}, READINESS, "late")).body).toMatchObject({ status: 422 });
  }, 20_000);

  it("whether a school may apply is told by the rules, before a form is filled", async () => {
    expect(await eligibility("100010")).toEqual({
      urn: "100010",
      prospectus: READINESS,
      journey: "100010-primary",
      hub: "great-north",
      eligible: true,
      reasons: [],
      forTheHub: [],
    });
    expect(await eligibility("100004", DEVELOPMENT)).toMatchObject({
      eligible: false,
      forTheHub: ["section-41"],
      reasons: [{ code: "wrong-phase", detail: "This programme is for secondary schools." }],
    });
    expect(await reasons("100005")).toEqual(["school-closed"]);
    expect(await reasons("100007", DEVELOPMENT)).toEqual(["wrong-phase"]);
    expect(await reasons("100003", DEVELOPMENT)).toEqual(["wrong-phase", "not-state-funded"]);
    expect(await reasons("100006")).toEqual(["already-active"]);
    expect(await reasons("100002", "2024-25/secondary-sustaining")).toEqual(["window-closed", "prior-stage-missing"]);
    await api.put("/api/v1/hubs/great-north/windows/2020-21/primary-readiness", {
      opensOn: "2020-06-10",
      closesOn: "2020-07-10",
    });
    expect(await reasons("100010")).toEqual(["window-closed"]);
    const there = `/api/v1/schools/100010/eligibility?prospectus=${READINESS}&hub=far-south`;
    expect((await api.get(there, { as: { role: "school-contact", urns: ["100010"] } })).body).toMatchObject({
      hub: "far-south",
      eligible: true,
    });
    expect((await api.get(there)).body).toMatchObject({ status: 403, code: "forbidden" });
    expect((await api.get("/api/v1/schools/100010/eligibility")).body).toMatchObject({
      status: 422,
      errors: [{ pointer: "/prospectus" }],
    });
    expect((await api.get("/api/v1/schools/100010/eligibility?prospectus=2020-21/none")).status).toBe(404);
    expect((await api.get("/api/v1/schools/100099/eligibility?prospectus=2020-21/primary-readiness")).status).toBe(404);
  }, 20_000);

  it("schools are found as people type their names, by URN and by postcode; so are journeys", async () => {
    const names = await writeExtract(join(folder, "names.csv"), [
      school("910101", { EstablishmentName: "St Mary's Primary School", Postcode: "NE1 1AA" }),
      school("910102", { EstablishmentName: "St Mary’s Primary School" }),
      school("910105", { EstablishmentName: "Fierté Academy" }),
      school("910104", { EstablishmentName: "Bacon & Eggs Academy" }),
    ]);
    const deps = { database: { open: async () => store.app }, temporal: () => temporal, now: api.now };
    expect((await importRegister(deps, names, null)).schools.counts.new).toBe(4);
    const found = async (q: string) => urns(await api.get(`/api/v1/schools?q=${encodeURIComponent(q)}`));
    for (const q of ["St Mary's", "st marys", "ST MARY’S", "Saint Mary", "St. Marys Primary", "mary primary", "Mary s"])
      expect([q, await found(q)]).toEqual([q, ["910101", "910102"]]);
    for (const q of ["Fierte", "FIERTÉ academy", "fierte\u0301", "ierté"])
      expect([q, await found(q)]).toEqual([q, ["910105"]]);
    for (const q of ["bacon and eggs", "Bacon & Eggs", "bacon&eggs", "Bacon Eggs", "910104"])
      expect([q, await found(q)]).toEqual([q, ["910104"]]);
    for (const q of ["NE1 1AA", "ne11aa", "910101"]) expect([q, await found(q)]).toEqual([q, ["910101"]]);
    expect(await found("Mary Magdalene")).toEqual([]);

    const journeys = async (q: string) =>
      ((await api.get(`/api/v1/journeys?q=${encodeURIComponent(q)}`)).body["items"] as { id: string }[]).map(
        ({ id }) => id,
      );
    expect(await journeys("example SCHOOL 100009")).toEqual(["100009-primary"]);
    expect(await journeys("100009")).toEqual(["100009-primary"]);
    expect(await journeys("Mary")).toEqual([]);
  }, 20_000);

  it("schools are found by name, URN and LA, a page at a time", async () => {
    expect(urns(await api.get("/api/v1/schools?q=MEADOW"))).toEqual(["100011", "100012", "100013"]);
    expect((await api.get("/api/v1/schools?q=meadow&limit=2")).body).toMatchObject({
      items: [{ urn: "100011" }, { urn: "100012" }],
      next: "100012",
    });
    expect((await api.get("/api/v1/schools?q=meadow&limit=2&after=100012")).body).toMatchObject({
      items: [{ urn: "100013" }],
      next: null,
    });
    expect(urns(await api.get("/api/v1/schools?q=50%25"))).toEqual(["100002"]);
    expect(urns(await api.get("/api/v1/schools?q=%25"))).toEqual(["100002"]);
    expect(urns(await api.get("/api/v1/schools?q=100003"))).toEqual(["100003"]);
    expect((await api.get("/api/v1/schools?la=856")).body).toMatchObject({
      items: [{ urn: "100007", hub: "east-midlands-south", phases: [] }],
      next: null,
    });
    expect((await api.get("/api/v1/schools?la=north")).status).toBe(422);
    expect((await api.get("/api/v1/schools?name=meadow")).status).toBe(422);
  });

  it("what waits for a hub to decide is read by those who may", async () => {
    const asked = await api.get("/api/v1/school-questions?hub=great-north", { as: HUB_LEAD });
    expect(asked.body).toMatchObject({
      items: [
        { journey: "100001-primary", why: "unknown-urn" },
        { journey: "100009-primary", urn: "100009", why: "merged", successors: ["100010"] },
      ],
      next: null,
    });
    for (const as of [HUB_LEAD, { role: "hub-lead", hub: "far-south" } as const]) {
      expect((await api.get("/api/v1/school-questions?hub=far-south", { as })).body).toEqual({ items: [], next: null });
    }
    expect((await api.get("/api/v1/school-questions")).body).toEqual(asked.body);
    expect((await api.get("/api/v1/school-questions", { as: { role: "operator" } })).body).toEqual(asked.body);
    expect(
      (await api.get("/api/v1/school-questions", { as: { role: "school-contact", urns: ["100001"] } })).status,
    ).toBe(403);
  });

  it("every answer is as the OpenAPI document says", async () => {
    const document = (await api.get("/api/openapi.json")).body as {
      paths: Record<
        string,
        { get?: { responses: Record<string, { content: { "application/json": { schema: object } } }> } }
      >;
    };
    const ajv = new Ajv2020({ strict: false, validateFormats: false }).addSchema(document, "api");
    for (const [path, asked] of [
      ["/api/v1/schools", "/api/v1/schools"],
      ["/api/v1/schools/{urn}", "/api/v1/schools/100001"],
      ["/api/v1/school-questions", "/api/v1/school-questions"],
      ["/api/v1/schools/{urn}/eligibility", `/api/v1/schools/100002/eligibility?prospectus=${READINESS}`],
    ] as const) {
      const schema = JSON.stringify(
        document.paths[path]?.get?.responses["200"]?.content["application/json"].schema,
      ).replaceAll('"#/', '"api#/');
      const check = ajv.compile(JSON.parse(schema) as object);
      expect([path, check((await api.get(asked)).body), check.errors]).toEqual([path, true, null]);
    }
  });
});
