// What a hub works through in a morning: its tasks, what a decision would come to, and the account of its reminders.
// PostgreSQL alone is there.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { freePort } from "../../apps/cli/setup/ports.ts";
import { putJourney } from "../support/journeys.ts";
import type { Who } from "../support/sign-in.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { recordOutput, startApi, type ApiUnderTest } from "./api-under-test.ts";

const NOW = "2021-01-18T12:00:00Z";
const output = recordOutput();
let store: TestStore;
let api: ApiUnderTest;

beforeAll(async () => {
  store = await freshStore();
  await putJourney(store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until: NOW });
  await putJourney(store, { urn: "100002", hub: "great-north", workGroup: "wg-2", until: NOW });
  await putJourney(store, { urn: "100003", hub: "far-south", workGroup: "wg-9", until: NOW });
  api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: NOW,
    commandTimeoutMs: 500,
  });
}, 60_000);
afterAll(async () => {
  await api?.stop();
  await store?.close();
  output.end();
}, 30_000);

interface Task {
  journey: string;
  id: string;
  dueOn: string;
  soFar: { what: string }[];
  choices: string[];
  assignee: string | null;
}
const tasks = async (query = "", as?: Who): Promise<Task[]> =>
  (await api.get(`/api/v1/hubs/great-north/tasks${query}`, as ? { as } : {})).body["items"] as Task[];
const events = async (): Promise<number> =>
  ((await store.owner.query("select count(*)::int as n from events")) as { n: number }[])[0]?.n ?? 0;

describe("the tasks of a hub", () => {
  it("come by the day by which they are to be decided, page by page", async () => {
    const all = await tasks("?status=decided&limit=200");
    expect(all.length).toBeGreaterThan(1);
    expect(all.map(({ dueOn }) => dueOn)).toEqual(all.map(({ dueOn }) => dueOn).sort());
    expect(new Set(all.map(({ journey }) => journey))).toEqual(new Set(["100001-primary", "100002-primary"]));
    const first = (await api.get("/api/v1/hubs/great-north/tasks?status=decided&limit=1")).body;
    expect(first["items"]).toEqual(all.slice(0, 1));
    expect(await tasks(`?status=decided&limit=1&after=${encodeURIComponent(String(first["next"]))}`)).toEqual(
      all.slice(1, 2),
    );
  });

  it("say what happened so far, and what can be chosen", async () => {
    const open = (await tasks()).find(({ id }) => id === "2020/21/gap-task-1");
    expect(open?.dueOn).toBe("2021-01-25");
    expect(open?.soFar.map(({ what }) => what)).toEqual([
      "Due soon: gap-task-1; a reminder goes to the maths lead and the lead teacher.",
      "Missed: gap-task-1, which was due on 8 December 2020.",
      "Still not done: gap-task-1. It goes to the maths lead and the lead teacher.",
      "Still not done: gap-task-1. It goes to the headteacher.",
      "Spring reminder to the maths lead and the lead teacher: outstanding meeting-1, " +
        "headteacher-first-workshop, headteacher-meeting-autumn and gap-task-1; coming up meeting-2, " +
        "headteachers-meeting, action-plan, headteacher-meeting-spring and gap-task-2.",
      "Still not done: gap-task-1. It goes to the hub lead.",
      "The hub lead has to decide about gap-task-1.",
    ]);
    // A Readiness year pays nothing: there is no grant to withhold.
    expect(open?.choices).toEqual(["extend", "waive", "visit", "concern", "withdraw"]);
  });

  it("are those of one’s own groups, for who leads them; of no other hub", async () => {
    const mine = await tasks("?status=decided", { role: "work-group-lead", hub: "great-north", workGroups: ["wg-2"] });
    expect(new Set(mine.map(({ journey }) => journey))).toEqual(new Set(["100002-primary"]));
    expect((await api.get("/api/v1/hubs/far-south/tasks")).status).toBe(404);
    expect((await api.get("/api/v1/hubs/great-north/tasks?status=lost")).status).toBe(422);
  });
});

