// What lies ahead and why, as a hub reads them: real PostgreSQL, no Temporal.

import "reflect-metadata";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { putSchools } from "../../libs/store/schools/schools.ts";
import { Browser } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import type { Who } from "../support/sign-in.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { ok, startApi, type ApiUnderTest } from "./api-under-test.ts";

const J = "/api/v1/journeys/100001-primary";
interface Item {
  what: string;
  on: string;
  unless: string;
  journey: string;
  school: string | null;
  commitment: string | null;
}
let store: TestStore;
let api: ApiUnderTest;

beforeAll(async () => {
  store = await freshStore();
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until: "2020-12-01" });
  await putJourney(store, { urn: "100002", hub: "far-south", workGroup: "wg-2", until: "2020-12-01" });
  await putJourney(store, {
    urn: "100003",
    hub: "great-north",
    workGroup: "wg-1",
    behaviour: "exemplary",
    until: "2022-03-01",
  });
  await putSchools(store.app, [
    {
      urn: "100001",
      name: "Example, Primary",
      phase: "primary",
      funding: "state",
      open: true,
      address: null,
      postcode: null,
      source: "application",
    },
  ]);
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
}, 30_000);

describe("The forward calendar", () => {
  it("of a school: what happens by itself, and what would cancel it", async () => {
    const { status, body } = await api.get(`${J}/calendar?until=2021-01-31`);
    expect(status).toBe(200);
    const items = body["items"] as Item[];
    expect(
      items.filter(({ commitment }) => commitment === "gap-task-1").map(({ on, what }) => `${on} ${what}`),
    ).toEqual([
      "2020-12-08 CommitmentDue",
      "2020-12-09 CommitmentMissed",
      "2020-12-15 CommitmentEscalated",
      "2021-01-04 CommitmentEscalated",
      "2021-01-18 CommitmentEscalated",
      "2021-01-18 TaskOpened",
    ]);
    expect(items.every(({ unless }) => unless.length > 10)).toBe(true);
  });
  it("of a hub: its own schools alone, a month ahead", async () => {
    const { body } = await api.get("/api/v1/hubs/great-north/calendar");
    expect(body["until"]).toBe("2021-01-01");
    const items = body["items"] as Item[];
    expect(new Set(items.map(({ journey }) => journey))).toEqual(new Set(["100001-primary"]));
    expect(items[0]?.school).toBe("Example, Primary");
    expect((await api.get("/api/v1/hubs/far-south/calendar")).status).toBe(404);
  });
  it("of a session whose register nobody takes: its group’s task, and no level in its schools", async () => {
    const ofSession = async () => {
      const items = ok(await api.get(`${J}/calendar?until=2021-05-31`))["items"] as Item[];
      return items.filter(({ commitment }) => commitment === "session-2").map(({ on, what }) => [on, what]);
    };
    const alone = await ofSession();
    expect(alone.map(([, what]) => what)).toEqual([
      "CommitmentDue",
      "CommitmentMissed",
      "CommitmentEscalated",
      "TaskOpened",
    ]);
    const formed = {
      hub: "great-north",
      prospectus: "2020-21/primary-readiness",
      academicYear: "2020/21",
      lead: "lead-1",
      leadRole: "mastery-readiness-lead",
      places: null,
      sessions: [{ session: "session-2", on: alone[0]?.[0], length: "half-day" }],
    };
    await store.owner.query(
      `insert into events (stream, seq, type, at, data, actor, command_id, schema_version) values
        ('work-group/wg-1', 1, 'WorkGroupFormed', '2020-05-01T10:00:00Z', $1, '{"who":"hub","role":"x"}', 'c', 1)`,
      [JSON.stringify(formed)],
    );
    expect((await ofSession()).map(([, what]) => what)).toEqual(["CommitmentDue", "CommitmentMissed"]);
    const browser = await Browser.signedIn(api.origin, "hub-lead.great-north");
    const page = (await browser.go("/journeys/100001-primary")).text;
    expect(page).toMatch(/register of [^<]*session 2[^<]*|session 2[^<]*register/iu);
  }, 30_000);
  it("is asked for a day that is not past, nor too far", async () => {
    for (const until of ["2020-11-30", "2030-01-01", "2021-02-30", "soon"]) {
      const { status, body } = await api.get(`${J}/calendar?until=${until}`);
      expect([status, body["code"]]).toEqual([422, "invalid"]);
    }
  });
  it("as iCalendar: what a school needs, whole days for what is owed, commas kept apart", async () => {
    const response = await fetch(`${api.origin}${J}/calendar.ics?until=2021-01-31`, {
      headers: {
        authorization: `Bearer ${await api.signIn.token({ role: "hub-lead", who: "p-1", hub: "great-north" })}`,
      },
    });
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const text = await response.text();
    expect(text).toContain("DTSTART;VALUE=DATE:20201208");
    expect(text).toContain("X-WR-CALNAME:Example\\, Primary: Teaching for Mastery");
    expect(text).toContain("SUMMARY:Due today: Task 1 between sessions");
    expect(text).toContain("UID:100001-primary/CommitmentDue/2020/21/gap-task-1@school-journeys");
    // Nothing of how a hub follows up, and no inner name.
    expect(text.replaceAll("\r\n ", "").replaceAll(/^UID:.*$/gmu, "")).not.toMatch(/escalat|level|missed|gap-task/iu);
    // A line of more than 75 octets goes on in the next one (RFC 5545, 3.1): what tells two apart may stand there.
    const ids = [...text.replaceAll("\r\n ", "").matchAll(/^UID:(.+)$/gmu)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(0);
  });
});

describe("A link for calendar programs", () => {
  const open = (url: string) => fetch(url.replace(/^https?:\/\/[^/]+/u, api.origin));

  it("shows what its maker sees to whoever has the address, until it is revoked", async () => {
    const made = await api.post("/api/v1/calendar-links", { hub: "great-north" });
    expect(made.status).toBe(201);
    const url = String(made.body["url"]);
    const read = await open(url);
    expect([read.status, read.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    expect(await read.text()).toContain("Example\\, Primary");
    expect((await api.get("/api/v1/calendar-links")).body["items"]).toEqual([
      expect.objectContaining({ of: "great-north", revokedAt: null }),
    ]);
    for (const as of [
      { role: "hub-lead" as const, who: "p-2", hub: "far-south" },
      { role: "finance-officer" as const, who: "p-2", hub: "great-north" },
    ])
      expect((await api.post(`/api/v1/calendar-links/${String(made.body["id"])}/revoke`, {}, { as })).status).toBe(404);
    expect((await api.post(`/api/v1/calendar-links/${String(made.body["id"])}/revoke`, {})).status).toBe(200);
    expect((await open(url)).status).toBe(404);
  });
  it("is the hub’s to list and to revoke, whoever made it", async () => {
    const school = { role: "school-contact" as const, who: "p-3", urns: ["100001"] };
    const made = await api.post("/api/v1/calendar-links", { journey: "100001-primary" }, { as: school });
    const coordinator = { role: "hub-coordinator" as const, who: "p-4", hub: "great-north" };
    const listed = (as: Who) => api.get("/api/v1/hubs/great-north/calendar-links", { as });
    expect((await listed(coordinator)).body["items"]).toContainEqual(
      expect.objectContaining({ id: made.body["id"], of: "100001-primary", madeBy: "p-3", revokedAt: null }),
    );
    expect((await listed({ ...coordinator, hub: "far-south" })).status).toBe(404);
    expect((await listed(school)).status).toBe(403);
    const revoke = `/api/v1/calendar-links/${String(made.body["id"])}/revoke`;
    expect((await api.post(revoke, {}, { as: { ...coordinator, hub: "far-south" } })).status).toBe(404);
    const preview = `${revoke}?preview=true`;
    expect((await api.post(preview, {}, { as: { ...coordinator, hub: "far-south" } })).status).toBe(404);
    expect(await api.post(preview, {}, { as: coordinator })).toMatchObject({
      status: 200,
      body: { id: made.body["id"], revokedAt: null, preview: true },
    });
    expect((await open(String(made.body["url"]))).status).toBe(200);
    expect((await api.post(revoke, {}, { as: coordinator })).status).toBe(200);
    expect((await open(String(made.body["url"]))).status).toBe(404);
  });
  it("is made once under a key, which is looked at alike in a preview and for good", async () => {
    const path = "/api/v1/calendar-links";
    const count = async () => ((await api.get(path)).body["items"] as unknown[]).length;
    const before = await count();
    const made = await api.post(path, { hub: "great-north" }, { key: "calendar" });
    const again = await api.post(path, { hub: "great-north" }, { key: "calendar" });
    expect([made.status, again.status, again.body]).toEqual([201, 201, made.body]);
    expect(await (await open(String(again.body["url"]))).text()).toContain("Example\\, Primary");
    expect(await count()).toBe(before + 1);
    expect(await api.post(path, { hub: "great-north", days: 3 }, { key: "calendar" })).toMatchObject({
      status: 422,
      body: { code: "key-reused" },
    });
    const revoke = `${path}/${String(made.body["id"])}/revoke`;
    for (const [to, body] of [
      [path, { hub: "great-north" }],
      [revoke, {}],
    ] as const)
      for (const query of ["", "?preview=true"])
        expect((await api.post(to + query, body, { key: "ü" })).status).toBe(400);
    expect([await count(), (await open(String(made.body["url"]))).status]).toEqual([before + 1, 200]);
    expect((await api.post(revoke, {}, { key: "end" })).body).toEqual(
      (await api.post(revoke, {}, { key: "end" })).body,
    );
    expect(await api.post(path, { hub: "great-north" }, { key: "calendar" })).toMatchObject({
      status: 201,
      body: { revokedAt: expect.any(String) as unknown },
    });
  });
  it("is seen by name at the console, and ended there by the hub or an operator", async () => {
    const school = { role: "school-contact" as const, who: "p-3", urns: ["100001"] };
    await api.post("/api/v1/calendar-links", { journey: "100001-primary" }, { as: school });
    const coordinator = await Browser.signedIn(api.origin, "hub-coordinator.great-north");
    const { text } = await coordinator.go("/calendar-links");
    expect(text).toMatch(/Example, Primary[\s\S]*Primary, URN 100001[\s\S]*A contact of the school/u);
    expect(text).not.toContain('name="hub"><option');
    const operator = await Browser.signedIn(api.origin, "operator");
    expect((await operator.go("/more")).text).toContain('href="/calendar-links"');
    expect((await operator.go("/calendar-links")).text).toContain('<option value="great-north">Great North');
    const page = await operator.go("/calendar-links?hub=great-north");
    expect(page.text).toContain("Calendar links of Great North");
    const [, action = ""] = /action="(\/calendar-links\/[^"]+\/revoke)"/u.exec(page.text) ?? [];
    const done = await operator.submit(page, {}, action);
    expect(done.text).toContain("The link shows nothing from now on.");
    expect(done.text).toContain("Calendar links of Great North");
    const auditor = await Browser.signedIn(api.origin, "auditor");
    expect((await auditor.go("/calendar-links")).status).toBe(403);
  }, 20_000);
  it("ends by itself: after the days that were asked, else after a year", async () => {
    const made = await api.post("/api/v1/calendar-links", { journey: "100001-primary", days: 1 });
    const forAYear = await api.post("/api/v1/calendar-links", { journey: "100001-primary" });
    expect([made.body["expiresAt"], forAYear.body["expiresAt"]]).toEqual([
      "2020-12-02T23:59:59Z",
      "2021-12-01T23:59:59Z",
    ]);
    expect((await api.post("/api/v1/calendar-links", { journey: "100001-primary", days: 1_000 })).status).toBe(422);
    expect((await open(String(made.body["url"]))).status).toBe(200);
    await store.owner.query("update calendar_links set expires_at = made_at where id = $1", [made.body["id"]]);
    await store.owner.query(
      "update calendar_links set expires_at = null, made_at = made_at - interval '1 year' where id = $1",
      [forAYear.body["id"]],
    );
    for (const { body } of [made, forAYear]) expect((await open(String(body["url"]))).status).toBe(404);
  });
  it("is kept as a digest: the database does not hold its address", async () => {
    const made = await api.post("/api/v1/calendar-links", { journey: "100001-primary" });
    const secret = /calendars\/(.+)\.ics$/u.exec(String(made.body["url"]))?.[1] ?? "";
    expect(secret).toHaveLength(43);
    expect(JSON.stringify(await store.app.query("select * from calendar_links"))).not.toContain(secret);
  });
  it("is of one thing that its maker sees", async () => {
    const school = { role: "school-contact" as const, who: "p-3", urns: ["100001"] };
    const asked: [object, object, number][] = [
      [{}, {}, 422],
      [{ hub: "great-north", journey: "100001-primary" }, {}, 422],
      [{ hub: "far-south" }, {}, 404],
      [{ journey: "100002-primary" }, {}, 404],
      [{ workGroup: "nobody-1" }, {}, 404],
      [{ hub: "great-north" }, { as: school }, 403],
      [{ journey: "100003-primary" }, { as: school }, 404],
      [{ journey: "100001-primary" }, { as: school }, 201],
    ];
    for (const [body, send, status] of asked)
      expect([body, (await api.post("/api/v1/calendar-links", body, send)).status]).toEqual([body, status]);
  });
  it("nobody guesses one", async () => {
    for (const secret of ["x", "q5Yb1m1sV0p7Q3cR8mU2nT4xW6zA9bC1dE3fG5hJ7kL"])
      expect((await open(`${api.origin}/calendars/${secret}.ics`)).status).toBe(404);
  });
});

describe("Why", () => {
  it("a grant, as of any date: the page, the register, both approvals, the run", async () => {
    const paid = await api.get("/api/v1/journeys/100003-primary/grants/2021-22/why?asOf=2022-08-31");
    expect(paid.status).toBe(200);
    expect(paid.body["stands"]).toMatch(/^£1,000 is paid, approved by .+ and .+\.$/u);
    expect((paid.body["chain"] as { rule: { source: string } | null }[])[0]?.rule?.source).toBe("page");
    const early = await api.get("/api/v1/journeys/100003-primary/grants/2021-22/why?asOf=2021-09-02");
    expect(early.body["stands"]).toMatch(/^£1,000 is due, not yet payable/u);
    expect((await api.get("/api/v1/journeys/100003-primary/grants/2021-22/why?asOf=2021-08-01")).status).toBe(404);
  });
  it("a reminder and no other event, of one’s own hub alone", async () => {
    const { body } = await api.get(J);
    const [reminder] = body["reminders"] as { seq: number }[];
    const why = await api.get(`${J}/events/${reminder?.seq}/why`);
    expect(why.body["about"]).toBe("The autumn reminder of 2020/21");
    for (const seq of ["1", "999", "x"]) expect((await api.get(`${J}/events/${seq}/why`)).status).toBe(404);
    expect((await api.get(`/api/v1/journeys/100002-primary/events/${reminder?.seq}/why`)).status).toBe(404);
  });
});
