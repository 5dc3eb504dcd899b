// Traces may be switched on while journeys run: what was written without them replays with them. (That what is written
// with them replays without, test/watched shows.)

import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "@jest/globals";
import "../support/quiet-temporal.ts";
import { workflowsOfRun } from "../support/test-run.ts";
import { LOOKS_TWICE } from "../versioning/looks-twice.ts";
import { branchesOf, historyOf, readHistoryJson, type HistoryJson } from "./history-files.ts";
import { replay } from "./replaying.ts";

const FOLDER = join(import.meta.dirname, "histories");
const traced = fileURLToPath(new URL("../../libs/watch/in-workflows.ts", import.meta.url));

/** The longest of every workflow and folder of a release: with traces a replay takes several times as long. */
function longest(): { workflowId: string; history: HistoryJson }[] {
  const most = new Map<string, { workflowId: string; history: HistoryJson }>();
  for (const workflowId of readdirSync(FOLDER, { recursive: true, encoding: "utf8" })) {
    if (!workflowId.endsWith(".json")) continue;
    const history = readHistoryJson(join(FOLDER, workflowId));
    const { workflowType: type } = history.events[0]?.["workflowExecutionStartedEventAttributes"] as {
      workflowType: { name: string };
    };
    const of = `${dirname(workflowId)} ${type.name}`;
    if (branchesOf(history).includes(LOOKS_TWICE)) continue;
    if (history.events.length > (most.get(of)?.history.events.length ?? 0)) most.set(of, { workflowId, history });
  }
  return [...most.values()];
}

it("recorded histories replay with the interceptors of traces", async () => {
  const recorded = longest().map(({ workflowId, history }) => ({ workflowId, history: historyOf(history) }));
  expect(recorded.length).toBeGreaterThan(20);
  const sinks = { exporter: { export: { fn: () => undefined } } };
  expect(await replay({ ...(await workflowsOfRun([traced])), sinks }, recorded)).toEqual({});
}, 60_000);
