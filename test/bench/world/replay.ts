// Histories replayed by a worker that has never seen them.

import { bundleWorkflowCode, DefaultLogger, Worker } from "@temporalio/worker";
import { WORKFLOWS } from "../../../apps/worker/bundled.ts";
import { startThreadsWithoutStacks } from "../../../apps/worker/without-stacks.ts";
import { ownCpu } from "../measure/cpu.ts";
import { turnOf, type Turn } from "../measure/rounds.ts";

const PLAIN_WORKFLOWS = new URL("../plain/workflows.ts", import.meta.url).pathname;

type Histories = Parameters<typeof Worker.runReplayHistories>[1];
type One = Extract<Histories, Iterable<unknown>> extends Iterable<infer T> ? T : never;

/** The workflows of the service and the plain ones, bundled as a worker has them. */
export async function bundles(): Promise<{ ours: string; plain: string }> {
  return { ours: await bundled(WORKFLOWS), plain: await bundled(PLAIN_WORKFLOWS) };
}

const bundled = async (workflowsPath: string): Promise<string> =>
  (await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger("ERROR") })).code;

/**
 * All of them by one worker, twice, and the second time counts: what it takes to make a worker and to know its code is
 * over then, and it remembers none of them. Its workflows have a thread of their own, as a worker's do: in this one
 * (`debugMode`, as the SDK replays otherwise) its hook would hear of every promise of the benchmark too.
 */
export async function replay(histories: readonly One[], code: string): Promise<Turn> {
  startThreadsWithoutStacks();
  const options = { workflowBundle: { code }, debugMode: false };
  const results = Worker.runReplayHistories(options, [...histories, ...histories])[Symbol.asyncIterator]();
  const must = async (): Promise<boolean> => {
    const { done, value } = await results.next();
    if (!done && value.error) throw value.error;
    return done !== true;
  };
  for (let first = 0; first < histories.length; first++) await must();
  return turnOf(ownCpu, async () => {
    let replayed = 0;
    while (await must()) replayed += 1;
    return replayed;
  });
}
