// Traces may be switched on while journeys run, and off again: what was written without them replays with them.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import "../support/quiet-temporal.ts";
import { LOOKS_TWICE } from "../versioning/looks-twice.ts";
import { branchesOf, historyOf, readHistoryJson } from "./history-files.ts";
import { replay } from "./replaying.ts";

const FOLDER = join(import.meta.dirname, "histories");
const workflowsPath = new URL("../../workflows/index.ts", import.meta.url).pathname;
const traced = new URL("../../libs/watch/in-workflows.ts", import.meta.url).pathname;

it("every recorded history replays with the interceptors of traces", async () => {
  const recorded = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ workflowId: file, history: readHistoryJson(join(FOLDER, file)) }))
    .filter(({ history }) => !branchesOf(history).includes(LOOKS_TWICE))
    .map(({ workflowId, history }) => ({ workflowId, history: historyOf(history) }));
  expect(recorded.length).toBeGreaterThan(20);
  expect(await replay({ workflowsPath, interceptors: { workflowModules: [traced] } }, recorded)).toEqual({});
}, 60_000);
