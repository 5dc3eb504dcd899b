// The SDK notes the stack of every promise of a workflow, for a query that shows where one waits. It has no option that
// turns this off; V8 has one that leaves the stacks empty.

import { setFlagsFromString } from "node:v8";

/**
 * Has every thread that this process starts from now on keep no stacks; what runs here already keeps its own. Measured:
 * a sixth of the processor that a replay takes (test/bench/README.md).
 */
export function startThreadsWithoutStacks(): void {
  setFlagsFromString("--stack-trace-limit=0");
}
