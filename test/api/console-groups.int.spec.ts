// Work Groups at the console, by forms alone: a hub forms one and fills it, its lead takes the register of all schools
// on one page.

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { APPLICATION_EXAMPLE } from "../support/examples.ts";
import { Browser, filled, type Page } from "../support/browser.ts";
import { crawl } from "../support/crawl.ts";
import type { Who } from "../support/sign-in.ts";
import { ok, recordOutput } from "./api-under-test.ts";
import { startWhole, type WholeService } from "./whole-service.ts";

const PROGRAMME = "2021-22/primary-readiness";
const GROUP = "/groups/great-north-2021-22-primary-readiness-north-1";
const NAMES = ["Ada", "Ben"];
const output = recordOutput();
let whole: WholeService;
let hub: Browser;
let lead: Browser;

beforeAll(async () => {
  whole = await startWhole("2021-10-01T08:00:00Z");
  hub = await Browser.signedIn(whole.api.origin, "hub-coordinator.great-north");
  lead = await Browser.signedIn(whole.api.origin, "work-group-lead.great-north");
  await whole.api.put(`/api/v1/hubs/great-north/windows/${PROGRAMME}`, {
    opensOn: "2021-09-20",
    closesOn: "2021-11-30",
  });
}, 90_000);

afterAll(async () => {
  await whole?.stop();
  output.end();
}, 60_000);

const registers = async (): Promise<number> =>
  (
    await whole.store.app.query<{ count: number }[]>(
      `select count(*)::int as count from events where type = 'RegisterTaken'`,
    )
  )[0]?.count ?? 0;

/** The names of the radio buttons by which somebody is there or away, by the words beside them. */
function radios({ text }: Page): Map<string, string> {
  return new Map(
    [
      ...text.matchAll(
        /name="(was\.[^"]+)" type="radio" value="there"[^>]*> <label[^>]*> There<span [^>]*>: ([^,<]+)/gu,
      ),
    ].map(([, name = "", who = ""]) => [who, name]),
  );
}

it("a group is formed; what the programme asks of its lead is said in words", async () => {
  const form = await hub.go("/groups/new");
  const typed = {
    prospectus: PROGRAMME,
    name: "north-1",
    lead: "work-group-lead.great-north",
    leadRole: "mastery-specialist",
  };
  const refused = await hub.submit(form, { ...typed, prospectus: "2021-22/secondary-development" });
  expect([
    refused.status,
    /<a href="#f-leadRole">This Work Group is led by a Secondary Mastery Specialist\.<\/a>/u.test(refused.text),
  ]).toEqual([409, true]);
  const formed = await hub.submit(refused, { ...typed, leadRole: "mastery-readiness-lead" });
  expect([formed.status, new URL(formed.address).pathname]).toEqual([200, GROUP]);
  expect(formed.text).toContain("Below its number: the programme asks for at least 2 schools, and 0 hold a place.");
  expect((await hub.go("/groups")).text).toContain(`href="${GROUP}"`);
  await hub.submit(await hub.go(`${GROUP}/move-session?session=session-1`), {
    session: "session-1",
    on: "2021-11-10",
    reason: "We begin late",
  });
}, 30_000);

it("schools are offered places from the group’s page, accept, and name their teachers", async () => {
  for (const urn of ["100001", "100002"]) {
    // With no schools to be placed with: no school names itself, as the second would.
    const applied = {
      ...APPLICATION_EXAMPLE,
      prospectus: PROGRAMME,
      school: { ...APPLICATION_EXAMPLE.school, urn, name: `School ${urn}` },
      group: undefined,
    };
    ok(await whole.api.post("/api/v1/applications", applied), 201);
    const [, offer = ""] =
      new RegExp(`href="(/journeys/${urn}-primary/offer-place[^"]+)"`, "u").exec((await hub.go(GROUP)).text) ?? [];
    const form = await hub.go(offer);
    expect(form.text).toMatch(
      /<option value="great-north-2021-22-primary-readiness-north-1" selected>[^<]*\(\d of \d places free\)/u,
    );
    const { action, form: words } = filled(form, { workGroup: GROUP.replace("/groups/", "") });
    expect((await hub.go(action, words)).text).toContain("The place has been offered");
    await hub.submit(await hub.go(`/journeys/${urn}-primary/accept-offer`));
    for (const [index, firstName] of NAMES.entries()) {
      const teacher = {
        "contact.firstName": firstName,
        "contact.lastName": urn,
        "contact.email": `${firstName}@example.org`,
        role: index === 0 ? "maths-lead" : "lead-teacher",
      };
      expect((await hub.submit(await hub.go(`/journeys/${urn}-primary/nominate-participant`), teacher)).status).toBe(
        200,
      );
    }
    expect((await hub.submit(await hub.go(`/journeys/${urn}-primary/place-in-work-group`))).text).toContain(
      "The school is placed.",
    );
  }
  expect((await hub.go(GROUP)).text).toMatch(/School 100001[\s\S]*Takes part[\s\S]*Ada 100001[\s\S]*School 100002/u);
}, 60_000);

