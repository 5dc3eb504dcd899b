// A hub's tasks as lines, and one decision on all schools of a line, through the real API and console.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const UNTIL = "2021-01-18T12:00:00Z";
const LINE = "/tasks/together?group=wg-1&task=2020%2F21%2Fgap-task-1&decision=concern";
const output = recordOutput();
let whole: WholeService;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-01-27T12:00:00Z");
  for (const urn of ["100001", "100002", "100003"])
    await putJourney(whole.store, { urn, hub: "great-north", workGroup: "wg-1", until: UNTIL });
  await putJourney(whole.store, { urn: "100004", hub: "great-north", workGroup: "wg-2", until: UNTIL });
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

describe("the tasks of Work Groups themselves", () => {
  beforeAll(async () => {
    for (const [id, below] of [
      ["wg-1", null],
      ["wg-2", "2021-01-22"],
    ])
      await whole.store.owner.query(
        `insert into work_groups (id, hub, prospectus, also, academic_year, status, lead, lead_role, delivery, reserved,
          taken, waiting, below, version, summary, formed_at, updated_at)
         values ($1, 'great-north', '2020-21/primary-readiness', '{}', '2020/21', 'formed', 'lead-1', 'readiness-lead',
          'in-person', 0, 3, 0, $2, 1, '', now(), now())`,
        [id, below],
      );
    await whole.store.owner.query(
      `insert into work_group_sessions (work_group, code, held_on, length, place, status) values
        ('wg-1', 'session-1', '2021-01-13', 'half-day', 'in-person', 'scheduled'),
        ('wg-1', 'session-2', '2021-01-20', 'half-day', 'in-person', 'held'),
        ('wg-1', 'session-3', '2021-01-27', 'half-day', 'in-person', 'scheduled')`,
    );
    await whole.store.owner.query(
      `insert into events (stream, seq, type, at, data, actor, command_id, schema_version) values
        ('work-group/wg-2', 1, 'GroupFellBelow', '2021-01-15T10:00:00Z', '{"holding":1,"least":2,"dueOn":"2021-01-22"}',
         '{"who":"hub","role":"hub-lead"}', 'c1', 1)`,
    );
  });
  const tasks = async (query = "", send?: Parameters<typeof whole.api.get>[1], list = "group-tasks") =>
    ok(await whole.api.get(`/api/v1/hubs/great-north/${list}?limit=100${query}`, send))["items"] as Record<
      string,
      unknown
    >[];
  const inShort = (items: readonly Record<string, unknown>[]) =>
    items.map(({ about, workGroup, commitment, dueOn }) => [about, workGroup, commitment, dueOn]);
  const REGISTER = ["register", "wg-1", "session-1", "2021-01-21"];
  const TOO_FEW = ["group", "wg-2", null, "2021-01-22"];

  it("are a list of their own, by their day, one a thing, and say what settles them", async () => {
    const all = await tasks();
    expect(inShort(all)).toEqual([REGISTER, TOO_FEW]);
    expect(all.map(({ on, assignee, commands }) => [on, assignee, commands])).toEqual([
      ["2021-01-13", null, ["take-register", "move-session", "cancel-session"]],
      [null, null, ["decide-group"]],
    ]);
    expect(inShort(await tasks("&about=register"))).toEqual([REGISTER]);
    expect(inShort(await tasks("&about=group"))).toEqual([TOO_FEW]);
    expect(await tasks("&assignee=somebody")).toEqual([]);
  }, 20_000);

  it("are not among those of the schools: each of those has its school, as before", async () => {
    const ofSchools = await tasks("", undefined, "tasks");
    expect(ofSchools.length).toBeGreaterThan(0);
    expect(ofSchools.filter(({ journey, urn }) => typeof journey !== "string" || typeof urn !== "string")).toEqual([]);
    expect(await tasks("&about=register", undefined, "tasks")).toEqual([]);
  }, 20_000);

  it("are found page by page, each once", async () => {
    const first = ok(await whole.api.get("/api/v1/hubs/great-north/group-tasks?limit=1"));
    const after = encodeURIComponent(String(first["next"]));
    const second = ok(await whole.api.get(`/api/v1/hubs/great-north/group-tasks?limit=1&after=${after}`));
    const all = [first, second].flatMap(({ items }) => items as Record<string, unknown>[]);
    expect([inShort(all), second["next"]]).toEqual([[REGISTER, TOO_FEW], null]);
  }, 20_000);

  it("are seen by the lead of the group alone of its leads, and by no school", async () => {
    const as = (workGroups: string[]) => ({ role: "work-group-lead" as const, hub: "great-north", workGroups });
    expect(inShort(await tasks("", { as: as(["wg-2"]) }))).toEqual([TOO_FEW]);
    expect(await tasks("", { as: as(["none"]) })).toEqual([]);
    const school = { role: "school-contact" as const, urns: ["100001"] };
    expect((await whole.api.get("/api/v1/hubs/great-north/group-tasks", { as: school })).status).toBe(403);
  }, 20_000);

  it("are lines of the morning, with their forms one click on; schools hear nothing of it", async () => {
    const { text } = await lead.go("/tasks");
    expect(text).toMatch(/href="\/groups\/wg-1">[^<]*<\/a>: Register of session 1 on 13 January 2021/u);
    expect(text).toContain('href="/groups/wg-1/take-register?session=session-1"');
    expect(text).toMatch(/href="\/groups\/wg-2">[^<]*<\/a>: The Work Group has fewer schools than it needs/u);
    expect(text).toContain('href="/groups/wg-2/decide-group"');
    const lines = ok(await whole.api.get("/api/v1/tasks?limit=100"))["items"] as Record<string, unknown>[];
    expect(lines.filter(({ schools }) => (schools as unknown[]).length === 0).map(({ task }) => task)).toEqual([
      "2020/21/register/session-1",
      "2020/21/group",
    ]);
    expect((await lead.go("/tasks?show=mine")).text).not.toContain("Register of session 1");
  }, 20_000);
});

describe("the tasks of a morning", () => {
  it("are one line a Work Group and cause, however many schools are in it", async () => {
    const { text } = await lead.go("/tasks");
    expect(text).toMatch(/href="\/groups\/wg-1">[^<]*<\/a>: Gap task 1 was missed \(3 schools\)/u);
    expect(text.match(/: Gap task 1 was missed/gu)).toHaveLength(5);
    expect(text).toContain(`href="${LINE.replaceAll("&", "&amp;")}"`);
  }, 20_000);

  it("are decided for all schools of a line in one step, looked at first", async () => {
    const asked = await lead.go(LINE);
    expect(asked.text).toContain("For these 3 schools");
    const looked = await lead.submit(asked, { reason: "To be talked over at the next meeting" });
    expect(looked.text).toMatch(/Nothing is recorded yet[\s\S]*It would be taken for 3 of\s+3 schools/u);
    const done = await lead.submit(looked, filled(looked).form);
    expect(new URL(done.address).pathname).toBe("/tasks");
    expect(done.text).not.toMatch(/href="\/groups\/wg-1">[^<]*<\/a>: Gap task 1 was missed/u);
  }, 40_000);
});
