// The worker of the plain workflows, a process of its own; with the settings of the service's worker. Tells its parent
// when it works, and how many activities it has done whenever it is asked.

import "../../support/quiet-temporal.ts";
import { NativeConnection, Worker } from "@temporalio/worker";
import { startThreadsWithoutStacks } from "../../../apps/worker/without-stacks.ts";
import { PLAIN_QUEUE } from "./queue.ts";

const [address = "", namespace = "default"] = process.argv.slice(2);
startThreadsWithoutStacks();
let done = 0;
const connection = await NativeConnection.connect({ address });
const worker = await Worker.create({
  connection,
  namespace,
  taskQueue: PLAIN_QUEUE,
  workflowsPath: new URL("./workflows.ts", import.meta.url).pathname,
  activities: {
    nothing: async () => {
      done += 1;
    },
  },
  maxConcurrentLocalActivityExecutions: 40,
  maxConcurrentActivityTaskExecutions: 40,
  stickyQueueScheduleToStartTimeout: "3 seconds",
});
process.on("message", () => process.send?.({ done }));
process.on("disconnect", () => process.exit(0));
const running = worker.run();
process.send?.({ working: true });
await running;
