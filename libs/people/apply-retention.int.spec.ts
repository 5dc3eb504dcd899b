import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { applyRetention } from "./apply-retention.ts";
import { getPeople, getText, putContact, putPerson, putText } from "./people.ts";

const NOW = "2030-07-01T12:00:00Z";
const LONG_AGO = "2024-06-30T22:59:00Z";
const SINCE = "2024-06-30T23:01:00Z";

let store: TestStore;
let folder: string;
let log: string;

beforeAll(async () => {
  store = await freshStore();
  folder = await mkdtemp(join(tmpdir(), "retention-"));
  log = join(folder, "erasures.log");
  const journeys: [string, string, string][] = [
    ["100001-primary", "completed", LONG_AGO],
    ["100002-primary", "withdrawn", SINCE],
    ["100003-primary", "participating", LONG_AGO],
    ["100004-primary", "withdrawn", LONG_AGO],
  ];
  for (const [id, status, at] of journeys) {
    await store.owner.query(
      `insert into journeys (id, urn, hub, phase, status, version, owes, summary, started_at, updated_at, aliases)
        values ($1, left($1, 6), 'h', 'primary', $2, 1, 0, '', $3, $3, '{}')`,
      [id, status, at],
    );
    await store.owner.query(`insert into streams (stream, version, open_effects) values ('journey/' || $1, 1, 0)`, [
      id,
    ]);
    await putPerson(store.app, { id: `of-${id}`, firstName: "A", lastName: "B", email: "a@example.org" });
    await putContact(store.app, { journey: id, role: "applicant", person: `of-${id}` });
    await putText(store.app, { id: `text-${id}`, owner: `journey/${id}`, body: "words" });
  }
  await store.owner.query(
    `insert into grants (journey, no, stage, academic_year, amount_pence, status, approvers, clawback, clawback_pence)
      values ('100004-primary', 1, 'development', '2020/21', 1, 'paid', '{}', 'requested', 1)`,
  );
  for (const id of ["moved-on", "leads-a-group", "hub-lead", "turned-down", "turned-down-lately", "teacher"])
    await putPerson(store.app, { id, firstName: "A", lastName: "B", email: "a@example.org" });
  for (const journey of ["100001-primary", "100003-primary"])
    await putContact(store.app, { journey, role: "headteacher", person: "moved-on" });
  await putContact(store.app, { journey: "100001-primary", role: "headteacher", person: "leads-a-group" });
  await putContact(store.app, { journey: "hub/h", role: "hub-lead", person: "hub-lead" });
  await store.owner.query(
    `insert into participants values ('100001-primary', 'teacher', 'maths-lead', true, true, true, true)`,
  );
  await store.owner.query(
    `insert into events (stream, seq, type, at, data, actor, schema_version) values ('work-group/g', 1, 'Formed',
      now(), '{"lead": "leads-a-group"}', '{}', 1),
      ('journey/100001-primary', 1, 'ParticipantNominated', now(), '{"participant": "teacher"}', '{}', 1)`,
  );
  await store.owner.query(`update people.keys set created_at = '2030-04-01' where owner <> 'turned-down-lately'`);
  await store.owner.query(`update people.keys set created_at = '2030-04-03' where owner = 'turned-down-lately'`);
}, 60_000);
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const everybody = async (): Promise<string[]> =>
  (
    await getPeople(store.app, [
      "of-100001-primary",
      "of-100002-primary",
      "of-100003-primary",
      "of-100004-primary",
      "moved-on",
      "leads-a-group",
      "hub-lead",
      "turned-down",
      "turned-down-lately",
      "teacher",
    ])
  ).map(({ id }) => id);

describe("retention", () => {
  it("only counts, when it is asked to", async () => {
    const before = await everybody();
    expect(await applyRetention(store.app, log, { now: NOW, dryRun: true })).toEqual({
      people: 2,
      journeys: 1,
      unclaimed: 1,
    });
    expect(await everybody()).toEqual(before);
    expect(before).toHaveLength(10);
    await expect(readFile(log)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("erases people and words of journeys long over, and what no journey took up; nobody else", async () => {
    expect(await applyRetention(store.app, log, { now: NOW })).toEqual({ people: 2, journeys: 1, unclaimed: 1 });
    expect(await everybody()).toEqual([
      "hub-lead",
      "leads-a-group",
      "moved-on",
      "of-100002-primary",
      "of-100003-primary",
      "of-100004-primary",
      "turned-down-lately",
    ]);
    expect([await getText(store.app, "text-100001-primary"), await getText(store.app, "text-100002-primary")]).toEqual([
      null,
      "words",
    ]);
    const noted = (await readFile(log, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { owner: string; reason: string });
    expect(noted.map(({ owner, reason }) => `${owner} ${reason}`)).toEqual([
      "journey/100001-primary retention",
      "of-100001-primary retention",
      "teacher retention",
      "turned-down retention",
    ]);
  });

  it("finds nothing the next time", async () => {
    expect(await applyRetention(store.app, log, { now: NOW })).toEqual({ people: 0, journeys: 0, unclaimed: 0 });
  });
});
