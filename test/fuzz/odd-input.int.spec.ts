// Odd input, to every address of the service, in every place where something can be put: no answer is a fault of the
// service, and none of an operation is another than the document says. FUZZ_SEED and FUZZ_SECONDS say which of it and
// for how long, else 1 and 6; `FUZZ_SECONDS=600 npm test -- --testPathPatterns test/fuzz` asks all of it. What acts is
// asked as a preview, so that the rules are reached with nothing behind them.

import { createHash } from "node:crypto";
import { request as send, Agent } from "node:http";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { CONTROLLERS } from "../../apps/web/web.module.ts";
import { parametersOf } from "../../apps/api/openapi/taken.ts";
import { routesOf, type ApiRoute } from "../../apps/api/routes.ts";
import { Browser } from "../support/browser.ts";
import { RAW, TEXTS, VALUES } from "./odd-values.ts";
import { recordOutput } from "../api/api-under-test.ts";
import { callerFor, OPERATIONS, RECEIPTS, SCHOOL, startEdgeWorld, type EdgeWorld } from "../api/edge-world.ts";

const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
const SECONDS = Number(process.env["FUZZ_SECONDS"] ?? 6);
const output = recordOutput();
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
let world: EdgeWorld;
let responses: Map<string, Set<number>>;
let examples: Map<string, Record<string, unknown>>;
const signedIn = new Map<string, { cookie: string; token: string }>();

interface Asked {
  method: string;
  address: string;
  token?: string | null;
  cookie?: string;
  body?: string;
  type?: string;
  headers?: Record<string, string>;
}

function ask({ method, address, token, cookie, body, type, headers }: Asked): Promise<number> {
  const { hostname, port, origin } = new URL(world.api.origin);
  return new Promise((resolve, reject) => {
    const sent = send(
      {
        agent,
        hostname,
        port,
        method,
        path: address,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(cookie === undefined ? {} : { cookie, accept: "text/html", origin }),
          ...(body === undefined ? {} : { "content-type": type ?? "application/json" }),
          ...headers,
        },
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0)).on("error", reject);
      },
    );
    sent.on("error", reject).end(body);
  });
}

const nameOf = ({ method, path }: ApiRoute): string => `${method} ${path}`;
const PAGES = routesOf(CONTROLLERS).filter(({ path, allowed }) => allowed === "visitors" && !path.startsWith("/api"));
const FORM_OF = {
  "hub-lead.great-north": `/journeys/${SCHOOL}-primary/pause-journey`,
  "finance-officer.great-north": "/money/budgets/2020-21",
} as const;
const WHO = ["hub-lead.great-north", "finance-officer.great-north"] as const;
let tokens: Map<string, string>;

beforeAll(async () => {
  world = await startEdgeWorld();
  const { body } = await world.api.get("/api/openapi.json", { as: null });
  const paths = body["paths"] as Record<string, Record<string, Documented>>;
  const each = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, one]) => [`${method} ${path}`, one] as const),
  );
  responses = new Map(each.map(([name, one]) => [name, new Set(Object.keys(one.responses).map(Number))]));
  examples = new Map(each.map(([name, one]) => [name, one.requestBody?.content["application/json"]?.example ?? {}]));
  tokens = new Map();
  for (const route of OPERATIONS)
    tokens.set(
      nameOf(route),
      route.path.endsWith("/receipts") ? RECEIPTS : await world.api.signIn.token(callerFor(route)),
    );
  for (const who of WHO) {
    const browser = await Browser.signedIn(world.api.origin, who);
    const [, token = ""] = /name="token" value="([^"]+)"/u.exec((await browser.go(FORM_OF[who])).text) ?? [];
    expect(token.length).toBeGreaterThan(10);
    signedIn.set(who, { cookie: browser.allCookies(), token });
  }
}, 60_000);
afterAll(async () => {
  agent.destroy();
  await world?.stop();
  output.end();
}, 30_000);

