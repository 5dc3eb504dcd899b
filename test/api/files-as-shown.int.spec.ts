// A list comes as a file as it is narrowed on its page, by a link that stands there; that it was taken is on record.
// These are the lists that are no plain table: a school's history, letters to come, successors, and who did what.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { keepQuestions } from "../../libs/store/schools/school-questions.ts";
import { Browser, type Page } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const NOW = "2020-12-09T10:00:00Z";
const PAGE = "/journeys/100001-primary";
const output = recordOutput();
let whole: WholeService;
let lead: Browser;
let operator: Browser;

beforeAll(async () => {
  whole = await startWhole(NOW);
  for (const urn of ["100001", "100002"])
    await putJourney(whole.store, { urn, hub: "great-north", workGroup: "wg-1", until: "2020-12-09T09:00:00Z" });
  const [asked, hub] = [{ urn: "100002", successors: [] }, "great-north"];
  await keepQuestions(whole.store.app, [{ ...asked, hub, journey: "100002-primary", why: "no-successor" }]);
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
  operator = await Browser.signedIn(whole.api.origin, "operator");
}, 90_000);
afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const LINK = /<a class="govuk-link" href="(?<to>[^"]*)">This list for a spreadsheet \(CSV\)</u;
/** Where the page's link to its file leads. */
function fileOn({ text }: Page): string {
  return (LINK.exec(text)?.groups?.["to"] ?? "there is no link").replaceAll("&amp;", "&");
}
/** The lines of a file, its head among them. */
const lines = ({ text }: Page): string[] =>
  text
    .replace(/^\uFEFF/u, "")
    .trim()
    .split("\r\n");

/** What was last noted of a file that was taken. */
async function lastTaken(): Promise<unknown> {
  const [last] = await whole.store.owner.query<unknown[]>(
    "select who, about, code from security_events where what = 'list-exported' order by no desc limit 1",
  );
  return last;
}
const LEAD = { who: "hub-lead.great-north" };

it("a school’s history has in its file what it is narrowed to, who did it beside it", async () => {
  const all = await lead.go(fileOn(await lead.go(PAGE)));
  expect(lines(all)[0]).toBe("When,What happened,By,In their words,Letters");
  expect(all.text).toContain("The school accepted the place,");
  const narrowed = await lead.go(`${PAGE}?kind=applications`);
  expect(fileOn(narrowed)).toBe(`${PAGE}/history.csv?kind=applications`);
  const file = await lead.go(fileOn(narrowed));
  expect(lines(file).length).toBeGreaterThan(1);
  expect(lines(file).length).toBeLessThan(lines(all).length);
  expect(await lastTaken()).toEqual({ ...LEAD, about: "journey 100001-primary", code: "history" });
}, 30_000);

it("another hub has no file of a school’s history or letters, nor has a stranger", async () => {
  const elsewhere = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
  for (const file of [`${PAGE}/history.csv`, `${PAGE}/letters-ahead/letters-to-come.csv`])
    expect((await elsewhere.go(file)).status).toBe(404);
  expect((await new Browser(whole.api.origin).go(`${PAGE}/history.csv`)).text).not.toContain("What happened,By");
}, 30_000);

it.each([
  ["a school", PAGE, "journey 100001-primary", /^2020-12-\d\d,/u],
  ["a hub", "", "hub great-north", /^2020-12-\d\d,.*,10000[12],/u],
])(
  "letters to come of %s are a file to the day that is asked for",
  async (_whose, of, about, looks) => {
    const page = await lead.go(`${of}/letters-ahead?until=2020-12-18`);
    expect(fileOn(page)).toBe(`${of}/letters-ahead/letters-to-come.csv?until=2020-12-18`);
    const [head, ...letters] = lines(await lead.go(fileOn(page)));
    expect(head).toBe("Day,Time,School,URN,To,Role,Letter,Why it goes,What would cancel it,Held back");
    expect(letters.length).toBeGreaterThan(0);
    for (const letter of letters) expect(letter).toMatch(looks);
    expect(letters.every((letter) => letter.slice(0, 10) <= "2020-12-18")).toBe(true);
    expect(await lastTaken()).toEqual({ ...LEAD, about, code: "letters-to-come" });
    const finance = await Browser.signedIn(whole.api.origin, "finance-officer.great-north");
    expect((await finance.go(fileOn(page))).status).toBe(403);
  },
  30_000,
);

it("successors are a file, each with why it waits", async () => {
  const page = await lead.go("/successors?why=register&order=desc");
  expect(fileOn(page)).toBe("/successors/successors.csv?why=register&order=desc");
  const [head, ...waiting] = lines(await lead.go(fileOn(page)));
  expect(head).toBe("School,URN,Waits since,Why it waits,Journey of this phase,Hub,May go on as");
  expect(waiting).toHaveLength(1);
  expect(waiting[0]).toMatch(/,100002,.*The register names nobody who follows\./u);
  expect(lines(await lead.go("/successors/successors.csv?why=named"))).toEqual([head]);
  expect(await lastTaken()).toEqual({ ...LEAD, about: "hub great-north", code: "successors" });
}, 30_000);

it("who did what is a file for an operator and an auditor, and for nobody of a hub", async () => {
  const page = await operator.go("/security?what=list-exported&hub=great-north");
  expect(fileOn(page)).toBe("/security/security-events.csv?what=list-exported&hub=great-north");
  const [head, ...events] = lines(await operator.go(fileOn(page)));
  expect(head).toMatch(/^When,What,More,Outcome,"Who, by role",Hub,/u);
  expect(events.length).toBeGreaterThan(0);
  for (const event of events) expect(event).toMatch(/List taken for a spreadsheet,.*,Done,Hub lead,Great North,/u);
  expect(await lastTaken()).toEqual({ who: "operator", about: null, code: "security-events" });
  const auditor = await Browser.signedIn(whole.api.origin, "auditor");
  expect([(await auditor.go(fileOn(page))).status, (await lead.go(fileOn(page))).status]).toEqual([200, 403]);
}, 30_000);
