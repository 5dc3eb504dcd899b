import { describe, expect, it } from "@jest/globals";
import { inRuleTime, shiftedClock } from "./in-rule-time.ts";
import type { Activities } from "./index.ts";

const HOUR_MS = 3_600_000;

/** What activities were asked, and what they answer by the rules' clock. */
function world(answer: object = {}) {
  const asked: unknown[] = [];
  const note = (request: unknown): Promise<object> => {
    asked.push(request);
    return Promise.resolve(answer);
  };
  const all = [
    "advance",
    "send-notice",
    "deliver-webhook",
    "sweep",
    "wake-webhooks",
    "apply-retention",
    "hub-mornings",
  ];
  const activities = Object.fromEntries(all.map((name) => [name, note])) as unknown as Activities;
  return { asked, activities: inRuleTime(activities, shiftedClock(-HOUR_MS)) };
}

describe("activities by a clock that is an hour behind Temporal's", () => {
  it("are told that clock's time, and say what is due by Temporal's", async () => {
    const { asked, activities } = world({
      due: "2025-03-11T10:00:00Z",
      asked: "2025-03-11T09:00:00Z",
      details: "as it was",
    });
    const answer = await activities.advance({ journey: "900101-primary", now: "2026-11-29T10:30:00Z", commands: [] });
    expect(asked).toEqual([{ journey: "900101-primary", now: "2026-11-29T09:30:00Z", commands: [] }]);
    expect(answer).toEqual({
      due: "2025-03-11T11:00:00Z",
      asked: "2025-03-11T10:00:00Z",
      details: "as it was",
    });
  });

  it("read a command in its row, by that clock already; what the loop says of effects is Temporal's", async () => {
    const { asked, activities } = world({ due: null });
    const by = { who: "service", role: "service" } as const;
    const ended = { id: "e", type: "RecordEffect", by, data: { effect: 3, outcome: "performed" } } as const;
    const commands = [{ id: "c" }, { ...ended, at: "2026-11-29T10:29:00Z" }];
    const answer = await activities.advance({ journey: "j", now: "2026-11-29T10:30:00Z", commands });
    expect(asked).toMatchObject([{ commands: [{ id: "c" }, { ...ended, at: "2026-11-29T09:29:00Z" }] }]);
    expect(answer).toEqual({ due: null });
  });

  it("date letters and tries of webhooks by it", async () => {
    const { asked, activities } = world({ next: "2025-03-11T10:00:00Z" });
    await activities["send-notice"]({ journey: "j", seq: 1, id: "j:1", now: "2026-11-29T10:30:00Z" });
    const tried = await activities["deliver-webhook"]({ webhook: "w", now: "2026-11-29T10:30:00Z" });
    expect(asked).toMatchObject([{ now: "2026-11-29T09:30:00Z" }, { now: "2026-11-29T09:30:00Z" }]);
    expect(tried).toEqual({ next: "2025-03-11T11:00:00Z" });
  });

  it("look for what is late and what is kept no longer by it; a morning of this machine is none of its", async () => {
    const { asked, activities } = world();
    const before = Date.now() - HOUR_MS - 1_000;
    await activities.sweep();
    await activities["wake-webhooks"]();
    await activities["apply-retention"]();
    expect(await activities["hub-mornings"]()).toEqual({ hubs: 0, letters: 0 });
    expect(asked).toHaveLength(3);
    for (const { now } of asked as { now: string }[]) {
      expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(now)).toBeLessThanOrEqual(Date.now() - HOUR_MS);
    }
  });
});
