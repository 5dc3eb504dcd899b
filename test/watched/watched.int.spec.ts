// The service watched as it runs: what its two processes show, and what a trace of a request holds. One pair of
// processes for all of it: they take long to start.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Client, Connection } from "@temporalio/client";
import { replay } from "../replay/replaying.ts";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import "../support/quiet-temporal.ts";
import { workflowsOfRun } from "../support/test-run.ts";
import { historiesOf } from "../workflows/histories.ts";
import { startCollector, wayTo, type Collector, type Span } from "./collector.ts";
import { figuresOf, type Figures } from "./figures.ts";
import { startWatched, STRANGERS_TRACE, type Watched } from "./processes.ts";
import { until } from "./until.ts";

let mail: MailServer;
let collector: Collector;
let service: Watched;

beforeAll(async () => {
  [mail, collector] = await Promise.all([startMailServer(), startCollector()]);
  const smtpPort = Number(new URL(mail.smtpUrl).port);
  service = await startWatched({ smtpPort, env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
  await service.apply(123456);
  await until(async () => mail.arrived.length > 0);
}, 60_000);
afterAll(async () => {
  await service.stop();
  await Promise.all([mail.stop(), collector.stop()]);
});

describe("figures", () => {
  const figures = async (of: "web" | "worker"): Promise<Figures> => figuresOf(await service[of].scrape());

  it("has every figure, of the service from both, of each from itself", async () => {
    const [web, worker] = [await figures("web"), await figures("worker")];
    for (const each of [web, worker]) {
      expect(each.value("journeys_answers", { part: "postgresql" })).toBe(1);
      expect(each.value("journeys_answers", { part: "temporal" })).toBe(1);
      expect(each.names()).toEqual(expect.arrayContaining(STANDING));
      expect(each.value("journeys_reminders", { outcome: "sent" })).toBe(0);
      expect(each.value("journeys_queue_pollers", { queue: "letters" })).toBeGreaterThan(0);
      expect(each.value("journeys_pool_connections", { state: "idle" })).toBeDefined();
    }
    expect(web.value("journeys_command_seconds_count", { command: "SubmitApplication", outcome: "accepted" })).toBe(1);
    expect(web.value("journeys_request_seconds_count", { door: "api", status: "200" })).toBeGreaterThan(0);
    expect(worker.names()).toEqual(expect.arrayContaining(OF_THE_WORKER));
  }, 60_000);

  it("tells of no school and no person: labels are kinds, codes and hubs", async () => {
    const pages = `${await service.web.scrape()}${await service.worker.scrape()}`;
    // A number may hold any digits by chance.
    const text = pages.replaceAll(/ \S+$/gmu, "");
    for (const canary of ["123456", "Canar", "canaria", "fink", "example.org"]) expect(text).not.toContain(canary);
    // Ids are long, or hold a number of many digits: no label looks like one.
    const labels = [...text.matchAll(/[{,](\w+)="([^"]*)"/gu)].filter(([, name]) => name !== "le");
    const odd = labels.filter(
      ([, name = "", value = ""]) => !["namespace", "version"].includes(name) && /\d{4}/u.test(value),
    );
    expect(odd.map(([label]) => label)).toEqual([]);
  }, 30_000);

  it("has them at a port of their own, and nothing else there", async () => {
    expect((await fetch(`${service.apiUrl}/metrics`)).status).toBe(404);
  }, 30_000);
});

const STANDING = [
  "journeys_overdue",
  "journeys_oldest_overdue_seconds",
  "journeys_reminders",
  "journeys_reminders_late",
  "journeys_letters_waiting",
  "journeys_tasks",
  "journeys_tasks_overdue",
  "journeys_webhooks",
  "journeys_feed_lag_seconds",
  "journeys_queue_waiting",
  "journeys_queue_oldest_seconds",
  "journeys_queue_pollers",
  "journeys_pool_connections",
  "journeys_pool_most_connections",
  "journeys_pool_waiting",
];
const OF_THE_WORKER = [
  "temporal_workflow_task_schedule_to_start_latency_seconds_bucket",
  "temporal_activity_schedule_to_start_latency_seconds_bucket",
  "temporal_sticky_cache_size",
  "journeys_at_home",
  "journeys_memory",
  "journeys_memory_looked_up",
  "temporal_worker_task_slots_available",
];

describe("a trace", () => {
  /** The trace of the request that this route took, whole: no more of it comes. */
  async function traceOf(route: string): Promise<Span[]> {
    const { spans } = collector;
    const request = (): Span | undefined => spans.findLast(({ name }) => name === route);
    const whole = (): Span[] => spans.filter(({ traceId }) => traceId === request()?.traceId);
    await until(async () => whole().some(({ name }) => name.startsWith("RunActivity:advance")));
    return whole();
  }

  const keepingOf = (trace: readonly Span[]): Span[] =>
    trace.filter(({ attributes }) => /keep_round/iu.test(attributes["db.statement"] ?? ""));

  it("goes from a request through workflow and activity to SQL", async () => {
    const journey = "123456-primary";
    const trace = await traceOf("POST /api/v1/applications");
    const [keeping] = keepingOf(trace);
    expect(keeping && wayTo(keeping, trace)).toEqual([
      "POST /api/v1/applications",
      "UpdateWithStartWorkflow:perform",
      "HandleUpdate:perform",
      "StartActivity:advance",
      "RunActivity:advance",
      expect.stringMatching(/^pg\.query:round_is_kept/u),
    ]);
    expect(new Set(trace.map(({ service: name }) => name))).toEqual(
      new Set(["school-journeys-web", "school-journeys-worker"]),
    );
    expect(trace.find(({ name }) => name === "RunActivity:advance")?.attributes["temporalWorkflowId"]).toBe(
      `journey/${journey}`,
    );
  }, 60_000);

  it("is one of its own for a later command, not that of the day on which the run began", async () => {
    const token = await service.signIn.token({ role: "hub-coordinator", hub: "great-north" });
    const first = await traceOf("POST /api/v1/applications");
    const answer = await fetch(`${service.apiUrl}/api/v1/journeys/123456-primary/waitlist-application`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ reason: "Canary reason: the group is full." }),
    });
    expect(answer.status).toBe(200);
    const later = await traceOf("POST /api/v1/journeys/:id/waitlist-application");
    expect(later[0]?.traceId).not.toBe(first[0]?.traceId);
    const [keeping] = keepingOf(later);
    expect(keeping && wayTo(keeping, later).slice(0, 2)).toEqual([
      "POST /api/v1/journeys/:id/waitlist-application",
      "UpdateWithStartWorkflow:perform",
    ]);
  }, 60_000);

  it("has its id in what is logged", async () => {
    const [request] = await traceOf("POST /api/v1/applications");
    expect(service.web.log()).toContain(`"trace":"${request?.traceId}"`);
  }, 30_000);

  it("leaves a history that replays without it: traces may be switched off again", async () => {
    const connection = await Connection.connect({ address: service.temporal.address });
    const client = new Client({ connection, namespace: service.temporal.namespace });
    const [history] = await historiesOf(client, "journey/123456-primary");
    await connection.close();
    const started = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.header?.fields?.["_tracer-data"];
    const [request] = await traceOf("POST /api/v1/applications");
    const told = Buffer.from(started?.data ?? []).toString();
    // A trace begins here: nothing of the caller's own is kept.
    expect(JSON.parse(told)).toEqual({ traceparent: expect.stringContaining(request?.traceId ?? "none") });
    expect(STRANGERS_TRACE.traceparent).not.toContain(request?.traceId);
    expect(await replay(await workflowsOfRun(), [{ workflowId: "traced", history: history! }])).toEqual({});
  }, 60_000);

  it("holds nothing of a person: no parameter, no body, no address as it was typed", () => {
    const all = JSON.stringify(collector.spans.map(({ whole }) => whole));
    expect(collector.spans.length).toBeGreaterThan(20);
    for (const canary of ["Canar", "canaria", "fink", "example.org", "our results"]) expect(all).not.toContain(canary);
    expect(service.web.log() + service.worker.log()).not.toMatch(/Canar|canaria|fink|example\.org/iu);
  });
});
