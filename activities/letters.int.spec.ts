// What arrives, as it arrives: every letter over real SMTP, from events in real PostgreSQL.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { JourneyEvent } from "../libs/journey/events.ts";
import { putText } from "../libs/people/people.ts";
import { append } from "../libs/store/events/event-store.ts";
import {
  applied,
  effectsWorld,
  offered,
  placedInGroup,
  underWay,
  type EffectsWorld,
} from "../test/support/effects-world.ts";
import type { Arrived } from "../test/support/mail-server.ts";
import { makeSendNotice } from "./send-letter.ts";

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

describe("send-notice", () => {
  const notice = (...events: JourneyEvent[]) => world.happened(...events).then(makeSendNotice(world.deps));

  test("a place offered arrives in both forms, with a Message-ID that follows from the event", async () => {
    const result = await notice(applied, offered);
    const { email, to } = only();
    expect(result).toEqual({ seq: 2, outcome: "performed", messageId: email.messageId });
    expect(email.messageId).toMatch(/^<j\d+-primary\.2\.applicant@school-journeys\.invalid>$/);
    expect([to, email.replyTo?.map(({ address }) => address)]).toEqual([[at("applicant")], [inbox]]);
    expect(email.subject).toBe("A place for your school. Please reply by Friday 3 July 2020");
    for (const form of [email.text, email.html]) {
      expect(form).toContain("Dear First-applicant Example,");
      expect(form).toContain("Example Primary School (URN 100001)");
      expect(form).toContain("Please reply by the end of Friday 3 July 2020.");
      expect(form).toContain("A chance to work closely with other schools that are at the same point");
    }
    expect(email.html).toContain('<html lang="en-GB">');
    expect(email.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
  });

  test("once the offer has been accepted, its letter is superseded", async () => {
    const asked = await world.happened(applied, offered);
    await world.later(asked.journey, { type: "OfferAccepted", at: "2020-06-05T08:00:01Z" });
    expect(await makeSendNotice(world.deps)(asked)).toEqual({ seq: 2, outcome: "performed", code: "superseded" });
    expect(world.mail.arrived).toEqual([]);
  });

  test("more information needed quotes what the hub asks, and no markup of it", async () => {
    await putText(world.dataSource, {
      id: "question-1",
      owner: "journey/j1-primary",
      body: "Which <b>year groups</b>?",
    });
    await notice(applied, { type: "InformationRequested", at: "2020-06-03T08:00:00Z", reasonId: "question-1" });
    expect(only().email.text).toContain("> Which <b>year groups</b>?");
    expect(only().email.html).toContain("Which &lt;b&gt;year groups&lt;/b&gt;?");
  });

  test("a placed school gets the days on which its Work Group meets", async () => {
    const placed = { ...placedInGroup, workGroup: "wg-9" };
    await world.dataSource.transaction((manager) =>
      append(manager, "work-group/wg-9", 0, [
        {
          actor: { who: "test", role: "operator" },
          commandId: null,
          event: {
            type: "WorkGroupFormed",
            at: "2020-06-01T08:00:00Z",
            hub: "great-north",
            prospectus: placed.prospectus,
            academicYear: "2020/21",
            lead: "lead-1",
            leadRole: "mastery-readiness-lead",
            places: { least: 2, most: 8 },
            sessions: [{ session: "session-1", on: "2020-10-09", length: "half-day" }],
          },
        },
      ]),
    );
    await notice(
      applied,
      { ...offered, workGroup: "wg-9" },
      { type: "OfferAccepted", at: "2020-06-10T08:00:00Z" },
      placed,
    );
    expect(words(world.mail.arrived[0]!)).toContain("Friday 9 October 2020");
  });

  test("a placed school gets the dates of its year before it begins", async () => {
    const asked = await world.happened(
      applied,
      offered,
      { type: "OfferAccepted", at: "2020-06-10T08:00:00Z" },
      placedInGroup,
    );
    await world.person("head", "headteacher", asked.journey);
    await makeSendNotice(world.deps)(asked);
    expect(recipients()).toEqual([at("applicant"), at("head")]);
    for (const { raw, to } of world.mail.arrived)
      expect(raw).not.toContain(to.join() === at("head") ? at("applicant") : at("head"));
    expect(words(world.mail.arrived[0]!)).toContain("Work Group meeting 1, on Wednesday 30 September 2020");
  });

  test.each<[string, JourneyEvent, string]>([
    ["received", applied, "received the application of Example Primary School"],
    [
      "waitlisted",
      { type: "ApplicationWaitlisted", workGroup: null, at: "2020-06-03T08:00:00Z" },
      "on the waiting list",
    ],
    ["not selected", { type: "ApplicationDeclined", at: "2020-06-03T08:00:00Z" }, "cannot offer your school a place"],
    [
      "redirected",
      { type: "ApplicationRedirected", at: "2020-06-03T08:00:00Z", prospectus: "2020-21/primary-development" },
      "2020/21 would suit your school better",
    ],
    ["lapsed", { type: "OfferLapsed", at: "2020-07-03T23:00:00Z", respondBy: "2020-07-03" }, "so the offer has ended"],
  ])("%s", async (_what, event, sentence) => {
    await notice(...(event.type === "ApplicationSubmitted" ? [] : [applied]), event);
    expect(words(only())).toContain(sentence);
  });
});

describe("the notice that readiness is undecided", () => {
  const undecided: JourneyEvent = {
    type: "TaskOpened",
    at: "2021-08-31T23:00:00Z",
    task: "2020/21/mastery-ready",
    about: "readiness",
    commitment: null,
  };
  const over: JourneyEvent = {
    type: "StageCompleted",
    at: "2021-08-31T23:00:00Z",
    stage: "readiness",
    academicYear: "2020/21",
    outcome: "not-ready",
    then: "waits",
  };

  test("goes to the hub lead alone, with what was done and what not", async () => {
    const asked = await world.happened(
      ...(await underWay()),
      { type: "CommitmentMet", at: "2021-02-01T09:00:00Z", commitment: "action-plan", late: false },
      undecided,
    );
    await world.later(asked.journey, over);
    expect(await makeSendNotice(world.deps)(asked)).toMatchObject({
      outcome: "performed",
      messageId: expect.stringContaining(".hub-lead@"),
    });
    expect(recipients()).toEqual([inbox]);
    expect(words(only())).toContain(
      "DONE - Action plan for the school, due Wednesday 3 February 2021 NOT DONE - The teachers who take part for " +
        "the school this year, due Wednesday 16 September 2020 - Work Group meeting 1",
    );
  });

  test("is not sent once the hub lead has decided", async () => {
    const asked = await world.happened(...(await underWay()), undecided);
    await world.later(asked.journey, over, { type: "ReadinessConfirmed", at: "2021-09-02T09:00:00Z", ready: true });
    expect(await makeSendNotice(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "superseded" });
    expect(world.mail.arrived).toEqual([]);
  });
});
