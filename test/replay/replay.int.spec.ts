// Every history that a released version wrote is replayed by this one: a workflow that would decide otherwise today is
// a broken build, not a blocked school.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "@jest/globals";
import { DefaultLogger, makeTelemetryFilterString, Runtime } from "@temporalio/worker";
import * as workflows from "../../workflows/index.ts";
import { historyOf, readHistoryJson, type HistoryJson } from "./history-files.ts";
import { replay } from "./replaying.ts";

Runtime.install({
  logger: new DefaultLogger("ERROR"),
  telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: "ERROR", other: "ERROR" }), forward: {} } },
});

const FOLDER = join(import.meta.dirname, "histories");
const workflowsPath = new URL("../../workflows/index.ts", import.meta.url).pathname;

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort();
const read = (file: string): HistoryJson => readHistoryJson(join(FOLDER, file));

const replayed = (recorded: { workflowId: string; history: HistoryJson }[]): Promise<Record<string, string>> =>
  replay(
    { workflowsPath },
    recorded.map(({ workflowId, history }) => ({ workflowId, history: historyOf(history) })),
  );

it("replays every recorded history", async () => {
  expect(files.length).toBeGreaterThan(0);
  expect(await replayed(files.map((file) => ({ workflowId: file, history: read(file) })))).toEqual({});
}, 60_000);

it("has a history of every workflow that the worker runs", () => {
  const typeOf = (file: string) =>
    read(file).events[0]?.["workflowExecutionStartedEventAttributes"] as { workflowType: { name: string } } | undefined;
  const recorded = new Set(files.map((file) => typeOf(file)?.workflowType.name));
  expect(Object.keys(workflows).filter((name) => !recorded.has(name))).toEqual([]);
});

it("would notice a workflow that decides otherwise", async () => {
  const file = files.find((name) =>
    read(name).events.some(({ eventType }) => eventType === "EVENT_TYPE_TIMER_STARTED"),
  );
  const history = read(file ?? "");
  const timer = history.events.find(({ eventType }) => eventType === "EVENT_TYPE_TIMER_STARTED");
  Object.assign(timer ?? {}, {
    eventType: "EVENT_TYPE_ACTIVITY_TASK_SCHEDULED",
    timerStartedEventAttributes: undefined,
    activityTaskScheduledEventAttributes: {
      activityId: "1",
      activityType: { name: "other" },
      taskQueue: { name: "journeys" },
    },
  });
  expect(Object.keys(await replayed([{ workflowId: "changed", history }]))).toEqual(["changed"]);
}, 60_000);