describe("what a command would come to", () => {
  const at = "/api/v1/journeys/100001-primary";
  const words = (body: Record<string, unknown>): string[] =>
    (body["consequences"] as { what: string }[]).map(({ what }) => what);

  it("is said in words before it is confirmed, and nothing is kept", async () => {
    const before = await events();
    const waived = await api.post(`${at}/waive-commitment?preview=true`, {
      commitment: "gap-task-1",
      reason: "Agreed with the head",
    });
    expect([waived.status, waived.body["preview"], waived.body["status"]]).toEqual([200, true, "participating"]);
    expect(words(waived.body)).toEqual([
      "Waived: gap-task-1.",
      "Nobody is chased about gap-task-1 any more.",
      "Nothing is left to decide on 2020/21/gap-task-1.",
    ]);
    const moved = await api.post(`${at}/reschedule-commitment?preview=true`, {
      commitment: "gap-task-1",
      dueOn: "2021-02-10",
      reason: "Agreed",
    });
    expect(words(moved.body)[0]).toBe("gap-task-1 is now due on 10 February 2021.");
    const late = await api.post(`${at}/complete-gap-task?preview=true`, { commitment: "gap-task-1", on: "2021-01-18" });
    expect(words(late.body)).toEqual([
      "The school completes gap-task-1.",
      "Met, late: gap-task-1.",
      "Nobody is chased about gap-task-1 any more.",
      "Nothing is left to decide on 2020/21/gap-task-1.",
    ]);
    const decided = await api.post(`${at}/decide-task?preview=true`, {
      task: "2020/21/gap-task-1",
      decision: "withdraw",
      reason: "They asked to",
    });
    expect([decided.body["status"], words(decided.body).at(-1)]).toEqual(["withdrawn", "The school is withdrawn."]);
    expect(await events()).toBe(before);
    expect(await store.owner.query("select count(*)::int as n from commands")).toEqual([{ n: 0 }]);
  });

  it("is turned down as the command itself would be", async () => {
    const refused = await api.post(`${at}/waive-commitment?preview=true`, { commitment: "gap-task-1" });
    expect([refused.status, refused.body["code"]]).toEqual([409, "reason-required"]);
    expect(
      (
        await api.post(
          `${at}/waive-commitment?preview=true`,
          { commitment: "gap-task-1", reason: "x" },
          { as: { role: "work-group-lead", hub: "great-north", workGroups: ["wg-1"] } },
        )
      ).status,
    ).toBe(403);
    expect(
      (
        await api.post("/api/v1/journeys/100003-primary/waive-commitment?preview=true", {
          commitment: "gap-task-1",
          reason: "x",
        })
      ).status,
    ).toBe(404);
    expect(
      (await api.post(`${at}/waive-commitment?preview=maybe`, { commitment: "gap-task-1", reason: "x" })).status,
    ).toBe(422);
    expect(
      (
        await api.post(
          `${at}/waive-commitment?preview=true`,
          { commitment: "gap-task-1", reason: "x" },
          { ifMatch: '"1"' },
        )
      ).status,
    ).toBe(412);
  });
});

describe("the account of a hub’s reminders", () => {
  const report = async (query: string) =>
    (await api.get(`/api/v1/hubs/great-north/reminders/report${query}`)).body as {
      totals: Record<string, number>;
      items: Record<string, unknown>[];
      next: string | null;
    };

  it("has every one that was due, once, and adds up", async () => {
    const { totals, items } = await report("?academicYear=2020/21&limit=200");
    const { due, sent = 0, merged = 0, heldBack = 0, superseded = 0, pending = 0, stalled = 0 } = totals;
    expect(sent + merged + heldBack + superseded + pending + stalled).toBe(due);
    expect([items.length, new Set(items.map(({ id }) => id)).size]).toEqual([due, due]);
    expect(
      items.filter(({ kind }) => kind === "termly").map(({ id, dueAt }) => `${String(id)} ${String(dueAt)}`),
    ).toEqual([
      "100001-primary:1-autumn 2020-09-14T08:00:00Z",
      "100001-primary:1-spring 2021-01-11T09:00:00Z",
      "100002-primary:1-autumn 2020-09-14T08:00:00Z",
      "100002-primary:1-spring 2021-01-11T09:00:00Z",
    ]);
  });

  it("of a term, a kind, an outcome, page by page", async () => {
    expect((await report("?term=spring&kind=termly")).totals["due"]).toBe(2);
    const page = await report("?kind=termly&limit=3");
    expect([
      page.items.length,
      (await report(`?kind=termly&limit=3&after=${encodeURIComponent(page.next ?? "")}`)).items.length,
    ]).toEqual([3, 1]);
    // What is due soon goes within a letter that goes anyway.
    expect((await report("?outcome=held-back")).items.map(({ kind, why }) => `${kind} ${why}`)).toEqual([
      "chaser no-letter",
      "chaser no-letter",
    ]);
    expect((await api.get("/api/v1/hubs/great-north/reminders/report?term=winter")).status).toBe(422);
  });
});
