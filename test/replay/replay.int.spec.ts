// Every history that a released version wrote is replayed by this one: a workflow that would decide otherwise today is
// a broken build, not a blocked school.

import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, it } from "@jest/globals";
import * as workflows from "../../workflows/index.ts";
import "../support/quiet-temporal.ts";
import { workflowsOfRun } from "../support/test-run.ts";
import { LOOKS_TWICE } from "../versioning/looks-twice.ts";
import { BRANCH } from "../versioning/versions.ts";
import { branchesOf, historyOf, readHistoryJson, type HistoryJson } from "./history-files.ts";
import { replay } from "./replaying.ts";

const FOLDER = join(import.meta.dirname, "histories");

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".json"))
  .sort();
const read = (file: string): HistoryJson => readHistoryJson(join(FOLDER, file));

interface Recorded {
  workflowId: string;
  history: HistoryJson;
}
const recorded = (some: readonly string[]): Recorded[] =>
  some.map((file) => ({ workflowId: file, history: read(file) }));

/** Replays on the workflows of today; or on those that also know the branch of test/versioning. */
const replayed = async (histories: Recorded[], modules: string[] = []): Promise<Record<string, string>> =>
  replay(
    await workflowsOfRun(modules),
    histories.map(({ workflowId, history }) => ({ workflowId, history: historyOf(history) })),
  );

const withBranch = files.filter((file) => branchesOf(read(file)).includes(LOOKS_TWICE));

it("replays every recorded history", async () => {
  const today = files.filter((file) => !withBranch.includes(file));
  expect(today.length).toBeGreaterThan(0);
  expect(await replayed(recorded(today))).toEqual({});
}, 60_000);

it("replays what was recorded between old and new code, in each round, on code that knows the branch", async () => {
  const between = files.filter((file) => file.startsWith("0.4.0-versions"));
  const names = between.map((file) => basename(file).replace(/-(journey|work-group)\.json$/u, ""));
  expect(names).toEqual(ROUNDS.flatMap((round) => [round, round]));
  // A mark stays, and with it the need for code that knows it.
  expect(withBranch.map((file) => basename(file).slice(0, 1))).toEqual(["4", "4", "5", "5"]);
  expect(await replayed(recorded(between), [BRANCH])).toEqual({});
  expect(Object.keys(await replayed(recorded(withBranch)))).toEqual(withBranch);
}, 60_000);

/** Of test/versioning/side-by-side.int.spec.ts. */
const ROUNDS = ["1-today-ready", "2-ready-today", "3-today-ready", "4-ready-changed", "5-changed-ready"];

it("has a history of every workflow that the worker runs", () => {
  const typeOf = (file: string) =>
    read(file).events[0]?.["workflowExecutionStartedEventAttributes"] as { workflowType: { name: string } } | undefined;
  const types = new Set(files.map((file) => typeOf(file)?.workflowType.name));
  expect(Object.keys(workflows).filter((name) => !types.has(name))).toEqual([]);
});

// PostgreSQL was slow: the first answer was carried over three tasks, and what it said was due in two seconds was past
// by the clock of the third, the only one that a replay sees. Recorded on the development server, with tasks of two
// seconds and an `advance` that took four; woken meanwhile, it was asked again at once.
it("what came due while a slow answer was waited for goes by when it was asked, not by the clock", async () => {
  const history = read("0.5.0-asked/long-task-1.json");
  const asked = await replayed([{ workflowId: "asked", history }]);
  const ofBefore = await replayed([{ workflowId: "of before", history: withoutAsked(history) }]);
  expect([Object.keys(asked), Object.keys(ofBefore)]).toEqual([[], ["of before"]]);
}, 60_000);

/** As an older release would have answered. */
function withoutAsked({ events }: HistoryJson): HistoryJson {
  const bare = (data: string): string => {
    const { asked, ...answer } = JSON.parse(Buffer.from(data, "base64").toString()) as { asked?: string };
    return Buffer.from(JSON.stringify(answer)).toString("base64");
  };
  const text = JSON.stringify(events, (key, value: unknown) =>
    key === "data" && typeof value === "string" ? bare(value) : value,
  );
  return { events: JSON.parse(text) as HistoryJson["events"] };
}

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
