// Something is broken for real, and Prometheus itself, which reads the two processes as it does in service, finds that
// the expression of the shipped rule is true; once it is mended, not any more. How long each waits is tried in
// promtool.int.spec.ts.

import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import pg from "pg";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { JOURNEY_TASK_QUEUE } from "../../libs/contract/journey.ts";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import "../support/quiet-temporal.ts";
import { folderOfRun } from "../support/test-run.ts";
import { alerts, namesIn, panels } from "./alerts.ts";
import { brokenInStore } from "./broken.ts";
import { startWatched, type Watched } from "./processes.ts";
import { startPrometheus, type Prometheus } from "./prometheus.ts";
import { RULE_CASES } from "./rule-cases.ts";
import { until } from "./until.ts";

let mail: MailServer;
let service: Watched;
let prometheus: Prometheus;
let owner: pg.Client;
let folder: string;

beforeAll(async () => {
  mail = await startMailServer();
  folder = await mkdtemp(join(folderOfRun(), "prometheus-"));
  const smtpPort = Number(new URL(mail.smtpUrl).port);
  const ports = { web: await freePort(), worker: await freePort() };
  // Both at once: Prometheus reads nothing for its first five seconds.
  [service, prometheus] = await Promise.all([
    startWatched({ smtpPort, ports, first: ["./test/watched/gives-up-soon.ts"] }),
    startPrometheus({ folder, ports }),
  ]);
  owner = new pg.Client({ connectionString: service.database.ownerUrl });
  await owner.connect();
  await applied(123456);
  await until(async () => mail.arrived.length > 0);
  // Prometheus may have to be got first.
}, 180_000);
afterAll(async () => {
  await owner.end();
  await prometheus.stop();
  await service.stop();
  await mail.stop();
  await rm(folder, { recursive: true });
});
// One that fails leaves the others a service that is whole.
afterEach(async () => {
  Object.values(service.links).forEach((link) => link.mend());
  await owner.query("rollback");
  await owner.query("delete from home");
});

let last: string[] = [];
const told = (): string => `these hold: ${last.join(", ") || "none"}`;

/** Waits until a rule holds. `broken`: said again at each look where the service may mend it in between. */
const fires = (name: string, broken?: () => Promise<unknown>): Promise<void> =>
  until(async () => {
    await broken?.();
    last = await prometheus.holding();
    return last.includes(name);
  }, told);

/** What looks back over minutes holds for as long after it is mended. */
const LOOK_BACK = new Set(
  alerts()
    .filter(({ expr }) => /\[\d+m\]/u.test(expr))
    .map(({ alert }) => alert),
);
const isQuiet = (): Promise<void> =>
  until(async () => {
    last = (await prometheus.holding()).filter((name) => !LOOK_BACK.has(name));
    return last.length === 0;
  }, told);

/** Waits until a rule of so many seconds holds of fewer: what is a minute old is waited for in part. */
async function firesEarly(name: string, seconds: { of: number; seen: number }): Promise<void> {
  const { expr } = alerts().find(({ alert }) => alert === name)!;
  const early = expr.replace(`> ${seconds.of}`, `> ${seconds.seen}`);
  expect(early).not.toBe(expr);
  await until(async () => (await prometheus.ask(early)).length > 0);
}

/** A school has applied: again with the same key, as every caller does, where it was not answered in three seconds. */
const applied = async (urn: number): Promise<void> =>
  void (await service.apply(urn).catch(async () => service.apply(urn)));

/** The figures that are shown, each with its labels. */
async function labelsShown(): Promise<Map<string, Set<string>>> {
  const shown = new Map<string, Set<string>>();
  for (const { metric } of await prometheus.ask('{job="school-journeys"}')) {
    const name = metric["__name__"] ?? "";
    shown.set(name, new Set([...(shown.get(name) ?? []), ...Object.keys(metric)]));
  }
  return shown;
}

