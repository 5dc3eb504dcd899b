// Every route, for every role, held for the hub (group, school) that the route is asked about, for another, and for
// none: all cells, made from the routes as Nest has them. A route of a kind that is not known here fails: whoever adds
// it says what holds.

import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ROLES, type Role } from "../../apps/api/access/roles.ts";
import { CONTROLLERS } from "../../apps/api/api.module.ts";
import { APPLICATION_EXAMPLE } from "../../apps/api/openapi/examples.ts";
import { routesOf, type ApiRoute } from "../../apps/api/routes.ts";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { sealWebhook } from "../../libs/people/webhook-secrets.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { beginTurn } from "../../libs/service/turn/turns.ts";
import { addWebhook } from "../../libs/store/webhooks.ts";
import { PaymentRunRow } from "../../libs/views/money/payment-runs.ts";
import { ReminderRow } from "../../libs/views/reminders/reminders.ts";
import { WorkGroupRow } from "../../libs/views/work-groups/work-groups.ts";
import { putJourney } from "../support/journeys.ts";
import type { Who } from "../support/sign-in.ts";
import { freshStore, rules, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest, type Reply, type Send } from "./api-under-test.ts";

const PLACES = ["own", "other", "none"] as const;
type Place = (typeof PLACES)[number];
type Kind =
  | "journey"
  | "people"
  | "hub"
  | "intake"
  | "journeys"
  | "feed"
  | "programmes"
  | "schools"
  | "eligibility"
  | "questions"
  | "person"
  | "groups"
  | "forming"
  | "group"
  | "links"
  | "link"
  | "me"
  | "turn"
  | "webhook"
  | "runs"
  | "preparing"
  | "run"
  | "remittance"
  | "bulk";

const routes = routesOf(CONTROLLERS);
const guarded = routes.filter(({ allowed }) => Array.isArray(allowed));
const JOURNEYS: Record<Exclude<Place, "none">, string> = { own: "100001-primary", other: "100002-primary" };
const WEBHOOK = "0b9f6f0e6c1a8d6ea1b20d6a3f4c5e7b";
const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;
/** The seq of a reminder of the journey asked about. */
let reminder: number;

beforeAll(async () => {
  store = await freshStore();
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until: "2020-12-01" });
  // A group of the same name: names are a hub's own.
  await putJourney(store, { urn: "100002", hub: "far-south", workGroup: "wg-1", until: "2020-12-01" });
  await store.app.getRepository(WorkGroupRow).insert({
    id: "wg-1",
    hub: "great-north",
    prospectus: "2020-21/primary-readiness",
    academicYear: "2020/21",
    status: "formed",
    lead: "p-1",
    leadRole: "lead",
    delivery: "in-person",
    least: null,
    most: null,
    reserved: 0,
    taken: 0,
    waiting: 0,
    version: 1,
    summary: "",
    formedAt: "2020-09-01T08:00:00Z",
    updatedAt: "2020-09-01T08:00:00Z",
  });
  await beginTurn(
    { dataSource: store.app, rules },
    { id: "turn", by: { who: "p-1", role: "hub-lead" }, at: "2020-06-01T08:00:00Z" },
    {
      hub: "great-north",
      into: "2020/21",
      plan: { hub: "great-north", into: "2020/21", schools: [], groups: [] },
      wishesDigest: "",
      steps: [],
    },
  );
  await store.owner.query("delete from commands"); // what is counted at the end is what the matrix asked for
  await store.app.getRepository(PaymentRunRow).insert({
    id: "r1",
    hub: "great-north",
    cutOff: "2020-11-30",
    status: "prepared",
    preparedBy: "p-1",
    preparedAt: "2020-12-01T08:00:00Z",
    authorisedBy: null,
    payments: 0,
    grossPence: 0,
    recoveredPence: 0,
    netPence: 0,
    paidPayments: 0,
    paidPence: 0,
    failedPayments: 0,
    failedPence: 0,
    version: 2,
    summary: "",
    updatedAt: "2020-12-01T08:00:00Z",
  });
  reminder = (await store.app.getRepository(ReminderRow).findOneByOrFail({ journey: JOURNEYS.own })).seq;
  await putPerson(store.app, { id: "p-head", firstName: "Hedy", lastName: "Example", email: "head@example.org" });
  await putContact(store.app, { journey: JOURNEYS.own, role: "headteacher", person: "p-head" });
  await putSchools(store.app, [
    {
      urn: "100001",
      name: "Example",
      phase: "primary",
      funding: "state",
      open: true,
      address: null,
      postcode: null,
      source: "application",
    },
  ]);
  const sealed = sealWebhook(store.app, WEBHOOK, { url: "https://hub.example.org/", secrets: [] });
  await addWebhook(store.app, {
    id: WEBHOOK,
    hub: "great-north",
    shownUrl: "https://hub.example.org/",
    types: null,
    cursor: null,
    createdBy: "p-1",
    createdAt: "2020-09-01T08:00:00Z",
    command: "c-1",
    ...sealed,
  });
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2020-12-01T08:00:00Z",
    commandTimeoutMs: 500,
  });
}, 60_000);

afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

/** Someone in a role, held for what the routes are asked about, for something else, or for nothing. */
function someone(role: Role, place: Place): Who {
  const [hub, urn] = place === "own" ? ["great-north", "100001"] : ["far-south", "100002"];
  if (place === "none") return { role };
  if (role === "school-contact") return { role, urns: [urn] };
  return { role, hub, ...(role === "work-group-lead" ? { workGroups: ["wg-1"] } : {}) };
}

function kindOf({ method, path }: ApiRoute): Kind {
  if (path === "/api/v1/journeys") return "journeys";
  if (path === "/api/v1/journeys/{id}/people") return "people";
  if (path.startsWith("/api/v1/journeys/{id}")) return "journey";
  if (path.startsWith("/api/v1/hubs/{hub}/bulk-applications")) return "bulk";
  if (path.startsWith("/api/v1/hubs/{hub}/turn/{year}")) return "turn";
  if (path.startsWith("/api/v1/hubs/{hub}/webhooks/{id}")) return "webhook";
  if (path.startsWith("/api/v1/hubs/{hub}/")) return "hub";
  if (path === "/api/v1/applications" || path === "/api/v1/interests") return "intake";
  if (path === "/api/v1/calendar-links") return "links";
  if (path.startsWith("/api/v1/calendar-links/")) return "link";
  if (path === "/api/v1/events") return "feed";
  if (path.startsWith("/api/v1/prospectuses")) return "programmes";
  if (path === "/api/v1/schools" || path === "/api/v1/schools/{urn}") return "schools";
  if (path === "/api/v1/schools/{urn}/eligibility") return "eligibility";
  if (path === "/api/v1/school-questions") return "questions";
  if (path.startsWith("/api/v1/people/{id}/")) return "person";
  if (path === "/api/v1/work-groups") return method === "get" ? "groups" : "forming";
  if (path.startsWith("/api/v1/work-groups/{id}")) return "group";
  if (path === "/api/v1/payment-runs") return method === "get" ? "runs" : "preparing";
  if (path.endsWith("/remittance.csv")) return "remittance";
  if (path.startsWith("/api/v1/payment-runs/{id}")) return "run";
  if (path === "/api/v1/me") return "me";
  throw new Error(`What holds for ${path}? Say it here.`);
}

/**
 * What comes of asking about great-north and its journey: status, then the code of a problem or whose journeys are told
 * of.
 */
function expected(route: ApiRoute, role: Role, place: Place): string {
  if (!Array.isArray(route.allowed) || !route.allowed.includes(role)) return "403 forbidden";
  const everywhere = role === "operator" || role === "auditor";
  if (place === "none" && !everywhere) return "403 forbidden";
  const seen = everywhere ? [JOURNEYS.own, JOURNEYS.other] : place === "none" ? [] : [JOURNEYS[place]];
  const elsewhere = place === "other" && !everywhere;
  switch (kindOf(route)) {
    // What is let through is not carried out: it has an If-Match or an Idempotency-Key that is none, or a body that
    // does not fit.
    case "journey":
    case "group":
    case "run":
    case "webhook":
      return elsewhere ? "404 not-found" : route.method === "get" ? "200 " : "400 invalid";
    case "people":
      return elsewhere ? "404 not-found" : "422 invalid";
    case "person":
      return elsewhere ? "404 not-found" : route.method === "get" ? "200 " : "422 invalid";
    // A file is asked for; an id of none is of none.
    case "bulk":
      return elsewhere || route.method === "get" ? "404 not-found" : "415 invalid";
    case "hub":
      return elsewhere && role !== "school-contact"
        ? "404 not-found"
        : route.method === "get" || route.method === "delete"
          ? "200 "
          : "422 invalid";
    // One that is done is neither interrupted nor resumed.
    case "turn":
      return elsewhere ? "404 not-found" : route.method === "get" ? "200 " : "409 not-in-this-state";
    // It is not authorised yet.
    case "remittance":
      return elsewhere ? "404 not-found" : "409 not-in-this-state";
    // Without a word on the hub, everybody prepares for their own.
    case "preparing":
      return "400 invalid";
    case "runs":
      return `200 ${elsewhere ? "" : "r1"}`;
    case "links":
      return route.method === "get" ? "200 " : "422 invalid";
    // Links are their maker's own, and nobody here has made one.
    case "link":
      return "404 not-found";
    case "groups":
      return `200 ${elsewhere ? "" : "wg-1"}`;
    case "intake":
    case "forming":
      return elsewhere ? "403 forbidden" : "422 invalid";
    case "journeys":
    case "feed":
      return `200 ${seen.join(" ")}`;
    // Everyone is told who they are. The register is public, and a hub asks about any school; its questions are its own
    // (access.int.spec.ts).
    case "me":
    case "programmes":
    case "schools":
    case "questions":
      return "200 ";
    case "eligibility":
      return elsewhere && role === "school-contact" ? "403 forbidden" : "422 invalid";
  }
}

