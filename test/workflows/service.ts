// The service without its API: the real workflow, activities and store on a time-skipping server, with the school's
// clock set to any day. The server's clock starts today; the activities are told, and answer, times that are so much
// earlier.

import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestWorkflowEnvironment } from "@temporalio/testing";
import { Worker } from "@temporalio/worker";
import type { DataSource } from "typeorm";
import { makeActivities, type Activities } from "../../activities/index.ts";
import { makeSweep } from "../../activities/sweep.ts";
import { addSeconds, instantFromMs, msOf, type Instant } from "../../libs/calendar/instants.ts";
import { ENGLAND } from "../../libs/calendar/terms.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import { ServiceUnavailable } from "../../libs/temporal/subject-client.ts";
import { MailError, type Mail, type Mailer } from "../../libs/mail/mail.ts";
import { JOURNEY_TASK_QUEUE, LETTER_TASK_QUEUE, type Outcome } from "../../libs/contract/journey.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import type { Command } from "../../libs/journey/commands.ts";
import type { Rules } from "../../libs/journey/rules.ts";
import { due } from "../../libs/journey/due.ts";
import type { Recorded } from "../../libs/journey/events.ts";
import { fold } from "../../libs/journey/evolve.ts";
import type { Journey } from "../../libs/journey/state.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import type { Catalogue } from "../../libs/prospectus/lookup.ts";
import { StoreError } from "../../libs/store/errors.ts";
import { load } from "../../libs/store/events/event-store.ts";
import { recorded, recordedOfGroup } from "../../libs/store/events/known-events.ts";
import { streamOf } from "../../libs/store/events/streams.ts";
import type { Command as GroupCommand } from "../../libs/work-group/commands.ts";
import { fold as foldGroup } from "../../libs/work-group/evolve.ts";
import type { WorkGroup } from "../../libs/work-group/state.ts";
import "../support/quiet-temporal.ts";
import { catalogueOfTests } from "../support/catalogue.ts";
import { TEST_KEYRING } from "../support/people-keys.ts";
import { inRuleTime, type RuleClock } from "../../activities/in-rule-time.ts";
import { lettersAtOnce } from "../../activities/letters-at-once.ts";
import { mailTurns, type MailTurns } from "../../libs/store/mail-turns.ts";
import { workflowsOfRun } from "../support/test-run.ts";

/** A second: in a test no letter waits for another. */
const MAIL_RATE = 1_000;
const NO_TURNS: MailTurns = { take: () => Promise.resolve(null), count: () => Promise.resolve() };

export interface ServiceOptions {
  env: TestWorkflowEnvironment;
  dataSource: DataSource;
  /** What the school's clock shows when the service starts, within half a minute. */
  startsAt: Instant;
  /** Sends what is also kept in `outbox`. */
  mailer?: Mailer;
  erasureLog?: string;
  /** What people call the service in their browser; without it letters hold no link. */
  publicUrl?: string;
  /** Every letter waits in the queue of letters: none goes out within a round. */
  lettersWait?: boolean;
  /** The catalogue of the repository, unless given. */
  catalogue?: Catalogue;
  /** Changes what an activity does, to provoke a failure. */
  around?: (activities: Activities) => Activities;
}

export interface Service {
  readonly rules: Rules;
  /** What a mail server took, in order. */
  readonly outbox: readonly Mail[];
  /** While true, the mail server is away. */
  mailIsDown: boolean;
  now(): Promise<Instant>;
  /** Brings a command to its journey; `at` is the school's clock unless given. */
  send(journey: string, command: Omit<Command, "at"> & { at?: Instant }): Promise<Outcome>;
  /** The same to a Work Group, by its id. */
  sendToGroup(group: string, command: Omit<GroupCommand, "at"> & { at?: Instant }): Promise<Outcome>;
  group(group: string): Promise<WorkGroup>;
  /**
   * Lets time pass until the school's clock shows `at`, or does nothing if it does already. Not a moment at which
   * something is due, where a command comes next: a timer that rings while its workflow task takes it back stops that
   * workflow for good on the time-skipping server (sdk-java issues 2606 and 3088; the real one lets it go).
   */
  until(at: Instant): Promise<void>;
  /**
   * Sets the school's clock on to `at`, where the server cannot skip time: whose date has come by then is woken, as the
   * sweep wakes it. Does nothing if the clock shows `at` already.
   */
  setOn(at: Instant): Promise<void>;
  events(journey: string): Promise<Recorded[]>;
  state(journey: string): Promise<Journey>;
  /** Waits (in real time) until what was due has been done and no effect is open, but those that are stalled. */
  settled(journey: string): Promise<Journey>;
  stop(): Promise<void>;
}