describe("to begin with", () => {
  it("nothing is wrong, and rules, their cases and the dashboard ask for what is shown", async () => {
    const asked = [...alerts(), ...panels()].flatMap(({ expr }) => namesIn(expr));
    // Counted from the first time on that it happens.
    const never = ["temporal_workflow_task_execution_failed", "temporal_activity_execution_failed"];
    const beforehand = [...never, "temporal_sticky_cache_miss", "journeys_grants_waiting"];
    let shown = new Map<string, Set<string>>();
    const missing = (): string[] => asked.filter((name) => !shown.has(name) && !beforehand.includes(name));
    await until(
      async () => {
        shown = await labelsShown();
        return missing().length === 0;
      },
      () => `these are not shown: ${missing().join(", ")}`,
    );
    await isQuiet();
    expect(await prometheus.ask("up == 1")).toHaveLength(2);
    const series = Object.values(RULE_CASES).flatMap(({ fires: one, quiet }) => Object.keys({ ...one, ...quiet }));
    const odd = series.filter((text) => {
      const [name = "", labels = ""] = text.split("{");
      const known = shown.get(name);
      return known && [...labels.matchAll(/(\w+)="/gu)].some(([, label = ""]) => !known.has(label));
    });
    expect(odd).toEqual([]);
  }, 60_000);

  it("every expression of the dashboard shows something", async () => {
    let empty: string[] = [];
    await until(
      async () => {
        const asked = await Promise.all(panels().map(({ expr }) => prometheus.ask(expr)));
        empty = panels().flatMap(({ expr }, at) => (asked[at]?.length === 0 ? [expr] : []));
        return empty.length === 0;
      },
      () => `these show nothing: ${empty.join("; ")}`,
    );
  }, 60_000);
});

describe("an alert rule becomes true, and not so any more once it is mended:", () => {
  it("the mail server away: letters wait, and what was decided is not done", async () => {
    const before = mail.arrived.length;
    service.links.mail.cut();
    await applied(100002);
    await until(async () => (await waiting()) > 0);
    await owner.query("update people.sent_letters set kept_at = kept_at - interval '11 minutes' where sent_at is null");
    await fires("LettersWait");
    // The sweep finds what is late and wakes it, and whatever is woken writes anew since when it is open.
    await service.sweep();
    await fires("EffectsLate", () =>
      owner.query("update streams set effects_since = now() - interval '31 minutes' where open_effects > 0"),
    );
    service.links.mail.mend();
    await isQuiet();
    expect(mail.arrived.length).toBeGreaterThan(before);
  }, 120_000);

  async function waiting(): Promise<number> {
    const { rows } = await owner.query<{ count: number }>(
      "select count(*)::int as count from people.sent_letters where sent_at is null",
    );
    return rows[0]?.count ?? 0;
  }

  it("PostgreSQL away", async () => {
    service.links.postgresql.cut();
    await fires("PostgresqlAway");
    service.links.postgresql.mend();
    await isQuiet();
  }, 60_000);

  it("another cluster is home: the worker does nothing, and says so", async () => {
    await owner.query(
      "insert into home (cluster, address, namespace) values ('elsewhere', 'elsewhere:7233', 'default')",
    );
    await fires("NotHome");
    await service.sweep();
    await until(async () => service.worker.log().includes("another cluster is home"));
    await owner.query("delete from home");
    await isQuiet();
  }, 120_000);

  it("a transaction that somebody left open: events are hidden from whoever reads the feed", async () => {
    await owner.query("begin");
    await owner.query("select pg_current_xact_id()");
    await applied(100003);
    await firesEarly("FeedHeldBack", { of: 60, seen: 1 });
    await owner.query("rollback");
    await until(async () => (await prometheus.ask("max(journeys_feed_lag_seconds) > 0")).length === 0);
  }, 60_000);

  it("a webhook that was given up, reminders that did not go, tasks that wait for people", async () => {
    const back = await brokenInStore(owner);
    for (const name of ["WebhookGivenUp", "RemindersLate", "PeopleBehind"]) await fires(name);
    await back();
    await isQuiet();
  }, 60_000);

  it("a lock that somebody holds: requests wait for connections", async () => {
    await owner.query("begin");
    await owner.query("lock table streams, journeys in access exclusive mode");
    const asked = Array.from({ length: 24 }, async () => service.read("journeys"));
    await fires("PoolFull");
    await owner.query("rollback");
    await Promise.all(asked);
    await isQuiet();
  }, 120_000);
});

describe("what is counted over a while:", () => {
  it("the worker hangs for a second: commands are slow", async () => {
    service.worker.hang();
    const sent = [100_004, 100_005, 100_006].map(async (urn) => applied(urn));
    await pause(1_000);
    service.worker.goOn();
    await Promise.all(sent);
    await firesEarly("CommandsSlow", { of: 2.5, seen: 0.5 });
    await isQuiet();
  }, 60_000);

  it("a workflow that this code does not have: its tasks fail", async () => {
    const { address, namespace } = service.temporal;
    const connection = await Connection.connect({ address });
    const run = await new Client({ connection, namespace }).workflow.start("of-another-release", {
      taskQueue: JOURNEY_TASK_QUEUE,
      workflowId: "of-another-release",
    });
    await fires("WorkflowTasksFail");
    await run.terminate();
    await connection.close();
  }, 60_000);

  it("Temporal away: commands end without an answer, one of each first", async () => {
    service.links.temporal.cut();
    const commands = Promise.allSettled([1, 2, 3, 4, 5, 6].map((urn) => service.apply(100_010 + urn)));
    await fires("TemporalAway");
    const sent = await commands;
    expect(sent.map(({ status }) => status)).toEqual(Array(6).fill("rejected"));
    await fires("CommandsNotAnswered");
    service.links.temporal.mend();
    await isQuiet();
  }, 60_000);
});

it("the worker away: Prometheus and the other process tell of it; dates pass and work waits", async () => {
  await service.worker.stop();
  await fires("ProcessAway");
  await owner.query(
    "update streams set due_at = now() - interval '11 minutes' where stream = 'journey/123456-primary'",
  );
  await fires("DatesPassed");
  await service.sweep();
  await firesEarly("NobodyTakesWork", { of: 60, seen: 1 });
}, 60_000);
