// Who has been erased is nobody to write to: their letters, those on the way too, go where a vacant role's go.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { JourneyEvent } from "../libs/journey/events.ts";
import { erasePerson } from "../libs/people/erasure.ts";
import { putText } from "../libs/people/people.ts";
import { applied, effectsWorld, offered, underWay, type EffectsWorld } from "../test/support/effects-world.ts";
import { makeEscalateCommitment, makeSendNotice, makeSendReminder } from "./send-letter.ts";

let world: EffectsWorld;
let folder: string;
beforeAll(async () => {
  world = await effectsWorld();
  folder = await mkdtemp(join(tmpdir(), "erased-"));
  for (const id of ["applicant", "maths", "lead", "head"]) await world.person(id);
}, 30_000);
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  world.mail.arrived.length = 0;
});

const at = (id: string): string => `${id}@example-primary.example.org`;
const inbox = "hub-great-north@hubs.example.invalid";
const recipients = (): string[] => world.mail.arrived.map(({ to }) => to.join()).sort();
const erase = (person: string) =>
  erasePerson(world.dataSource, join(folder, "erasures.log"), {
    person,
    at: "2021-01-10T00:00:00Z",
    by: "operator",
    reason: "request",
  });

const missed: JourneyEvent = {
  type: "CommitmentMissed",
  at: "2021-02-04T00:00:00Z",
  commitment: "action-plan",
  dueOn: "2021-02-03",
  escalateAt: "2021-02-10T09:00:00Z",
  firstLevel: 1,
};
const reminder: JourneyEvent = {
  type: "ReminderDue",
  at: "2021-01-11T09:00:00Z",
  dueAt: "2021-01-11T09:00:00Z",
  term: "spring",
  academicYear: "2020/21",
  to: ["maths-lead", "lead-teacher"],
  outstanding: [],
  comingUp: ["action-plan"],
};
const toHead: JourneyEvent = {
  type: "CommitmentEscalated",
  at: "2021-02-24T09:00:00Z",
  commitment: "action-plan",
  level: 2,
  to: ["headteacher"],
  nextAt: "2021-03-10T09:00:00Z",
};

describe("a letter to one who was erased", () => {
  test("goes to the applicant, one that waits to be sent too; the other teacher gets theirs", async () => {
    const asked = await world.happened(...(await underWay()), reminder);
    await erase("maths");
    expect(await makeSendReminder(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "fell-back" });
    expect(recipients()).toEqual([at("applicant"), at("lead")]);
    for (const { raw } of world.mail.arrived) expect(raw).not.toMatch(/First-maths|maths@/);
  });

  test("in the headteacher’s place goes to the applicant", async () => {
    const asked = await world.happened(...(await underWay()), missed, toHead);
    await world.person("head", "headteacher", asked.journey);
    await erase("head");
    expect(await makeEscalateCommitment(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "fell-back" });
    expect(recipients()).toEqual([at("applicant")]);
  });

  test("goes to the hub once the applicant is erased too, and quotes no words of theirs", async () => {
    await putText(world.dataSource, { id: "question", owner: "applicant", body: "Words about the applicant" });
    const asked = await world.happened(applied, {
      type: "InformationRequested",
      at: "2020-06-03T08:00:00Z",
      reasonId: "question",
    });
    const offer = await world.happened(applied, offered);
    await erase("applicant");
    expect(await makeSendNotice(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "fell-back" });
    expect(await makeSendNotice(world.deps)(offer)).toMatchObject({ outcome: "performed", code: "fell-back" });
    expect(recipients()).toEqual([inbox, inbox]);
    for (const { raw } of world.mail.arrived) expect(raw).not.toMatch(/First-applicant|Words about/);
  });
});
