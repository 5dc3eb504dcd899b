// A payment run as one of the kinds that a round serves (libs/book): what is the same question to each of them.

import { describe } from "./describe.ts";
import { due } from "./due.ts";
import { evolve, fold } from "./evolve.ts";
import { happened } from "./happened.ts";
import type { OpenEffect, PaymentRun } from "./state.ts";

/** Nobody has prepared it, or it is complete or cancelled, and nothing of it goes on. */
function isOver(run: PaymentRun): boolean {
  if (run.status === "none") return true;
  return (run.status === "complete" || run.status === "cancelled") && run.effects.length === 0;
}

export const PAYMENT_RUN = {
  fold,
  evolve,
  due,
  describe,
  happened,
  /** Nothing changes it but rounds of its own. */
  standsAs: (): string => "",
  isOver,
  effectsOf: (run: PaymentRun): readonly OpenEffect[] => (run.status === "none" ? [] : run.effects),
  summaryOf: ({ after }: OpenEffect): string => `after payment ${after}`,
  letterRank: (): null => null,
};
