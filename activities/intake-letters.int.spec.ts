// Letters on the way to a place that say something only for a while: they are looked at again in the moment of sending.

import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { JourneyEvent } from "../libs/journey/events.ts";
import { applied, effectsWorld, offered, type EffectsWorld } from "../test/support/effects-world.ts";
import type { Arrived } from "../test/support/mail-server.ts";
import { makeSendNotice } from "./send-letter.ts";

let world: EffectsWorld;
beforeAll(async () => {
  world = await effectsWorld();
  await world.person("applicant");
}, 30_000);
afterAll(() => world.stop());
beforeEach(() => {
  world.mail.arrived.length = 0;
});

const notice = (...events: JourneyEvent[]) => world.happened(...events).then(makeSendNotice(world.deps));
const only = (): Arrived => {
  expect(world.mail.arrived).toHaveLength(1);
  return world.mail.arrived[0]!;
};
const words = ({ email }: Arrived): string => (email.text ?? "").replace(/\s+/g, " ");

test("a reminder of the offer goes out while nobody has answered, and not when somebody has by then", async () => {
  const reminder: JourneyEvent = { type: "OfferReminderDue", at: "2020-06-26T08:00:00Z", respondBy: "2020-07-03" };
  await notice(applied, offered, reminder);
  expect(only().email.subject).toBe("Please reply by Friday 3 July 2020: a place for your school");
  world.mail.arrived.length = 0;
  const asked = await world.happened(applied, offered, reminder);
  await world.later(asked.journey, { type: "OfferDeclined", at: "2020-06-26T08:00:01Z" });
  expect(await makeSendNotice(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "superseded" });
  expect(world.mail.arrived).toEqual([]);
});

test("an invitation says for which programme and until when; a school that has applied is sent none", async () => {
  const { school, hub } = applied;
  const interest: JourneyEvent = {
    type: "InterestExpressed",
    at: "2020-03-01T08:00:00Z",
    school,
    hub,
    prospectus: applied.prospectus,
    contactId: "applicant",
    coming: [],
  };
  const invited: JourneyEvent = {
    type: "ApplicationInvited",
    at: "2020-06-01T08:00:00Z",
    prospectus: applied.prospectus,
    opensOn: "2020-06-01",
    closesOn: "2020-07-10",
  };
  await notice(interest, invited);
  expect(words(only())).toContain("2020/21 are open now. >> Please apply by the end of Friday 10 July 2020.");
  world.mail.arrived.length = 0;
  const asked = await world.happened(interest, invited);
  await world.later(asked.journey, applied);
  expect(await makeSendNotice(world.deps)(asked)).toMatchObject({ outcome: "performed", code: "superseded" });
  expect(world.mail.arrived).toEqual([]);
});
