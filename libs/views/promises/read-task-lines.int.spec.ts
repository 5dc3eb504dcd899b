// The lines of a hub lead with forty Work Groups: never more than one a group and cause, whatever the pages.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { putJourney } from "../../../test/support/journeys.ts";
import fc from "fast-check";
import type { TaskAbout } from "../../journey/event-words.ts";
import { grantTask } from "../../journey/grant-questions.ts";
import { contactTask } from "../../journey/said.ts";
import { bounceTask } from "../../journey/settle.ts";
import { lineOf } from "../../journey/tasks.ts";
import { freshStore, type TestStore } from "../../../test/support/store.ts";
import { taskLinesOfHub, type TaskLine } from "./read-task-lines.ts";
import { sampled } from "../../../test/support/sampled.ts";

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

/** All lines, page by page. */
async function linesOf(): Promise<TaskLine[]> {
  const lines: TaskLine[] = [];
  for (let after: string | undefined; ;) {
    const page = { hub: "great-north", within: null, limit: 70, ...(after !== undefined && { after }) };
    const { items, next } = await taskLinesOfHub(store.app, page);
    lines.push(...items);
    if (next === null) return lines;
    after = next;
  }
}

/** A task of each cause, with an id as the rules make it: some name a person, a letter or a moment. */
const CAUSES: readonly ((journey: string, no: number) => [id: string, about: TaskAbout, commitment: string | null])[] =
  [
    () => ["2020/21/gap-task-1", "missed-commitment", "gap-task-1"],
    () => ["2020/21/meeting-2", "missed-commitment", "meeting-2"],
    () => ["2020/21/teachers", "teachers", "teachers"],
    () => [
      grantTask({ stage: "readiness", academicYear: "2020/21", cause: "placed-late", paid: false }),
      "grant",
      null,
    ],
    () => [grantTask({ stage: "readiness", academicYear: "2020/21", cause: "withdrawn", paid: true }), "grant", null],
    () => ["2020/21/outcome", "outcome", null],
    () => ["2020/21/mastery-ready", "readiness", null],
    () => ["2020/21/invitation", "invitation", null],
    () => ["2020/21/waiting", "waiting", null],
    () => ["2020/21/place", "waiting", null],
    () => ["2020/21/gap-task-2/date", "another-date", "gap-task-2"],
    () => ["2020/21/textbooks", "textbooks", null],
    (journey) => [contactTask(`person-of-${journey}`), "contact", null],
    (journey, no) => [bounceTask(`p-${journey}-${no}`), "bounced-letter", null],
    (_journey, no) => [`move/${no}`, "move", null],
  ];

it("whatever is open in 40 groups, of whatever cause, is one line a group and cause, and it is all there", async () => {
  const journeys: { id: string; group: string }[] = await store.owner.query(
    'select id, work_group as "group" from journeys order by id',
  );
  const drawn = fc.array(
    fc.tuple(fc.nat(journeys.length - 1), fc.nat(CAUSES.length - 1), fc.integer({ min: 30, max: 300 })),
    { minLength: 150, maxLength: 400 },
  );
  const before: object[] = await store.owner.query("select to_jsonb(tasks) as row from tasks");
  await fc.assert(
    fc.asyncProperty(drawn, async (all) => {
      await store.owner.query("delete from tasks");
      const wanted = new Map<string, [string, string, TaskAbout, string | null]>();
      for (const [of, cause, no] of all) {
        const { id } = journeys[of] ?? { id: "" };
        const [task, about, commitment] = CAUSES[cause]?.(id, no) ?? ["", "outcome", null];
        wanted.set(`${id} ${task}`, [id, task, about, commitment]);
      }
      const rows = [...wanted.values()];
      await store.owner.query(
        `insert into tasks (journey, id, about, commitment, opened_at, status, due_on)
         select journey, id, about, commitment, now(), 'open', date '2021-02-01'
         from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as t (journey, id, about, commitment)`,
        [0, 1, 2, 3].map((column) => rows.map((row) => row[column])),
      );
      const lines = await linesOf();
      const causes = lines.map(({ workGroup, about, task }) => `${workGroup} ${about} ${lineOf({ id: task, about })}`);
      expect(new Set(causes).size).toBe(causes.length);
      const groupOf = new Map(journeys.map(({ id, group }) => [id, group]));
      const due = new Set(
        rows.map(([id, task, about]) => `${groupOf.get(id)} ${about} ${lineOf({ id: task, about })}`),
      );
      expect(new Set(causes)).toEqual(due);
      const inLines = lines.flatMap(({ journeys: those, about, task }) =>
        those.map((one) => `${one} ${about} ${task}`),
      );
      expect(new Set(inLines)).toEqual(
        new Set(rows.map(([id, task, about]) => `${id} ${about} ${lineOf({ id: task, about })}`)),
      );
    }),
    sampled(12),
  );
  await store.owner.query("delete from tasks");
  await store.owner.query(
    "insert into tasks select one.* from unnest($1::jsonb[]) as each, jsonb_populate_record(null::tasks, each) as one",
    [before.map((one) => JSON.stringify((one as { row: object }).row))],
  );
}, 60_000);

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
