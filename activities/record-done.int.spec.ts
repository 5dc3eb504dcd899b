// Who performs an effect records it: what the loop is then told, and what it is left to do where that fails. Real
// PostgreSQL, real SMTP.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { PerformEffect, Performed } from "../libs/contract/journey.ts";
import { load } from "../libs/store/events/event-store.ts";
import { streamOf } from "../libs/store/events/streams.ts";
import { openDatabase } from "../libs/views/database.ts";
import { applied, effectsWorld, offered, type EffectsWorld } from "../test/support/effects-world.ts";
import { makeAdvance } from "./advance.ts";
import { recordsDone } from "./record-done.ts";
import { makeSendNotice } from "./send-letter.ts";

const NOW = "2020-06-05T08:00:10Z";

let world: EffectsWorld;
let book: { dataSource: EffectsWorld["dataSource"]; rules: EffectsWorld["deps"] };
let send: (request: PerformEffect) => Promise<Performed>;
beforeAll(async () => {
  world = await effectsWorld();
  await world.person("applicant");
  book = { dataSource: world.dataSource, rules: world.deps };
  send = recordsDone(book, makeSendNotice(world.deps));
}, 30_000);
afterAll(() => world.stop());
beforeEach(() => {
  world.mail.arrived.length = 0;
});

/** The events of a journey, each with what it was of. */
const eventsOf = async (journey: string) =>
  (await load(world.dataSource, streamOf(journey))).map(({ type, data }) =>
    `${type} ${String(data["effect"] ?? "")}`.trim(),
  );
const performed = async (journey: string) =>
  (await eventsOf(journey)).filter((event) => event.startsWith("EffectPerformed"));
/** An offer whose letter, the second of its journey, is to go out. */
const offer = async (): Promise<PerformEffect> => {
  const asked = await world.happened(applied, offered);
  // Its first letter, of the application, is another's.
  return { ...asked, now: NOW };
};

describe("An effect that is performed", () => {
  test("is recorded at once, and its loop is told where its subject stands", async () => {
    const asked = await offer();
    const { answer, ...result } = await send(asked);
    expect(result).toMatchObject({ seq: 2, outcome: "performed" });
    expect(await performed(asked.journey)).toEqual(["EffectPerformed 2"]);
    expect(answer).toMatchObject({ version: 3, outcomes: [], over: false });
    expect(answer?.effects.map(({ seq }) => seq)).toEqual([1]);
    // What it came to is what a loop that asks is told.
    const { outcomes: _, ...told } = await makeAdvance(book)({ journey: asked.journey, now: NOW, commands: [] });
    expect({ ...answer, outcomes: [] }).toEqual({ ...told, outcomes: [] });
  });

  test("is recorded once, however often it is tried and whoever records it", async () => {
    const asked = await offer();
    const { answer: _, ...result } = await send(asked);
    await send(asked);
    const loops = { id: `effect:${asked.journey}:2:performed`, type: "RecordEffect", at: NOW } as const;
    const by = { who: "service", role: "service" } as const;
    const { seq: effect, ...data } = result;
    const commands = [{ ...loops, by, data: { effect, ...data } }];
    await makeAdvance(book)({ journey: asked.journey, now: NOW, commands });
    expect(await performed(asked.journey)).toEqual(["EffectPerformed 2"]);
    expect(world.mail.arrived).toHaveLength(1);
  });

  test("and cannot be recorded is done all the same: its loop records it", async () => {
    const asked = await offer();
    const closed = await openDatabase(world.appUrl);
    await closed.destroy();
    const result = await recordsDone({ ...book, dataSource: closed }, makeSendNotice(world.deps))(asked);
    expect(result).toMatchObject({ outcome: "performed" });
    expect(result.answer).toBeUndefined();
    expect(await performed(asked.journey)).toEqual([]);
    expect((await send(asked)).answer).toMatchObject({ version: 3 });
    expect(world.mail.arrived).toHaveLength(1);
  });

  test("is left to its loop by who is told no time", async () => {
    const { now: _, ...asked } = await offer();
    expect((await send(asked)).answer).toBeUndefined();
    expect(await performed(asked.journey)).toEqual([]);
  });
});