/** Starts the service; `stop()` ends its worker alone, the server and the database are the caller's. */
export async function startService(options: ServiceOptions): Promise<Service> {
  const {
    env,
    dataSource,
    startsAt,
    catalogue = catalogueOfTests(),
    around = (same) => same,
    mailer: delivering,
    publicUrl,
  } = options;
  const { erasureLog = join(tmpdir(), `erasures-${process.pid}.log`) } = options;
  const rules: Rules = { catalogue, calendar: ENGLAND };
  // Whole minutes, so that both clocks strike together.
  let behindMs = Math.round(((await env.currentTimeMs()) - msOf(startsAt)) / 60_000) * 60_000;
  const outbox: Mail[] = [];
  const mailer: Mailer = {
    send: async (mail) => {
      if (service.mailIsDown) throw new MailError("mail-unavailable");
      await delivering?.send(mail);
      outbox.push(mail);
    },
  };
  unlockPeople(dataSource, TEST_KEYRING);
  const hubInbox = (hub: string): string => `hub-${hub}@hubs.example`;
  const clock: RuleClock = {
    ours: (at) => addSeconds(at, -behindMs / 1000),
    theirs: (at) => addSeconds(at, behindMs / 1000),
  };
  const inTime = inRuleTime(
    around(makeActivities({ dataSource, rules, client: env.client, mailer, hubInbox, erasureLog, publicUrl })),
    clock,
  );
  const { activities, ended } = lettersAtOnce(
    inTime,
    options.lettersWait ? NO_TURNS : mailTurns(dataSource.manager, MAIL_RATE),
  );
  const shared = { connection: env.nativeConnection, namespace: env.namespace ?? "default", activities };
  const worker = await Worker.create({
    ...shared,
    taskQueue: JOURNEY_TASK_QUEUE,
    ...(await workflowsOfRun()),
  });
  const letters = await Worker.create({ ...shared, taskQueue: LETTER_TASK_QUEUE });
  const running = Promise.all([worker.run(), letters.run()]);

  const service: Service = {
    rules,
    outbox,
    mailIsDown: false,
    now: async () => instantFromMs((await env.currentTimeMs()) - behindMs),
    async send(journey, command) {
      const stamped = { at: await service.now(), ...command } as Command;
      return asked(() => bringCommand({ dataSource, client: env.client }, journey, stamped, { timeoutMs: 20_000 }));
    },
    async sendToGroup(group, command) {
      const stamped = { at: await service.now(), ...command } as GroupCommand;
      return asked(() =>
        bringCommand({ dataSource, client: env.client }, groupName(group), stamped, { timeoutMs: 20_000 }),
      );
    },
    group: async (group) => foldGroup(recordedOfGroup(await load(dataSource, groupName(group)))),
    async until(at) {
      const wait = msOf(at) + behindMs - (await env.currentTimeMs());
      if (wait > 0) await env.sleep(wait);
    },
    async setOn(at) {
      const ahead = msOf(at) - msOf(await service.now());
      if (ahead <= 0) return;
      // Up to the next minute, as at the start.
      behindMs -= Math.ceil(ahead / 60_000) * 60_000;
      // What is a minute late is woken, and no sooner.
      const sweep = makeSweep({ dataSource, client: env.client });
      const { failed } = await sweep({ now: addSeconds(await service.now(), 120) });
      if (failed > 0) throw new Error(`${failed} could not be woken at ${at}`);
    },
    events: async (journey) => recorded(await load(dataSource, streamOf(journey))),
    state: async (journey) => fold(await service.events(journey)),
    async settled(journey) {
      return eventually(async () => {
        const state = await service.state(journey);
        const next = due(state);
        const now = await service.now();
        if (next !== null && next <= now) throw new Error(`what was due at ${next} is not done at ${now}`);
        const open = state.status === "none" ? [] : state.effects.filter(({ stalled }) => !stalled);
        if (open.length > 0) throw new Error(`effects are open: ${JSON.stringify(open)}`);
        return state;
      });
    },
    async stop() {
      worker.shutdown();
      letters.shutdown();
      await running;
      await ended();
    },
  };
  return service;
}

/** Where Temporal or PostgreSQL did not answer in time the same command goes out again, as a caller is told to do. */
async function asked(send: () => Promise<Outcome>, tries = 3): Promise<Outcome> {
  try {
    return await send();
  } catch (error) {
    if (tries === 1 || !(error instanceof ServiceUnavailable || error instanceof StoreError)) throw error;
    return asked(send, tries - 1);
  }
}

/**
 * Tries again, in real time, until `look` no longer throws; gives up with its error after `withinMs`. What takes long
 * is looked for less often: whoever looks takes the processor from what it waits for. `everyMs`: at least so long
 * apart, for a look that costs what is looked at.
 */
export async function eventually<T>(look: () => Promise<T>, withinMs = 20_000, everyMs = 20): Promise<T> {
  for (const begun = Date.now(); ; await new Promise((resolve) => setTimeout(resolve, pauseAfter(begun, everyMs)))) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() - begun > withinMs) throw error;
    }
  }
}
/** A tenth of what was waited for so far, in milliseconds. */
const pauseAfter = (begun: number, least: number): number => Math.max(least, Math.min(100, (Date.now() - begun) / 10));
