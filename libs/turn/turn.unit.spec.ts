// Given what happened to a turn, when a command comes, then events: all of them, in order.

import { describe, expect, it } from "@jest/globals";
import { writtenForPrograms } from "../../test/support/plain-words.ts";
import { SERVICE } from "../journey/commands.ts";
import type { Command, CommandData, CommandName, Step } from "./commands.ts";
import { decide } from "./decide.ts";
import type { TurnEvent } from "./events.ts";
import { fold } from "./evolve.ts";
import { TURN } from "./kind.ts";
import { progressOf, type Turn } from "./state.ts";

const AT = "2027-03-10T09:00:00Z";
const STEPS: readonly Step[] = [1, 2].map((no) => ({
  no,
  kind: "school",
  subject: `10000${no}-primary`,
  type: "InviteToNextStage",
  data: {},
}));
const BEGIN: CommandData["BeginTurn"] = {
  hub: "great-north",
  into: "2027/28",
  plan: { hub: "great-north", into: "2027/28", schools: [], groups: [] },
  wishesDigest: "digest",
  steps: STEPS,
};
const NOT_NOW = { code: "not-in-this-state" as const, detail: "It has left." };
const BEGUN: TurnEvent = { type: "TurnBegun", at: AT, ...BEGIN, startedBy: SERVICE };
const FIRST: TurnEvent = { type: "StepTaken", at: AT, no: 1, rejection: null };
const SECOND: TurnEvent = { type: "StepTaken", at: AT, no: 2, rejection: NOT_NOW };
const INTERRUPTED: TurnEvent = { type: "TurnInterrupted", at: AT };
const DONE: TurnEvent = { type: "TurnDone", at: AT };

const after = (...events: TurnEvent[]): Turn => fold(events.map((event, index) => ({ ...event, seq: index + 1 })));
const when = <N extends CommandName>(turn: Turn, type: N, data: CommandData[N]) =>
  decide(turn, { id: "one", type, at: AT, by: SERVICE, data } as Command);

describe("a turn", () => {
  it("is begun once, and is done at once where there is nothing to do", () => {
    expect(when(after(), "BeginTurn", BEGIN)).toEqual({ events: [BEGUN] });
    expect(when(after(), "BeginTurn", { ...BEGIN, steps: [] })).toEqual({ events: [{ ...BEGUN, steps: [] }, DONE] });
    expect(when(after(BEGUN), "BeginTurn", BEGIN)).toMatchObject({ rejection: { code: "already-active" } });
    for (const type of ["InterruptTurn", "ResumeTurn"] as const)
      expect(when(after(), type, {})).toMatchObject({ rejection: { code: "not-found" } });
  });

  it("is done with its last step, also where that was turned down; a step is taken once", () => {
    expect(when(after(BEGUN), "RecordStep", { no: 1, rejection: null })).toEqual({ events: [FIRST] });
    expect(when(after(BEGUN, FIRST), "RecordStep", { no: 1, rejection: NOT_NOW })).toEqual({ events: [] });
    expect(when(after(BEGUN, FIRST), "RecordStep", { no: 2, rejection: NOT_NOW })).toEqual({ events: [SECOND, DONE] });
    const done = after(BEGUN, FIRST, SECOND, DONE);
    expect(done.status === "none" ? null : progressOf(done)).toEqual({ done: 2, turnedDown: 1, of: 2 });
    expect([TURN.isOver(done), TURN.describe("great-north/2027-28", done).details]).toEqual([
      true,
      "**2 of 2 done**, 1 of them turned down by the rules · Great North hub · into 2027/28\n\nDone.",
    ]);
    for (const type of ["InterruptTurn", "ResumeTurn"] as const)
      expect(when(done, type, {})).toMatchObject({ rejection: { code: "not-in-this-state" } });
  });

  it("says what happened to it as people would", () => {
    const done = after(BEGUN, FIRST, SECOND, DONE);
    const lines = [BEGUN, FIRST, SECOND, DONE].map((event) => TURN.happened(event, done, (id) => `the group ${id}`));
    expect(lines.flatMap((line) => writtenForPrograms(line ?? ""))).toEqual([]);
    expect(lines.slice(2)).toEqual([
      expect.stringMatching(/^Step 2, .+, is turned down by the rules\.$/u),
      "All is done.",
    ]);
  });

  it("asks for the next steps when some are taken, until none waits", () => {
    const performed = { effect: 1, outcome: "performed" as const };
    expect(when(after(BEGUN, FIRST), "RecordEffect", performed)).toEqual({
      events: [{ type: "EffectPerformed", at: AT, effect: 1 }],
    });
    const next = after(BEGUN, FIRST, { type: "EffectPerformed", at: AT, effect: 1 });
    expect(TURN.effectsOf(next)).toEqual([{ seq: 3, kind: "take-steps", stalled: false }]);
    expect(when(next, "RecordEffect", performed)).toEqual({ events: [] });
    expect(TURN.effectsOf(after(BEGUN, FIRST, SECOND, DONE))).toEqual([]);
  });

  it("interrupted, asks for none, keeps what was under way, and is done only when it is resumed", () => {
    expect(when(after(BEGUN), "InterruptTurn", {})).toEqual({ events: [INTERRUPTED] });
    const interrupted = after(BEGUN, INTERRUPTED);
    expect([TURN.effectsOf(interrupted), TURN.isOver(interrupted)]).toEqual([[], true]);
    expect(when(interrupted, "InterruptTurn", {})).toEqual({ events: [] });
    expect(when(after(BEGUN, FIRST, INTERRUPTED), "RecordStep", { no: 2, rejection: NOT_NOW })).toEqual({
      events: [SECOND],
    });
    const all = after(BEGUN, FIRST, INTERRUPTED, SECOND);
    expect(when(all, "ResumeTurn", {})).toEqual({ events: [{ type: "TurnResumed", at: AT }, DONE] });
    const resumed = after(BEGUN, INTERRUPTED, { type: "TurnResumed", at: AT });
    expect(TURN.effectsOf(resumed)).toEqual([{ seq: 3, kind: "take-steps", stalled: false }]);
    expect(when(resumed, "ResumeTurn", {})).toEqual({ events: [] });
  });
});