async function ask({ method, path }: ApiRoute, send: Send): Promise<Reply> {
  const held = {
    "webhooks/{id}": `webhooks/${WEBHOOK}`,
    "people/{id}": "people/p-head",
    "work-groups/{id}": "work-groups/wg-1",
    "payment-runs/{id}": "payment-runs/r1",
  };
  const named = {
    "{id}": JOURNEYS.own,
    "{hub}": "great-north",
    "{year}": "2020-21",
    "{programme}": "primary-readiness",
    "{urn}": "100001",
    "{seq}": String(reminder),
  };
  const address = Object.entries({ ...held, ...named }).reduce((made, [place, its]) => made.replace(place, its), path);
  if (method === "get") return api.get(address, send);
  if (method === "put") return api.put(address, {}, send);
  if (path.includes("/webhooks/")) return webhookAsked(method, address, { ...send, key: "ü" });
  // There is no list to take away: it changes nothing.
  if (method === "delete" && path.includes("/lists/")) return api.del(address, send);
  if (path === "/api/v1/work-groups") return api.post(address, { hub: "great-north" }, send);
  const intake = path === "/api/v1/applications" || path === "/api/v1/interests";
  return intake
    ? api.post(address, { ...APPLICATION_EXAMPLE, contact: 7 }, send)
    : api.post(address, {}, { ...send, ifMatch: "nonsense" });
}

function webhookAsked(method: string, address: string, send: Send): Promise<Reply> {
  return method === "delete"
    ? api.del(address, send)
    : method === "patch"
      ? api.patch(address, {}, send)
      : api.post(address, {}, send);
}

function told(route: ApiRoute, { status, body }: Reply): string {
  const kind = Array.isArray(route.allowed) ? kindOf(route) : null;
  if (status !== 200) return `${status} ${String(body["code"])}`;
  if (kind !== "journeys" && kind !== "feed" && kind !== "groups" && kind !== "runs") return "200 ";
  const items = body["items"] as { id?: string; journey?: string }[];
  return `200 ${[...new Set(items.map(({ id, journey }) => id ?? journey))].sort().join(" ")}`;
}

describe.each([...ROLES])("%s", (role) => {
  it.each([...PLACES])(
    "held for %s",
    async (place) => {
      const as = someone(role, place);
      const cells: string[] = [];
      for (const route of guarded)
        cells.push(`${route.method} ${route.path}: ${told(route, await ask(route, { as }))}`);
      expect(cells).toEqual(guarded.map((route) => `${route.method} ${route.path}: ${expected(route, role, place)}`));
    },
    60_000,
  );
});

it("nobody is told anything, on any route but those for anyone", async () => {
  const cells: string[] = [];
  const asked = routes.filter(({ path }) => path !== "/health/ready"); // it asks for Temporal, which is not there; api.int.spec.ts has it
  for (const route of asked) {
    const { status, headers } = await ask(route, { as: null });
    cells.push(`${route.method} ${route.path}: ${status}${headers.has("www-authenticate") ? " sign in" : ""}`);
  }
  const open: Record<string, number> = {
    "/": 200,
    "/problems": 200,
    "/health/live": 200,
    "/sign-in": 303,
    "/signed-in": 403,
    "/sign-out": 303,
    "/calendars/{secret}.ics": 404,
  };
  expect(cells).toEqual(
    asked.map(
      ({ method, path, allowed }) =>
        `${method} ${path}: ${open[path] ?? (allowed === "visitors" ? "401" : "401 sign in")}`,
    ),
  );
  for (const path of ["/api/v1", "/api/v1/", "/api/v1/nothing", "/API/V1/journeys"])
    expect((await api.get(path, { as: null })).status).toBe(401);
}, 60_000);

it("nothing was changed by all this", async () => {
  const [{ commands, people, changes }] = await store.owner.query(
    "select (select count(*)::int from commands) as commands, (select count(*)::int from people.persons) as " +
      "people, (select count(*)::int from webhook_history) as changes",
  );
  expect([commands, people, changes]).toEqual([0, 1, 1]);
});