it("its lead sees it and no other; another hub sees nothing of it", async () => {
  expect((await lead.go("/groups")).text).toContain(`href="${GROUP}"`);
  expect((await lead.go(GROUP)).text).not.toContain("change-lead");
  expect([(await lead.go(`${GROUP}/change-lead`)).status, (await lead.go("/groups/new")).status]).toEqual([403, 403]);
  expect((await lead.go("/journeys/100001-primary")).text).toContain("record-support-visit");
  const elsewhere = await Browser.signedIn(whole.api.origin, "hub-lead.east-midlands-south");
  expect([
    (await elsewhere.go(GROUP)).status,
    (await elsewhere.go(`${GROUP}/move-session`)).status,
    (await elsewhere.go("/groups")).text.includes("north-1"),
  ]).toEqual([404, 404, false]);
  const school = await Browser.signedIn(whole.api.origin, "school-contact.100001");
  expect((await school.go(GROUP)).status).toBe(403);
}, 30_000);

it("a session is moved with a reason, for every school", async () => {
  const form = await hub.go(`${GROUP}/move-session?session=session-1`);
  expect(form.text).toContain('<option value="session-1" selected>');
  const refused = await hub.submit(form, { session: "session-1", on: "2021-10-01", reason: " " });
  expect(refused.text).toContain('<a href="#f-reason">Say why, in words.</a>');
  expect(
    (await hub.submit(refused, { session: "session-1", on: "2021-10-01", reason: "The hall is taken" })).text,
  ).toContain("The session is changed, for every school.");
}, 30_000);

it("its times and its place stand on the group’s page, and its link while it is online", async () => {
  const change = async (typed: Record<string, string>) =>
    (await hub.submit(await hub.go(`${GROUP}/move-session?session=session-1`), { session: "session-1", ...typed }))
      .text;
  expect(await change({ startsAt: "13:30", endsAt: "13:00", reason: "Agreed" })).toContain(
    '<a href="#f-endsAt">Ends at: It ends after it begins',
  );
  const there = await change({
    startsAt: "13:30",
    endsAt: "16:00",
    place: "Hall <b>2</b>, 1 Example Road",
    reason: "Agreed",
  });
  expect(there).toContain("1 October 2021<br>1:30pm to 4pm</td>");
  expect(there).toContain("in person<br>Hall &lt;b&gt;2&lt;/b&gt;, 1 Example Road</td>");
  expect(await change({ link: "javascript:alert(1)" })).toContain('href="#f-link"');
  const online = await change({ link: "https://meet.example.org/abc?a=1&b=2" });
  expect(online).toContain(
    'online<br><a class="govuk-link" href="https://meet.example.org/abc?a=1&amp;b=2" rel="noreferrer">Link to join</a>',
  );
  expect((await lead.go(GROUP)).text).toContain("Link to join");
}, 30_000);

it("who looks after machines reads no place and no link, and no event has their words", async () => {
  const { api } = whole;
  const read = async (as?: Who) =>
    (
      ok(await api.get(`/api/v1/work-groups${GROUP.slice("/groups".length)}`, { ...(as && { as }) }))[
        "sessions"
      ] as object[]
    )[0];
  const times = { on: "2021-10-01", startsAt: "13:30", endsAt: "16:00", where: "online" };
  const hall = "Hall <b>2</b>, 1 Example Road";
  expect(await read()).toMatchObject({ ...times, place: hall, link: "https://meet.example.org/abc?a=1&b=2" });
  expect(await read({ role: "auditor", who: "p-9" })).toMatchObject({ ...times, place: null, link: null });
  const of = async (what: string) =>
    JSON.stringify(ok(await api.get(`/api/v1/journeys/100001-primary/${what}?limit=200`)));
  expect([await of("words"), await of("events")].map((all) => all.includes("1 Example Road"))).toEqual([true, false]);
}, 30_000);

it("the register of all schools is one page and one request, however often it is sent", async () => {
  whole.api.pass(8 * 3_600);
  const address = `${GROUP}/take-register?session=session-1`;
  const form = await lead.go(address);
  const names = radios(form);
  expect([...names.keys()].sort()).toEqual(["Ada 100001", "Ada 100002", "Ben 100001", "Ben 100002"]);
  const [ada = "", ben = ""] = [names.get("Ada 100002"), names.get("Ben 100002")];
  const there = Object.fromEntries([...names.values()].map((name) => [name, "there"]));
  const why = ben.replace("was.", "why.");
  const typed = { ...there, [ada]: "late", [ben]: "away", [why]: "cover", "head.100001-primary": "yes" };
  const future = await lead.submit(form, { ...typed, on: "2021-10-09" });
  expect(future.text).toMatch(/<a href="#f-on">9 October 2021 is still to come/u);
  expect(future.text).toContain(`name="${ben}" type="radio" value="away" checked`);
  const { action, form: words } = filled(future, { ...typed, on: "2021-10-01" });
  for (const page of await Promise.all([lead.go(action, words), lead.go(action, words)]))
    expect(page.text).toContain("The register is recorded for every school at once.");
  expect(await registers()).toBe(1);
  const statuses = await Promise.all(
    ["100001", "100002"].map(
      async (urn) =>
        (
          (await whole.api.get(`/api/v1/journeys/${urn}-primary`)).body["commitments"] as {
            code: string;
            status: string;
          }[]
        ).find(({ code }) => code === "meeting-1")?.status,
    ),
  );
  expect(statuses).toEqual(["met", "open"]);
  const again = await lead.go(address); // as it was recorded: who sends it again loses nothing of it
  expect(again.text).toContain(`name="${ben}" type="radio" value="away" checked`);
  expect(again.text).toContain(`name="${ada}" type="radio" value="late" checked`);
  const [, reasons = ""] = again.text.split(`name="${why}"`);
  expect(reasons.slice(0, reasons.indexOf("</select>"))).toContain('<option value="cover" selected>');
  expect(again.text).toContain('name="head.100001-primary" type="checkbox" value="yes" checked');
}, 60_000);

