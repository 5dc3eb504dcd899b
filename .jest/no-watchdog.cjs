// Loaded into every process of a run and its threads. The SDK gives each call into a workflow five seconds; for that,
// Node starts a thread with each call that looks at the clock, and a round of a workflow is four calls: a quarter of
// all that a process with a busy worker took. A workflow that never came back would be seen by a test's own time.
const { Script } = require("node:vm");

const { runInContext } = Script.prototype;
Script.prototype.runInContext = function (context, { timeout: _, ...options } = {}) {
  return runInContext.call(this, context, options);
};
