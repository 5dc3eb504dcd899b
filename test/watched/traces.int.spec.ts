// One request, one trace: from HTTP through the workflow and its activity to SQL, over two processes; of later commands
// too, which the loop takes out of its inbox long after its run began. And nothing of a person in it.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { startMailServer, type MailServer } from "../support/mail-server.ts";
import { startCollector, wayTo, type Collector, type Span } from "./collector.ts";
import { startWatched, type Watched } from "./processes.ts";
import { until } from "./until.ts";

let mail: MailServer;
let collector: Collector;
let service: Watched;

beforeAll(async () => {
  [mail, collector] = await Promise.all([startMailServer(), startCollector()]);
  const smtpPort = Number(new URL(mail.smtpUrl).port);
  service = await startWatched({ smtpPort, env: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url } });
}, 60_000);
afterAll(async () => {
  await service.stop();
  await Promise.all([mail.stop(), collector.stop()]);
});

/** The trace of the request that this route took, whole: no more of it comes. */
async function traceOf(route: string): Promise<Span[]> {
  const { spans } = collector;
  const request = (): Span | undefined => spans.findLast(({ name }) => name === route);
  const whole = (): Span[] => spans.filter(({ traceId }) => traceId === request()?.traceId);
  await until(async () => whole().some(({ name }) => name.startsWith("RunActivity:advance")));
  return whole();
}

const insertsOf = (trace: readonly Span[]): Span[] =>
  trace.filter(({ attributes }) => /insert into events/iu.test(attributes["db.statement"] ?? ""));

it("goes from a request through workflow and activity to SQL", async () => {
  const journey = await service.apply(123456);
  const trace = await traceOf("POST /api/v1/applications");
  const [insert] = insertsOf(trace);
  expect(insert && wayTo(insert, trace)).toEqual([
    "POST /api/v1/applications",
    "UpdateWithStartWorkflow:perform",
    "HandleUpdate:perform",
    "StartActivity:advance",
    "RunActivity:advance",
    expect.stringMatching(/^pg\.query:INSERT/u),
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
  const [insert] = insertsOf(later);
  expect(insert && wayTo(insert, later).slice(0, 2)).toEqual([
    "POST /api/v1/journeys/:id/waitlist-application",
    "UpdateWithStartWorkflow:perform",
  ]);
}, 60_000);

it("has its id in what both processes log", async () => {
  const [request] = await traceOf("POST /api/v1/applications");
  expect(service.web.log()).toContain(`"trace":"${request?.traceId}"`);
}, 30_000);

it("holds nothing of a person: no parameter, no body, no address as it was typed", () => {
  const all = JSON.stringify(collector.spans.map(({ whole }) => whole));
  expect(collector.spans.length).toBeGreaterThan(20);
  for (const canary of ["Canar", "canaria", "fink", "example.org", "our results"]) expect(all).not.toContain(canary);
  expect(service.web.log() + service.worker.log()).not.toMatch(/Canar|canaria|fink|example\.org/iu);
});
