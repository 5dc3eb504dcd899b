// The letters to come of a school, a Work Group and a hub; one of them held, let go, and sent as it was shown. Through
// the API and the console, with everything behind them.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { setHubContacts } from "../../libs/people/hub-contacts.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { WorkGroupRow } from "../../libs/views/work-groups/work-groups.ts";
import { WorkGroupSchoolRow } from "../../libs/views/work-groups/work-group-schools.ts";
import { Browser } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import type { Who } from "../support/sign-in.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const JOURNEY = "100001-primary";
const NOW = "2020-12-09T10:00:00Z";
const TASK_1 = "2020/21/missed/gap-task-1/1";
const BECAUSE = "The headteacher is ill; I have spoken to the deputy.";
const output = recordOutput();
let whole: WholeService;
let lead: Browser;

interface Ahead {
  at: string;
  journey: string;
  kind: string;
  cause: string;
  to: { role: string };
  subject: string;
  text: string;
  tells: { codes: string[]; why: string; unless: string | null }[];
  held: { hold: number; by: string; reason: string | null }[];
  holds: string[];
}

beforeAll(async () => {
  whole = await startWhole(NOW, undefined, { linked: true });
  const { app } = whole.store;
  for (const [urn, workGroup] of [
    ["100001", "wg-1"],
    ["100002", "wg-2"],
  ] as const) {
    const journey = await putJourney(whole.store, {
      urn,
      hub: "great-north",
      workGroup,
      until: "2020-12-09T09:00:00Z",
    });
    await putPerson(app, {
      id: `head-${urn}`,
      firstName: "Hedy",
      lastName: "Example",
      email: `head-${urn}@example.org`,
    });
    await putContact(app, { journey, role: "headteacher", person: `head-${urn}` });
  }
  await putJourney(whole.store, { urn: "100003", hub: "far-south", workGroup: "wg-3", until: "2020-12-09T09:00:00Z" });
  for (const [id, firstName] of [
    ["teacher-1", "Ada"],
    ["teacher-2", "Ben"],
  ] as const)
    await putPerson(app, { id, firstName, lastName: "Example", email: `${id}@example.org` });
  await setHubContacts(app, "great-north", [
    { role: "hub-coordinator", firstName: "", lastName: "", email: "great-north@hubs.example.org" },
  ]);
  await app.getRepository(WorkGroupRow).insert({
    ...{ id: "wg-1", hub: "great-north", prospectus: "2020-21/primary-readiness", academicYear: "2020/21" },
    ...{ status: "formed", lead: "lead-1", leadRole: "lead", delivery: "in-person", least: null, most: null },
    ...{ reserved: 0, taken: 1, waiting: 0, version: 1, summary: "", formedAt: NOW, updatedAt: NOW },
  });
  const taken = { workGroup: "wg-1", journey: JOURNEY, status: "taken", position: null, since: NOW };
  await app.getRepository(WorkGroupSchoolRow).insert({ ...taken, held: false, together: null });
  // What the past asked for has gone out before anybody looks ahead.
  await whole.service.setOn("2020-12-09T10:05:00Z");
  for (const urn of ["100001", "100002", "100003"]) await whole.service.settled(`${urn}-primary`);
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 180_000);
afterAll(async () => {
  await whole?.stop();
  expect(output.end()).not.toMatch(/deputy|Hedy/u);
}, 60_000);

const as = (role: Who["role"], more: Partial<Who> = {}): { as: Who } => ({ as: { role, who: `p-${role}`, ...more } });
const letters = async (of: string, query = ""): Promise<Ahead[]> =>
  ok(await whole.api.get(`/api/v1/${of}/letters-ahead${query}`))["items"] as Ahead[];
const counts = async (): Promise<unknown> =>
  whole.store.owner.query(
    "select (select count(*) from events) as events, (select count(*) from commands) as commands, " +
      "(select count(*) from answer_links) as links, (select count(*) from people.sent_letters) as letters",
  );

describe("Letters ahead", () => {
  it("of a school are its own, each with why, and what would cancel it; nothing is kept", async () => {
    const before = await counts();
    const all = await letters(`journeys/${JOURNEY}`, "?until=2020-12-18");
    expect(all.map(({ at, kind, to }) => [at, kind, to.role])).toEqual([
      ["2020-12-15T09:00:00Z", "missed", "maths-lead"],
      ["2020-12-15T09:00:00Z", "missed", "lead-teacher"],
    ]);
    expect(all[0]).toMatchObject({
      tells: [{ codes: [TASK_1], why: expect.stringContaining("due on 8 December 2020"), unless: expect.any(String) }],
      held: [],
      holds: [TASK_1],
    });
    expect(all[0]?.text).toContain("Dear Ada Example,");
    expect(await counts()).toEqual(before);
  });

  it("of a Work Group and of a hub are those of their schools alone, page by page", async () => {
    const schools = (all: readonly Ahead[]) => [...new Set(all.map(({ journey }) => journey))];
    expect(schools(await letters("work-groups/wg-1"))).toEqual([JOURNEY]);
    const all = await letters("hubs/great-north");
    expect(schools(all).sort()).toEqual([JOURNEY, "100002-primary"]);
    const pages: Ahead[] = [];
    for (let after = ""; ;) {
      const { items, next } = ok(await whole.api.get(`/api/v1/hubs/great-north/letters-ahead?limit=3${after}`)) as {
        items: Ahead[];
        next: string | null;
      };
      pages.push(...items);
      if (next === null) break;
      after = `&after=${encodeURIComponent(next)}`;
    }
    expect(pages).toEqual(all);
  });

  it("are for a hub’s coordinator and lead, of their own schools; not beyond a term", async () => {
    const status = async (of: string, send = {}) => (await whole.api.get(`/api/v1/${of}/letters-ahead`, send)).status;
    const far = as("hub-lead", { hub: "far-south" });
    expect([await status(`journeys/${JOURNEY}`, far), await status("work-groups/wg-1", far)]).toEqual([404, 404]);
    expect([await status("hubs/great-north", far), await status("hubs/great-north", as("operator"))]).toEqual([
      404, 200,
    ]);
    for (const role of ["auditor", "finance-officer"] as const)
      expect(await status("hubs/great-north", as(role, { hub: "great-north" }))).toBe(403);
    expect(await status(`journeys/${JOURNEY}`, as("school-contact", { urns: ["100001"] }))).toBe(403);
    for (const query of ["?until=2020-12-08", "?until=2021-12-31", "?after=x"])
      expect((await whole.api.get(`/api/v1/journeys/${JOURNEY}/letters-ahead${query}`)).status).toBe(422);
  });
});

describe("A hold", () => {
  it("is given with a reason on the page, shown with who and why, and lifted", async () => {
    const page = await lead.go(`/journeys/${JOURNEY}/letters-ahead?until=2020-12-18`);
    expect(page.text).toMatch(/Tuesday 15 December 2020|15 December 2020/u);
    expect(page.text).toContain("Dear Ada Example,");
    const [, address = ""] = /href="(\/journeys\/100001-primary\/hold-letter\?[^"]+)"/u.exec(page.text) ?? [];
    const form = await lead.go(address.replaceAll("&amp;", "&"));
    expect(form.text).toMatch(new RegExp(`value="${TASK_1}" checked`, "u"));
    expect(form.text).toMatch(/That “[^”]+” is missing \(the first letter\)/u);
    const again = await lead.submit(form, { tells: TASK_1, reason: "" });
    expect(again.text).toContain("Nothing was recorded yet");
    const done = await lead.submit(again, { tells: TASK_1, reason: BECAUSE });
    expect(done.text).toContain("It is held back.");
    const held = await letters(`journeys/${JOURNEY}`, "?until=2020-12-18");
    expect(held.map(({ held }) => held.map(({ by, reason }) => [by, reason]))).toEqual([
      [["hub-lead", BECAUSE]],
      [["hub-lead", BECAUSE]],
    ]);
    const shown = await lead.go(`/journeys/${JOURNEY}/letters-ahead?until=2020-12-18`);
    expect(shown.text).toMatch(/Held back by the hub lead[\s\S]*I have spoken to the deputy/u);
    const hold = held[0]?.held[0]?.hold;
    ok(await whole.api.post(`/api/v1/journeys/${JOURNEY}/lift-hold`, { hold }));
    expect((await letters(`journeys/${JOURNEY}`, "?until=2020-12-18")).flatMap(({ held }) => held)).toEqual([]);
  }, 60_000);

  it("keeps a letter from going; the account of reminders says so", async () => {
    ok(await whole.api.post("/api/v1/journeys/100002-primary/hold-letter", { tells: [TASK_1], reason: BECAUSE }));
  });
});

