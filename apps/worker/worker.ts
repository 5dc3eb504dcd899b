// The worker, composed: PostgreSQL, the rules, the mail server and Temporal become one process that runs workflows and
// activities.

import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Client, Connection } from "@temporalio/client";
import { NativeConnection, Worker } from "@temporalio/worker";
import { ensureRetentionSchedule } from "../../activities/apply-retention.ts";
import { hubInboxes } from "../../activities/deliver.ts";
import { makeActivities, type Activities } from "../../activities/index.ts";
import { ensureSweepSchedule } from "../../activities/sweep.ts";
import { ENGLAND } from "../../libs/calendar/terms.ts";
import { makeMailer } from "../../libs/mail/mail.ts";
import { makeNotifyMailer } from "../../libs/mail/notify.ts";
import type { WorkerEnvironment } from "../../libs/config/environment.ts";
import { loadCalendars } from "../../libs/config/load-calendars.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { JOURNEY_TASK_QUEUE, LETTER_TASK_QUEUE } from "../../libs/contract/journey.ts";
import { WEBHOOK_TASK_QUEUE } from "../../libs/contract/webhook.ts";
import { makeKeyring } from "../../libs/people/keyring.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { registerSearchAttributes } from "../cli/setup/temporal.ts";
import { kindOf, writeLog } from "./log.ts";

export const WORKFLOWS = fileURLToPath(new URL("../../workflows/index.ts", import.meta.url));
/** Activities under way get this long to end; the process is gone within 20 seconds of a signal. */
const GRACE = "8 seconds";
const FORCE = "15 seconds";
/** So many subscribers may be slow at once before one waits for another. */
const WEBHOOKS_AT_ONCE = 20;

export interface RunningWorker {
  /** Resolves when the worker has ended in good order; rejects when it cannot go on. */
  ended: Promise<void>;
  /** Takes no more work, and ends once what is under way is done. */
  stop(): void;
}

/**
 * Connects to everything, trying again until it answers, and runs the worker.
 * @param options.signal breaks the connecting off
 * @param options.around changes what activities do (the fault tests)
 * @param options.bundle a file with the workflows bundled already
 * @throws CatalogueFault for a malformed prospectus; AbortError where `signal` was given
 */
export async function startWorker(
  environment: WorkerEnvironment,
  options: { signal?: AbortSignal; around?: (activities: Activities) => Activities; bundle?: string } = {},
): Promise<RunningWorker> {
  const {
    databaseUrl,
    temporalAddress: address,
    temporalNamespace: namespace,
    smtpUrl,
    mailFrom,
    hubInbox,
    peopleKeys,
    erasureLog,
    publicUrl,
    mailRate,
    notify,
    webhookLoopback,
  } = environment;
  const { signal, around = (same) => same, bundle } = options;
  const workflows = bundle === undefined ? { workflowsPath: WORKFLOWS } : { workflowBundle: { codePath: bundle } };
  const rules = { catalogue: loadCatalogue(), calendar: ENGLAND, calendarOf: loadCalendars() };
  const mailer = notify === undefined ? makeMailer({ smtpUrl, from: mailFrom }) : makeNotifyMailer(notify);
  const dataSource = await patiently(
    "PostgreSQL",
    () => openDatabase(databaseUrl, { name: "worker", poolSize: 12 }),
    signal,
  );
  unlockPeople(dataSource, makeKeyring(peopleKeys));
  const connection = await patiently("Temporal", () => NativeConnection.connect({ address }), signal);
  const client = await patiently(
    "Temporal",
    async () => {
      const forClient = await Connection.connect({ address, connectTimeout: "5 seconds" });
      await bestEffort("registering the search attributes", () => registerSearchAttributes(forClient, namespace));
      return new Client({ connection: forClient, namespace });
    },
    signal,
  );
  await bestEffort("ensuring the schedule of the sweep", () => ensureSweepSchedule(client));
  await bestEffort("ensuring the schedule of retention", () => ensureRetentionSchedule(client));

  const activities = around(
    makeActivities({
      dataSource,
      rules,
      client,
      mailer,
      hubInbox: hubInboxes(hubInbox),
      erasureLog,
      publicUrl,
      webhookLoopback,
      log: (message, facts) => writeLog("warn", message, facts),
    }),
  );
  const worker = await patiently(
    "The task queue",
    () =>
      Worker.create({
        connection,
        namespace,
        taskQueue: JOURNEY_TASK_QUEUE,
        ...workflows,
        activities,
        maxConcurrentLocalActivityExecutions: 40,
        maxConcurrentActivityTaskExecutions: 40,
        // How long a task waits for the worker that had the workflow last, before any other takes it.
        stickyQueueScheduleToStartTimeout: "3 seconds",
        shutdownGraceTime: GRACE,
        shutdownForceTime: FORCE,
      }),
    signal,
  );

  // A rate that the server keeps, for all workers together; notices come first, then each hub in its turn.
  const letters = await patiently(
    "The task queue of letters",
    () =>
      Worker.create({
        connection,
        namespace,
        taskQueue: LETTER_TASK_QUEUE,
        activities,
        maxConcurrentActivityTaskExecutions: 20,
        maxTaskQueueActivitiesPerSecond: mailRate,
        shutdownGraceTime: GRACE,
        shutdownForceTime: FORCE,
      }),
    signal,
  );

  const webhooks = await patiently(
    "The task queue of webhooks",
    () =>
      Worker.create({
        connection,
        namespace,
        taskQueue: WEBHOOK_TASK_QUEUE,
        activities: { "deliver-webhook": activities["deliver-webhook"] },
        maxConcurrentActivityTaskExecutions: WEBHOOKS_AT_ONCE,
        shutdownGraceTime: GRACE,
        shutdownForceTime: FORCE,
      }),
    signal,
  );

  const workers = [worker, letters, webhooks];
  const stop = (): void =>
    workers.forEach((each) => {
      if (each.getState() === "RUNNING") each.shutdown();
    });
  // Where one cannot go on, the others end too: the process is started again whole.
  const ended = Promise.all(workers.map((each) => each.run().finally(stop)))
    .then(() => undefined)
    .finally(async () => {
      await client.connection.close();
      await connection.close();
      await dataSource.destroy();
    });
  return { ended, stop };
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
        writeLog("warn", `${what} does not answer; trying again`, { tries, ...kindOf(error) });
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
      writeLog("warn", `${what} failed`, { tries, ...kindOf(error) });
      await pause(1_000);
    }
  }
}
