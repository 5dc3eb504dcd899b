// Many journeys are compared in several lanes, a thread each: time passes for each journey apart.

import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { together, type WhatIf } from "../../libs/rehearsal/forward/what-if.ts";
import { WhatIfs } from "../../libs/service/ahead/what-if.ts";
import { compared, withJourneys, type AskedWhatIf, type Share } from "./what-if-compared.ts";

/** Fewer are compared before another thread has begun. */
const WORTH_A_LANE = 1_000;

/** What the figures asked about would mean for all journeys. Rejects with StoreError, and as a lane does. */
export function comparedInLanes(asked: AskedWhatIf): Promise<WhatIf> {
  return withJourneys(asked, async (database) => {
    const lanes = lanesFor(await new WhatIfs(database).count(asked.hub));
    const [own, ...others] = await Promise.all(
      Array.from({ length: lanes }, (_, no) =>
        no === 0 ? compared(database, asked, { no, of: lanes }) : elsewhere(asked, { no, of: lanes }),
      ),
    );
    if (own === undefined) throw new Error("There is a lane at least.");
    return others.reduce(together, own);
  });
}

/** As many as there are processors, where there are journeys enough for each. */
export function lanesFor(journeys: number, processors = availableParallelism()): number {
  return Math.max(1, Math.min(processors, Math.floor(journeys / WORTH_A_LANE)));
}

async function elsewhere(asked: AskedWhatIf, share: Share): Promise<WhatIf> {
  const worker = new Worker(new URL("./what-if-lane.ts", import.meta.url), { workerData: { asked, share } });
  const [found] = (await once(worker, "message")) as [WhatIf];
  return found;
}