interface Documented {
  responses: Record<string, unknown>;
  requestBody?: { content: Record<string, { example: Record<string, unknown> }> };
}

/** What is wrong with an answer; null where nothing is. */
async function faultOf(route: ApiRoute, asked: Asked): Promise<string | null> {
  const status = await ask({ ...asked, token: tokens.get(nameOf(route)) ?? null });
  const known = responses.get(nameOf(route));
  // A page sends for good what it is sent, and Temporal is not there.
  if (known === undefined ? status < 500 || status === 503 : status < 500 && known.has(status)) return null;
  const { method, address, headers = {}, body = "" } = asked;
  return `${status} to ${method} ${address} ${JSON.stringify(headers)} ${body.slice(0, 300)}`;
}

const isPost = ({ method }: ApiRoute): boolean => method === "post";
const onlyLookedAt = (route: ApiRoute): string => (isPost(route) ? "?preview=true" : "");
const withBody = ({ method }: ApiRoute): boolean => method !== "get" && method !== "delete";

function* oddPaths(route: ApiRoute): Generator<Asked> {
  const places = [...route.path.matchAll(/\{\w+\}/gu)].map(([place]) => place);
  const method = route.method.toUpperCase();
  for (const place of places)
    for (const odd of [...TEXTS.map(encodeURIComponent).filter((text) => text !== ""), ...RAW])
      yield { method, address: world.addressOf(route.path.replace(place, odd)) + onlyLookedAt(route), ...empty(route) };
}

const empty = (route: ApiRoute): { body?: string } => (withBody(route) ? { body: "{}" } : {});

function* oddQueries(route: ApiRoute): Generator<Asked> {
  const names = [...(route.doc?.parameters ?? []), ...queryOf(route)].flatMap(({ name, in: place }) =>
    place === "query" ? [name] : [],
  );
  const address = world.addressOf(route.path);
  const method = route.method.toUpperCase();
  for (const name of names)
    for (const odd of [...TEXTS.map(encodeURIComponent), ...RAW])
      yield { method, address: `${address}?${name}=${odd}`, ...empty(route) };
  for (const odd of RAW) yield { method, address: `${address}?${odd}`, ...empty(route) };
}

function queryOf({ taken }: ApiRoute): readonly { name: string; in: string }[] {
  return parametersOf(taken.query);
}

function* oddBodies(route: ApiRoute): Generator<Asked> {
  const example = examples.get(nameOf(route)) ?? {};
  const [address, method] = [world.addressOf(route.path) + onlyLookedAt(route), route.method.toUpperCase()];
  for (const [field, value] of Object.entries(example)) {
    for (const odd of VALUES) yield { method, address, body: JSON.stringify({ ...example, [field]: odd }) };
    const inner = Array.isArray(value) ? (value[0] as unknown) : value;
    if (typeof inner !== "object" || inner === null) continue;
    for (const name of Object.keys(inner))
      for (const odd of VALUES) {
        const changed = { ...inner, [name]: odd };
        yield {
          method,
          address,
          body: JSON.stringify({ ...example, [field]: Array.isArray(value) ? [changed] : changed }),
        };
      }
  }
  for (const body of ["", "[", "[]", "null", "1", '"x"', "\uFEFF{}", '{"a":1,}', "{".repeat(5_000), "[".repeat(5_000)])
    yield { method, address, body };
}

const IF_MATCH = [
  '"3", "99"',
  'W/"3"',
  "*",
  '"3", W/"4"',
  ",",
  '"',
  '"constructor"',
  '"99999999999999999999"',
  "3",
  '*, "3"',
];

function* oddHeaders(route: ApiRoute): Generator<Asked> {
  const [address, method] = [world.addressOf(route.path) + onlyLookedAt(route), route.method.toUpperCase()];
  if (!isPost(route)) return;
  for (const ifMatch of IF_MATCH) yield { method, address, body: "{}", headers: { "if-match": ifMatch } };
  for (const key of ["x".repeat(300), "é", "\t"])
    yield { method, address, body: "{}", headers: { "idempotency-key": key } };
  for (const type of [
    "text/plain",
    "application/json; charset=latin1",
    "application/json; charset=utf-16",
    "constructor",
  ])
    yield { method, address, body: "{}", type };
}

