// Who did what: one event for each thing that matters, without a name in it, that nobody changes afterwards.

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { applyRetention } from "../../libs/people/apply-retention.ts";
import { putContact, putPerson } from "../../libs/people/people.ts";
import { withDatabase } from "../../libs/service/database.ts";
import { PeopleKeeping } from "../../libs/service/people/keeping.ts";
import { Browser, leadsTo } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { TEST_KEY } from "../support/people-keys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { folderOfRun } from "../support/test-run.ts";
import { eventually } from "../workflows/service.ts";
import { HUB_LEAD, recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const OPERATOR = { role: "operator", who: "op-1" } as const;
const LEAD = "hub-lead.great-north";
const CANARY = "Zebedee";
const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;
let erasureLog: string;

beforeAll(async () => {
  store = await freshStore();
  const journey = await putJourney(store, {
    urn: "100001",
    hub: "great-north",
    workGroup: "wg-1",
    until: "2020-12-01",
  });
  await putPerson(store.app, { id: "p-head", firstName: CANARY, lastName: "Example", email: "head@example.org" });
  await putContact(store.app, { journey, role: "headteacher", person: "p-head" });
  erasureLog = join(folderOfRun(), "security-erasures.log");
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2020-12-02T08:00:00Z",
    commandTimeoutMs: 500,
    erasureLog,
  });
}, 60_000);

afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

interface Event {
  what: string;
  outcome: string;
  who: string | null;
  role: string | null;
  hub: string | null;
  about: string | null;
  code: string | null;
  request: string | null;
}

const SELECT =
  "select what, outcome, who, role, hub, about, code, request from security_events where no > $1 order by no";

/** What was noted of some work: so many events, each once. */
async function noted(count: number, work: () => Promise<unknown>): Promise<Event[]> {
  const [{ no }] = await store.owner.query<[{ no: string | null }]>("select max(no) as no from security_events");
  await work();
  return eventually(async () => {
    const events = await store.owner.query<Event[]>(SELECT, [no ?? 0]);
    if (events.length < count) throw new Error(`only ${events.length}`);
    return events;
  });
}

const request = (id: string) => ({ headers: { "x-request-id": id } });

