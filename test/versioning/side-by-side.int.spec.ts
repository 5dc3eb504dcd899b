// A change shipped to running workflows, and taken back: old and new worker side by side on the development server (the
// time-skipping one knows no versions), while commands keep coming.

import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import type { RunningWorker } from "../../apps/worker/worker.ts";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import { workflowIdOf } from "../../libs/contract/journey.ts";
import { groupName } from "../../libs/contract/work-group.ts";
import { currentBuildId, makeCurrent } from "../../libs/temporal/deployment.ts";
import { StoreError } from "../../libs/store/errors.ts";
import { load } from "../../libs/store/events/event-store.ts";
import { streamOf } from "../../libs/store/events/streams.ts";
import { bringCommand } from "../../libs/temporal/bring-command.ts";
import { ServiceUnavailable, wakeSubject, type AnyCommand } from "../../libs/temporal/subject-client.ts";
import type { CommandData } from "../../libs/work-group/commands.ts";
import { writeHistory } from "../replay/history-files.ts";
import { told } from "../support/groups.ts";
import { putJourney } from "../support/journeys.ts";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import type { RuleClock } from "../../activities/in-rule-time.ts";
import { knottedClock } from "../support/rule-clock.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer, type TestTemporal } from "../support/temporal.ts";
import type { History } from "../workflows/histories.ts";
import { eventually } from "../workflows/service.ts";
import { failuresIn, replayOn, startVersion, versionOf, versionsIn, versionsOfRun, type Version } from "./versions.ts";

const ROUND_MS = 60_000;
/** To look at four runs, or at all that two schools have been told, takes the server as much as a command. */
const PATIENCE = [ROUND_MS, 200] as const;
const group = "shipped";
const journeys = ["500001-primary", "500002-primary"];
const subjects = [...journeys, ...[`${group}-1`, `${group}-2`].map(groupName)];
const runs = subjects.map(workflowIdOf);
/** Where histories are to be kept, if they are (`npm run record-versions`). */
const RECORDED_TO = process.env["RECORDED_TO"];

let store: TestStore;
let server: TestTemporal;
let mail: MailServer;
let connection: Connection;
let client: Client;
let clock: RuleClock;
let versions: Record<"today" | "ready" | "changed", Version>;
let working: { version: Version; worker: RunningWorker };
let sent = 0;

beforeAll(async () => {
  [versions, store, server, mail] = await Promise.all([
    versionsOfRun(),
    freshStore({ poolSize: 12 }),
    devServer(),
    startMailServer(),
  ]);
  for (const journey of journeys)
    await putJourney(store, { urn: journey.slice(0, 6), hub: "great-north", workGroup: "wg-1", until: SILENT_UNTIL });
  clock = knottedClock([
    { real: Date.now(), rule: SILENT_UNTIL },
    { real: Date.now() + 20_000, rule: DUE_BY },
  ]);
  connection = await Connection.connect({ address: server.address });
  client = new Client({ connection, namespace: server.namespace });
  working = { version: versions.today, worker: await start(versions.today) };
}, 90_000);

/** Nothing has been heard of the two schools, and two months of what is due to them pass in the first 20 seconds. */
const SILENT_UNTIL = "2020-12-03T09:00:00Z";
const DUE_BY = "2021-02-01T10:00:00Z";

afterAll(async () => {
  // A round that failed has left two of them.
  for (const worker of running) await stop(worker);
  await connection.close();
  await mail.stop();
  await store.close();
}, 60_000);

const running = new Set<RunningWorker>();
async function start(version: Version): Promise<RunningWorker> {
  const worker = await startVersion(version, {
    databaseUrl: store.appUrl,
    temporal: server,
    smtpUrl: mail.smtpUrl,
    clock,
  });
  running.add(worker);
  return worker;
}
async function stop(worker: RunningWorker): Promise<void> {
  running.delete(worker);
  worker.stop();
  await worker.ended;
}
const nowCurrent = ({ buildId }: Version): Promise<void> =>
  makeCurrent(connection, { namespace: server.namespace, buildId, timeoutMs: ROUND_MS });
const ruleNow = () => clock.ours(instantFromMs(Date.now()));

/**
 * Where nobody answered in time, Temporal or PostgreSQL, the same is asked again, as a caller is told to do: a subject
 * that is asked no more has no task with which to move.
 */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + ROUND_MS; ; await pause(20)) {
    try {
      return await ask();
    } catch (error) {
      const away = error instanceof StoreError && error.code === "database-unavailable";
      // Not for ever: with what it asks closed, it would keep the process from all else.
      if (!(away || error instanceof ServiceUnavailable) || Date.now() > until) throw error;
    }
  }
}

async function ask(subject: string, type: string, data: object): Promise<string> {
  sent += 1;
  const by = { who: "somebody", role: "hub-lead" };
  const command = { id: `${subject} ${type} ${sent}`, type, at: ruleNow(), by, data } as AnyCommand;
  const bringing = { dataSource: store.app, client };
  return told(await untilAnswered(() => bringCommand(bringing, subject, command, { timeoutMs: 30_000 })));
}
const reason = { id: "reason", words: 3 };
const keepBusy = (subject: string): Promise<string> =>
  subject.startsWith("work-group/")
    ? ask(subject, "ChangeLead", { lead: `lead-${sent % 2}-${sent}`, leadRole: "mastery-specialist", reason })
    : ask(subject, "RaiseConcern", { reason });

/** Between two commands to a subject: enough to be always busy, and little enough to be replayed soon, and kept. */
const PACE_MS = RECORDED_TO === undefined ? 500 : 1_000;

