// How the service stands, in figures that come from PostgreSQL and Temporal: the same from each process, so that one
// that is down hides nothing. Whoever adds up several takes the greatest, never the sum.

import type { Client } from "@temporalio/client";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../calendar/instants.ts";
import { JOURNEY_TASK_QUEUE, LETTER_TASK_QUEUE } from "../contract/journey.ts";
import { WEBHOOK_TASK_QUEUE } from "../contract/webhook.ts";
import { lettersWaiting, type LettersWaiting } from "../people/letters-waiting.ts";
import { poolOf } from "../store/data-source.ts";
import { howLate, type Lateness } from "../store/events/late.ts";
import { feedLag } from "../store/feed/lag.ts";
import { webhookStates, type WebhookState } from "../store/webhook-states.ts";
import { readWatched, type Watched } from "../views/watched.ts";
import type { Figure, Metrics, Shown } from "./metrics.ts";

export interface Stands {
  /** The pool; rejects while PostgreSQL is away. */
  open: () => Promise<DataSource>;
  client: Client;
  /** Milliseconds since 1970, by the clock of the rules. */
  clock: () => number;
}

interface Read extends Lateness, LettersWaiting, Watched {
  webhooks: Map<WebhookState, number>;
  feedLagSeconds: number;
}

/** Has `metrics` show how the service stands. */
export function showStanding(metrics: Metrics, { open, client, clock }: Stands): void {
  let pool: DataSource | null = null;
  metrics.show("pool", async () => poolOf((pool ??= await open())), [
    {
      name: "journeys_pool_connections",
      help: "Connections of this process to PostgreSQL, by what they do.",
      labels: ["state"],
      of: ({ idle, busy }) => [
        [["idle"], idle],
        [["busy"], busy],
      ],
    },
    one("journeys_pool_most_connections", "How many connections this process may have.", ({ most }) => most),
    one("journeys_pool_waiting", "What waits in this process for a connection to PostgreSQL.", (at) => at.waiting),
  ]);
  metrics.show("postgresql", async () => readStanding(await open(), clock()), STANDING);
  metrics.show("temporal", () => readQueues(client), QUEUED);
}

async function readStanding(source: DataSource, nowMs: number): Promise<Read> {
  const now = instantFromMs(nowMs);
  // One after the other: on one connection.
  return {
    ...(await howLate(source, now)),
    ...(await lettersWaiting(source)),
    ...(await readWatched(source, now)),
    webhooks: await webhookStates(source),
    feedLagSeconds: await feedLag(source),
  };
}

function one<T>(name: string, help: string, of: (read: T) => number): Shown<T> {
  return { name, help, labels: [], of: (read) => [[[], of(read)]] };
}

