// A hub's turn as it is done: on real PostgreSQL and Temporal, with a worker that dies, a workflow that is terminated,
// and a hub that interrupts.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { TestWorkflowEnvironment } from "@temporalio/testing";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Activities } from "../../activities/index.ts";
import { makeSweep } from "../../activities/sweep.ts";
import { addSeconds } from "../../libs/calendar/instants.ts";
import { readFeed } from "../../libs/store/feed/feed.ts";
import { othersAreDone } from "../support/feed.ts";
import { putJourney } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { devServer } from "../support/temporal.ts";
import { eventually, startService, type Service } from "../workflows/service.ts";
import { ok, startApi, type ApiUnderTest, type Reply, type Send } from "./api-under-test.ts";

const PATH = "/api/v1/hubs/great-north/turn";
const TURN = "turn/great-north/2021-22";
const [FIRST, SECOND] = ["great-north-2021-22-primary-development-1", "great-north-2021-22-primary-development-2"];
const LEADS = [FIRST, SECOND].map((id) => ({ id, lead: "lead-2", leadRole: "mastery-specialist" }));

let store: TestStore;
let environment: TestWorkflowEnvironment;
let service: Service;
let api: ApiUnderTest;
/** The turn's commands to these schools get no answer while they are held. */
const held = new Set<string>();
/** How often a school's journey was asked in the turn and took its turn to the end. */
let asked: string[] = [];
/** What was answered to a request with a key. */
let interrupted: Record<string, unknown>;

const around = (activities: Activities): Activities => ({
  ...activities,
  async advance(request) {
    const school = "journey" in request ? request.journey : "none";
    const ofTurn = request.commands.filter(({ id }) => id.startsWith("turn/"));
    if (held.has(school) && ofTurn.length > 0) throw new Error("held");
    const answer = await activities.advance(request);
    asked.push(...ofTurn.map(() => school));
    return answer;
  },
});
const start = () => startService({ env: environment, dataSource: store.app, startsAt: "2021-03-15T09:00:00Z", around });

beforeAll(async () => {
  store = await freshStore({ poolSize: 12 });
  const put = (urn: number, workGroup: string, hub = "great-north") =>
    putJourney(store, { urn: String(urn), hub, workGroup, behaviour: "exemplary", until: "2021-02-15" });
  for (let urn = 100001; urn <= 100008; urn++) await put(urn, "ready-a");
  for (let urn = 100011; urn <= 100015; urn++) await put(urn, "ready-b");
  await put(300001, "ready-a", "far-south");
  const server = await devServer();
  environment = await TestWorkflowEnvironment.createFromExistingServer(server);
  service = await start();
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: server.address,
    temporalNamespace: server.namespace,
    startsAt: "2021-02-20T09:00:00Z",
    commandTimeoutMs: 8_000,
    sendsAgain: true,
  });
}, 90_000);

afterAll(async () => {
  await api?.stop();
  await service?.stop();
  await environment?.teardown();
  await store?.close();
}, 30_000);

const journey = (urn: number) => `${urn}-primary`;
const tell = async (urn: number, command: string, body: object = {}) =>
  ok(await api.post(`/api/v1/journeys/${journey(urn)}/${command}`, body));
const preview = async () => ok(await api.get(`${PATH}?into=2021-22`));
const begin = (plan: unknown, more: object = {}, send: Send = {}) =>
  api.post(PATH, { into: "2021-22", plan, ...more }, send);
const run = (what: string, key: string, body?: object) => api.post(`${PATH}/2021-22/${what}`, body, { key });
const turn = async () =>
  ok(await api.get(`${PATH}/2021-22`)) as {
    status: string;
    done: number;
    of: number;
    turnedDown: number;
    schools: { journey: string; status: string; code: string | null; workGroup: string | null }[];
  };
const invitations = async () =>
  await store.owner.query<{ stream: string; data: { workGroup?: string } }[]>(
    `select stream, data from events where type = 'NextStageInvited' order by stream`,
  );
const details = async (): Promise<string> =>
  String(
    (
      (await environment.client.workflow.getHandle(TURN).query("__temporal_workflow_metadata")) as {
        currentDetails: string;
      }
    ).currentDetails,
  );
const standsAt = async (status: string, done: number) =>
  sweptUntil(async () => expect(await turn()).toMatchObject({ status, done }));
const sweep = async () =>
  makeSweep({ dataSource: store.app, client: environment.client })({ now: addSeconds(await service.now(), 120) });
/** Temporal is told for two seconds what the hub has said; where it was too slow, the sweep tells it, as in service. */
const sweptUntil = async (check: () => Promise<void>) => {
  const swept = Date.now() + 5_000;
  await eventually(async () => {
    if (Date.now() > swept) await sweep();
    await check();
  }, 40_000);
};

