// A school's year on its page: who was at which session, by name to those who work with it and to nobody else; by what
// each promise was kept. That names were seen is on record.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import type { Instant } from "../../libs/calendar/instants.ts";
import { putPerson } from "../../libs/people/people.ts";
import { Browser, type Page } from "../support/browser.ts";
import { lifeOf } from "../support/store.ts";
import { codesIn, visibleText } from "../support/visible-codes.ts";
import { eventually } from "../workflows/service.ts";
import { recordOutput } from "./api-under-test.ts";
import { startConsole, type ConsoleWorld } from "./console-world.ts";

const OWN = "/journeys/100001-primary";
const NAMES = ["Ada", "Ben"];
const output = recordOutput();
let world: ConsoleWorld;

beforeAll(async () => {
  const journey = {
    urn: "100001",
    hub: "great-north",
    workGroup: "north-readiness-1",
    behaviour: "exemplary",
  } as const;
  const teachers = lifeOf("exemplary", "100001").flatMap(({ event }) =>
    event.type === "ParticipantNominated" ? [event.participant] : [],
  );
  const [ada = "", ben = ""] = teachers;
  const event = {
    type: "AttendanceRecorded",
    at: "2021-02-26T09:00:00Z" as Instant,
    session: "session-2",
    on: "2021-02-25",
    present: [ada],
    late: [ada],
    absent: [{ participant: ben, reasonCode: "cover" }],
    headteacher: false,
  } as const;
  const actor = { who: "work-group-lead.great-north", role: "work-group-lead" } as const;
  world = await startConsole([
    { ...journey, until: "2021-02-26T09:00", more: [{ event, actor, commandId: "taken" }] as never },
  ]);
  const { store } = world;
  for (const [index, id] of [ada, ben].entries())
    await putPerson(store.app, {
      ...{ id, firstName: NAMES[index] ?? "", lastName: "Attending" },
      email: `${index}@example.org`,
    });
}, 60_000);

afterAll(async () => {
  await world?.stop();
  expect(output.end()).not.toContain("Attending");
}, 30_000);

const seenBy = async (who: string): Promise<Page> => (await Browser.signedIn(world.api.origin, who)).go(OWN);

it.each(["hub-coordinator.great-north", "hub-lead.great-north", "school-contact.100001"])(
  "%s reads who was there by name, late or away and why",
  async (who) => {
    const { status, text } = await seenBy(who);
    expect(status).toBe(200);
    expect(visibleText(text)).toMatch(
      /Who was there .*Session Ada Attending Ben Attending .*Session 2 25 February 2021 Late Away No cover in school/u,
    );
    expect(visibleText(text)).toMatch(/Register of 25 February 2021: 1 teacher there Recorded on 26 February 2021 by/u);
    expect(codesIn(text)).toEqual([]);
  },
  30_000,
);

it.each(["auditor", "operator"])(
  "%s reads by what promises were kept, and no name and no absence",
  async (who) => {
    const { status, text } = await seenBy(who);
    expect(status).toBe(200);
    expect(visibleText(text)).toContain("Register of 25 February 2021: 1 teacher there");
    for (const word of ["Who was there", "Attending", "No cover in school"]) expect(text).not.toContain(word);
  },
  30_000,
);

it("that names were seen is on record, by whom; a school that reads its own is not", async () => {
  await eventually(async () => {
    const noted = await world.store.owner.query<{ who: string }[]>(
      "select distinct who from security_events where what = 'people-viewed' and about = 'journey 100001-primary'",
    );
    expect(noted.map(({ who }) => who).sort()).toEqual(["hub-coordinator.great-north", "hub-lead.great-north"]);
  });
}, 30_000);

it("its people stand there with their addresses for who puts them right, and lead back to it", async () => {
  const lead = await Browser.signedIn(world.api.origin, "hub-lead.great-north");
  const page = await lead.go(OWN);
  const [, correct = ""] = new RegExp(`href="(${OWN}/correct-person\\?person=[^"&]+)"`, "u").exec(page.text) ?? [];
  expect([page.text.includes('href="mailto:0@example.org"'), correct === ""]).toEqual([true, false]);
  expect(page.text).toMatch(new RegExp(`href="${OWN}/replace-participant\\?participant=[^"&]+"`, "u"));
  const form = await lead.go(correct);
  expect(visibleText(form.text)).toContain("Back to School 100001");
  for (const who of ["work-group-lead.great-north", "school-contact.100001", "auditor"])
    expect((await seenBy(who)).text).not.toContain("mailto:");
}, 30_000);
