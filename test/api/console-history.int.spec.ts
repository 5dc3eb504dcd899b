// A school's history on its page, of a life of three years: who did what, narrowed, page by page.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Instant } from "../../libs/calendar/instants.ts";
import { Browser, leadsTo, type Page } from "../support/browser.ts";
import { codesIn, visibleText } from "../support/visible-codes.ts";
import { ok, recordOutput, type ApiUnderTest } from "./api-under-test.ts";
import { startConsole, type ConsoleWorld } from "./console-world.ts";

const OWN = "/journeys/100001-primary";
const PART = "#part-history";
const AT = "2023-08-31T12:00:00Z" as Instant;
const LEAD = { as: { role: "hub-lead", who: "hub-lead.great-north", hub: "great-north" } } as const;
const JO = {
  role: "hub-coordinator",
  firstName: "Jo",
  lastName: "Entered",
  email: "hub-coordinator@great-north.hub.example",
};
const output = recordOutput();
let world: ConsoleWorld;
let api: ApiUnderTest;
let lead: Browser;

beforeAll(async () => {
  const more = [
    {
      event: { type: "RemindersOptedOut", at: AT, until: "2023-12-22" },
      actor: { who: "hub-coordinator.great-north", role: "hub-coordinator" },
      commandId: "opt-out",
    },
  ] as const;
  const journey = {
    urn: "100001",
    hub: "great-north",
    workGroup: "north-readiness-1",
    behaviour: "exemplary",
  } as const;
  world = await startConsole([{ ...journey, more }], { startsAt: "2023-09-04T08:00:00Z" });
  ({ api } = world);
  ok(await api.post("/api/v1/hubs/great-north/staff", JO, { ...LEAD, key: "enter-jo" }), 201);
  // From then on it is known who signs in with that address.
  await Browser.signedIn(api.origin, "hub-coordinator.great-north");
  lead = await Browser.signedIn(api.origin, "hub-lead.great-north");
}, 60_000);

afterAll(async () => {
  await world?.stop();
  expect(output.end()).not.toContain("Entered");
}, 30_000);

/** What its entries say, by whom, as a page has them. */
const entries = ({ text }: Page): string[] =>
  [...text.matchAll(/timeline__title">([^<]*)<\/strong> <span class="moj-timeline__byline">by ([^<]*)</gu)].map(
    ([, says = "", by = ""]) => `${says}: ${by}`,
  );

it("says who did each thing: staff by name to their own hub, by their role to the school", async () => {
  const optedOut = "The school asked for no more reminders until 22 December 2023";
  expect(entries(await lead.go(OWN))[0]).toBe(`${optedOut}: Jo Entered, a hub coordinator, on the school’s behalf`);
  const coordinator = await Browser.signedIn(api.origin, "hub-coordinator.great-north");
  expect(entries(await coordinator.go(OWN))[0]).toBe(`${optedOut}: you, on the school’s behalf`);
  const school = await Browser.signedIn(api.origin, "school-contact.100001");
  const page = await school.go(OWN);
  expect(entries(page)[0]).toBe(`${optedOut}: a hub coordinator, on your school’s behalf`);
  expect(page.text).not.toContain("Entered");
}, 30_000);

it("goes on to its second page, and is narrowed by kind and year; the address has it all", async () => {
  const first = await lead.go(OWN);
  expect([entries(first).length, leadsTo(first, `${OWN}?page=2${PART}`)]).toEqual([25, true]);
  const second = await lead.go(`${OWN}?page=2`);
  expect([entries(second).length, visibleText(second.text).includes("entries: 26 to 50 are shown.")]).toEqual([
    25,
    true,
  ]);
  expect(entries(second)).not.toContain(entries(first)[0]);

  const meetings = await lead.go(`${OWN}?kind=meetings`);
  expect(entries(meetings).length).toBeGreaterThan(0);
  for (const one of entries(meetings)) expect(one).toMatch(/visit|session|meeting|there:/iu);
  const ofYear = await lead.go(`${OWN}?kind=meetings&year=2020-21`);
  expect(entries(ofYear).length).toBeLessThan(entries(meetings).length);
  expect(leadsTo(ofYear, `${OWN}?kind=meetings${PART}`)).toBe(true);
  expect(visibleText(ofYear.text)).toContain("School year: 2020/21");
  expect([first, second, ofYear].flatMap(({ text }) => codesIn(text))).toEqual([]);
}, 30_000);

it("can be had as one, to print", async () => {
  const whole = await lead.go(`${OWN}?all=yes`);
  expect(entries(whole).length).toBeGreaterThan(50);
  expect(entries(whole).at(-1)).toMatch(/^The school applied for/u);
}, 30_000);
