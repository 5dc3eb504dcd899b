// The threads of a what-if beside its own: begun at once, they load while that one finds out what is asked of which
// journeys.

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/** One for each processor but the first. A program that has come to its end does not wait for them. */
export const startLanes = (): Worker[] =>
  Array.from({ length: availableParallelism() - 1 }, () => {
    const lane = new Worker(new URL("./what-if-lane.ts", import.meta.url));
    lane.unref();
    return lane;
  });
