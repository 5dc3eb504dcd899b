// A hub's morning at the console: its tasks, what a decision would come to, and the decision; through the real API,
// worker and session.

import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Browser, filled, leadsTo } from "../support/browser.ts";
import { putJourney } from "../support/journeys.ts";
import { recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const UNTIL = "2021-01-18T12:00:00Z";
const TASK = { task: "2020/21/gap-task-1", decision: "waive", reason: "Agreed with the headteacher" };
const DECIDE = "/journeys/100001-primary/decide-task?then=tasks&task=2020%2F21%2Fgap-task-1&decision=waive";
const output = recordOutput();
let whole: WholeService;
let coordinator: Browser;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-01-27T12:00:00Z");
  await putJourney(whole.store, { urn: "100001", hub: "great-north", workGroup: "wg-1", until: UNTIL });
  await putJourney(whole.store, { urn: "100003", hub: "far-south", workGroup: "wg-9", until: UNTIL });
  coordinator = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
  lead = await Browser.signedIn(whole.api.origin, "hub-lead.great-north");
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const decisions = async (): Promise<number> =>
  (
    await whole.store.app.query<{ n: number }[]>(
      `select count(*)::int as n from events where stream = 'journey/100001-primary' and type = 'TaskDecided'`,
    )
  )[0]?.n ?? 0;

describe("the tasks of a morning", () => {
  it("are on the way from the first page, the overdue first, each with what happened and may be chosen", async () => {
    const home = await lead.go("/");
    expect(leadsTo(home, "/tasks")).toBe(true);
    expect(home.text).toMatch(/Overdue[\s\S]*Missed: [\s\S]*was to be decided by Monday 25 January 2021/u);
    const { text } = await lead.go("/tasks");
    expect(text).toMatch(/Overdue: to be decided by 25 January 2021/u);
    expect(text).toContain("Still not done: gap task 1. It goes to the hub lead.");
    expect(text).toContain(`href="${DECIDE.replaceAll("&", "&amp;")}"`);
    expect(text).not.toContain("100003");
    expect((await new Browser(whole.api.origin).go("/tasks")).status).toBe(401);
  }, 20_000);

  it("are given to somebody, who finds them among their own", async () => {
    expect((await coordinator.go("/tasks?show=mine")).text).toContain("No task fits all of this");
    const [, take = ""] =
      /href="([^"]*assign-task[^"]*assignee=[^"]*)"/u.exec((await coordinator.go("/tasks")).text) ?? [];
    const form = await coordinator.go(take.replaceAll("&amp;", "&"));
    const given = await coordinator.submit(form, { task: TASK.task, assignee: "hub-coordinator.great-north" });
    expect([given.status, new URL(given.address).pathname]).toEqual([200, "/tasks"]);
    expect((await coordinator.go("/tasks?show=mine")).text).toMatch(/Gap task 1 was missed[\s\S]*Given to you/u);
    expect(given.text).not.toContain("decide-task");
  }, 20_000);
});

describe("a decision", () => {
  it("is looked at before it is confirmed: nothing is recorded, and it can be changed", async () => {
    const before = await decisions();
    const looked = await lead.submit(await lead.go(DECIDE), TASK);
    expect(looked.status).toBe(200);
    expect(looked.text).toMatch(
      /Nothing is recorded yet[\s\S]*<li>Waived: [^<]*<\/li>[\s\S]*<li>Nobody is chased about [^<]* any more\.<\/li>/u,
    );
    const changed = await lead.submit(looked, { change: "yes" });
    expect(changed.text).toMatch(/<textarea[^>]*>Agreed with the headteacher<\/textarea>[\s\S]*Continue/u);
    expect(await decisions()).toBe(before);
  }, 20_000);

  it("that the rules would turn down is turned down when it is looked at", async () => {
    const refused = await lead.submit(await lead.go(DECIDE), { ...TASK, reason: " " });
    expect([refused.status, refused.text.includes("Say why, in words.")]).toEqual([409, true]);
  }, 20_000);

  it("is not confirmed unseen once something has happened in between", async () => {
    const looked = await lead.submit(await lead.go(DECIDE), TASK);
    expect(
      (await whole.api.post("/api/v1/journeys/100001-primary/assign-task", { task: TASK.task, assignee: "somebody" }))
        .status,
    ).toBe(200);
    const stale = await lead.submit(looked);
    expect([stale.status, stale.text.includes("look once more")]).toEqual([412, true]);
  }, 20_000);

  it("confirmed twice is one decision, and leads back to the tasks", async () => {
    const before = await decisions();
    const looked = await lead.submit(await lead.go(DECIDE), TASK);
    const [one, other] = await Promise.all([lead.submit(looked), lead.submit(looked)]);
    for (const page of [one, other])
      expect([page.status, new URL(page.address).pathname, page.text.includes("Decided.")]).toEqual([
        200,
        "/tasks",
        true,
      ]);
    expect(one.text).not.toContain("Gap task 1 was missed");
    expect(await decisions()).toBe(before + 1);
  }, 20_000);

  it("of the other kinds shows its consequences too", async () => {
    const form = await lead.go("/journeys/100001-primary/reschedule-commitment");
    const looked = await lead.submit(form, {
      commitment: "meeting-2",
      dueOn: "2021-03-01",
      reason: "The school is closed",
    });
    expect(looked.text).toMatch(/Nothing is recorded yet[\s\S]*is now due on 1 March 2021/u);
    expect(filled(looked).form["seen"]).toMatch(/^\d+$/u);
  }, 20_000);
});

describe("the account of reminders", () => {
  it("adds up, names each that was not sent with why, and asks by term", async () => {
    expect(leadsTo(await lead.go("/more"), "/reminders")).toBe(true);
    const all = (await lead.go("/reminders")).text;
    const numbers = [...all.matchAll(/moj-sub-navigation__link[^>]*>(\d+) /gu)].map(([, n]) => Number(n));
    expect(numbers[0]).toBeGreaterThan(1);
    expect(numbers.slice(1).reduce((sum, n) => sum + n, 0)).toBe(numbers[0]);
    expect(all).not.toContain("100003");
    const autumn = (await lead.go("/reminders?term=autumn&academicYear=2020%2F21")).text;
    expect(autumn).toMatch(/Autumn 2020\/21/u);
    expect(autumn).not.toMatch(/<td>Spring/u);
    expect((await lead.go("/reminders?term=nonsense&outcome=x&academicYear=1")).status).toBe(200);
    const file = await lead.go("/reminders/reminders.csv?term=autumn");
    expect(file.text).toMatch(/^School,URN,Reminder,[\s\S]*Autumn 2020\/21/u);
    expect(file.text).not.toContain("Spring");
  }, 20_000);

  it("leads on to why each went out, and so does a journey to why somebody was told", async () => {
    const [, why = ""] =
      /href="(\/journeys\/100001-primary\/why\/\d+)"/u.exec((await lead.go("/reminders?term=autumn")).text) ?? [];
    expect((await lead.go(why)).text).toMatch(/Why\? The autumn reminder of 2020\/21[\s\S]*<ol [^>]*> <li>/u);
    const [, told = ""] =
      /escalated to level 3[^\n]*?href="(\/journeys\/100001-primary\/why\/\d+)"/u.exec(
        (await lead.go("/journeys/100001-primary")).text,
      ) ?? [];
    expect((await lead.go(told)).text).toMatch(/Level 3 about[\s\S]*Rule: /u);
    expect((await lead.go("/journeys/100001-primary/why/1")).status).toBe(404);
  }, 20_000);
});
