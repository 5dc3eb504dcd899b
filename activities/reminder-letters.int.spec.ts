// What is asked for and whom it is escalated to, as it arrives: over real SMTP, from events in real PostgreSQL.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { JourneyEvent } from "../libs/journey/events.ts";
import { setHubContacts } from "../libs/people/hub-contacts.ts";
import { applied, effectsWorld, underWay, type EffectsWorld } from "../test/support/effects-world.ts";
import type { Arrived } from "../test/support/mail-server.ts";
import { makeEscalateCommitment, makeSendReminder } from "./send-letter.ts";

let world: EffectsWorld;
beforeAll(async () => {
  world = await effectsWorld();
  for (const id of ["applicant", "maths", "head"]) await world.person(id);
}, 30_000);
afterAll(() => world.stop());
beforeEach(() => {
  world.mail.arrived.length = 0;
});

const at = (id: string): string => `${id}@example-primary.example.org`;
const inbox = "hub-great-north@hubs.example.invalid";
const recipients = (): string[] => world.mail.arrived.map(({ to }) => to.join()).sort();
const only = (): Arrived => {
  expect(world.mail.arrived).toHaveLength(1);
  return world.mail.arrived[0]!;
};
const words = ({ email }: Arrived): string => (email.text ?? "").replace(/\s+/g, " ");