it("a support visit is booked and recorded", async () => {
  expect(
    (
      await lead.submit(await lead.go(`${GROUP}/book-support-visit?journey=100001-primary`), {
        journey: "100001-primary",
        on: "2021-12-01",
      })
    ).text,
  ).toContain("The support visit is booked.");
  const recorded = await lead.submit(await lead.go("/journeys/100001-primary/record-support-visit"), {
    on: "2021-10-01",
    halfDays: "1",
    headteacher: "yes",
  });
  expect(recorded.text).toMatch(
    /The visit has been recorded\.[\s\S]*Support visit on 1 October 2021, with the headteacher/u,
  );
}, 30_000);

it("a register that nobody took is given to somebody, who finds it among their own; no school hears it", async () => {
  const id = GROUP.slice("/groups/".length);
  const moved = { session: "session-2", on: "2021-10-08", reason: "Agreed with all" };
  expect((await hub.submit(await hub.go(`${GROUP}/move-session`), moved)).status).toBe(200);
  expect((await hub.go(GROUP)).text).not.toContain("assign-task");
  whole.api.pass(8 * 86_400);
  expect((await hub.go("/tasks?show=mine")).text).toContain("No task fits all of this");
  const [, take = ""] =
    /href="(\/groups\/[^"]*assign-task[^"]*assignee=[^"]*)"/u.exec((await hub.go("/tasks")).text) ?? [];
  const form = await hub.go(take.replaceAll("&amp;", "&"));
  expect(form.text).toMatch(/register\/session-2" selected>\s*Register of session 2 on 8 October 2021</u);
  expect(form.text).toContain('value="hub-coordinator.great-north"');
  const blank = await hub.submit(form, { assignee: "" });
  expect([blank.text.includes("There is a problem"), blank.text.includes('href="#f-assignee"')]).toEqual([true, true]);
  const typed = { task: "2021/22/register/session-2", assignee: "hub-coordinator.great-north" };
  expect((await hub.submit(form, typed)).text).toContain("The task has been given.");
  expect((await hub.go("/tasks?show=mine")).text).toMatch(/Register of session 2[\s\S]*Given to you/u);
  expect((await lead.go(`${GROUP}/assign-task`)).status).toBe(403);

  const { api } = whole;
  const tasks = async (query: string) =>
    (
      ok(await api.get(`/api/v1/hubs/great-north/group-tasks?about=register${query}`))["items"] as Record<
        string,
        unknown
      >[]
    ).map(({ id: task, assignee, dueOn }) => [task, assignee, dueOn]);
  const task = "2021/22/register/session-2";
  expect(await tasks("&assignee=hub-coordinator.great-north")).toEqual([
    [task, "hub-coordinator.great-north", "2021-10-18"],
  ]);
  const asked = { task, assignee: "work-group-lead.great-north", dueOn: "2021-10-20" };
  const path = `/api/v1/work-groups/${id}/assign-task`;
  expect(ok(await api.post(`${path}?preview=true`, asked))["consequences"]).toEqual([
    { type: "TaskAssigned", what: "Task assigned." },
  ]);
  expect(await tasks("")).toEqual([[task, "hub-coordinator.great-north", "2021-10-18"]]);
  ok(await api.post(path, asked));
  expect(await tasks("")).toEqual([[task, "work-group-lead.great-north", "2021-10-20"]]);
  expect((await lead.go(GROUP)).text).not.toContain("assign-task");
  expect((await api.post(path, { ...asked, task: "2021/22/group" })).status).toBe(404);
  const [{ count } = { count: -1 }] = await whole.store.app.query<{ count: number }[]>(
    `select count(*)::int as count from events where type = 'TaskAssigned' and stream like 'journey/%'`,
  );
  expect(count).toBe(0);
}, 60_000);

it.each(["hub-coordinator.great-north", "work-group-lead.great-north", "school-contact.100001"])(
  "every page that %s comes to around a group has what every page has",
  async (who) => {
    expect((await crawl(whole.api.origin, who)).wrong).toEqual([]);
  },
  60_000,
);
