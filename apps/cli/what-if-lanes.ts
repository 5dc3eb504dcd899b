// Many journeys are compared in several lanes, a thread each: time passes for each journey apart.

import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { together, type WhatIf } from "../../libs/rehearsal/forward/what-if.ts";
import type { Pieces } from "../../libs/service/ahead/pieces.ts";
import { WhatIfs } from "../../libs/service/ahead/what-if.ts";
import { compared, withJourneys, type AskedWhatIf } from "./what-if-compared.ts";

/** Fewer are compared before another thread has begun. */
const WORTH_A_LANE = 1_000;

/** What the figures asked about would mean for all journeys. Rejects with StoreError, and as a lane does. */
export function comparedInLanes(asked: AskedWhatIf): Promise<WhatIf> {
  return withJourneys(asked, async (database) => {
    const journeys = await new WhatIfs(database).journeys(asked.hub);
    const others = Array.from({ length: lanesFor(journeys.ids.length) - 1 }, () => elsewhere(asked, journeys));
    const [own, ...found] = await Promise.all([compared(database, asked, journeys), ...others]);
    return found.reduce(together, own);
  });
}

/** As many as there are processors, where there are journeys enough for each. */
export function lanesFor(journeys: number, processors = availableParallelism()): number {
  return Math.max(1, Math.min(processors, Math.floor(journeys / WORTH_A_LANE)));
}

async function elsewhere(asked: AskedWhatIf, journeys: Pieces): Promise<WhatIf> {
  const worker = new Worker(new URL("./what-if-lane.ts", import.meta.url), { workerData: { asked, journeys } });
  const [found] = (await once(worker, "message")) as [WhatIf];
  return found;
}
