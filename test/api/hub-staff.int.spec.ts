// The staff of a hub: entered by its lead, known at their first sign-in by their address, chosen by name, their open
// tasks handed on when they leave; and sealed as everybody is.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
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
  const given = async () => (await lead.go("/tasks")).text.match(/Given to [^<]*/gu);
  const before = await given();
  const looked = await whole.api.post(
    `/api/v1/hubs/great-north${leaves}?preview=true`,
    { handTo: await idOf("Other") },
    LEAD,
  );
  expect(ok(looked)).toMatchObject({ preview: true, handedOn: { schools: [{ outcome: "accepted" }] } });
  expect(await given()).toEqual(before);
  const left = await lead.submit(asks, { handTo: await idOf("Other") });
  expect(left.text).toContain("They are off the list");
  expect((await list()).map(({ lastName }) => lastName)).toEqual(["Other", "Counts"]);
  expect((await lead.go("/tasks")).text).toContain("Given to Kimberley Other");
}, 30_000);

describe("who leads Work Groups and leaves", () => {
  const FORMING = { hub: "great-north", prospectus: "2020-21/primary-readiness", leadRole: "mastery-readiness-lead" };
  const enter = async (lastName: string): Promise<string> => {
    const body = { role: "work-group-lead", firstName: "Lee", lastName, email: `${lastName}@hub.example` };
    return String(ok(await whole.api.post(STAFF, body, { ...LEAD, key: lastName }), 201)["person"]);
  };
  const form = async (id: string, person: string, more: object = {}): Promise<unknown> =>
    ok(await whole.api.post("/api/v1/work-groups", { ...FORMING, id, lead: person, ...more }, LEAD), 201);
  const leadOf = async (id: string) => ok(await whole.api.get(`/api/v1/work-groups/${id}`, LEAD))["lead"];
  /** How often a group had another lead. */
  const changes = async (id: string): Promise<number> => {
    const rows = await whole.store.owner.query<unknown[]>(
      "select 1 from events where stream = $1 and type = 'LeadChanged'",
      [`work-group/${id}`],
    );
    return rows.length;
  };

  it("hands them on with their tasks, once, though it stopped on the way and was sent again", async () => {
    const [leaver, taker] = [await enter("Leaver"), await idOf("Other")];
    for (const id of ["first", "second"]) await form(id, leaver);
    const leave = async (query = "", body: object = { leadTo: taker }) =>
      whole.api.post(`${STAFF}/${leaver}/leave${query}`, body, { ...LEAD, key: "leaves" });
    const all = ["first", "second"].map((workGroup) => ({ workGroup, command: "change-lead", outcome: "accepted" }));
    expect(ok(await leave("?preview=true"))).toMatchObject({ preview: true, ofGroups: all, leads: [] });
    expect(await leadOf("first")).toBe(leaver);
    // It stops where their entry is to be taken out.
    const { owner } = whole.store;
    await owner.query(
      `create function people.stop() returns trigger language plpgsql as $$ begin raise exception 'stopped'; end $$`,
    );
    await owner.query("create trigger stop before delete on people.contacts execute function people.stop()");
    expect((await leave()).status).toBeGreaterThanOrEqual(500);
    await owner.query("drop trigger stop on people.contacts");
    await owner.query("drop function people.stop()");
    expect((await list()).some(({ id }) => id === leaver)).toBe(true);
    expect(ok(await leave())).toMatchObject({ person: leaver, leads: [] });
    expect((await list()).some(({ id }) => id === leaver)).toBe(false);
    expect(ok(await leave())).toMatchObject({ person: leaver, leads: [] });
    expect(await leave("", { leadTo: leaver })).toMatchObject({ status: 404 });
    expect(await leave("", {})).toMatchObject({ body: { code: "key-reused" } });
    for (const id of ["first", "second"]) expect([await leadOf(id), await changes(id)]).toEqual([taker, 1]);
  }, 30_000);

  it("is asked who leads them, on the page; whoever chooses later finds them with the staff", async () => {
    const leaver = await enter("Parting");
    await form("third", leaver);
    const asks = await lead.go(`/staff/${leaver}/leave`);
    expect(asks.text).toMatch(/They lead Work Groups[\s\S]*Who leads their Work Group from now on/u);
    const refused = await lead.submit(asks, {});
    expect([refused.status, refused.text.includes('href="#f-leadTo"')]).toEqual([422, true]);
    const left = await lead.submit(refused, { leadTo: "later" });
    expect(left.text).toContain("They are off the list");
    expect(left.text).toContain("Work Groups that need a lead");
    expect(leadsTo(left, "/groups/third/change-lead")).toBe(true);
    expect(await changes("third")).toBe(0);
  }, 30_000);

  it("leaves a group as it is whose lead the programme would not have, and says why", async () => {
    const leaver = await enter("Specialist");
    const fit = { prospectus: "2020-21/secondary-development", leadRole: "secondary-mastery-specialist" };
    await form("fourth", leaver, { ...fit, secondYearDone: true });
    const leave = async (more: object, query = "?preview=true") =>
      ok(await whole.api.post(`${STAFF}/${leaver}/leave${query}`, { leadTo: await idOf("Other"), ...more }, LEAD));
    expect(await leave({})).toMatchObject({
      ofGroups: [{ workGroup: "fourth", outcome: "rejected", code: "lead-not-fit" }],
      leads: ["fourth"],
    });
    expect((await lead.go(`/staff/${leaver}/leave`)).text).toContain("completed the second year");
    expect(await leave({ secondYearDone: true }, "")).toMatchObject({ leads: [] });
    expect(await leadOf("fourth")).toBe(await idOf("Other"));
  }, 30_000);
});

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