describe("one event for each", () => {
  const lead = { who: LEAD, role: "hub-lead", hub: "great-north", request: expect.any(String) as unknown };

  it("sign-in, sign-out, sign-out everywhere", async () => {
    const browser = new Browser(api.origin);
    const done = { outcome: "done", about: null, ...lead };
    expect(await noted(1, () => browser.signIn(LEAD))).toEqual([{ what: "sign-in", code: null, ...done }]);
    expect(await noted(1, () => browser.go("/sign-out", {}))).toEqual([{ what: "sign-out", code: null, ...done }]);
    await browser.signIn(LEAD);
    const page = await browser.go("/sessions");
    expect(await noted(1, () => browser.submit(page, { all: "yes" }, "/sessions/end"))).toEqual([
      { what: "sign-out", code: "everywhere", ...done },
    ]);
    expect(await noted(0, () => browser.go("/sign-out", {}))).toEqual([]);
  }, 20_000);

  it("sign-in that failed, and token that is not believed", async () => {
    const stranger = { who: null, role: null, hub: null };
    expect(await noted(1, () => new Browser(api.origin).go("/signed-in?code=a&state=b"))).toMatchObject([
      { what: "sign-in", outcome: "failed", ...stranger },
    ]);
    const asked = () => api.get("/api/v1/journeys", { token: "a.b.c", ...request("r-token") });
    expect(await noted(1, asked)).toEqual([
      {
        what: "token-failed",
        outcome: "failed",
        ...stranger,
        about: null,
        code: "unauthenticated",
        request: "r-token",
      },
    ]);
  });

  it("refusal, of a person and of a stranger, on the API and on a page", async () => {
    const asked = () =>
      api.post("/api/v1/journeys/100001-primary/offer-place", {}, { as: { role: "auditor" }, ...request("r-1") });
    const about = "POST /api/v1/journeys/:id/offer-place";
    expect(await noted(1, asked)).toEqual([
      {
        what: "refused",
        outcome: "refused",
        who: "auditor",
        role: "auditor",
        hub: null,
        about,
        code: "forbidden",
        request: "r-1",
      },
    ]);
    expect(await noted(1, () => api.get("/api/v1/journeys", { as: null }))).toMatchObject([
      { what: "refused", who: null, code: "unauthenticated" },
    ]);
    const browser = await Browser.signedIn(api.origin, "hub-coordinator.great-north");
    expect(await noted(1, () => browser.go("/money"))).toMatchObject([
      {
        what: "refused",
        who: "hub-coordinator.great-north",
        hub: "great-north",
        about: "GET /money",
        code: "forbidden",
      },
    ]);
    expect(await noted(1, () => new Browser(api.origin).go("/money"))).toMatchObject([
      { what: "refused", who: null, about: "GET /money", code: "unauthenticated" },
    ]);
  }, 20_000);

  it("asking for what is another’s, by a program and at a page; not for what nobody has", async () => {
    const as = { role: "hub-lead", who: "p-south", hub: "far-south" } as const;
    const by = { who: "p-south", role: "hub-lead", hub: "far-south" };
    const one = { what: "not-theirs", outcome: "refused", ...by };
    const asked = (path: string) => noted(1, () => api.get(`/api/v1/${path}`, { as, ...request("r-other") }));
    expect(await asked("journeys/100001-primary")).toEqual([
      { ...one, about: "journey 100001-primary", code: "GET /api/v1/journeys/:id", request: "r-other" },
    ]);
    expect(await asked("people/p-head/export")).toMatchObject([{ ...one, about: "person p-head" }]);
    expect(await asked("hubs/great-north/tasks")).toMatchObject([{ ...one, about: "hub great-north" }]);
    const school = { as: { role: "school-contact", urns: ["100002"] } } as const;
    const posted = () => api.post("/api/v1/calendar-links", { journey: "100001-primary" }, school);
    expect(await noted(1, posted)).toMatchObject([{ what: "not-theirs", about: "journey 100001-primary", hub: null }]);
    const browser = await Browser.signedIn(api.origin, "hub-lead.east-midlands-south");
    expect(await noted(1, () => browser.go("/journeys/100001-primary"))).toMatchObject([
      { what: "not-theirs", who: "hub-lead.east-midlands-south", code: "GET /journeys/:id" },
    ]);
    // The same again of what nobody has, then of what somebody has: that one alone is noted.
    const nobodys = ["journeys/100009-primary", "people/p-nobody/export", "hubs/no-hub/tasks", "work-groups/no-1"];
    const looks = async () => {
      for (const path of nobodys) await api.get(`/api/v1/${path}`, { as });
      await api.get("/api/v1/journeys/100001-primary", { as });
    };
    expect(await noted(1, looks)).toMatchObject([{ about: "journey 100001-primary" }]);
  }, 20_000);

  it("whoever asks all day for what is another’s fills no table, and hides nobody else", async () => {
    const asks = (who = "p-crawler") =>
      api.get("/api/v1/journeys/100001-primary", { as: { role: "hub-lead", who, hub: "far-south" } });
    const events = await noted(121, async () => {
      for (let no = 0; no < 130; no++) await asks();
      await asks("p-other");
    });
    expect(events.filter(({ who }) => who === "p-crawler")).toHaveLength(120);
    expect(events.at(-1)).toMatchObject({ who: "p-other" });
    expect(output.text().match(/"what":"not-theirs","outcome":"refused","who":"p-crawler"/gu)).toHaveLength(130);
    api.pass(61); // by the service's clock, another minute
    expect(await noted(1, () => asks())).toHaveLength(1);
  }, 60_000);

  it("role that changed at the sign-in, and one that was taken back", async () => {
    const browser = await Browser.signedIn(api.origin, LEAD);
    const later = () =>
      store.owner.query("update sessions set asked_at = asked_at - interval '6 minutes', ask_after = now()");
    api.signIn.becomes(LEAD, { role: "auditor" });
    await later();
    expect(await noted(1, () => browser.go("/sessions"))).toMatchObject([
      {
        what: "role-changed",
        outcome: "done",
        who: LEAD,
        role: "auditor",
        hub: null,
        code: "was hub-lead great-north",
      },
    ]);
    api.signIn.becomes(LEAD, null);
    await later();
    expect(await noted(2, () => browser.go("/sessions"))).toMatchObject([
      { what: "role-changed", who: LEAD, code: "taken-back" },
      { what: "refused", who: null, code: "unauthenticated" },
    ]);
  }, 20_000);

  it("export and erasure of a person, at a terminal too; what is not there is no export", async () => {
    const by = { who: HUB_LEAD.who, role: "hub-lead", hub: "great-north" };
    const exported = () => api.get("/api/v1/people/p-head/export", request("r-export"));
    const one = { outcome: "done", about: "p-head", code: null };
    expect(await noted(1, exported)).toEqual([{ what: "person-exported", ...one, ...by, request: "r-export" }]);
    expect(await noted(0, () => api.get("/api/v1/people/p-nobody/export"))).toEqual([]);
    const terminal = (work: (kept: PeopleKeeping) => Promise<unknown>) =>
      withDatabase(store.appUrl, { name: "test", poolSize: 1, keys: [TEST_KEY] }, (database) =>
        work(new PeopleKeeping(database, erasureLog)),
      );
    expect(await noted(0, () => terminal((kept) => kept.export("p-nobody")))).toEqual([]);
    const erased = () => api.post("/api/v1/people/p-head/erasure", { reason: CANARY }, request("r-erase"));
    expect(await noted(1, erased)).toEqual([
      { what: "person-erased", ...one, ...by, code: "request", request: "r-erase" },
    ]);
    expect(await noted(1, () => terminal((kept) => kept.export("p-head")))).toMatchObject([
      { what: "person-exported", who: "terminal", about: "p-head" },
    ]);
  }, 20_000);

  it("is in the log as well, and names nobody", async () => {
    const [{ all }] = await store.owner.query<[{ all: string }]>(
      'select json_agg(e)::text as "all" from security_events e',
    );
    const log = output.text();
    expect(log).toMatch(/"message":"security","what":"person-exported","outcome":"done","who":"p-1"/u);
    for (const text of [all, log]) expect(text).not.toContain(CANARY);
  });
});

