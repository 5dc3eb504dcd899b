// The worker, composed: PostgreSQL, the rules, the mail server and Temporal become one process that runs workflows and
// activities.

import { setTimeout as pause } from "node:timers/promises";
import { Client } from "@temporalio/client";
import {
  NativeConnection,
  Worker,
  type PatchActivationInput,
  type WorkerOptions as NativeOptions,
} from "@temporalio/worker";
import type { DataSource } from "typeorm";
import { NOTHING_HERE } from "../../activities/elsewhere.ts";
import { ensureSchedules } from "../../activities/ensure-schedules.ts";
import { Memory } from "../../libs/book/memory.ts";
import { hubInboxes } from "../../libs/mail/hub-inboxes.ts";
import { inRuleTime, shiftedClock } from "../../activities/in-rule-time.ts";
import { makeActivities, type Activities, type ActivityDeps } from "../../activities/index.ts";
import { lettersAtOnce } from "../../activities/letters-at-once.ts";
import { notAhead } from "../../activities/not-ahead.ts";
import { ENGLAND } from "../../libs/calendar/terms.ts";
import { makeMailer, type Mailer } from "../../libs/mail/mail.ts";
import { noMailer } from "../../libs/mail/no-mail.ts";
import { makeNotifyMailer } from "../../libs/mail/notify.ts";
import { buildIdOf } from "../../libs/config/build-id.ts";
import type { WorkerEnvironment } from "../../libs/config/environment.ts";
import { loadCalendars } from "../../libs/config/load-calendars.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { JOURNEY_TASK_QUEUE, LETTER_TASK_QUEUE } from "../../libs/contract/journey.ts";
import { WEBHOOK_TASK_QUEUE } from "../../libs/contract/webhook.ts";
import { makeKeyring } from "../../libs/people/keyring.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { clusterNamed, worksAt } from "../../libs/store/cluster-of.ts";
import { homeOf } from "../../libs/store/home.ts";
import { mailTurns } from "../../libs/store/mail-turns.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { lazyConnection, type TemporalSettings } from "../../libs/temporal/connection.ts";
import { DEPLOYMENT } from "../../libs/temporal/deployment.ts";
import type { Stands } from "../../libs/watch/standing.ts";
import type { Traces } from "../../libs/watch/traces.ts";
import { registerSearchAttributes } from "../cli/setup/temporal.ts";
import { faultOf, writeLog } from "../../libs/watch/log.ts";
import { bundledWorkflows, WORKFLOWS } from "./bundled.ts";
import { NOT_YET } from "./patches.ts";

/** Activities under way get this long to end; the process is gone within 20 seconds of a signal. */
const GRACE = "8 seconds";
const FORCE = "15 seconds";
/** And a letter that went at once and takes long: what the mail server took has to be noted. */
const LAST_LETTER_MS = 4_000;
/** So many subscribers may be slow at once before one waits for another. */
const WEBHOOKS_AT_ONCE = 20;

export interface RunningWorker {
  /** Resolves when the worker has ended in good order; rejects when it cannot go on. */
  ended: Promise<void>;
  /** Takes no more work, and ends once what is under way is done. */
  stop(): void;
}

export interface WorkerOptions {
  /** Breaks the connecting off. */
  signal?: AbortSignal;
  /** Changes what activities do (the fault tests). */
  around?: (activities: Activities) => Activities;
  /** A file with the workflows bundled already. */
  bundle?: string;
  /** Branches of workflows that are not taken yet. */
  notYet?: readonly string[];
  /** Shows how the service stands, with what the worker has open. */
  standing?: (stands: Stands, memory: Memory) => void;
  /** Where traces are kept. */
  traces?: Traces | undefined;
}

/**
 * Connects to everything, trying again until it answers, and runs the worker.
 * @throws CatalogueFault for a malformed prospectus; AbortError where `signal` was given
 */
