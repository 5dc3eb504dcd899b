// Why each grant of a list stands where it does, in one statement: its sessions, since when, who decided.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { schoolsOf, seedGrants } from "../../../test/support/released-grants.ts";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { groundsOf } from "./read-grant-grounds.ts";

const PAYABLE_AT = "2024-10-02T16:00:00Z";
const SESSIONS = { attended: 1, missed: 0, payableAt: PAYABLE_AT };
const NOBODY = { decidedAt: null, decidedBy: null };
const LEA = { who: "hub-lead.great-north", role: "hub-lead" };
const grantOf = (urn: number) => ({ journey: `${urn}-primary`, no: 1 });
let store: TestStore;

beforeAll(async () => {
  store = await freshStore();
  await seedGrants(store.app, schoolsOf(5, ["great-north"]), "payable");
}, 60_000);
afterAll(() => store?.close());

/** Something happened to a grant, as the hub of it, or another, hears. */
async function happens(urn: number, type: string, at: string, more: { data?: object; hub?: string; actor?: object }) {
  const data = { stage: "development", academicYear: "2024/25", ...more.data };
  await store.owner.query(
    `insert into events (stream, seq, type, at, data, actor, of_hub, schema_version)
     select $1, max(seq) + 1, $2, $3, $4, $5, $6, 1 from events where stream = $1`,
    [`journey/${urn}-primary`, type, at, data, more.actor ?? LEA, more.hub ?? "great-north"],
  );
}

it("says how many sessions were attended, since when it is payable, and who decided, where somebody did", async () => {
  await happens(410_001, "GrantDecided", "2024-10-04T09:00:00Z", { data: { decision: "release" } });
  // What was decided otherwise, of another year, or at another hub says nothing of why this can be approved.
  await happens(410_002, "GrantDecided", "2024-10-04T09:00:00Z", { data: { decision: "withhold" } });
  await happens(410_002, "GrantDecided", "2024-10-05T09:00:00Z", {
    data: { decision: "part", academicYear: "2023/24" },
  });
  await happens(410_002, "GrantDecided", "2024-10-06T09:00:00Z", { data: { decision: "part" }, hub: "far-south" });
  await happens(410_003, "GrantWithheld", "2024-10-07T09:00:00Z", { actor: { who: "service", role: "service" } });
  await store.owner.query("update grants set status = 'withheld' where journey = '410003-primary'");
  await store.owner.query("update journeys set hub = 'far-south' where id = '410004-primary'");
  const all = [410_000, 410_001, 410_002, 410_003, 410_004].map(grantOf);
  const groundOf = await groundsOf(store.app, all);
  expect(all.map(groundOf)).toEqual([
    { ...SESSIONS, ...NOBODY },
    { ...SESSIONS, decidedAt: "2024-10-04T09:00:00Z", decidedBy: LEA.who },
    { ...SESSIONS, ...NOBODY },
    { ...SESSIONS, decidedAt: "2024-10-07T09:00:00Z", decidedBy: null },
    { attended: null, missed: null, payableAt: PAYABLE_AT, ...NOBODY },
  ]);
});
