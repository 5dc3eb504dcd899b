// Letters that go out within the round that asks for them, and those that do not. Real PostgreSQL, real SMTP.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { AdvanceAnswer, PerformEffect } from "../libs/contract/journey.ts";
import { makeMailer } from "../libs/mail/mail.ts";
import { mailTurns, type MailTurns } from "../libs/store/mail-turns.ts";
import { load } from "../libs/store/events/event-store.ts";
import { streamOf } from "../libs/store/events/streams.ts";
import { applied, effectsWorld, offered, type EffectsWorld } from "../test/support/effects-world.ts";
import { makeAdvance } from "./advance.ts";
import type { Activities } from "./index.ts";
import { lettersAtOnce, type AtOnce } from "./letters-at-once.ts";
import { recordsDone } from "./record-done.ts";
import { makeSendNotice } from "./send-letter.ts";

const NOW = "2020-06-05T08:00:10Z";
const ALWAYS: MailTurns = { take: () => Promise.resolve(0), count: () => Promise.resolve() };

let world: EffectsWorld;
beforeAll(async () => {
  world = await effectsWorld();
  await world.person("applicant");
}, 30_000);
afterAll(() => world.stop());
beforeEach(async () => {
  world.mail.arrived.length = 0;
});

type Send = Activities["send-notice"];
interface Given {
  turns?: MailTurns;
  mailer?: EffectsWorld["deps"]["mailer"];
  /** What becomes of the activity that sends. */
  around?: (send: Send) => Send;
  patienceMs?: number;
  clock?: () => number;
}
function worker({
  turns = ALWAYS,
  mailer,
  around = (same) => same,
  patienceMs = 60_000,
  clock = Date.now,
}: Given = {}): AtOnce {
  const book = { dataSource: world.dataSource, rules: world.deps };
  const deps = mailer === undefined ? world.deps : { ...world.deps, mailer };
  const activities = {
    advance: makeAdvance(book),
    "send-notice": around(recordsDone(book, makeSendNotice(deps))),
  };
  // The letters of an offer ask for no other.
  return lettersAtOnce(activities as unknown as Activities, turns, { patienceMs, clock });
}

/** A school that has applied and was offered a place: both letters, events 1 and 2, are to go out. */
const offer = async (): Promise<PerformEffect> => ({ ...(await world.happened(applied, offered)), now: NOW });
const look = ({ activities }: AtOnce, { journey }: PerformEffect): Promise<AdvanceAnswer> =>
  activities.advance({ journey, now: NOW, commands: [] });
const open = ({ effects }: AdvanceAnswer): number[] => effects.map(({ seq }) => seq);
const performed = async ({ journey }: PerformEffect): Promise<unknown[]> =>
  (await load(world.dataSource, streamOf(journey))).flatMap(({ type, data }) =>
    type === "EffectPerformed" ? data["effect"] : [],
  );
const arrived = (): string[] => world.mail.arrived.map(({ email }) => email.messageId ?? "").sort();
const letter = ({ journey }: PerformEffect, seq: number): string =>
  `<${journey}.${seq}.applicant@school-journeys.invalid>`;

describe("A letter that time brings", () => {
  test("goes out within the round, is recorded, and is nobody’s to send any more", async () => {
    const asked = await offer();
    const answer = await look(worker(), asked);
    expect(arrived()).toEqual([letter(asked, 1), letter(asked, 2)]);
    expect(await performed(asked)).toEqual([1, 2]);
    expect(answer).toMatchObject({ version: 4, effects: [], outcomes: [] });
    expect(answer.sent).toEqual(
      [1, 2].map((seq) => ({
        id: `${asked.journey}:${seq}`,
        activity: "send-notice",
        messageId: letter(asked, seq),
      })),
    );
    expect(answer.details).toContain("Sent at once: application submitted; place offered.");
    expect(open(await look(worker(), asked))).toEqual([]);
    expect(arrived()).toHaveLength(2);
  });

  test("keeps nobody waiting who sent a command: it is left to the queue", async () => {
    const asked = await offer();
    const answer = await worker().activities.advance({ ...asked, now: NOW, commands: [{ id: "nobody's" }] });
    expect(open(answer)).toEqual([1, 2]);
    expect(arrived()).toEqual([]);
  });

  test("waits in the queue where it is not its turn, and takes one there", async () => {
    const asked = await offer();
    let counted = 0;
    const taken = worker({ turns: { take: async () => null, count: async () => void counted++ } });
    expect(open(await look(taken, asked))).toEqual([1, 2]);
    expect(arrived()).toEqual([]);
    expect(await taken.activities["send-notice"](asked)).toMatchObject({ outcome: "performed" });
    expect([counted, arrived()]).toEqual([1, [letter(asked, 2)]]);
  });

  test("is left to the queue where anybody has tried it: its failure is seen there", async () => {
    const asked = await offer();
    const turns = mailTurns(world.dataSource.manager, 1_000);
    await world.dataSource.query(
      "insert into effect_leases (effect_id, holder, leased_until, attempts) values ($1, 'dead', now(), 1)",
      [`${asked.journey}:1`],
    );
    expect(open(await look(worker({ turns }), asked))).toEqual([1, 2]);
    expect(arrived()).toEqual([]);
  });

  test("that does not get through stays open; the next ones are not tried for a minute", async () => {
    let now = 0;
    let tried = 0;
    const mailer = makeMailer({ smtpUrl: "smtp://127.0.0.1:1", from: "no-reply@journeys.example.org", deadline: 500 });
    const turns = {
      ...ALWAYS,
      take: () => {
        tried += 1;
        return Promise.resolve(0);
      },
    };
    const away = worker({ mailer, turns, clock: () => now });
    const [one, other] = [await offer(), await offer()];
    expect(open(await look(away, one))).toEqual([1, 2]);
    expect(open(await look(away, other))).toEqual([1, 2]);
    expect(tried).toBe(1);
    now = 60_000;
    await look(away, other);
    expect(tried).toBe(2);
    // Who tries it next, sends it.
    expect(await worker().activities["send-notice"](one)).toMatchObject({ outcome: "performed" });
    expect(arrived()).toEqual([letter(one, 2)]);
  });

  test("that takes long is not waited for, and goes out once", async () => {
    const asked = await offer();
    const first = { ...asked, seq: 1, id: `${asked.journey}:1` };
    const letGo = world.mail.hold();
    const slow = worker({ patienceMs: 300 });
    expect(open(await look(slow, asked))).toEqual([1, 2]);
    // The queue’s try finds it under way, and finds it done.
    await expect(slow.activities["send-notice"](first)).rejects.toThrow("effect-leased");
    letGo();
    await slow.ended();
    expect((await slow.activities["send-notice"](first)).answer).toMatchObject({ version: 3 });
    expect(arrived()).toEqual([letter(asked, 1)]);
    expect(await performed(asked)).toEqual([1]);
  });

  test.each(["before it is sent", "after it is sent"])(
    "is neither lost nor sent twice by a worker that dies %s",
    async (when) => {
      const asked = await offer();
      const dies = worker({
        around: (send) => async (request) => {
          if (when === "after it is sent") await send(request);
          throw new Error("killed");
        },
      });
      expect(open(await look(dies, asked))).toEqual([1, 2]);
      const next = worker({ turns: mailTurns(world.dataSource.manager, 1_000) });
      for (const effect of (await look(next, asked)).effects)
        await next.activities["send-notice"]({ ...asked, seq: effect.seq, id: effect.id });
      expect(arrived()).toEqual([letter(asked, 1), letter(asked, 2)]);
      expect(await performed(asked)).toEqual([1, 2]);
    },
  );
});