export async function startWorker(
  environment: WorkerEnvironment,
  { signal, around = (same) => same, bundle, notYet = NOT_YET, standing, traces }: WorkerOptions = {},
): Promise<RunningWorker> {
  const { databaseUrl, peopleKeys, temporalAddress: address, temporalNamespace: namespace } = environment;
  const access = environment.temporalAccess ?? {};
  const dataSource = await patiently(
    "PostgreSQL",
    () => openDatabase(databaseUrl, { name: "worker", poolSize: 12 }),
    signal,
  );
  unlockPeople(dataSource, makeKeyring(peopleKeys));
  const cluster = clusterNamed({ address, namespace, called: environment.temporalCluster });
  worksAt(dataSource, cluster);
  const connection = await patiently("Temporal", () => NativeConnection.connect({ address, ...access }), signal);
  const where = { address, namespace, access, ...(traces && { interceptors: traces.client }) };
  const client = await patiently("Temporal", () => connectClient(where), signal);
  const aheadMs = environment.demo?.aheadMs ?? 0;
  const memory = new Memory();
  standing?.({ open: async () => dataSource, client, clock: () => Date.now() + aheadMs }, memory);
  await schedulesAtHome(dataSource, client, cluster, signal);

  const { mailRate } = environment;
  const turns = mailTurns(dataSource.manager, mailRate);
  const atOnce = lettersAtOnce(notAhead(around(activitiesOf(environment, { dataSource, client, memory }))), turns);
  const { activities } = atOnce;
  // What traces put into workflows is bundled with them.
  const { workflowModules = [], ...interceptors } = traces?.worker.interceptors ?? {};
  const codePath = bundle ?? (await bundledWorkflows(workflowModules));
  const workflows = {
    ...(codePath === undefined
      ? { workflowsPath: WORKFLOWS, interceptors: { ...interceptors, workflowModules } }
      : { workflowBundle: { codePath } }),
    patchActivationCallback: ({ patchId }: PatchActivationInput) => !notYet.includes(patchId),
  };
  const shared = {
    connection,
    namespace,
    shutdownGraceTime: GRACE,
    shutdownForceTime: FORCE,
    ...versionOf(environment),
    interceptors,
    ...(traces && { sinks: traces.worker.sinks }),
  };
  const workers: Worker[] = [];
  for (const { name, options } of queues({ activities, workflows, mailRate }))
    workers.push(await patiently(name, () => Worker.create({ ...shared, ...options }), signal));

  const stop = (): void =>
    workers.forEach((each) => {
      if (each.getState() === "RUNNING") each.shutdown();
    });
  // Where one cannot go on, the others end too: the process is started again whole.
  const ended = Promise.all(workers.map((each) => each.run().finally(stop)))
    .then(() => undefined)
    .finally(async () => {
      await Promise.race([atOnce.ended(), pause(LAST_LETTER_MS, undefined, { ref: false })]);
      await client.connection.close();
      await connection.close();
      await dataSource.destroy();
    });
  return { ended, stop };
}

/** Its Schedules, where its cluster is home; elsewhere a line in its log. */
async function schedulesAtHome(
  dataSource: DataSource,
  client: Client,
  cluster: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const home = await patiently("PostgreSQL", () => homeOf(dataSource), signal);
  if (home === null || home.cluster === cluster)
    return await bestEffort("ensuring the schedules", () => ensureSchedules(client));
  const facts = { cluster, home: home.cluster };
  writeLog("warn", NOTHING_HERE, facts);
}

async function connectClient(where: TemporalSettings): Promise<Client> {
  const { namespace, interceptors } = where;
  const connection = lazyConnection(where, 5_000);
  await connection.ensureConnected().catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });
  await bestEffort("registering the search attributes", () => registerSearchAttributes(connection, namespace));
  return new Client({ connection, namespace, ...(interceptors && { interceptors }) });
}

