// The role matrix, for every id in every path, query and body of the OpenAPI document: with one's own, with a real one
// of another hub or school, and with one that nobody has. Another's is answered as nobody's is, and one's own is not. A
// place that test/api/what-ids-name.ts does not know fails.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import type { Who } from "../support/sign-in.ts";
import { recordOutput, type Reply } from "./api-under-test.ts";
import { callerFor, OPERATIONS } from "./edge-world.ts";
import { exampleFor, placesOf, type Place } from "./named-fields.ts";
import { secondsTo, startTwoHubs, type TwoHubs } from "./two-hubs.ts";
import { OWN_ALIKE, TOLD_APART, whatNames, type Kind } from "./what-ids-name.ts";

type Which = "own" | "theirs" | "nobodys";

const output = recordOutput();
let world: TwoHubs;
let before: string;

beforeAll(async () => {
  world = await startTwoHubs();
  before = await world.digest();
}, 90_000);
afterAll(async () => {
  await world?.stop();
  output.end();
}, 30_000);

const PLACES = placesOf();
const keyOf = ({ operation, place, name }: Place): string => `${operation} ${place} ${name}`;
const SPRING = "2021-04-20T08:00:00Z";

it("every place says what it names", () => {
  expect(PLACES.filter((one) => whatNames(one) === null).map(keyOf)).toEqual([]);
  expect(PLACES.length).toBeGreaterThan(350);
});

/** Who asks: somebody of great-north, or its school, so far as an operation is for one of them. */
function asksFor({ method, path }: Place): Who | null {
  const route = OPERATIONS.find((one) => one.method === method && one.path === path);
  const who = route === undefined ? null : callerFor(route);
  return who === null || who.role === "operator" || who.role === "auditor" ? null : who;
}

const IDS = PLACES.filter((one) => whatNames(one) !== "nothing" && asksFor(one) !== null);
/** The register of schools is public, so far as it is not asked for a school's own sake. */
const PUBLIC = new Set(["get schools/{urn} path urn", "get schools/{urn}/eligibility path urn"]);
const CELLS = IDS.filter((one) => !PUBLIC.has(keyOf(one)));
/** A turn is begun in spring: those are asked last. */
const inSpring = ({ operation }: Place): boolean => operation === "post hubs/{hub}/turn";

describe("another’s is nobody’s", () => {
  it.each(CELLS.filter((one) => !inSpring(one)).map((one) => [keyOf(one), one] as const))("%s", check);
});

describe("another’s is nobody’s, in spring", () => {
  beforeAll(() => world.api.pass(secondsTo(SPRING)));
  it.each(CELLS.filter(inSpring).map((one) => [keyOf(one), one] as const))("%s", check);
});

it("a school asks for itself alone", async () => {
  const as = { role: "school-contact", urns: ["100001"] } as const;
  const asked = async (urn: string) =>
    (await world.api.get(`/api/v1/schools/${urn}/eligibility?prospectus=2020-21/primary-readiness`, { as })).status;
  expect([await asked("100001"), await asked("100002"), await asked("100009")]).toEqual([200, 403, 403]);
});

it("nothing was changed by all this", async () => {
  expect(withoutEvents(await world.digest())).toBe(withoutEvents(before));
});

async function check(key: string, place: Place): Promise<void> {
  const [theirs, nobodys] = [await ask(place, "theirs"), await ask(place, "nobodys")];
  const apart = TOLD_APART[key];
  if (apart !== undefined) expect([theirs, nobodys].map(inShort)).toEqual(apart);
  else {
    expect(told(place, "theirs", theirs)).toEqual(told(place, "nobodys", nobodys));
    expect(theirs.status === 200 ? theirs.body["items"] : []).toEqual([]);
  }
  // What takes no preview would be done.
  if (place.method !== "get" && place.method !== "post") return;
  const own = await ask(place, "own");
  if (OWN_ALIKE.has(key)) expect(inShort(own)).toBe(inShort(theirs));
  else expect(told(place, "own", own)).not.toEqual(told(place, "theirs", theirs));
}

const inShort = ({ status, body }: Reply): string =>
  status < 300 ? String(status) : `${status} ${String(body["code"])}`;

/** What was answered, the id that was asked for left out. */
function told(place: Place, which: Which, { status, body }: Reply): unknown {
  return [status, JSON.parse(JSON.stringify(body).replaceAll(valueOf(place, which), "ID"))];
}

const valueOf = (place: Place, which: Which): string => world.ids[whatNames(place) as Kind][which];

const APPLIED = "100003-primary";
/** Journeys that are where a command needs them; else one that takes part. */
const JOURNEY_FOR: Readonly<Record<string, string>> = {
  "offer-place": APPLIED,
  "waitlist-application": APPLIED,
  "place-in-work-group": "100005-primary",
  "decide-task": "100007-primary",
  "assign-task": "100007-primary",
};

