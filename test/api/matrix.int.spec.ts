// Every route, for every role, held for the hub (group, school) that the route is asked about, for another, and for
// none: all cells, made from the routes as Nest has them. A route of a kind that is not known here fails: whoever adds
// it says what holds.

import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { ROLES, type Role } from "../../libs/service/access/principal.ts";
import { CONTROLLERS } from "../../apps/web/web.module.ts";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
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
import { othersAreDone } from "../support/feed.ts";
import { putJourney } from "../support/journeys.ts";
import { putLetter } from "../support/letters.ts";
import { freshStore, rules, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest, type Reply, type Send } from "./api-under-test.ts";
import { eventually } from "../workflows/service.ts";
import { expected, JOURNEYS, kindOf, PLACES, someone, WEBHOOK, type Place } from "./matrix-expected.ts";

const routes = routesOf(CONTROLLERS);
const guarded = routes.filter(({ allowed }) => Array.isArray(allowed));
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
  await putLetter(store.app, "100001", "great-north");
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
  await othersAreDone(store.owner);
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
    "{letter}": "1",
  };
  const address = Object.entries({ ...held, ...named }).reduce((made, [place, its]) => made.replace(place, its), path);
  if (method === "get") return api.get(address, send);
  if (method === "put") return api.put(address, {}, send);
  if (path.includes("/webhooks/")) return webhookAsked(method, address, { ...send, key: "ü" });
  // There is no list to take away, nor a signature, nor a mark: it changes nothing.
  const without = ["/lists/", "/signature", "/watch-list/"];
  if (method === "delete" && without.some((part) => path.includes(part))) return api.del(address, send);
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
      const mark = `matrix-${role}-${place}-`;
      for (const [no, route] of guarded.entries())
        cells.push(
          `${route.method} ${route.path}: ` +
            told(route, await ask(route, { as, headers: { "x-request-id": `${mark}${no}` } })),
        );
      expect(cells).toEqual(guarded.map((route) => `${route.method} ${route.path}: ${expected(route, role, place)}`));
      const anothers = guarded.flatMap((route, no) => (isAnothers(route, role, place) ? [`${mark}${no}`] : []));
      await eventually(async () => expect(notTheirs(mark)).toEqual(anothers));
    },
    60_000,
  );
});

/** What is answered as not there for being another's, and for nothing else: nobody has made a link here, nor a file. */
function isAnothers(route: ApiRoute, role: Role, place: Place): boolean {
  if (place !== "other" || role === "operator" || role === "auditor" || kindOf(route) === "link") return false;
  return expected(route, role, place) === "404 not-found";
}

/** The requests with this mark by which somebody asked for what is another's, as the log has them. */
function notTheirs(mark: string): string[] {
  const lines = output.text().matchAll(/"message":"security","what":"not-theirs".*"request":"(?<request>[^"]*)"/gu);
  return [...lines].map(({ groups }) => groups?.["request"] ?? "").filter((request) => request.startsWith(mark));
}

it("nobody is told anything, on any route but those for anyone", async () => {
  const cells: string[] = [];
  // That asks for Temporal, which is not there: api.int.spec.ts has it.
  const asked = routes.filter(({ path }) => path !== "/health/ready");
  for (const route of asked) {
    const { status, headers } = await ask(route, { as: null });
    cells.push(`${route.method} ${route.path}: ${status}${headers.has("www-authenticate") ? " sign in" : ""}`);
  }
  const open: Record<string, number> = {
    "/": 200,
    "/accessibility": 200,
    "/privacy": 200,
    "/cookies": 200,
    "/contact": 200,
    "/problems": 200,
    "/health/live": 200,
    "/sign-in": 303,
    "/signed-in": 403,
    "/sign-out": 303,
    "/calendars/{secret}.ics": 404,
    "/answer/{secret}": 404,
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
  // Who may interrupt a turn or resume it was turned down by the rules, for this one is done: that is on record.
  const [{ commands, people, changes, turned }] = await store.owner.query(
    "select (select count(*)::int from commands where stream not like 'turn/%') as commands, " +
      "(select count(*)::int from people.persons) as people, " +
      "(select count(*)::int from webhook_history) as changes, " +
      "(select array_agg(type order by seq) from events where stream like 'turn/%') as turned",
  );
  expect([commands, people, changes, turned]).toEqual([0, 1, 1, ["TurnBegun", "TurnDone"]]);
});
