// Tried in a process of its own: what it sets holds for every thread that this one would start.

import { execFileSync } from "node:child_process";
import { expect, it } from "@jest/globals";

const HELPER = new URL("./without-stacks.ts", import.meta.url).href;
/** Of a thread of its own: a workflow's error, in the context that the SDK makes for it. */
const THREAD = `
  import { createContext, runInContext } from "node:vm";
  import { parentPort } from "node:worker_threads";
  parentPort.postMessage(runInContext("new Error().stack", createContext({})).split("\\n").length - 1);
`;
const TRIED = `
  import { Worker } from "node:worker_threads";
  import { startThreadsWithoutStacks } from ${JSON.stringify(HELPER)};
  const framesInThread = () => new Promise((resolve) =>
    new Worker(${JSON.stringify(THREAD)}, { eval: true }).once("message", resolve));
  const before = await framesInThread();
  startThreadsWithoutStacks();
  const here = new Error().stack.split("\\n").length - 1;
  console.log(JSON.stringify({ before: before > 0, here: here > 0, after: await framesInThread() }));
`;

it("threads started from now on note no stacks, and what runs in this one does", () => {
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", TRIED], { encoding: "utf8" });
  expect(JSON.parse(said)).toEqual({ before: true, here: true, after: 0 });
});
