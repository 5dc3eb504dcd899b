// A hub's notes about a school, at the console: written on a form, read on the school's page, changed and taken back
// there, found again on the first page and in their list when their day has come, and marked as followed up.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Browser, leadsTo } from "../support/browser.ts";
import { recordOutput, type ApiUnderTest } from "./api-under-test.ts";
import { startConsole, type ConsoleWorld } from "./console-world.ts";

const PAGE = "/journeys/100001-primary";
const WORDS = "Quillfeather leaves at Easter.";
const TODAY = { "followUpOn-day": "1", "followUpOn-month": "3", "followUpOn-year": "2021" };
const output = recordOutput();
let world: ConsoleWorld;
let api: ApiUnderTest;

beforeAll(async () => {
  world = await startConsole([{ urn: "100001", hub: "great-north", workGroup: "wg-1", until: "2021-03-01" }]);
  ({ api } = world);
}, 60_000);
afterAll(async () => {
  await world?.stop();
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

it("it is changed on its form, as it stood, and says by whom; a wrong change loses nothing", async () => {
  const lead = await Browser.signedIn(api.origin, "hub-lead.great-north");
  const page = await lead.go(PAGE);
  const form = await lead.go(actionOf(page.text, "amend"));
  for (const said of [WORDS, 'value="2021"', "What the note said before is kept nowhere."])
    expect(form.text).toContain(said);
  const wrong = await lead.submit(form, { text: "Ask who follows.", ...TODAY, "followUpOn-year": "2020" });
  expect([wrong.status, wrong.text.includes("Ask who follows.")]).toEqual([422, true]);
  // It was followed up, and waits anew for another day.
  const kept = await lead.submit(wrong, { text: "Ask who follows.", ...TODAY, "followUpOn-day": "2" });
  for (const said of ["The note is changed", "Ask who follows.", "Changed by you on 1 March 2021, 08:00"])
    expect(kept.text).toContain(said);
  expect(kept.text).toContain("To be followed up on Tuesday 2 March 2021");
  expect(kept.text).not.toContain("Quillfeather");
}, 60_000);

it("those to follow up have a list, narrowed by its address, for who reads notes and for nobody else", async () => {
  const lead = await Browser.signedIn(api.origin, "hub-lead.great-north");
  const more = await lead.go("/more");
  expect(leadsTo(more, "/follow-ups")).toBe(true);
  const all = await lead.go("/follow-ups");
  for (const said of ["1 note.", "Tuesday 2 March 2021", "School 100001", "You"]) expect(all.text).toContain(said);
  expect(leadsTo(all, `${PAGE}#part-notes`)).toBe(true);
  expect((await lead.go("/follow-ups?due=now")).text).toContain("No note fits all of this.");
  expect((await lead.go("/follow-ups?due=later&whose=me")).text).toContain("1 note fits.");
  const colleague = await Browser.signedIn(api.origin, "hub-coordinator.great-north");
  expect((await colleague.go("/follow-ups?whose=me")).text).toContain("No note fits all of this.");
  const far = await Browser.signedIn(api.origin, "hub-lead.east-midlands-south");
  expect((await far.go("/follow-ups")).text).toContain("No note waits to be followed up.");
  for (const who of ["school-contact.100001", "finance-officer.great-north", "auditor"])
    expect([who, (await (await Browser.signedIn(api.origin, who)).go("/follow-ups")).status]).toEqual([who, 403]);
}, 60_000);

it("it is taken back once it was read once more, by a colleague too, and is gone", async () => {
  const colleague = await Browser.signedIn(api.origin, "hub-coordinator.great-north");
  const address = actionOf((await colleague.go(PAGE)).text, "withdraw");
  const form = await colleague.go(address);
  for (const said of ["Ask who follows.", "kept nowhere", "Take it back"]) expect(form.text).toContain(said);
  const far = await Browser.signedIn(api.origin, "hub-lead.east-midlands-south");
  expect((await far.go(address)).status).toBe(404);
  const gone = await colleague.submit(form, {});
  expect([gone.status, gone.text.includes("The note is taken back"), gone.text.includes("None yet.")]).toEqual([
    200,
    true,
    true,
  ]);
  // Sent once more, as by a browser that goes back: it stays gone.
  expect((await colleague.submit(form, {})).text).toContain("The note is taken back");
  expect([(await colleague.go(address)).status, (await colleague.go("/follow-ups")).text.includes("1 note")]).toEqual([
    404,
    false,
  ]);
}, 60_000);

/** Where a note's link leads. */
const actionOf = (text: string, action: string): string =>
  new RegExp(`href="([^"]+/${action})"`, "u").exec(text)?.[1] ?? "";