describe("When its time comes", () => {
  it("a letter goes byte for byte as it was shown, and one that is held does not", async () => {
    const shown = await letters(`journeys/${JOURNEY}`, "?until=2020-12-18");
    expect(shown).toHaveLength(2);
    const had = whole.service.outbox.length;
    await whole.service.setOn("2020-12-15T09:01:00Z");
    await whole.service.settled(JOURNEY);
    await whole.service.settled("100002-primary");
    const sent = whole.service.outbox.slice(had).filter(({ text }) => text.includes("100001-primary/"));
    const withoutKeys = (text: string): string => text.replaceAll(/(?<=\/answer\/)[\w-]{16,}/gu, "…");
    expect(sent.map(({ subject, text }) => [subject, withoutKeys(text)]).sort()).toEqual(
      shown.map(({ subject, text }) => [subject, text]).sort(),
    );
    expect(sent[0]?.text).toMatch(/\/answer\/[\w-]{16,}/u);
    expect(whole.service.outbox.slice(had).some(({ text }) => text.includes("100002-primary/"))).toBe(false);
    whole.api.pass(6 * 86_400);
    const report = ok(await whole.api.get("/api/v1/hubs/great-north/reminders/report?kind=missed"));
    expect(report["items"]).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ journey: "100002-primary", outcome: "held-back", why: "held-by-hub" }),
        expect.objectContaining({ journey: JOURNEY, outcome: "sent" }),
      ]),
    );
  }, 90_000);
});