function activitiesOf(
  environment: WorkerEnvironment,
  open: Pick<ActivityDeps, "dataSource" | "client" | "memory">,
): Activities {
  const { hubInbox, erasureLog, publicUrl, webhookLoopback, demo } = environment;
  const activities = makeActivities({
    ...open,
    rules: { catalogue: loadCatalogue(), calendar: ENGLAND, calendarOf: loadCalendars() },
    mailer: mailerOf(environment),
    hubInbox: hubInboxes(hubInbox),
    erasureLog,
    publicUrl,
    webhookLoopback,
    log: (message, facts) => writeLog("warn", message, facts),
  });
  // Workflows live by Temporal's clock; what they ask for, by the one that a demonstration shows.
  return demo === undefined ? activities : inRuleTime(activities, shiftedClock(demo.aheadMs));
}

function mailerOf({ smtpUrl, mailFrom, notify, demo }: WorkerEnvironment): Mailer {
  if (demo !== undefined) return noMailer;
  return notify === undefined ? makeMailer({ smtpUrl, from: mailFrom }) : makeNotifyMailer(notify);
}

/** Of a version, it gets every run whose next task comes while that is current; of none, what is unversioned. */
function versionOf({ buildId }: WorkerEnvironment): Pick<NativeOptions, "workerDeploymentOptions"> {
  if (buildId === undefined) return {};
  const version = { deploymentName: DEPLOYMENT, buildId: buildIdOf(buildId) };
  return {
    workerDeploymentOptions: { useWorkerVersioning: true, version, defaultVersioningBehavior: "AUTO_UPGRADE" },
  };
}

interface Queue {
  name: string;
  options: NativeOptions;
}

/** What one process polls. */
function queues({
  activities,
  workflows,
  mailRate,
}: {
  activities: Activities;
  workflows: Partial<NativeOptions>;
  mailRate: number;
}): Queue[] {
  return [
    {
      name: "The task queue",
      options: {
        taskQueue: JOURNEY_TASK_QUEUE,
        ...workflows,
        activities,
        maxConcurrentLocalActivityExecutions: 40,
        maxConcurrentActivityTaskExecutions: 40,
        // How long a task waits for the worker that had the workflow last, before any other takes it.
        stickyQueueScheduleToStartTimeout: "3 seconds",
      },
    },
    {
      // A rate that the server keeps, for all workers together; notices come first, then each hub in its turn. What
      // goes past it has the turns that it leaves (activities/letters-at-once.ts).
      name: "The task queue of letters",
      options: {
        taskQueue: LETTER_TASK_QUEUE,
        activities,
        maxConcurrentActivityTaskExecutions: 20,
        maxTaskQueueActivitiesPerSecond: mailRate,
      },
    },
    {
      name: "The task queue of webhooks",
      options: {
        taskQueue: WEBHOOK_TASK_QUEUE,
        activities: { "deliver-webhook": activities["deliver-webhook"] },
        maxConcurrentActivityTaskExecutions: WEBHOOKS_AT_ONCE,
      },
    },
  ];
}

/**
 * Tries until it works: a worker may be started before what it needs. Says once that it waits, and once that it is
 * over.
 */
async function patiently<T>(what: string, connect: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    signal?.throwIfAborted();
    try {
      const connected = await connect();
      if (tries > 1) writeLog("info", `${what} answers`, { tries });
      return connected;
    } catch (error) {
      if (tries === 1 || tries % 30 === 0)
        writeLog("warn", `${what} does not answer; trying again`, { tries, ...faultOf(error) });
      await pause(Math.min(250 * tries, 2_000), undefined, signal ? { signal } : {});
    }
  }
}

/** What a server may not allow us, or does itself: worth a few tries and a line, not the worker. */
async function bestEffort(what: string, work: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; tries <= 3; tries++) {
    try {
      return void (await work());
    } catch (error) {
      writeLog("warn", `${what} failed`, { tries, ...faultOf(error) });
      await pause(1_000);
    }
  }
}
