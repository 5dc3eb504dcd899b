// The figures of both processes, as they run: what an operator is promised is there, and nobody can be told from it.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import { figuresOf, type Figures } from "./figures.ts";
import { startWatched, type Watched } from "./processes.ts";
import { until } from "./until.ts";

let mail: MailServer;
let service: Watched;

beforeAll(async () => {
  mail = await startMailServer();
  service = await startWatched({ smtpPort: Number(new URL(mail.smtpUrl).port) });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await mail.stop();
});

const figures = async (of: "web" | "worker"): Promise<Figures> => figuresOf(await service[of].scrape());

it("has every figure, of the service from both, of each from itself", async () => {
  await service.apply(123456);
  await until(async () => mail.arrived.length > 0);
  const [web, worker] = [await figures("web"), await figures("worker")];
  for (const each of [web, worker]) {
    expect(each.value("journeys_answers", { part: "postgresql" })).toBe(1);
    expect(each.value("journeys_answers", { part: "temporal" })).toBe(1);
    expect(each.names()).toEqual(expect.arrayContaining(STANDING));
    expect(each.value("journeys_reminders", { outcome: "sent" })).toBe(0);
    expect(each.value("journeys_queue_pollers", { queue: "letters" })).toBeGreaterThan(0);
    expect(each.value("journeys_pool_connections", { state: "idle" })).toBeGreaterThan(0);
  }
  expect(web.value("journeys_command_seconds_count", { command: "SubmitApplication", outcome: "accepted" })).toBe(1);
  expect(web.value("journeys_request_seconds_count", { door: "api", status: "200" })).toBeGreaterThan(0);
  expect(worker.names()).toEqual(expect.arrayContaining(OF_THE_SDK));
}, 60_000);

it("tells of no school and no person: labels are kinds, codes and hubs", async () => {
  const text = `${await service.web.scrape()}${await service.worker.scrape()}`;
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
const OF_THE_SDK = [
  "temporal_workflow_task_schedule_to_start_latency_seconds_bucket",
  "temporal_activity_schedule_to_start_latency_seconds_bucket",
  "temporal_sticky_cache_size",
  "temporal_worker_task_slots_available",
];
