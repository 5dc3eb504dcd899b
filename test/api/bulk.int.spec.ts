// A file of schools that apply, on the whole service: looked at, confirmed, broken off and gone on with.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { BULK_EXAMPLE } from "../../apps/api/bulk/bulk.dto.ts";
import { startService, type Service } from "../workflows/service.ts";
import { HUB_LEAD, ok, recordOutput, type ApiUnderTest, type Reply } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const PATH = "/api/v1/hubs/great-north/bulk-applications";
const HEADER =
  "urn,name,phase,funding,prospectus,criteria,reasons,understandsExpectations," +
  "contactFirstName,contactLastName,contactEmail,group,groupRelationship";
const output = recordOutput();
let logged = "";
let whole: WholeService;
let api: ApiUnderTest;
let second: { service: Service; environment: TestWorkflowEnvironment } | null = null;

beforeAll(async () => {
  whole = await startWhole();
  ({ api } = whole);
}, 60_000);

afterAll(async () => {
  await second?.service.stop();
  await second?.environment.teardown();
  await whole?.stop();
  output.end();
}, 30_000);

const row = (urn: string, change: Partial<Record<string, string>> = {}): string => {
  const cells: Record<string, string | undefined> = {
    urn,
    name: `School ${urn}`,
    phase: "primary",
    funding: "state",
    prospectus: "2020-21/primary-readiness",
    criteria: "poor-progress-or-attainment",
    reasons: "We want to change.",
    understandsExpectations: "yes",
    contactFirstName: "Canarina",
    contactLastName: "Bulkley",
    contactEmail: `canary-${urn}@example.org`,
    ...change,
  };
  return HEADER.split(",")
    .map((name) => `"${(cells[name] ?? "").replaceAll('"', '""')}"`)
    .join(",");
};
const csv = (...rows: string[]): string => `\uFEFF${[HEADER, ...rows].join("\r\n")}\r\n`;
const send = (file: string, path = PATH) =>
  api.post(path, file, { headers: { "content-type": "text/csv; charset=utf-8" } });
const short = ({ lines }: Record<string, unknown>) =>
  (lines as Record<string, unknown>[]).map(({ line, outcome, code }) => [line, outcome, code]);

const FILE = csv(
  row("700001", { group: "700002; 700003", groupRelationship: "Canary trust" }),
  row("700002", { reasons: 'First line.\nSecond "line".' }),
  row("700003", { criteria: "" }),
  row("700004", { phase: "secondary" }),
  row("700005", { contactEmail: "nobody" }),
  row("700001"),
  row("12"),
);
const WANTED = [
  [2, "accepted", null],
  [3, "accepted", null],
  [5, "rejected", "criteria-missing"],
  [6, "rejected", "wrong-phase"],
  [7, "rejected", "invalid"],
  [8, "rejected", "already-active"],
  [9, "rejected", "invalid"],
];
const counts = async () => {
  const [found] = await whole.store.owner.query(
    `select (select count(*)::int from commands where name = 'SubmitApplication') as commands, (select count(*)::int
      from people.persons) as people,
       (select count(*)::int from events) as events`,
  );
  return found as { commands: number; people: number; events: number };
};

it("is looked at line by line, and nothing is written", async () => {
  const looked = ok(await send(FILE));
  expect(short(looked)).toEqual(WANTED);
  expect(looked).toMatchObject({
    hub: "great-north",
    accepted: 2,
    rejected: 5,
    waiting: 0,
    lines: expect.arrayContaining([
      { line: 2, urn: "700001", journey: "700001-primary", outcome: "accepted", code: null, detail: null },
    ]),
  });
  expect(await counts()).toEqual({ commands: 0, people: 0, events: 0 });
  expect(ok(await send(FILE))["id"]).toBe(looked["id"]);
  expect((await api.get(`${PATH}/${String(looked["id"])}`)).status).toBe(404);
}, 30_000);

