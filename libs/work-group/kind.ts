// A Work Group as one of the kinds that a round serves (libs/book): what is the same question to each of them.

import { describe, standsAs } from "./describe.ts";
import { due } from "./due.ts";
import { evolve, fold } from "./evolve.ts";
import { happened, schoolOf } from "./happened.ts";
import type { OpenEffect, WorkGroup } from "./state.ts";

/** Nobody has formed it, or its year is over and no offer is left to be made. */
function isOver(group: WorkGroup): boolean {
  if (group.status === "none") return true;
  return group.status === "ended" && due(group) === null && group.effects.length === 0;
}

export const WORK_GROUP = {
  fold,
  evolve,
  due,
  describe,
  happened,
  standsAs,
  isOver,
  effectsOf: (group: WorkGroup): readonly OpenEffect[] => (group.status === "none" ? [] : group.effects),
  summaryOf: ({ journey }: OpenEffect): string => schoolOf(journey),
  letterRank: (): null => null,
};
