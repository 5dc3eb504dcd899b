// Many journeys are compared in several lanes, a thread each: time passes for each journey apart.

import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { together, type WhatIf } from "../../libs/rehearsal/forward/what-if.ts";
import type { Pieces } from "../../libs/service/ahead/pieces.ts";
import { WhatIfs } from "../../libs/service/ahead/what-if.ts";
import { compared, withJourneys, type AskedWhatIf } from "./what-if-compared.ts";

/** Fewer are compared before another thread has begun. */
const WORTH_A_LANE = 1_000;

/**
 * What the figures asked about would mean for all journeys. `lanes`: those that there may be beside this thread; those
 * that are not needed are ended. Rejects with StoreError, and as a lane does.
 */
export function comparedInLanes(asked: AskedWhatIf, lanes: readonly Worker[]): Promise<WhatIf> {
  return withJourneys(asked, async (database) => {
    const journeys = await new WhatIfs(database).journeys(asked.hub);
    const needed = lanesFor(journeys.ids.length, 1 + lanes.length) - 1;
    await Promise.all(lanes.slice(needed).map((lane) => lane.terminate()));
    const others = lanes.slice(0, needed).map((lane) => comparedIn(lane, asked, journeys));
    const [own, ...found] = await Promise.all([compared(database, asked, journeys), ...others]);
    return found.reduce(together, own);
  });
}

/** As many as there may be, where there are journeys enough for each. */
export function lanesFor(journeys: number, most: number): number {
  return Math.max(1, Math.min(most, Math.floor(journeys / WORTH_A_LANE)));
}

/** What a lane finds of what it takes. */
export async function comparedIn(lane: Worker, asked: AskedWhatIf, journeys: Pieces): Promise<WhatIf> {
  const answer = once(lane, "message");
  lane.postMessage({ asked, journeys });
  const [found] = (await answer) as [WhatIf];
  return found;
}
