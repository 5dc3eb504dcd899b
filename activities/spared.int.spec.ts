// Who wants no reminders this term, and who is not the school's contact: passed over by person, and somebody else reads
// it. Every letter over real SMTP.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { JourneyEvent } from "../libs/journey/events.ts";
import { effectsWorld, offered, applied, underWay, type EffectsWorld } from "../test/support/effects-world.ts";
import { makeEscalateCommitment, makeSendNotice, makeSendReminder } from "./send-letter.ts";

let world: EffectsWorld;
beforeAll(async () => {
  world = await effectsWorld();
  for (const id of ["applicant", "maths", "lead", "head"]) await world.person(id);
}, 30_000);
afterAll(() => world.stop());
beforeEach(() => {
  world.mail.arrived.length = 0;
});

const at = (id: string): string => `${id}@example-primary.example.org`;
const inbox = "hub-great-north@hubs.example.invalid";
const reads = (): string[] => world.mail.arrived.map(({ to }) => to.join()).sort();
const head: JourneyEvent = { type: "HeadteacherNamed", at: "2020-09-02T08:00:00Z", contactId: "head" };
const off = (person: string): JourneyEvent => ({
  type: "RemindersOptedOut",
  at: "2020-09-10T08:00:00Z",
  until: "2020-12-18",
  person,
});
const stopped = (person: string): JourneyEvent => ({ type: "ContactStopped", at: "2020-09-10T08:00:00Z", person });
const reminder: JourneyEvent = {
  type: "ReminderDue",
  at: "2020-09-14T08:00:00Z",
  term: "autumn",
  academicYear: "2020/21",
  dueAt: "2020-09-14T08:00:00Z",
  to: ["maths-lead", "lead-teacher"],
  copies: ["headteacher"],
  outstanding: [],
  comingUp: ["gap-task-1"],
};
const missed: JourneyEvent[] = [
  {
    type: "CommitmentMissed",
    at: "2020-09-14T08:00:00Z",
    commitment: "gap-task-1",
    dueOn: "2020-09-11",
    escalateAt: "2020-09-15T08:00:00Z",
    firstLevel: 1,
  },
  {
    type: "CommitmentEscalated",
    at: "2020-09-15T08:00:00Z",
    commitment: "gap-task-1",
    level: 1,
    to: ["maths-lead", "lead-teacher"],
    nextAt: null,
  },
];

describe("One person wants no reminders this term", () => {
  const remind = async (...said: JourneyEvent[]) => {
    const request = await world.happened(...(await underWay()), head, ...said, reminder);
    return makeSendReminder(world.deps)(request);
  };
  test("the other teacher reads it, and nobody stands in", async () => {
    expect(await remind(off("maths"))).not.toHaveProperty("code");
    expect(reads()).toEqual([at("head"), at("lead")]);
  });
  test("who only reads along gets no copy", async () => {
    await remind(off("head"));
    expect(reads()).toEqual([at("lead"), at("maths")]);
  });
  test("who applied reads it where no teacher wants it, and the hub where they do not either", async () => {
    await remind(off("maths"), off("lead"), off("head"));
    expect(reads()).toEqual([at("applicant")]);
    world.mail.arrived.length = 0;
    await remind(off("maths"), off("lead"), off("head"), off("applicant"));
    expect(reads()).toEqual([inbox]);
  });
  test("a level goes to the other teacher", async () => {
    await makeEscalateCommitment(world.deps)(await world.happened(...(await underWay()), off("maths"), ...missed));
    expect(reads()).toEqual([at("lead")]);
  });
  test("the term over, they read reminders again", async () => {
    const spring = { ...reminder, at: "2021-01-11T09:00:00Z", dueAt: "2021-01-11T09:00:00Z", term: "spring" } as const;
    await makeSendReminder(world.deps)(await world.happened(...(await underWay()), off("maths"), spring));
    expect(reads()).toEqual([at("lead"), at("maths")]);
  });
  test("an offer reaches them all the same", async () => {
    await makeSendNotice(world.deps)(await world.happened(applied, off("applicant"), offered));
    expect(reads()).toEqual([at("applicant")]);
  });
});

describe("Somebody is not the contact of this school", () => {
  test("nothing reaches them for it: who applied stands in, and the hub where that is them", async () => {
    await makeEscalateCommitment(world.deps)(await world.happened(...(await underWay()), stopped("maths"), ...missed));
    expect(reads()).toEqual([at("applicant"), at("lead")]);
    world.mail.arrived.length = 0;
    await makeSendNotice(world.deps)(await world.happened(applied, stopped("applicant"), offered));
    expect(reads()).toEqual([inbox]);
  });
  test("at another of their schools letters go on", async () => {
    await world.happened(applied, stopped("applicant"));
    await makeSendNotice(world.deps)(await world.happened(applied, offered));
    expect(reads()).toEqual([at("applicant")]);
  });
});
