// Whose a person is whom registers alone name: their own hub's. That every id is resolved within what asks for it,
// test/api/every-id.int.spec.ts tries at every place of the document.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { settlePerson } from "../../libs/people/settle.ts";
import { WorkGroupRow } from "../../libs/views/work-groups/work-groups.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const [OWN, OTHER] = ["100001-primary", "100002-primary"];
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
