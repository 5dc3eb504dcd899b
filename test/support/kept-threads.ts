// A thread that has run the workflows of one worker is kept for the next worker of this process. To start one takes a
// fifth of a second of the processor, of which all but 30 ms is the SDK loading itself; nearly every file of tests
// starts one. Each worker still has a context of its own in it, made of its bundle and gone with it.

import type { Worker as Thread } from "node:worker_threads";
import { ThreadedVMWorkflowCreator, type WorkerThreadClient } from "@temporalio/worker/lib/workflow/threaded-vm.js";

type Options = Parameters<typeof ThreadedVMWorkflowCreator.create>[0];
/** What the SDK keeps of a thread, and shows to nobody by type. */
type Inside = { workerThread: Thread; workerExited: boolean; activeWorkflowCount: number };

const kept: WorkerThreadClient[] = [];
const inside = (client: WorkerThreadClient): Inside => client as unknown as Inside;
const startAnew = ThreadedVMWorkflowCreator.create.bind(ThreadedVMWorkflowCreator);

ThreadedVMWorkflowCreator.create = async (options: Options) => {
  const { threadPoolSize, workflowBundle, isolateExecutionTimeoutMs, reuseV8Context, registeredActivityNames } =
    options;
  const client = threadPoolSize === 1 ? kept.pop() : undefined;
  if (client === undefined || inside(client).workerExited) return startAnew(options);
  const { logger, patchActivationCallback } = options;
  inside(client).workerThread.ref();
  Object.assign(client, { logger, patchActivationCallback, activeWorkflowCount: 0 });
  const hasPatchActivationCallback = patchActivationCallback !== undefined;
  const itsOwn = { workflowBundle, isolateExecutionTimeoutMs, reuseV8Context, registeredActivityNames };
  await client.send({ type: "init", ...itsOwn, hasPatchActivationCallback });
  return new ThreadedVMWorkflowCreator([client]);
};

ThreadedVMWorkflowCreator.prototype.destroy = async function destroy() {
  for (const client of this.workerThreadClients) {
    if (inside(client).workerExited) continue;
    await client.send({ type: "destroy" });
    // Nobody waits for it: the process may end.
    inside(client).workerThread.unref();
    kept.push(client);
  }
};
