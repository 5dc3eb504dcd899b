// A worker whose cluster is not home does nothing: what asks it is over there, and goes on at home.

import type { DataSource } from "typeorm";
import type { AdvanceAnswer } from "../libs/contract/journey.ts";
import type { DeliverAnswer } from "../libs/contract/webhook.ts";
import { isAtHome } from "../libs/store/home.ts";
import { failingByCode, isAway } from "./failures.ts";

const MOVED = "**Over here:** the service has moved to another cluster of Temporal, where this goes on.";

/** What a life is told: of its commands nothing is known here, and whoever sent one sends it again. */
const OVER: AdvanceAnswer = {
  outcomes: [],
  version: 0,
  due: null,
  over: true,
  effects: [],
  details: MOVED,
  summary: "Over here: the service has moved",
  attributes: {},
  chapter: "elsewhere",
};

/** What a webhook is told. */
export const DELIVERED_ELSEWHERE: DeliverAnswer = { over: true, more: false, next: null, details: MOVED };

/** What decides, answering `over` where its transaction finds that another cluster is home. */
export function orOver<R>(advance: (request: R) => Promise<AdvanceAnswer>): (request: R) => Promise<AdvanceAnswer> {
  return async (request) => {
    try {
      return await advance(request);
    } catch (error) {
      if (isAway(error)) return OVER;
      throw error;
    }
  };
}

/** For the log of a worker whose cluster is not home. */
export const NOTHING_HERE = "another cluster is home; this worker does nothing until it is moved to";

/**
 * What recurs: looked at first, and `elsewhere` its answer where another cluster is home, which `told` hears of.
 * Rejects by code.
 */
export function atHome<R extends unknown[], A>(
  dataSource: DataSource,
  activity: (...request: R) => Promise<A>,
  elsewhere: NoInfer<A>,
  told: () => void = () => undefined,
): (...request: R) => Promise<A> {
  return async (...request) => {
    if (await failingByCode(() => isAtHome(dataSource))) return activity(...request);
    told();
    return { ...elsewhere, over: true };
  };
}
