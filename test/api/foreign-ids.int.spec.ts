// The role matrix, for what stands in a body: every id that a command can name, with a real one of another school or
// hub. It is answered as one that nobody has, and what is one's own is not. A field of a kind that is not known here
// fails: whoever adds it says what it names.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { exampleBody } from "../../apps/api/openapi/command-schema.ts";
import { COMMAND_FIELDS } from "../../libs/journey/command-fields.ts";
import type { Fields } from "../../libs/journey/field.ts";
import { JOURNEY_COMMANDS, ROUTED_COMMANDS, slugOf } from "../../libs/service/commands/journey-commands.ts";
import { settlePerson } from "../../libs/people/belonging.ts";
import { GROUP_FIELDS } from "../../libs/work-group/command-fields.ts";
import { WorkGroupRow } from "../../libs/views/work-groups/work-groups.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const [OWN, OTHER] = ["100001-primary", "100002-primary"];
/** As this service makes them; nobody has it. */
const NOBODY = "0b9f6f0e-6c1a-8d6e-a1b2-0d6a3f4c5e7b";
const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;
let foreign: string;

beforeAll(async () => {
  store = await freshStore();
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "north-1", until: "2020-12-01" });
  await putJourney(store, { urn: "100002", hub: "far-south", workGroup: "south-1", until: "2020-12-01" });
  for (const [id, hub] of [
    ["north-1", "great-north"],
    ["south-1", "far-south"],
  ] as const)
    await store.app.getRepository(WorkGroupRow).insert({
      id,
      hub,
      prospectus: "2020-21/primary-readiness",
      also: [],
      below: null,
      academicYear: "2020/21",
      status: "formed",
      lead: "p-1",
      leadRole: "lead",
      delivery: "in-person",
      least: null,
      most: null,
      reserved: 0,
      taken: 0,
      waiting: 0,
      version: 1,
      summary: "",
      formedAt: "2020-09-01T08:00:00Z",
      updatedAt: "2020-09-01T08:00:00Z",
    });
  const contact = { id: "f0000000-0000-8000-a000-000000000001", firstName: "Fay", lastName: "Foreign" };
  foreign = await settlePerson(store.app, { ...contact, email: "fay@example.org" }, OTHER ?? "");
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2020-12-01T08:00:00Z",
    commandTimeoutMs: 500,
  });
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await store?.close();
  expect(output.end()).not.toContain("Foreign");
}, 30_000);

/** The values of a field that names something: another's, and nobody's. */
function named(field: string): readonly [theirs: unknown, nobodys: unknown] {
  switch (field) {
    case "participant":
    case "by":
    case "person":
      return [foreign, NOBODY];
    // Whom a hub gives a task to is known by their sign-in: no list of those is kept here.
    case "assignee":
      return [foreign, null];
    case "present":
    case "late":
    case "teachers":
      return [[foreign], [NOBODY]];
    case "absent":
      return [[{ participant: foreign }], [{ participant: NOBODY }]];
    case "workGroup":
      return ["south-1", null];
    case "task":
      return [`${OTHER}/task`, "nothing"];
    case "concern":
      return ["concern-99", "concern-98"];
    default:
      throw new Error(`What does ${field} name? Say it here.`);
  }
}

const names = (fields: Fields): string[] =>
  Object.entries(fields).flatMap(([name, { kind, items }]) =>
    kind === "id" || kind === "ids" || (kind === "list" && Object.values(items ?? {}).some((one) => one.kind === "id"))
      ? [name]
      : [],
  );
const answer = async (path: string, body: object): Promise<string> => {
  const { status, body: said } = await api.post(path, body);
  return status < 300 ? String(status) : `${status} ${String(said["code"])}`;
};

const CELLS = ROUTED_COMMANDS.filter((name) =>
  (JOURNEY_COMMANDS[name].roles as readonly string[]).includes("hub-lead"),
).flatMap((name) => names(COMMAND_FIELDS[name]).map((field) => [name, field] as const));

