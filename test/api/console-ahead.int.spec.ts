// What lies ahead, as a hub's staff and a school look at it: the days, links for their calendars, what a school may
// apply for, and a year tried out, of which nothing is kept. And the same by the API.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser } from "../support/browser.ts";
import { codesIn } from "../support/visible-codes.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { GROUP, SCHOOL, startEdgeWorld, type EdgeWorld } from "./edge-world.ts";

const JOURNEY = `${SCHOOL}-primary`;
const output = recordOutput();
let world: EdgeWorld;
let lead: Browser;

beforeAll(async () => {
  world = await startEdgeWorld();
  lead = await Browser.signedIn(world.api.origin, "hub-lead.great-north");
}, 90_000);
afterAll(async () => {
  await world?.stop();
  output.end();
}, 30_000);

const status = async (who: string, address: string): Promise<number> =>
  (await (await Browser.signedIn(world.api.origin, who)).go(address)).status;

describe("A year tried out", () => {
  it("shows what would not come of a school that withdraws, in words; nothing is written", async () => {
    const before = await world.digest();
    const form = await lead.go("/try-year");
    expect(form.text).toContain(`<option value="${JOURNEY}">Example Primary School</option>`);
    const page = await lead.go(`/try-year?school-1=${JOURNEY}`);
    expect([page.status, codesIn(page.text)]).toEqual([200, []]);
    expect(page.text).toMatch(
      /Example Primary School withdraws\.[\s\S]*Letters to people[\s\S]*fewer[\s\S]*The school is withdrawn\.[\s\S]*Does not come/u,
    );
    expect(await world.digest()).toBe(before);
  }, 30_000);

  it("of a session that moves says so of its Work Group", async () => {
    const { text } = await lead.go("/try-year");
    const [, session = ""] = new RegExp(`<option value="(${GROUP}/session-\\d)"`, "u").exec(text) ?? [];
    const on = "to-session-1-day=10&to-session-1-month=3&to-session-1-year=2021";
    const page = await lead.go(`/try-year?session-1=${session}&${on}`);
    expect([page.status, page.text.includes("moves to 10 March 2021")]).toEqual([200, true]);
  }, 30_000);

  it("half said is told at its fields, and what was chosen stays", async () => {
    const page = await lead.go(`/try-year?school-1=${JOURNEY}&figure=graceDays`);
    expect(page.status).toBe(422);
    for (const field of ["programme", "value"]) expect(page.text).toContain(`<a href="#f-${field}">`);
    expect(page.text).toContain(`<option value="${JOURNEY}" selected>`);
    const twice = await lead.go(`/try-year?school-1=${JOURNEY}&session-1=${GROUP}/session-9&to-session-1=2021-03-10`);
    expect([twice.status, twice.text.includes('<a href="#f-session-1">')]).toEqual([409, true]);
  }, 30_000);

  it("by the API is the same, in numbers; what the rules turn down is a conflict", async () => {
    const before = await world.digest();
    const address = "/api/v1/hubs/great-north/tried-year";
    const found = ok(await world.api.get(`${address}?withdraws=${JOURNEY}`)) as {
      compared: number;
      now: { promises: number };
      then: { promises: number };
      differences: { of: string; then: string | null }[];
    };
    expect(found.compared).toBe(1);
    expect(found.then.promises).toBeLessThan(found.now.promises);
    expect(found.differences.some(({ of, then }) => of === "promise" && then === null)).toBe(true);
    const codes = async (query: string): Promise<unknown> => {
      const { status: said, body } = await world.api.get(address + query);
      return [said, body["code"]];
    };
    expect(await codes("?figure=graceDays")).toEqual([422, "invalid"]);
    expect(await codes("?until=2030-01-01")).toEqual([422, "invalid"]);
    expect(await codes("?withdraws=100009-primary")).toEqual([404, "not-found"]);
    expect(await codes(`?moves=${GROUP}/session-9/2021-03-10`)).toEqual([409, "unknown-session"]);
    const figure = "figure=graceDays&value=30&programme=2021-22/primary-readiness";
    expect((await world.api.get(`${address}?${figure}`)).body).toMatchObject({ compared: 1 });
    const grant = "figure=grant&value=150000&programme=2021-22/primary-readiness";
    expect((await world.api.get(`${address}?${grant}`)).status).toBe(200);
    expect(await world.digest()).toBe(before);
  }, 30_000);

  it("is for a hub’s coordinator and lead", async () => {
    expect(await status("hub-coordinator.great-north", "/try-year")).toBe(200);
    for (const who of ["finance-officer.great-north", "auditor", "school-contact.100001"])
      expect(await status(who, "/try-year")).toBe(403);
  }, 30_000);
});