/** Commands to each, one after the other, while something is done; answers what became of them, each answer once. */
async function underLoad(work: () => Promise<void>): Promise<string[]> {
  let over = false;
  const answers = new Set<string>();
  const ended = Promise.all(
    subjects.map(async (subject) => {
      for (; !over; await pause(PACE_MS)) answers.add(await keepBusy(subject));
    }),
  );
  try {
    await work();
  } finally {
    // Also where the work fails: the rest of the file does without them.
    over = true;
    await ended;
  }
  return [...answers];
}

/** Waits until this version has had the last task of every run. */
const allAreOn = ({ buildId }: Version): Promise<void> =>
  eventually(
    async () => {
      const all = await Promise.all(runs.map((run) => versionOf(client, run)));
      expect([...new Set(all)]).toEqual([buildId]);
    },
    ...PATIENCE,
  );

async function histories(): Promise<Map<string, History>> {
  const all = runs.map(async (run) => [run, await client.workflow.getHandle(run).fetchHistory()] as const);
  return new Map(await Promise.all(all));
}

it("is given nothing before it is current, and everything then", async () => {
  const form: CommandData["FormWorkGroup"] = {
    hub: "great-north",
    prospectus: "2027-28/primary-embedding",
    lead: "lead",
    leadRole: "mastery-specialist",
  };
  const groups = subjects.slice(journeys.length);
  const [first = ""] = groups;
  const asked = ask(first, "FormWorkGroup", form);
  await eventually(async () => {
    expect((await client.workflow.getHandle(first).describe()).historyLength).toBeGreaterThan(1);
  });
  expect(await versionOf(client, first)).toBe("none");
  await nowCurrent(working.version);
  expect(await asked).toBe("ok");
  for (const another of groups.slice(1)) expect(await ask(another, "FormWorkGroup", form)).toBe("ok");
  for (const journey of journeys) expect(await keepBusy(journey)).toBe("ok");
  expect(await currentBuildId(connection, server.namespace)).toBe("today");
}, 90_000);

it.each([
  { no: 1, from: "today", to: "ready" },
  { no: 2, from: "ready", to: "today" },
  { no: 3, from: "today", to: "ready" },
  { no: 4, from: "ready", to: "changed" },
  { no: 5, from: "changed", to: "ready" },
] as const)(
  "$from to $to under load: every run is woken and moves, and none decides otherwise",
  async ({ no, from, to }) => {
    const [older, newer] = [working, { version: versions[to], worker: await start(versions[to]) }];
    expect(older.version.buildId).toBe(from);
    const answers = await underLoad(async () => {
      await nowCurrent(newer.version);
      await Promise.all(
        subjects.map((subject) => untilAnswered(() => wakeSubject(client, subject, { timeoutMs: 10_000 }))),
      );
      await allAreOn(newer.version);
      working = newer;
      await stop(older.worker);
      // A task that the older one still had may have been the last of its run.
      await allAreOn(newer.version);
    });
    expect(answers).toEqual(["ok"]);

    const recorded = await histories();
    expect([...recorded.values()].flatMap(failuresIn)).toEqual([]);
    for (const history of recorded.values()) expect(versionsIn(history).slice(-2)).toEqual([from, to]);
    for (const { bundle } of [versions.ready, newer.version, older.version])
      for (const [run, history] of recorded) between(bundle).set(`${run} ${runIdOf(history)}`, history);
    if (RECORDED_TO !== undefined) await keepOneOfEach(join(RECORDED_TO, `${no}-${from}-${to}`), recorded);
  },
  120_000,
);

/**
 * What came between two versions, by the bundles that have to replay it: of a round, the one that each had. A run that
 * went on in the next round has in its history there all that it had in this one.
 */
const came = new Map<string, Map<string, History>>();
function between(bundle: string): Map<string, History> {
  const its = came.get(bundle) ?? new Map<string, History>();
  came.set(bundle, its);
  return its;
}
const runIdOf = ({ events }: History): string =>
  events?.[0]?.workflowExecutionStartedEventAttributes?.originalExecutionRunId ?? "";

// `ready` knows all that there has been; today's code knows nothing of the branch. Together: to make ready for a replay
// takes more than the replay.
it("both replay what came between them, in every round", async () => {
  const { today, ready } = versions;
  expect([...came.keys()].sort()).toEqual([today.bundle, ready.bundle].sort());
  for (const [bundle, recorded] of came) {
    const names = [...recorded.keys()].map((name) => name.split(" ")[0]);
    expect([...new Set(names)].sort()).toEqual([...runs].sort());
    expect(await replayOn({ bundle }, recorded)).toEqual({});
  }
}, 120_000);

/** A journey's history and a Work Group's. */
async function keepOneOfEach(name: string, recorded: ReadonlyMap<string, History>): Promise<void> {
  const [journey, , workGroup] = runs.map((run) => recorded.get(run));
  if (journey === undefined || workGroup === undefined) throw new Error("There is no history of a run.");
  await writeHistory(`${name}-journey.json`, journey);
  await writeHistory(`${name}-work-group.json`, workGroup);
}

it("has reminded the schools that owed something meanwhile, whichever version it was", async () => {
  for (const journey of journeys)
    await eventually(
      async () => {
        const events = await load(store.app, streamOf(journey));
        const types = events.filter(({ at }) => at > SILENT_UNTIL).map(({ type }) => type);
        expect(types).toEqual(expect.arrayContaining(["ChaserDue", "ReminderDue", "CommitmentEscalated"]));
      },
      ...PATIENCE,
    );
}, 90_000);

it("could not have gone back to code that does not know the branch which was taken", async () => {
  expect(Object.keys(await replayOn(versions.today, await histories()))).toEqual(runs);
}, 60_000);
