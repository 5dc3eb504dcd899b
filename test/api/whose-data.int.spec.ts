// Who looked at whose data: each address of the console and the API that answers names of schools' people, or a file
// for a spreadsheet, is asked in the first role that it answers so, and that it was has to be on record. The addresses
// are those that there are: one that comes later is asked too.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { routesOf, type ApiRoute } from "../../apps/api/routes.ts";
import { CONTROLLERS } from "../../apps/web/web.module.ts";
import { putPerson } from "../../libs/people/people.ts";
import { Browser } from "../support/browser.ts";
import { putLetter } from "../support/letters.ts";
import type { Who } from "../support/sign-in.ts";
import { eventually } from "../workflows/service.ts";
import { recordOutput } from "./api-under-test.ts";
import { GROUP } from "./edge-world.ts";
import { startTwoHubs, type TwoHubs } from "./two-hubs.ts";

/** By this every person of a school is called here. */
const NAME = "Quennellthorpe";
const ROLES = ["hub-lead", "work-group-lead", "finance-officer", "operator", "auditor"] as const;
type Asking = (typeof ROLES)[number];
const whoIs = (role: Asking): string => (role === "operator" || role === "auditor" ? role : `${role}.great-north`);

/** Answers that need no event, and why. */
const UNNOTED: Readonly<Record<string, string>> = {
  "/bulk/template.csv": "it is empty: heads to be filled in",
};
/** Where a way stands for several, those that name somebody. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "/groups/{id}/{action}": ["change-lead", "move-session"],
  "/journeys/{id}/{action}": ["record-attendance", "replace-participant", "correct-person"],
  "/country/{table}.csv": ["schools", "money", "promises", "letters", "hubs"],
};
/** What the query has to say, so that there is an answer. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  "/groups/{id}/take-register": ["?session=session-1"],
  "/groups/{id}/print-register": ["?session=session-1"],
  "/money/proof/{journey}/{year}": ["", "?as=csv"],
  "/money/runs/{id}/proof": ["", "?as=csv"],
};

const output = recordOutput();
let world: TwoHubs;
const browsers = new Map<Asking, Browser>();

beforeAll(async () => {
  world = await startTwoHubs();
  const { store } = world;
  const rows = await store.owner.query<{ participant: string }[]>("select distinct participant from participants");
  for (const { participant: id } of rows)
    await putPerson(store.app, { id, firstName: "Zelda", lastName: NAME, email: "zelda@example.org" });
  await putLetter(store.app, "100001", "great-north", { messageId: "<named>" });
  await store.owner.query(
    `insert into work_group_schools (work_group, journey, status, held, since) values
      ('${GROUP}', '100001-primary', 'taken', true, '2020-09-01') on conflict do nothing`,
  );
  await store.owner.query(
    `insert into work_group_sessions (work_group, code, held_on, length, place, status) values
      ('${GROUP}', 'session-1', '2020-11-30', 'half-day', 'in-person', 'scheduled') on conflict do nothing`,
  );
  for (const role of ROLES) browsers.set(role, await Browser.signedIn(world.api.origin, whoIs(role)));
}, 120_000);
afterAll(async () => {
  await world?.stop();
  output.end();
}, 30_000);

const GETS = routesOf(CONTROLLERS).filter(
  ({ method, path }) => method === "get" && !/^\/(?:health|calendars|sign)/u.test(path),
);
const isFile = ({ path, doc }: ApiRoute): boolean => path.endsWith(".csv") || doc?.as === "text/csv";

/** What stands for an id in an address, by the part before it or by its own name. */
function filled(path: string): string {
  const { ids } = world;
  const after: Readonly<Record<string, string>> = {
    journeys: ids.journey.own,
    proof: ids.journey.own,
    groups: GROUP,
    "work-groups": GROUP,
    runs: ids.run.own,
    "bank-answers": ids.run.own,
    "payment-runs": ids.run.own,
    people: ids.person.own,
    webhooks: ids.webhook.own,
    hubs: "great-north",
    schools: ids.school.own,
    letters: ids.letter.own,
    notes: ids.note.own,
    tasks: ids.task.own,
    "calendar-links": ids.link.own,
  };
  const named: Readonly<Record<string, string>> = {
    "{hub}": "great-north",
    "{year}": "2020-21",
    "{programme}": "primary-readiness",
    "{seq}": "1",
    "{person}": ids.person.own,
    "{letter}": ids.letter.own,
  };
  const parts = path.split("/");
  return parts
    .map((part, index) => (part.startsWith("{") ? (named[part] ?? after[parts[index - 1] ?? ""] ?? "1") : part))
    .join("/");
}