describe("send-reminder", () => {
  const missed: JourneyEvent = {
    type: "CommitmentMissed",
    at: "2020-12-05T00:00:00Z",
    commitment: "gap-task-1",
    dueOn: "2020-12-04",
    escalateAt: "2020-12-14T09:00:00Z",
    firstLevel: 1,
  };
  const due: JourneyEvent = {
    type: "ReminderDue",
    at: "2021-01-11T09:00:00Z",
    dueAt: "2021-01-11T09:00:00Z",
    term: "spring",
    academicYear: "2020/21",
    to: ["maths-lead", "lead-teacher"],
    outstanding: ["gap-task-1"],
    comingUp: ["action-plan"],
  };

  test("goes to the maths lead, and for a lead teacher without an address to the applicant, each apart", async () => {
    const asked = await world.happened(...(await underWay()), missed, due);
    const result = await makeSendReminder(world.deps)(asked);
    expect(recipients()).toEqual([at("applicant"), at("maths")]);
    expect(result).toMatchObject({ outcome: "performed", code: "fell-back" });
    expect(result.messageId?.split(" ").sort()).toEqual(world.mail.arrived.map(({ email }) => email.messageId).sort());
    const [forLead, forMaths] = [at("applicant"), at("maths")].map((address) =>
      world.mail.arrived.find(({ to }) => to.includes(address))!,
    );
    expect(words(forLead!)).toContain("This message is meant for the lead teachers. We have no working e-mail address");
    expect(words(forMaths!)).toContain("OVERDUE - Task 1 between sessions Was due:");
    expect(words(forMaths!)).toContain("Action plan for your school When: by Wednesday 3 February 2021");
    expect(forLead!.raw).not.toContain(at("maths"));
    expect(forMaths!.raw).not.toContain(at("applicant"));
  });

  test(
    "is one e-mail in two forms, with the headers of a machine and a link that leads to the journey; the " +
      "headteacher gets a copy",
    async () => {
      const asked = await world.happened(...(await underWay()), missed, {
        ...due,
        to: ["maths-lead"],
        copies: ["headteacher"],
      } as JourneyEvent);
      await world.person("head", "headteacher", asked.journey);
      await makeSendReminder(world.deps)(asked);
      expect(recipients()).toEqual([at("head"), at("maths")]);
      for (const { email, to, raw } of world.mail.arrived) {
        const headers = Object.fromEntries(email.headers.map(({ key, value }) => [key, value]));
        expect(headers["auto-submitted"]).toBe("auto-generated");
        expect(headers["content-type"]).toContain("multipart/alternative");
        expect(email.messageId).toBe(
          `<${asked.journey}.${asked.seq}.${to.join() === at("head") ? "headteacher" : "p-acc0173924"}` +
            "@school-journeys.invalid>",
        );
        const links = [...(email.html ?? "").matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
        const answers = links.filter((href) => href?.startsWith("https://journeys.example.org/answer/"));
        expect(links.filter((href) => !answers.includes(href))).toEqual([
          `https://journeys.example.org/journeys/${asked.journey}`,
        ]);
        expect(answers.length).toBeGreaterThan(1);
        for (const href of links) expect(email.text).toContain(href);
        for (const other of ["maths", "head", "lead", "applicant"].filter((id) => at(id) !== to.join()))
          expect(raw).not.toMatch(new RegExp(`${at(other)}|First-${other}`));
      }
      expect(words(world.mail.arrived.find(({ to }) => to.includes(at("head")))!)).toContain(
        "This is a copy for the headteacher",
      );
    },
  );

  test("a copy that is refused is nobody else’s", async () => {
    const asked = await world.happened(...(await underWay()), missed, {
      ...due,
      to: ["maths-lead"],
      copies: ["headteacher"],
    } as JourneyEvent);
    await world.person("away", "headteacher", asked.journey);
    world.mail.answer(at("away"), 550);
    expect(await makeSendReminder(world.deps)(asked)).toMatchObject({
      outcome: "performed",
      bounced: [{ addressee: "headteacher", person: null, code: "mail-refused" }],
    });
    expect(recipients()).toEqual([at("maths")]);
  });

  test(
    "whose letter came back before is passed over: the applicant stands in; once that one came back too, the " +
      "hub is written to",
    async () => {
      const gone = (addressee: string, person: string | null): JourneyEvent => ({
        type: "LetterBounced",
        at: "2021-01-05T09:00:00Z",
        effect: 1,
        addressee,
        person,
        code: "mail-refused",
      });
      const once = await world.happened(...(await underWay()), missed, gone("p-acc0173924", "maths"), {
        ...due,
        to: ["maths-lead"],
      } as JourneyEvent);
      expect(await makeSendReminder(world.deps)(once)).toMatchObject({ code: "fell-back" });
      expect(recipients()).toEqual([at("applicant")]);
      world.mail.arrived.length = 0;
      const twice = await world.happened(
        ...(await underWay()),
        missed,
        gone("p-acc0173924", "maths"),
        gone("applicant", null),
        { ...due, to: ["maths-lead"] } as JourneyEvent,
      );
      await makeSendReminder(world.deps)(twice);
      expect(recipients()).toEqual([inbox]);
      expect(words(only())).toContain("We have no working e-mail address for anyone there");
    },
  );

  test("what has come in before it goes out is thanked for, not asked for", async () => {
    const asked = await world.happened(...(await underWay()), missed, due);
    await world.later(asked.journey, {
      type: "CommitmentMet",
      at: "2021-01-11T09:00:01Z",
      commitment: "gap-task-1",
      late: true,
    });
    await makeSendReminder(world.deps)(asked);
    expect(words(world.mail.arrived[0]!)).toContain("Your school owes nothing at the moment.");
    expect(words(world.mail.arrived[0]!)).toContain("RECEIVED, THANK YOU - Task 1 between sessions");
  });

  test.each<[string, JourneyEvent]>([
    ["paused", { type: "JourneyPaused", at: "2021-01-11T09:00:01Z", until: null }],
    ["withdrawn", { type: "SchoolWithdrawn", at: "2021-01-11T09:00:01Z" }],
    ["opted out", { type: "RemindersOptedOut", at: "2021-01-11T09:00:01Z", until: "2021-04-01" }],
    ["reminded again", { ...due, at: "2021-04-26T08:00:00Z", term: "summer" } as JourneyEvent],
  ])("a school that is %s meanwhile gets none", async (_what, event) => {
    const asked = await world.happened(...(await underWay()), missed, due);
    await world.later(asked.journey, event);
    expect(await makeSendReminder(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "superseded" });
    expect(world.mail.arrived).toEqual([]);
  });
});

describe("send-reminder, of a chaser", () => {
  const chaser: JourneyEvent = {
    type: "ChaserDue",
    at: "2021-02-01T09:00:00Z",
    dueAt: "2021-02-01T09:00:00Z",
    term: "spring",
    academicYear: "2020/21",
    to: ["maths-lead"],
    commitments: ["action-plan"],
  };

  test("asks for what is due soon", async () => {
    await makeSendReminder(world.deps)(await world.happened(...(await underWay()), chaser));
    expect(only().email.subject).toBe("Due by 3 February: Action plan for your school");
    expect(words(only())).toContain("Agree the plan with the Work Group lead and tell us it is agreed.");
  });

  test.each<[string, JourneyEvent]>([
    ["met", { type: "CommitmentMet", at: "2021-02-01T09:00:01Z", commitment: "action-plan", late: false }],
    ["waived", { type: "CommitmentWaived", at: "2021-02-01T09:00:01Z", commitment: "action-plan" }],
    [
      "moved",
      { type: "CommitmentRescheduled", at: "2021-02-01T09:00:01Z", commitment: "action-plan", dueOn: "2021-03-03" },
    ],
    ["held off", { type: "RemindersOptedOut", at: "2021-02-01T09:00:01Z", until: "2021-04-01" }],
  ])("nobody is asked for what was %s meanwhile", async (_what, event) => {
    const asked = await world.happened(...(await underWay()), chaser);
    await world.later(asked.journey, event);
    expect(await makeSendReminder(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "superseded" });
    expect(world.mail.arrived).toEqual([]);
  });
});

describe("escalate-commitment", () => {
  const missed: JourneyEvent = {
    type: "CommitmentMissed",
    at: "2021-02-04T00:00:00Z",
    commitment: "action-plan",
    dueOn: "2021-02-03",
    escalateAt: "2021-02-10T09:00:00Z",
    firstLevel: 1,
  };
  const level = (n: 1 | 2 | 3, day: string): JourneyEvent => ({
    type: "CommitmentEscalated",
    at: `${day}T09:00:00Z`,
    commitment: "action-plan",
    level: n,
    to: n === 1 ? ["maths-lead"] : n === 2 ? ["headteacher"] : ["hub-lead"],
    nextAt: n === 3 ? null : "2021-03-10T09:00:00Z",
  });

  test("level 2 goes to the headteacher and says what happened so far", async () => {
    const asked = await world.happened(...(await underWay()), missed, level(1, "2021-02-10"), level(2, "2021-02-24"));
    await world.person("head", "headteacher", asked.journey);
    expect(await makeEscalateCommitment(world.deps)(asked)).toMatchObject({
      outcome: "performed",
      messageId: expect.stringContaining(".headteacher@"),
    });
    expect(recipients()).toEqual([at("head")]);
    expect(words(only())).toContain("Wednesday 10 February 2021: we wrote to the maths lead.");
  });

  test("a headteacher who was named since gets it, in place of the one before", async () => {
    await world.person("newhead");
    const asked = await world.happened(...(await underWay()), missed, level(1, "2021-02-10"));
    await world.person("head", "headteacher", asked.journey);
    const next = await world.later(
      asked.journey,
      { type: "HeadteacherNamed", at: "2021-02-20T09:00:00Z", contactId: "newhead" },
      level(2, "2021-02-24"),
    );
    await makeEscalateCommitment(world.deps)(next);
    expect(recipients()).toEqual([at("newhead")]);
  });

  test("an address that is refused is as good as none: the applicant gets the letter", async () => {
    const asked = await world.happened(...(await underWay()), missed, level(1, "2021-02-10"), level(2, "2021-02-24"));
    await world.person("gone", "headteacher", asked.journey);
    world.mail.answer(at("gone"), 550);
    expect(await makeEscalateCommitment(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "fell-back" });
    expect(recipients()).toEqual([at("applicant")]);
    expect(words(only())).toContain("This message is meant for the headteacher.");
  });

  test("level 3 goes to the hub’s inbox until a hub lead is known, then to the hub lead", async () => {
    const first = await world.happened(...(await underWay()), missed, level(3, "2021-03-10"));
    await makeEscalateCommitment(world.deps)(first);
    expect(recipients()).toEqual([inbox]);
    await world.person("hublead", "hub-lead", "hub/great-north");
    const second = await world.happened(...(await underWay()), missed, level(3, "2021-03-10"));
    await makeEscalateCommitment(world.deps)(second);
    expect(recipients()).toEqual([at("hublead"), inbox].sort());
  });

  test("a hub that has named its coordinator alone gets its letters there; refused, in the hub’s inbox", async () => {
    const asked = { ...applied, hub: "far-south" };
    await setHubContacts(world.dataSource, "far-south", [
      { role: "finance-officer", firstName: "", lastName: "", email: at("money") },
      { role: "hub-coordinator", firstName: "", lastName: "", email: at("office") },
    ]);
    const year = (await underWay()).slice(1);
    await makeEscalateCommitment(world.deps)(await world.happened(asked, ...year, missed, level(3, "2021-03-10")));
    expect(recipients()).toEqual([at("office")]);
    expect(only().email.replyTo?.map(({ address }) => address)).toEqual([at("office")]);
    world.mail.answer(at("office"), 550);
    await makeEscalateCommitment(world.deps)(await world.happened(asked, ...year, missed, level(3, "2021-03-10")));
    expect(recipients()).toEqual([at("office"), "hub-far-south@hubs.example.invalid"].sort());
  });

  test.each<[string, JourneyEvent[]]>([
    [
      "met",
      [
        { type: "CommitmentMet", at: "2021-02-10T09:00:01Z", commitment: "action-plan", late: true },
        { type: "EscalationWithdrawn", at: "2021-02-10T09:00:01Z", commitment: "action-plan", level: 1 },
      ],
    ],
    ["waived", [{ type: "CommitmentWaived", at: "2021-02-10T09:00:01Z", commitment: "action-plan" }]],
    ["paused", [{ type: "JourneyPaused", at: "2021-02-10T09:00:01Z", until: null }]],
  ])("nobody is told of what was %s meanwhile", async (_what, events) => {
    const asked = await world.happened(...(await underWay()), missed, level(1, "2021-02-10"));
    await world.later(asked.journey, ...events);
    expect(await makeEscalateCommitment(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "superseded" });
    expect(world.mail.arrived).toEqual([]);
  });
});