describe("what was noted", () => {
  it.each([
    ["update security_events set who = 'nobody'"],
    ["delete from security_events"],
    ["truncate security_events"],
  ])("stands, whoever says %s", async (statement) => {
    for (const role of [store.app, store.owner]) await expect(role.query(statement)).rejects.toThrow();
  });

  it("is dropped after two years, by retention, and no sooner", async () => {
    const ages = ["2 years 1 day", "1 year 364 days"];
    for (const age of ages)
      await store.owner.query(
        `insert into security_events (at, what, outcome, code) values (now() - $1::interval, 'sign-in', 'done', $1)`,
        [age],
      );
    await applyRetention(store.app, erasureLog, { dryRun: true });
    const left = async () =>
      (
        await store.owner.query<{ code: string }[]>("select code from security_events where code = any($1)", [ages])
      ).map(({ code }) => code);
    expect(await left()).toEqual(ages);
    await applyRetention(store.app, erasureLog);
    expect(await left()).toEqual(["1 year 364 days"]);
  });

  it("is read page by page, filtered, by operators and auditors", async () => {
    const page = await api.get("/api/v1/security-events?what=refused&limit=2", { as: OPERATOR });
    const items = page.body["items"] as { no: number; what: string }[];
    expect(items.map(({ what }) => what)).toEqual(["refused", "refused"]);
    expect(page.body["next"]).toBe(items[1]?.no);
    const next = await api.get(`/api/v1/security-events?what=refused&limit=2&after=${String(page.body["next"])}`, {
      as: { role: "auditor" },
    });
    expect((next.body["items"] as { no: number }[])[0]?.no).toBeLessThan(items[1]?.no ?? 0);
    const of = async (query: string) =>
      ((await api.get(`/api/v1/security-events?${query}`, { as: OPERATOR })).body["items"] as Event[]).length;
    expect(await of("who=p-1&what=person-erased")).toBe(1);
    expect(await of("hub=no-hub")).toBe(0);
    expect(await of("outcome=failed&until=2020-01-01")).toBe(0);
    expect((await api.get("/api/v1/security-events?kind=x", { as: OPERATOR })).status).toBe(422);
    expect((await api.get("/api/v1/security-events")).status).toBe(403);
  });

  it("is a page of its own for them, on the way from every page", async () => {
    const operator = await Browser.signedIn(api.origin, "operator");
    expect(leadsTo(await operator.go("/"), "/security")).toBe(true);
    const auditor = await Browser.signedIn(api.origin, "auditor");
    for (const page of ["/security", "/moves"]) {
      expect(leadsTo(await auditor.go("/"), page)).toBe(true);
      expect((await auditor.go(page)).status).toBe(200);
    }
    const { text } = await operator.go("/security?what=person-erased&who=p-1&hub=&since=nonsense");
    expect(text).toMatch(/Person erased[\s\S]*<data value="p-1">p-1<\/data>[\s\S]*p-head[\s\S]*r-erase/u);
    expect(text).not.toContain("r-export");
    const lead = await Browser.signedIn(api.origin, "hub-lead.east-midlands-south");
    expect((await lead.go("/security")).status).toBe(403);
  }, 20_000);
});