function addressesOf({ path }: ApiRoute): string[] {
  const one = /\{(?:action|table)\}/u.exec(path)?.[0];
  const paths = one === undefined ? [path] : (ALSO[path] ?? ["1"]).map((each) => path.replace(one, each));
  return paths.flatMap((each) => (QUERIES[path] ?? [""]).map((query) => filled(each) + query));
}

interface Answered {
  request: string;
  status: number;
  type: string;
  text: string;
}

async function ask(address: string, role: Asking, accept: string): Promise<Answered> {
  const hub = role === "operator" || role === "auditor" ? {} : { hub: "great-north" };
  const groups = role === "work-group-lead" ? { workGroups: [GROUP] } : {};
  const as: Who = { role, who: whoIs(role), ...hub, ...groups };
  const sent = address.startsWith("/api/")
    ? { authorization: `Bearer ${await world.api.signIn.token(as)}` }
    : { cookie: browsers.get(role)?.allCookies() ?? "" };
  const response = await fetch(world.api.origin + address, { redirect: "manual", headers: { accept, ...sent } });
  return {
    request: response.headers.get("x-request-id") ?? "",
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    text: await response.text(),
  };
}

const LOOKED = ["people-viewed", "people-searched", "person-exported", "letter-read", "proof-exported"];
const TAKEN = ["list-exported", "contacts-exported", "remittance-exported", "proof-exported"];
/** What was noted of a request. */
async function notedOf(request: string): Promise<string[]> {
  const rows = await world.store.owner.query<{ what: string }[]>(
    "select what from security_events where request = $1",
    [request],
  );
  return rows.map(({ what }) => what);
}

/** Asks, and tells which names or file it gave out of which nothing is on record. */
async function unnoted(route: ApiRoute, role: Asking): Promise<{ told: boolean; missing: string[] }> {
  let told = false;
  const missing: string[] = [];
  for (const address of addressesOf(route))
    for (const accept of route.path.startsWith("/api/") ? ["application/json", "text/csv"] : ["text/html"]) {
      const { request, status, type, text } = await ask(address, role, accept);
      if (status !== 200) continue;
      const file = type.startsWith("text/csv");
      if (!file && !text.includes(NAME) && !/\/letters\/\{letter\}|\/proof/u.test(route.path)) continue;
      told = true;
      if (UNNOTED[route.path] !== undefined) continue;
      const noted = async (): Promise<void> =>
        expect((await notedOf(request)).some((what) => (file ? TAKEN : LOOKED).includes(what))).toBe(true);
      await eventually(noted).catch(() => missing.push(`${role} ${address} ${accept}`));
    }
  return { told, missing };
}

describe("that it was looked at or taken is on record", () => {
  const told = new Set<string>();
  it.each(GETS.map((route) => [route.path, route] as const))(
    "%s",
    async (path, route) => {
      const missing: string[] = [];
      for (const role of ROLES) {
        const came = await unnoted(route, role);
        missing.push(...came.missing);
        if (!came.told) continue;
        told.add(path);
        break;
      }
      expect(missing).toEqual([]);
    },
    60_000,
  );

  it("and none was passed over: each file came, and the pages and answers that name people did", () => {
    expect(
      GETS.filter(isFile)
        .map(({ path }) => path)
        .filter((path) => !told.has(path)),
    ).toEqual([]);
    for (const path of [
      ...["/journeys/{id}", "/journeys/{id}/people", "/contacts", "/groups/{id}", "/groups/{id}/take-register"],
      ...["/groups/{id}/print-register", "/journeys/{id}/letters/{letter}", "/journeys/{id}/letters/{letter}/as-sent"],
      ...["/money/proof/{journey}/{year}", "/money/runs/{id}/proof", "/api/v1/journeys/{id}/letters/{letter}"],
      ...["/api/v1/journeys/{id}/people", "/api/v1/hubs/{hub}/people"],
    ])
      expect([path, told.has(path)]).toEqual([path, true]);
  });
});