/** What stands behind an id in its place: a session of a group, and another day for it. */
const AFTER_ID: Readonly<Record<string, string>> = {
  "get hubs/{hub}/tried-year query moves": "/session-2/2021-03-10",
};

/** Asks, with one’s own everywhere but at this place. */
async function ask(place: Place, which: Which): Promise<Reply> {
  const { method, operation } = place;
  const isAsked = (one: Place): boolean => keyOf(one) === keyOf(place);
  const beside = PLACES.filter((one) => one.operation === operation && whatNames(one) !== "nothing" && !isAsked(one));
  const filled = [...beside.map((one) => [one, "own"] as const), [place, which] as const];
  const address = filled.reduce((made, [one, its]) => {
    if (one.place !== "path") return made;
    const ofJourney = operation.includes("journeys/{id}") && one.name === "id" && its === "own";
    const own = ofJourney ? JOURNEY_FOR[operation.split("/").at(-1) ?? ""] : undefined;
    return made.replace(`{${one.name}}`, own ?? valueOf(one, its));
  }, place.path);
  const query = new URLSearchParams({
    ...(place.place === "query" && { [place.name]: `${valueOf(place, which)}${AFTER_ID[keyOf(place)] ?? ""}` }),
    ...(operation.endsWith("/eligibility") && { prospectus: "2020-21/primary-readiness" }),
    ...(method === "post" && { preview: "true" }),
  });
  const to = `${world.addressOf(address)}?${query.toString()}`;
  const send = { as: asksFor(place) };
  if (method === "get") return world.api.get(to, send);
  // What takes no preview is never sent with one's own: the path alone is asked, and a body that does not fit.
  if (method === "delete") return world.api.del(to, send);
  if (method !== "post") return world.api[method as "put" | "patch"](to, {}, send);
  return world.api.post(to, await bodyOf(place, which, beside), send);
}

/** The example of an operation with one’s own in it, and what is asked for at its place. */
async function bodyOf(place: Place, which: Which, beside: readonly Place[]): Promise<object> {
  const example = await exampleOf(place);
  const own = (inSpring(place) ? [] : beside)
    .filter(({ place: where, name }) => where === "body" && (name.split(/[.[]/u)[0] ?? "") in example)
    .reduce((made, one) => put(made, one.name, valueOf(one, "own")), example);
  const body = place.place === "body" ? put(own, place.name, valueOf(place, which)) : own;
  // Those that are to be placed together are two at least.
  return place.operation.endsWith("/offer-together")
    ? { ...body, schools: [...listIn(body, "schools"), APPLIED] }
    : body;
}

/** The example of the document, so far as it fits these schools. */
async function exampleOf(place: Place): Promise<object> {
  if (inSpring(place)) {
    const group = {
      id: "north-next",
      prospectus: "2021-22/primary-development",
      lead: "l-1",
      leadRole: "mastery-specialist",
    };
    const groups = place.name.startsWith("groups") ? [{ ...group, schools: [] }] : undefined;
    return { into: "2021-22", plan: await planOf(), groups };
  }
  const { respondBy: _past, ...example } = exampleFor(place);
  if (place.operation === "post work-groups") delete example["id"];
  // A school completed its year, or it did not: one list is named at a time.
  if (place.operation.endsWith("/outcomes"))
    delete example[place.name === "notCompleted[]" ? "completed" : "notCompleted"];
  // Nobody is both there and not; who is late was there.
  if (place.operation.endsWith("/record-attendance")) delete example["absent"];
  if (place.operation.endsWith("/confirm-next-stage")) example["teachers"] = [{ role: "lead-teacher" }];
  // Of a calendar link one thing is named.
  return place.operation === "post calendar-links" ? {} : example;
}

async function planOf(): Promise<unknown> {
  const as = { role: "hub-lead", hub: "great-north" } as const;
  return (await world.api.get("/api/v1/hubs/great-north/turn?into=2021-22", { as })).body["plan"];
}

const listIn = (body: object, name: string): unknown[] => (body as Record<string, unknown[] | undefined>)[name] ?? [];

/** A body with a value where its place says. */
function put(body: object, way: string, value: string): object {
  const [head = "", ...rest] = way.split(".");
  const list = head.endsWith("[]");
  const name = list ? head.slice(0, -2) : head;
  const there = (body as Record<string, unknown>)[name];
  const first = list ? (there as unknown[] | undefined)?.[0] : there;
  const its = rest.length === 0 ? value : put(Object(first) as object, rest.join("."), value);
  return { ...body, [name]: list ? [its] : its };
}

/** That somebody asked for another's is noted (test/api/security-events.int). */
const withoutEvents = (digest: string): string =>
  digest
    .split("\n")
    .filter((line) => !line.startsWith("public.security_events"))
    .join("\n");