const FIELDS = ["reason", "urn", "session", "on", "person", "done", "then", "after", "into", "show", "command", "file"];

/** What a page is asked, and sent: by somebody who has signed in, with the form's own token. */
function* oddPages(route: ApiRoute): Generator<Asked> {
  const address = world.addressOf(route.path);
  const method = route.method.toUpperCase();
  for (const who of WHO) {
    const { cookie, token } = signedIn.get(who) ?? { cookie: "", token: "" };
    for (const { address: odd } of oddPaths(route)) yield { method, address: odd, cookie };
    for (const field of FIELDS)
      for (const odd of [...TEXTS.map(encodeURIComponent), ...RAW]) {
        yield { method, address: `${address}?${field}=${odd}`, cookie };
        const body = `token=${token}&key=abcdefgh.1&seen=1&${field}=${odd}&${field}=${odd}`;
        if (isPost(route)) yield { method, address, cookie, body, type: "application/x-www-form-urlencoded" };
      }
  }
}

/** In an order that the seed alone says. */
function shuffled<T>(all: readonly T[]): T[] {
  const place = (index: number): string => createHash("sha256").update(`${SEED} ${index}`).digest("hex");
  const placed = all.map((one, index) => [place(index), one] as const);
  return placed.sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}

async function faultsOf(all: readonly (readonly [ApiRoute, Asked])[], seconds: number): Promise<string[]> {
  const left = shuffled(all);
  const found: string[] = [];
  const ends = performance.now() + seconds * 1_000;
  const next = async (): Promise<void> => {
    for (let one = left.pop(); one !== undefined && performance.now() < ends; one = left.pop()) {
      const fault = await faultOf(...one);
      if (fault !== null) found.push(fault);
    }
  };
  await Promise.all([next(), next(), next(), next()]);
  return found.slice(0, 40);
}

it("every oddity in every place of every operation is met well", async () => {
  const all = OPERATIONS.flatMap((route) => {
    const places = [oddPaths, oddQueries, oddHeaders, ...(withBody(route) ? [oddBodies] : [])];
    return places.flatMap((odd) => [...odd(route)].map((asked) => [route, asked] as const));
  });
  expect(all.length).toBeGreaterThan(10_000);
  expect(await faultsOf(all, SECONDS / 2)).toEqual([]);
}, 600_000);

it("and of every page", async () => {
  const all = PAGES.flatMap((route) => [...oddPages(route)].map((asked) => [route, asked] as const));
  expect(all.length).toBeGreaterThan(1_000);
  expect(await faultsOf(all, SECONDS / 4)).toEqual([]);
}, 600_000);

it("what chance makes of bodies is met well", async () => {
  const value = fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue({ maxDepth: 3 }), fc.string({ unit: "binary" }));
  const changed = fc.constantFrom(...OPERATIONS.filter(withBody)).chain((route) => {
    const example = examples.get(nameOf(route)) ?? {};
    return fc.tuple(fc.constant(route), fc.dictionary(fc.constantFrom(...Object.keys(example), "x"), value));
  });
  await fc.assert(
    fc.asyncProperty(changed, async ([route, fields]) => {
      const body = JSON.stringify({ ...examples.get(nameOf(route)), ...fields });
      const address = world.addressOf(route.path) + onlyLookedAt(route);
      expect(await faultOf(route, { method: route.method.toUpperCase(), address, body })).toBe(null);
    }),
    { seed: SEED, numRuns: 1_000_000, interruptAfterTimeLimit: (SECONDS / 4) * 1_000, markInterruptAsFailure: false },
  );
}, 600_000);
