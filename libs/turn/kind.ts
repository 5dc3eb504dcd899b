// A hub's turn as one of the kinds that a round serves (libs/book): what is the same question to each of them.

import { describe } from "./describe.ts";
import { due } from "./due.ts";
import { evolve, fold } from "./evolve.ts";
import { happened } from "./happened.ts";
import { waitingSteps, type OpenEffect, type Turn } from "./state.ts";

/** Nobody has begun it, the hub has interrupted it, or it is done: the hub's next word starts a run. */
function isOver(turn: Turn): boolean {
  return turn.status === "none" || turn.effects.length === 0;
}

function summaryOf(_: OpenEffect, turn: Turn): string {
  const [next] = turn.status === "none" ? [] : waitingSteps(turn);
  return next === undefined ? "" : `from step ${next.no} on`;
}

export const TURN = {
  fold,
  evolve,
  due,
  describe,
  happened,
  /** Nothing changes it but rounds of its own. */
  standsAs: (): string => "",
  isOver,
  effectsOf: (turn: Turn): readonly OpenEffect[] => (turn.status === "none" ? [] : turn.effects),
  summaryOf,
  letterRank: (): null => null,
};
