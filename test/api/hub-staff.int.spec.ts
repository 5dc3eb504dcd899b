// The staff of a hub: entered by its lead, known at their first sign-in by their address, chosen by name, their open
// tasks handed on when they leave; and sealed as everybody is.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Browser, leadsTo } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const STAFF = "/api/v1/hubs/great-north/staff";
const LEAD = { as: { role: "hub-lead", who: "hub-lead.great-north", hub: "great-north" } } as const;
const JO = {
  role: "hub-coordinator",
  firstName: "Jo",
  lastName: "Entered",
  email: "hub-coordinator@great-north.hub.example",
};
const KIM = { role: "work-group-lead", firstName: "Kim", lastName: "Other", email: "kim@great-north.hub.example" };
const TASK = "2020/21/gap-task-1";
const output = recordOutput();
let whole: WholeService;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-01-27T12:00:00Z");
  const until = "2021-01-18T12:00:00Z";
  await putJourney(whole.store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until });
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const list = async () => ok(await whole.api.get(STAFF, LEAD))["items"] as { id: string; [field: string]: unknown }[];
const idOf = async (lastName: string) => (await list()).find((one) => one["lastName"] === lastName)?.id ?? "";

it("are entered on a page, by the hub lead alone, and once however often the form is sent", async () => {
  expect((await lead.go("/staff")).text).toContain("Nobody is on the list yet");
  const form = await lead.go("/staff/new");
  const refused = await lead.submit(form, { ...JO, firstName: "" });
  expect([refused.status, refused.text.includes('href="#f-firstName"')]).toEqual([422, true]);
  const entered = await lead.submit(refused, JO);
  expect([entered.status, entered.text.includes("Jo Entered"), entered.text.includes("Not yet")]).toEqual([
    200,
    true,
    true,
  ]);
  ok(await whole.api.post(STAFF, KIM, { ...LEAD, key: "kim" }), 201);
  ok(await whole.api.post(STAFF, { ...KIM, firstName: "Kimberley" }, { ...LEAD, key: "kim-again" }), 201);
  expect((await list()).map(({ firstName }) => firstName)).toEqual(["Jo", "Kimberley"]);
  const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
  expect([(await coordinator.go("/staff")).status, (await coordinator.go("/staff/new")).status]).toEqual([200, 403]);
  const elsewhere = { as: { role: "hub-lead", who: "x", hub: "far-south" } } as const;
  expect((await whole.api.get(STAFF, elsewhere)).status).toBe(404);
}, 30_000);

it("are known from their first sign-in on with the address that it has verified", async () => {
  expect((await list()).map(({ lastName, signedIn }) => [lastName, signedIn])).toEqual([
    ["Entered", true],
    ["Other", false],
  ]);
});

it("are called by name where it stands what they did, which has the id of their sign-in", async () => {
  const fay = { role: "finance-officer", firstName: "Fay", lastName: "Counts" };
  const email = "finance-officer@great-north.hub.example";
  ok(await whole.api.post(STAFF, { ...fay, email }, { ...LEAD, key: "fay" }), 201);
  const finance = await Browser.signedIn(whole.api.origin, "finance-officer.great-north");
  const set = await finance.submit(await finance.go("/money/budgets/2020-21"), { allocatedPence: "2500" });
  expect(set.text).toContain("Set 27 January 2021 by Fay Counts (you)");
  expect((await lead.go("/money/budgets")).text).toMatch(/Set 27 January 2021 by Fay Counts</u);
}, 30_000);

it("are given a task by name, find it among their own, and hand it on when they leave", async () => {
  const form = await lead.go(`/journeys/100001-primary/assign-task?then=tasks&task=${encodeURIComponent(TASK)}`);
  expect(form.text).toMatch(/<option value="[^"]+">Jo Entered<\/option> <option value="[^"]+">Kimberley Other/u);
  await lead.submit(form, { task: TASK, assignee: await idOf("Entered") });
  expect((await lead.go("/tasks")).text).toContain("Given to Jo Entered");
  const coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
  expect((await coordinator.go("/tasks?show=mine")).text).toMatch(/Gap task 1 was missed[\s\S]*Given to you/u);
  const leaves = `/staff/${await idOf("Entered")}/leave`;
  expect(leadsTo(await lead.go("/staff"), leaves)).toBe(true);
  const asks = await lead.go(leaves);
  expect(asks.text).toContain("Who takes on their open task");
  const left = await lead.submit(asks, { handTo: await idOf("Other") });
  expect(left.text).toContain("They are off the list");
  expect((await list()).map(({ lastName }) => lastName)).toEqual(["Other", "Counts"]);
  expect((await lead.go("/tasks")).text).toContain("Given to Kimberley Other");
}, 30_000);

it("are sealed: nothing of their words is in an event or beside their key", async () => {
  const rows = await whole.store.owner.query<{ all: string }[]>(
    `select concat(coalesce((select string_agg(data::text, ' ') from events), ''),
       coalesce((select string_agg(encode(sealed, 'escape'), ' ') from people.persons), ''),
       coalesce((select string_agg(role || person, ' ') from people.contacts), '')) as all`,
  );
  expect(rows[0]?.all ?? "").not.toMatch(/Kimberley|Entered|kim@/u);
  const export_ = ok(await whole.api.get(`/api/v1/people/${await idOf("Other")}/export`, LEAD));
  expect(export_).toMatchObject({ contact: { firstName: "Kimberley" }, roles: [{ role: "staff/work-group-lead" }] });
});
