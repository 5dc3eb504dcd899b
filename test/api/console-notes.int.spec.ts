// A hub's notes about a school, at the console: written on a form, read on the school's page, found again on the first
// page when their day has come, and marked as followed up.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { Browser, leadsTo } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const PAGE = "/journeys/100001-primary";
const WORDS = "Quillfeather leaves at Easter.";
const TODAY = { "followUpOn-day": "1", "followUpOn-month": "3", "followUpOn-year": "2021" };
const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;

beforeAll(async () => {
  store = await freshStore();
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until: "2021-03-01" });
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2021-03-01T08:00:00Z",
    commandTimeoutMs: 500,
  });
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await store?.close();
  // What was written stands in no log.
  expect(output.end()).not.toContain("Quillfeather");
}, 30_000);

it("a note is written, waits on the hub’s first page on its day, and is followed up", async () => {
  const lead = await Browser.signedIn(api.origin, "hub-lead.great-north");
  const empty = await lead.go(PAGE);
  expect([empty.text.includes("None yet."), leadsTo(empty, `${PAGE}/notes`)]).toEqual([true, true]);
  const form = await lead.go(`${PAGE}/notes`);
  // All that is wrong is said at once, and nothing that was typed is lost.
  const wrong = await lead.submit(form, { text: "", ...TODAY, "followUpOn-year": "2020" });
  expect(wrong.status).toBe(422);
  for (const said of ['href="#f-text"', 'href="#f-followUpOn"', "It is today or a later day.", 'value="2020"'])
    expect(wrong.text).toContain(said);
  const kept = await lead.submit(wrong, { text: WORDS, ...TODAY });
  expect(kept.address).not.toContain("Quillfeather");
  for (const said of [
    "The note is kept",
    WORDS,
    "1 March 2021, 08:00, You",
    "To be followed up on Monday 1 March 2021",
  ])
    expect(kept.text).toContain(said);
  const home = await lead.go("/");
  expect(home.text).toContain("Notes to follow up");
  expect(home.text.split(`href="${PAGE}#part-notes"`)).toHaveLength(2);
  const note = /action="([^"]+\/followed-up)"/u.exec(kept.text)?.[1] ?? "";
  const done = await lead.submit(await lead.go(PAGE), {}, note);
  expect([done.status, done.text.includes("Followed up on 1 March 2021, 08:00, by you")]).toEqual([200, true]);
  expect(done.text).not.toContain("/followed-up");
  expect((await lead.go("/")).text).not.toContain("Notes to follow up");
}, 60_000);

it("a colleague reads it; the school, who pays, and another hub do not", async () => {
  const colleague = await Browser.signedIn(api.origin, "hub-coordinator.great-north");
  expect((await colleague.go(PAGE)).text).toContain(WORDS);
  for (const [who, page, form] of [
    ["school-contact.100001", 200, 403],
    ["finance-officer.great-north", 200, 403],
    ["auditor", 200, 403],
    ["hub-lead.east-midlands-south", 404, 404],
  ] as const) {
    const browser = await Browser.signedIn(api.origin, who);
    const [seen, asked] = [await browser.go(PAGE), await browser.go(`${PAGE}/notes`)];
    expect([who, seen.status, asked.status]).toEqual([who, page, form]);
    expect([who, seen.text.includes("Quillfeather"), seen.text.includes("part-notes")]).toEqual([who, false, false]);
  }
}, 60_000);