it("confirmed, each line is an application by itself, once, whoever confirms; one not sent is no line", async () => {
  const id = String(ok(await send(FILE))["id"]);
  const done = ok(await send(FILE, `${PATH}/${id}/confirm`));
  expect(short(done)).toEqual(WANTED);
  const before = await counts();
  const other = { ...HUB_LEAD, who: "p-2" };
  const again = ok(
    await api.post(`${PATH}/${id}/confirm`, FILE, { as: other, headers: { "content-type": "text/csv" } }),
  );
  expect(short(again)).toEqual(WANTED);
  const after = await counts();
  expect([after.commands, after.people]).toEqual([before.commands, before.people]);
  expect(short(ok(await api.get(`${PATH}/${id}`)))).toEqual(WANTED.filter(([, , code]) => code !== "invalid"));
  const elsewhere = { role: "hub-lead", hub: "far-south" } as const;
  const headers = { "content-type": "text/csv" };
  for (const address of [PATH, PATH.replace("great-north", "far-south")]) {
    expect((await api.get(`${address}/${id}`, { as: elsewhere })).status).toBe(404);
    expect((await api.post(`${address}/${id}/confirm`, FILE, { as: elsewhere, headers })).status).not.toBe(200);
  }
  const queue = ok(await api.get("/api/v1/hubs/great-north/triage"))["items"];
  expect(queue).toMatchObject([
    {
      urn: "700001",
      partners: [
        { urn: "700002", applied: true, namesBack: false },
        { urn: "700003", applied: false },
      ],
    },
    { urn: "700002" },
  ]);
}, 60_000);

it("confirmed while the service is away, it waits; confirmed again, it goes on", async () => {
  const file = csv(row("710001"), row("710002"));
  const id = String(ok(await send(file))["id"]);
  await whole.service.stop();
  whole.service.stop = () => Promise.resolve();
  const broken = ok(await send(file, `${PATH}/${id}/confirm`));
  expect(broken).toMatchObject({ accepted: 0, waiting: 2 });
  const environment = await TestWorkflowEnvironment.createFromExistingServer(whole.temporal);
  second = {
    environment,
    service: await startService({ env: environment, dataSource: whole.store.app, startsAt: api.now() }),
  };
  const gone = ok(await send(file, `${PATH}/${id}/confirm`));
  expect(short(gone)).toEqual([
    [2, "accepted", null],
    [3, "accepted", null],
  ]);
  for (const urn of ["710001", "710002"]) {
    const events = ok(await api.get(`/api/v1/journeys/${urn}-primary/events`))["items"] as { type: string }[];
    expect(events.filter(({ type }) => type === "ApplicationSubmitted")).toHaveLength(1);
  }
}, 90_000);

it("is refused where it is none, or not the one that was looked at", async () => {
  const id = String(ok(await send(FILE))["id"]);
  const cases: [Promise<Reply>, number, RegExp][] = [
    [api.post(PATH, { urn: "700001" }), 415, /text\/csv/u],
    [send("name,urn\nA,1\n"), 422, /column “Phase” \(or phase\)/u],
    [send(HEADER), 422, /no row/u],
    [send(""), 422, /column “URN” \(or urn\)/u],
    [send(`${HEADER}\n"700001,Canarina`), 422, /no CSV that can be read/u],
    [send(csv(...Array.from({ length: 1_001 }, (_, number) => row(String(800_000 + number))))), 422, /1000 rows/u],
    [send(csv(row("700009")), `${PATH}/${id}/confirm`), 422, /not the file/u],
  ];
  for (const [call, status, detail] of cases)
    expect(await call).toMatchObject({ status, body: { code: "invalid", detail: expect.stringMatching(detail) } });
  expect(
    (
      await api.post(PATH, FILE, {
        as: { role: "hub-lead", hub: "far-south" },
        headers: { "content-type": "text/csv" },
      })
    ).status,
  ).toBe(404);
  expect(short(ok(await send(BULK_EXAMPLE)))).toEqual([[2, "accepted", null]]);
}, 30_000);

it("leaves nobody’s name outside the people store", async () => {
  logged = output.end();
  const [{ found }] = await whole.store.owner.query(
    `select count(*)::int as found from (select data::text as words from events union all select outcome::text from
      commands union all select journeys::text from journeys) as all_words
     where words ~* 'canarina|bulkley|canary'`,
  );
  expect([found, /canarina|bulkley|canary/iu.test(logged)]).toEqual([0, false]);
});
