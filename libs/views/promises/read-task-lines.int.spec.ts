// The lines of a hub lead with forty Work Groups: never more than one a group and cause, whatever the pages.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { putJourney } from "../../../test/support/journeys.ts";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { taskLinesOfHub, type TaskLine } from "./read-task-lines.ts";

const GROUPS = 40;
let store: TestStore;

beforeAll(async () => {
  store = await freshStore();
  for (let group = 0; group < GROUPS; group += 1)
    for (const school of [0, 1])
      await putJourney(store, {
        urn: String(100_001 + 2 * group + school),
        hub: "great-north",
        workGroup: `wg-${group}`,
        until: "2021-01-18T12:00:00Z",
      });
}, 120_000);
afterAll(() => store?.close());

it("a lead of 40 groups gets one line a group and cause, and every open task stands in one", async () => {
  const lines: TaskLine[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await taskLinesOfHub(store.app, {
      hub: "great-north",
      within: null,
      limit: 7,
      ...(after !== undefined && { after }),
    });
    lines.push(...items);
    if (next === null) break;
    after = next;
  }
  const causes = lines.map(({ workGroup, about, commitment }) => JSON.stringify([workGroup, about, commitment]));
  expect(new Set(causes).size).toBe(causes.length);
  expect(new Set(lines.map(({ workGroup }) => workGroup)).size).toBe(GROUPS);
  const open: { tasks: number }[] = await store.owner.query(
    "select count(*)::int as tasks from tasks where status = 'open'",
  );
  expect(lines.reduce((sum, { journeys }) => sum + journeys.length, 0)).toBe(open[0]?.tasks);
  expect(lines.every(({ journeys }) => journeys.length === 2)).toBe(true);
}, 30_000);