it.each(CELLS)("%s: another’s %s is nobody’s", async (name, field) => {
  const [theirs, nobodys] = named(field);
  const path = `/api/v1/journeys/${OWN}/${slugOf(name)}?preview=true`;
  const body = {
    ...exampleBody(COMMAND_FIELDS[name]),
    ...(name === "RecordAttendance" && { present: [], absent: [] }),
  };
  const said = await answer(path, { ...body, [field]: theirs });
  expect(said).toMatch(/^(409 (unknown-participant|wrong-group|not-in-this-state|not-participating)|404 not-found)$/u);
  // A group that nobody has formed may be named: it is only words. So may somebody at the hub.
  if (nobodys !== null) expect(await answer(path, { ...body, [field]: nobodys })).toBe(said);
});

it.each(["FormWorkGroup", "ChangeLead"] as const)("%s: another’s lead is nobody’s", async (name) => {
  const path = name === "FormWorkGroup" ? "/api/v1/work-groups" : "/api/v1/work-groups/north-1/change-lead";
  const body = { ...exampleBody(GROUP_FIELDS[name]), lead: foreign };
  expect([await answer(path, body), await answer(path, { ...body, lead: "lead-1" })]).toEqual([
    "409 unknown-participant",
    "503 unavailable",
  ]);
});

it.each([
  [`journeys/${OTHER}/offer-place`],
  [`journeys/${OTHER}/people`],
  [`journeys/${OTHER}/redactions`],
  ["work-groups/south-1/change-lead"],
  ["calendar-links"],
])("%s of another is not there", async (path) => {
  expect(await answer(`/api/v1/${path}`, path === "calendar-links" ? { workGroup: "south-1" } : {})).toBe(
    "404 not-found",
  );
});

it("somebody whom registers alone name is given out and erased by their own hub, without other registers", async () => {
  const contact = { id: "f0000000-0000-8000-a000-000000000002", firstName: "Rae", lastName: "Foreign" };
  const person = await settlePerson(store.app, { ...contact, email: "rae@example.org" }, OWN ?? "");
  for (const group of ["north-1", "south-1"])
    await store.owner.query(
      "insert into events (stream, seq, type, at, data, actor, command_id, schema_version) " +
        "values ('work-group/' || $1, " +
        "1, 'RegisterTaken', now(), $2, '{}', null, 1)",
      [group, JSON.stringify({ session: "session-1", schools: [{ journey: OWN, present: [person] }] })],
    );
  const path = `/api/v1/people/${person}`;
  const seen = await api.get(`${path}/export`);
  expect([seen.status, (seen.body["events"] as { journey: string }[]).map(({ journey }) => journey)]).toEqual([
    200,
    ["work-group/north-1"],
  ]);
  const elsewhere = { as: { role: "hub-lead" as const, who: "p-9", hub: "far-south" } };
  expect((await api.get(`${path}/export`, elsewhere)).status).toBe(404);
  expect((await api.post(`${path}/erasure`, { reason: "Asked for it" }, elsewhere)).status).toBe(404);
  expect((await api.post(`${path}/erasure`, { reason: "Asked for it" })).status).toBe(200);
  // Looked at, a key that is none is refused as it would be, also where there is nothing left to do.
  const looked = await api.post(`${path}/erasure?preview=true`, { reason: "Asked for it" }, { key: "ü" });
  expect([looked.status, looked.body["code"]]).toEqual([400, "invalid"]);
});

it("nobody was written to, and nothing sealed under another’s key", async () => {
  const [{ texts, belongs }] = await store.owner.query(
    "select (select count(*)::int from people.texts where owner = $1) as texts, " +
      "(select array_agg(home) from people.belongs where person = $1) as belongs",
    [foreign],
  );
  expect([texts, belongs]).toEqual([0, [OTHER]]);
});
