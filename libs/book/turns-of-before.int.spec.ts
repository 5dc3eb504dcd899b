// Turns that had begun before a turn was a kind: the migration writes their events, and the sweep starts those that
// run.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { freshStore, type TestStore } from "../../test/support/store.ts";
import { load } from "../store/events/event-store.ts";
import { findLate } from "../store/events/late.ts";
import { TurnEvents1700000000040 } from "../store/migrations/0040-turn-events.ts";
import { waitingSteps } from "../turn/state.ts";
import { rebuild } from "./rebuild.ts";
import { stateOf } from "./state-of.ts";

const BEGUN = "2027-03-10T09:00:00.250Z";
const PLAN = { hub: "great-north", into: "2027/28", schools: [], groups: [] };
const LEAD = { who: "p-1", role: "hub-lead", request: "r-1" };

let store: TestStore;

/** As the release before kept it: a group that was formed, a school that was turned down, one that waits. */
async function putTurn(hub: string, status: string, endedAt: string | null, third = "waiting"): Promise<void> {
  await store.owner.query(
    `insert into turns (hub, into_year, status, plan, wishes_digest, actor, started_at, ended_at)
     values ($1, '2027/28', $2, $3, 'digest', $4, $5, $6)`,
    [hub, status, JSON.stringify({ ...PLAN, hub }), JSON.stringify(LEAD), BEGUN, endedAt],
  );
  const steps = [
    ["group", "one", "FormWorkGroup", "done", null, null, "2027-03-10T09:00:05Z"],
    [
      "school",
      "100001-primary",
      "InviteToNextStage",
      "turned-down",
      "not-in-this-state",
      "Gone.",
      "2027-03-10T09:00:07Z",
    ],
    [
      "school",
      "100002-primary",
      "InviteToNextStage",
      third,
      null,
      null,
      third === "waiting" ? null : "2027-03-10T09:00:06Z",
    ],
  ];
  for (const [index, [kind, subject, type, state, code, detail, doneAt]] of steps.entries())
    await store.owner.query(
      `insert into turn_steps (hub, into_year, no, kind, subject, type, data, status, code, detail, done_at)
       values ($1, '2027/28', $2, $3, $4, $5, '{"prospectus":"2027-28/primary-development"}', $6, $7, $8, $9)`,
      [hub, index + 1, kind, subject, type, state, code, detail, doneAt],
    );
}

beforeAll(async () => {
  store = await freshStore();
  await putTurn("great-north", "running", null);
  await putTurn("far-south", "interrupted", null);
  await putTurn("mid-west", "done", "2027-03-10T09:01:00Z", "done");
  const stream =
    "insert into streams (stream, version, due_at, open_effects) values ('turn/great-north/2027-28', 2, $1, 0)";
  await store.owner.query(stream, [BEGUN]);
  const runner = store.owner.createQueryRunner();
  await new TurnEvents1700000000040().up(runner);
  await runner.release();
}, 60_000);
afterAll(() => store?.close());

const turn = async (hub: string) => stateOf("turn", store.app, `turn/${hub}/2027-28`);
const streams = () => store.owner.query("select * from streams where stream like 'turn/%' order by stream");

it("has begun as it was decided, with what became of each step", async () => {
  const running = await turn("great-north");
  expect(running).toMatchObject({
    status: "running",
    hub: "great-north",
    into: "2027/28",
    plan: PLAN,
    wishesDigest: "digest",
    startedBy: LEAD,
    startedAt: "2027-03-10T09:00:00Z",
    endedAt: null,
    effects: [{ seq: 1, kind: "take-steps" }],
  });
  if (running.status === "none") throw new Error("It has not begun.");
  expect([...running.taken]).toEqual([
    [1, null],
    [2, { code: "not-in-this-state", detail: "Gone." }],
  ]);
  expect(waitingSteps(running)).toEqual([
    {
      no: 3,
      kind: "school",
      subject: "100002-primary",
      type: "InviteToNextStage",
      data: { prospectus: "2027-28/primary-development" },
    },
  ]);
});

it("is interrupted or done as it was, each event no earlier than the one before", async () => {
  expect(await turn("far-south")).toMatchObject({ status: "interrupted", effects: [] });
  expect(await turn("mid-west")).toMatchObject({ status: "done", endedAt: "2027-03-10T09:01:00Z", effects: [] });
  const events = await load(store.app, "turn/mid-west/2027-28");
  expect(events.map(({ type }) => type)).toEqual(["TurnBegun", "StepTaken", "StepTaken", "StepTaken", "TurnDone"]);
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).sort());
});

it("is started by the sweep where it runs, and by nothing else; where it stands follows from its events", async () => {
  const late = await findLate(store.app, "2027-03-10T10:00:00Z", { limit: 10 });
  expect(late.map(({ stream }) => stream)).toEqual(["turn/great-north/2027-28"]);
  const asMigrated = await streams();
  await rebuild(store.app);
  expect(await streams()).toEqual(asMigrated);
});