const STANDING: readonly Shown<Read>[] = [
  {
    name: "journeys_overdue",
    help: "Streams whose date or open effect is more than a minute late.",
    labels: ["what"],
    of: ({ dates, effects }) => [
      [["date"], dates.late],
      [["effect"], effects.late],
    ],
  },
  {
    name: "journeys_oldest_overdue_seconds",
    help: "Age of the oldest date that has passed, and of the oldest effect that is still open.",
    labels: ["what"],
    of: ({ dates, effects }) => [
      [["date"], dates.oldestSeconds],
      [["effect"], effects.oldestSeconds],
    ],
  },
  {
    name: "journeys_reminders",
    help: "Reminders that fell due in the last 24 hours, by what became of them.",
    labels: ["outcome"],
    of: ({ reminders }) => [...reminders].map(([outcome, count]): Figure => [[outcome], count]),
  },
  {
    name: "journeys_reminders_late",
    help: "Reminders that fell due more than a quarter of an hour ago and have not gone; stalled: tried in vain.",
    labels: ["state"],
    of: ({ late }) => [
      [["waiting"], late.waiting],
      [["stalled"], late.stalled],
    ],
  },
  {
    name: "journeys_letters_waiting",
    help: "Letters that were made and neither taken nor refused by the mail server, by age.",
    labels: ["age"],
    of: ({ fresh, old }) => [
      [["under-10-minutes"], fresh],
      [["older"], old],
    ],
  },
  {
    name: "journeys_tasks",
    help: "Tasks that wait for a person, by age.",
    labels: ["age"],
    of: ({ tasks }) => [
      [["under-7-days"], tasks.week],
      [["7-to-28-days"], tasks.month],
      [["older"], tasks.older],
    ],
  },
  one("journeys_tasks_overdue", "Tasks whose day has passed.", ({ tasks }) => tasks.overdue),
  {
    name: "journeys_grants_waiting",
    help: "Grants that wait for approval (payable) or for a payment run (released), by hub.",
    labels: ["hub", "status"],
    of: ({ grants }) => grants.map(({ hub, status, count }): Figure => [[hub, status], count]),
  },
  {
    name: "journeys_webhooks",
    help: "Webhooks, by how they get on; given-up: failed for days, and no longer tried.",
    labels: ["state"],
    of: ({ webhooks }) => [...webhooks].map(([state, count]): Figure => [[state], count]),
  },
  one(
    "journeys_feed_lag_seconds",
    "Age of the oldest event that readers of the feed cannot see yet: an open transaction holds it back.",
    ({ feedLagSeconds }) => feedLagSeconds,
  ),
];

interface Queue {
  queue: string;
  waiting: number;
  oldestSeconds: number;
  pollers: number;
}

const QUEUED: readonly Shown<readonly Queue[]>[] = [
  {
    name: "journeys_queue_waiting",
    help: "Tasks in a queue of Temporal that no worker has taken.",
    labels: ["queue"],
    of: (queues) => queues.map(({ queue, waiting }): Figure => [[queue], waiting]),
  },
  {
    name: "journeys_queue_oldest_seconds",
    help: "Age of the oldest of them.",
    labels: ["queue"],
    of: (queues) => queues.map(({ queue, oldestSeconds }): Figure => [[queue], oldestSeconds]),
  },
  {
    name: "journeys_queue_pollers",
    help: "Workers that have asked for work of a queue in the last minutes, as Temporal knows them.",
    labels: ["queue"],
    of: (queues) => queues.map(({ queue, pollers }): Figure => [[queue], pollers]),
  },
];

/** Kinds of tasks, as Temporal numbers them. */
const WORKFLOW = 1,
  ACTIVITY = 2;
const ANSWER_MS = 3_000;

function readQueues(client: Client): Promise<Queue[]> {
  const asked: readonly [string, string, typeof WORKFLOW | typeof ACTIVITY][] = [
    ["workflows", JOURNEY_TASK_QUEUE, WORKFLOW],
    ["activities", JOURNEY_TASK_QUEUE, ACTIVITY],
    ["letters", LETTER_TASK_QUEUE, ACTIVITY],
    ["webhooks", WEBHOOK_TASK_QUEUE, ACTIVITY],
  ];
  return client.withDeadline(Date.now() + ANSWER_MS, () =>
    Promise.all(asked.map(([queue, name, taskQueueType]) => readQueue(client, queue, { name, taskQueueType }))),
  );
}

async function readQueue(
  client: Client,
  queue: string,
  { name, taskQueueType }: { name: string; taskQueueType: typeof WORKFLOW | typeof ACTIVITY },
): Promise<Queue> {
  const { namespace } = client.options;
  const asked = { namespace, taskQueue: { name }, taskQueueType, reportStats: true };
  const { stats, pollers } = await client.workflowService.describeTaskQueue(asked);
  const age = stats?.approximateBacklogAge;
  return {
    queue,
    waiting: Number(stats?.approximateBacklogCount ?? 0),
    oldestSeconds: Number(age?.seconds ?? 0) + (age?.nanos ?? 0) / 1e9,
    pollers: pollers.length,
  };
}