describe("The days ahead", () => {
  it("of the hub and of a Work Group are in words, by day, and lead to a link for one’s own calendar", async () => {
    const hub = await lead.go("/calendar?until-day=1&until-month=3&until-year=2021");
    expect([hub.status, codesIn(hub.text)]).toEqual([200, []]);
    expect(hub.text).toMatch(/<h2[^>]*>(?:Mon|Tues|Wednes|Thurs|Fri)day \d+ December 2020<\/h2>/u);
    const group = await lead.go(`/groups/${GROUP}/calendar`);
    expect([group.status, codesIn(group.text)]).toEqual([200, []]);
    expect(group.text).toContain(`href="/calendar-links?of=${GROUP}"`);
    expect((await lead.go(`/groups/${GROUP}`)).text).toContain(`href="/groups/${GROUP}/calendar"`);
    expect((await lead.go("/calendar?until-day=1&until-month=3&until-year=2031")).status).toBe(422);
    expect(await status("school-contact.100001", "/calendar")).toBe(403);
  }, 30_000);

  it("are read by the address that is shown once, until it is revoked", async () => {
    const page = await lead.go(`/calendar-links?of=${GROUP}`);
    expect(page.text).toContain(`<option value="${GROUP}" selected>`);
    const wrong = await lead.submit(page, { of: "", days: "1000" }, "/calendar-links");
    expect([wrong.status, wrong.text.includes('<a href="#f-days">')]).toEqual([422, true]);
    const made = await lead.submit(page, { of: GROUP, days: "30" }, "/calendar-links");
    expect(made.text).toContain("Your link is made.");
    const [, address = ""] = /value="[^"]*(\/calendars\/[\w-]+\.ics)"/u.exec(made.text) ?? [];
    expect((await fetch(world.api.origin + address)).status).toBe(200);
    const listed = await lead.go("/calendar-links");
    expect(listed.text).not.toContain(address);
    const [, action = ""] = /action="(\/calendar-links\/[^"]+\/revoke)"/u.exec(listed.text) ?? [];
    expect((await lead.submit(listed, {}, action)).text).toContain("The link shows nothing from now on.");
    expect((await fetch(world.api.origin + address)).status).toBe(404);
  }, 30_000);

  it("a school has a link to its own dates alone", async () => {
    const school = await Browser.signedIn(world.api.origin, "school-contact.100001");
    const page = await school.go("/calendar-links");
    expect(page.text).toContain("Example Primary School, primary");
    const made = await school.submit(page, { of: JOURNEY }, "/calendar-links");
    expect(made.text).toContain("Your link is made.");
    expect((await school.submit(page, { of: "great-north" }, "/calendar-links")).status).toBe(404);
  }, 30_000);
});

describe("What a school may apply for", () => {
  it("is for whoever sees the school; the ways to a form for who may apply", async () => {
    const address = `/journeys/${JOURNEY}/programmes`;
    const page = await lead.go(address);
    expect([page.status, codesIn(page.text)]).toEqual([200, []]);
    expect(page.text).toMatch(/Example Primary School[\s\S]*It may not apply for[\s\S]*takes part already/u);
    expect((await lead.go(`/journeys/${JOURNEY}`)).text).toContain(`href="${address}"`);
    const auditor = await (await Browser.signedIn(world.api.origin, "auditor")).go(address);
    expect([auditor.status, auditor.text.includes('href="/apply/')]).toEqual([200, false]);
    const elsewhere = await Browser.signedIn(world.api.origin, "hub-lead.east-midlands-south");
    expect((await elsewhere.go(address)).status).toBe(404);
  }, 30_000);
});