it("cannot be done before spring, but looked at", async () => {
  const { plan } = await preview();
  expect((await begin(plan)).body).toMatchObject({ status: 409, code: "window-closed" });
  expect((await api.get(`${PATH}/2021-22`)).body).toMatchObject({ status: 404, code: "not-found" });
  api.pass(24 * 3_600 * 23);
}, 30_000);

it("is previewed: schools in all situations, two groups that keep together", async () => {
  for (const id of ["ready-a", "ready-b"]) {
    ok(
      await api.post("/api/v1/work-groups", {
        id,
        hub: "great-north",
        prospectus: "2020-21/primary-readiness",
        lead: "lead-1",
        leadRole: "mastery-readiness-lead",
      }),
      201,
    );
  }
  for (const urn of [...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => 100000 + number), 100011])
    await tell(urn, "confirm-readiness", { ready: true });
  await tell(100012, "confirm-readiness", { ready: false, reason: "Two of three teachers left" });
  await tell(100014, "pause-journey", { reason: "The school has flooded" });
  await tell(100015, "withdraw-school", { reason: "A new headteacher" });
  const { schools, groups, totals } = (await preview()) as {
    schools: { journey: string; does: string; why: string | null; workGroup: string | null }[];
    groups: object[];
    totals: object;
  };
  expect(schools.slice(7).map(({ journey: id, does, why, workGroup }) => [id, does, why, workGroup])).toEqual([
    [journey(100008), "invite", null, SECOND],
    [journey(100011), "invite", null, SECOND],
    [journey(100012), "nothing", "not-ready", null],
    [journey(100013), "nothing", "readiness-undecided", null],
    [journey(100014), "nothing", "paused", null],
  ]);
  expect(groups).toMatchObject([
    { id: FIRST, from: "ready-a", why: "lead-not-fit", places: { least: 6, most: 7 }, belowLeast: false },
    { id: SECOND, from: "ready-b", belowLeast: true, schools: [journey(100011), journey(100008)] },
  ]);
  expect(totals).toMatchObject({ schools: 12, invited: 9, groups: 2, groupsWithoutLead: 2, undecided: 1 });
}, 60_000);

it("says why it is not begun", async () => {
  const { plan } = await preview();
  const cases: [Promise<Reply>, number, string][] = [
    [begin(plan), 409, "lead-not-fit"],
    [begin("0".repeat(32), { groups: LEADS }), 412, "version-conflict"],
    [begin(plan, { groups: [{ ...LEADS[0], leadRole: "mastery-specialist" }, { id: "one-more" }] }), 422, "invalid"],
    [begin(plan, { groups: LEADS, respondBy: "soon" }), 422, "invalid"],
    [begin(plan, { groups: LEADS }, { as: { role: "hub-coordinator", hub: "great-north" } }), 403, "forbidden"],
    [begin(plan, { groups: LEADS }, { as: { role: "hub-lead", hub: "far-south" } }), 404, "not-found"],
  ];
  for (const [call, status, code] of cases) expect((await call).body).toMatchObject({ status, code });
  expect(await store.owner.query("select type from events where stream like 'turn/%'")).toEqual([]);
}, 30_000);

it("stops after the step at hand when the hub interrupts it, and goes on when it is resumed", async () => {
  const { plan } = await preview();
  const schools = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => journey(100000 + number));
  for (const one of schools) held.add(one);
  const body = { groups: LEADS, respondBy: "2021-04-30" };
  const begun = ok(await begin(plan, body, { key: "turn" }), 201);
  expect(begun).toMatchObject({ into: "2021-22", of: 11, startedBy: "p-1" });
  await standsAt("running", 2); // both groups are formed, four schools are at hand
  interrupted = ok(await run("interrupt", "keyed"));
  expect(interrupted).toMatchObject({ status: "interrupted", done: 2 });
  held.clear();
  await standsAt("interrupted", 6);
  await eventually(async () => expect(await details()).toContain("**6 of 11 done**"));
  // Begun twice it is one operation; begun otherwise it is not.
  expect(ok(await begin(plan, body, { key: "turn" }), 201)).toMatchObject({ status: "interrupted", done: 6 });
  expect(ok(await begin(plan, body), 201)).toMatchObject({ done: 6 });
  expect((await begin(plan, { groups: LEADS })).body).toMatchObject({ code: "already-active" });
  expect((await begin(plan, { groups: [] }, { key: "turn" })).body).toMatchObject({ code: "key-reused" });
  expect((await invitations()).length).toBe(4);
}, 60_000);

