// At nine o'clock the letters of a large hub and of a small one fall due together: they go at a rate, and each hub has
// its turn. On the development server, whose queue it is; the workflow is the real one, what it asks for is made up.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import {
  JOURNEY_TASK_QUEUE,
  workflowIdOf,
  LETTER_TASK_QUEUE,
  SCHOOL_JOURNEY,
  type AdvanceAnswer,
  type AdvanceRequest,
  type EffectRequest,
  type PerformEffect,
} from "../../libs/contract/journey.ts";
import { JOURNEY } from "../../libs/journey/kind.ts";
import type { EffectKind } from "../../libs/journey/state.ts";
import { devServer, type TestTemporal } from "../support/temporal.ts";
import { workflowsOfRun } from "../support/test-run.ts";
import { eventually } from "./service.ts";

const RATE = 20;
const LARGE = 60;
const SMALL = 4;

let temporal: TestTemporal;
let connection: Connection;
let native: NativeConnection;
beforeAll(async () => {
  temporal = await devServer();
  connection = await Connection.connect({ address: temporal.address });
  native = await NativeConnection.connect({ address: temporal.address });
}, 60_000);
afterAll(async () => {
  await connection?.close();
  await native?.close();
}, 30_000);

/** A journey that owes one letter: `large-7`, `small-2`; `-notice` of a place, else a reminder. */
function advance({ journey, commands }: AdvanceRequest): Promise<AdvanceAnswer> {
  const sent = commands.some((command) => "type" in command);
  const kind: EffectKind = journey.endsWith("notice") ? "send-notice" : "send-reminder";
  const priority = JOURNEY.letterRank({ seq: 1, kind, stalled: false }) ?? 0;
  const letter: EffectRequest = {
    id: `${journey}:1`,
    seq: 1,
    kind,
    activity: kind,
    summary: "",
    queue: LETTER_TASK_QUEUE,
    priority,
  };
  return Promise.resolve({
    outcomes: commands.map(({ id }) => ({ command: id, accepted: true, version: 2 })),
    version: 1,
    due: null,
    details: "",
    summary: "",
    chapter: "one",
    effects: sent ? [] : [letter],
    attributes: {
      MathsHub: `${journey.split("-")[0]}-hub`,
      URN: "100001",
      Phase: "primary",
      Stage: "readiness",
      AcademicYear: "2020/21",
      JourneyStatus: "completed",
    },
  });
}

it("each hub gets its turn, what a place depends on goes first, and the rate is kept", async () => {
  const { namespace } = temporal;
  const client = new Client({ connection, namespace });
  const went: { journey: string; at: number }[] = [];
  const send = async ({ journey, seq }: PerformEffect) => {
    went.push({ journey, at: Date.now() });
    return { seq, outcome: "performed" as const, messageId: "<m>" };
  };
  const loop = await Worker.create({
    connection: native,
    namespace,
    taskQueue: JOURNEY_TASK_QUEUE,
    ...(await workflowsOfRun()),
    activities: { advance },
  });
  const looping = loop.run();
  const start = (journey: string) =>
    client.workflow.start(SCHOOL_JOURNEY, {
      taskQueue: JOURNEY_TASK_QUEUE,
      workflowId: workflowIdOf(journey),
      args: [journey],
    });
  const waiting = async (count: number) =>
    eventually(async () => {
      let pending = 0;
      for await (const { workflowId } of client.workflow.list())
        pending += (await client.workflow.getHandle(workflowId).describe()).raw.pendingActivities?.length ?? 0;
      if (pending < count) throw new Error(`${pending} letters wait`);
    }, 60_000);

  // The large hub's letters are all in the queue before the first of the small one's.
  for (let index = 1; index <= LARGE; index++) await start(`large-${index}`);
  await waiting(LARGE);
  for (let index = 1; index <= SMALL; index++) await start(`small-${index}`);
  await start("large-notice");
  await waiting(LARGE + SMALL + 1);

  const letters = await Worker.create({
    connection: native,
    namespace,
    taskQueue: LETTER_TASK_QUEUE,
    activities: { "send-reminder": send, "send-notice": send },
    maxTaskQueueActivitiesPerSecond: RATE,
  });
  const running = letters.run();
  await eventually(async () => {
    if (went.length < LARGE + SMALL + 1) throw new Error(`${went.length} went`);
  }, 60_000);
  letters.shutdown();
  loop.shutdown();
  await Promise.all([running, looping]);

  const order = went.map(({ journey }) => journey);
  expect(new Set(order).size).toBe(LARGE + SMALL + 1);
  // In the order in which they fell due, the small hub's would all come after the large one's.
  const small = order.flatMap((journey, index) => (journey.startsWith("small") ? [index] : []));
  expect(small.reduce((sum, index) => sum + index, 0) / SMALL).toBeLessThan(LARGE / 2);
  expect(order.indexOf("large-notice")).toBeLessThan(LARGE / 3);
  const seconds = ((went.at(-1)?.at ?? 0) - (went[0]?.at ?? 0)) / 1000;
  expect(seconds).toBeGreaterThan((LARGE + SMALL) / RATE - 2);
}, 180_000);