it("judges a school again that has changed since", async () => {
  await tell(100007, "confirm-readiness", { ready: false, reason: "Its maths lead has left" });
  held.add(journey(100006));
  held.add(journey(100011));
  const resumed = ok(await run("resume", "keyed"));
  expect(resumed).toMatchObject({ status: "running", done: 6 });
  await sweptUntil(async () =>
    expect((await turn()).schools.find((one) => one.journey === journey(100007))).toMatchObject({
      status: "turned-down",
      code: "not-in-this-state",
    }),
  );
}, 60_000);

it("is interrupted and resumed once for each key: the same answer again, whatever has become of it since", async () => {
  expect(ok(await run("interrupt", "keyed", {}))).toEqual(interrupted);
  expect((await turn()).status).toBe("running");
  for (const what of ["interrupt", "resume"])
    expect((await run(what, "keyed", { other: "body" })).body).toMatchObject({ status: 422, code: "key-reused" });
  const kept = await store.owner.query(
    "select type from events where stream = $1 and type ~ '^Turn(In|Re)' order by seq",
    [TURN],
  );
  expect(kept).toEqual([{ type: "TurnInterrupted" }, { type: "TurnResumed" }]);
}, 30_000);

it("goes on after its worker was replaced and its workflow terminated", async () => {
  await environment.client.workflow.getHandle(TURN).terminate("an operator was quick");
  await service.stop();
  service = await start();
  expect((await turn()).status).toBe("running");
  held.clear();
  // One that Temporal did not take in time comes first in the next round.
  await eventually(async () => expect(await sweep()).toHaveProperty("failed", 0));
  await standsAt("done", 11);
  expect(await turn()).toMatchObject({ of: 11, turnedDown: 1 });
}, 90_000);

it("has asked every school exactly once, and kept each its place", async () => {
  const invited = await invitations();
  expect(invited.map(({ stream, data }) => [stream, data.workGroup])).toEqual([
    ...[1, 2, 3, 4, 5, 6].map((number) => [`journey/${journey(100000 + number)}`, FIRST]),
    [`journey/${journey(100008)}`, SECOND],
    [`journey/${journey(100011)}`, SECOND],
  ]);
  const [first, second] = await Promise.all(
    [FIRST, SECOND].map(async (id) => ok(await api.get(`/api/v1/work-groups/${id}`))),
  );
  expect([first, second]).toMatchObject([
    { places: { reserved: 6, taken: 0, free: 1 }, lead: "lead-2" },
    { places: { reserved: 2 } },
  ]);
  const { schools } = await turn();
  expect(new Set(schools.map((one) => one.journey)).size).toBe(12);
  expect(schools.filter(({ status }) => status === "none").map(({ journey: id, code }) => [id, code])).toEqual([
    [journey(100012), "not-ready"],
    [journey(100013), "readiness-undecided"],
    [journey(100014), "paused"],
  ]);
  expect(asked.length).toBeGreaterThanOrEqual(9);
  expect(ok(await api.post(`/api/v1/journeys/${journey(100001)}/confirm-next-stage`))).toMatchObject({
    status: "participating",
  });
  expect(ok(await api.get(`/api/v1/work-groups/${FIRST}`))).toMatchObject({ places: { reserved: 5, taken: 1 } });
}, 30_000);

it("when all is done, is neither begun again nor interrupted", async () => {
  for (const what of ["interrupt", "resume"])
    expect((await api.post(`${PATH}/2021-22/${what}`)).body).toMatchObject({ code: "not-in-this-state" });
  asked = [];
  await environment.client.workflow
    .start("hubTurn", { workflowId: TURN, taskQueue: "journeys", args: [TURN] })
    .then((handle) => handle.result());
  expect([asked, (await invitations()).length, await details()]).toEqual([
    [],
    8,
    expect.stringContaining("**11 of 11 done**, 1 of them turned down"),
  ]);
}, 30_000);

it("is no part of the feed: what it brought to schools and groups stands there in their own events", async () => {
  const kept = await store.owner.query<{ type: string }[]>("select type from events where stream = $1 order by seq", [
    TURN,
  ]);
  expect([kept[0]?.type, kept.at(-1)?.type]).toEqual(["TurnBegun", "TurnDone"]);
  await othersAreDone(store.owner);
  const { items } = await readFeed(store.app, null, 10_000);
  expect(items.filter(({ stream }) => stream === TURN)).toEqual([]);
  expect(items.filter(({ type }) => type === "NextStageInvited")).toHaveLength(8);
}, 20_000);

it("is read as the OpenAPI document says", async () => {
  const { body: document } = await api.get("/api/openapi.json");
  const check = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
    .addSchema(document, "api")
    .compile({ $ref: "api#/components/schemas/Turn" });
  expect([check((await api.get(`${PATH}/2021-22`)).body), check.errors]).toEqual([true, null]);
}, 20_000);
