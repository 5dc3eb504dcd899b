import { describe, expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import { codesIn } from "../../../test/support/visible-codes.ts";
import type { GroupFacts } from "../../../libs/service/work-groups/group-facts.ts";
import type { GroupInFull, SessionSeen } from "../../../libs/service/work-groups/group-in-full.ts";
import type { WholeGroupTask } from "../../../libs/service/hubs/group-tasks.ts";
import { filledIn } from "../look/templates.ts";
import { groupActionsNow } from "./group-actions.ts";
import { groupView } from "./group-page.ts";
import { groupTaskView } from "./group-task.ts";
import type { Before } from "../../../libs/service/work-groups/register-before.ts";
import { allThere, paperView, registerBody, registerTyped, registerView, unmarked } from "./register-page.ts";

const NOBODY: Before = {
  present: new Set(),
  late: new Set(),
  why: new Map(),
  schools: new Set(),
  headteachers: new Set(),
  equivalent: null,
};
const AWAY = [{ code: "cover", text: "No cover could be found" }];
const LOOK = { done: null, skipped: [], today: "2020-10-14", schools: "/journeys" };

const session = (code: string, on: string, change: Partial<SessionSeen> = {}): SessionSeen =>
  ({
    code,
    on,
    status: "scheduled",
    length: "half-day",
    where: "in-person",
    startsAt: null,
    endsAt: null,
    place: null,
    link: null,
    ...change,
  }) as SessionSeen;

const GROUP = {
  id: "north-readiness-1",
  name: "North Readiness 1",
  hub: "great-north",
  prospectus: "2020-21/primary-readiness",
  also: [],
  academicYear: "2020/21",
  status: "formed",
  lead: "p-lead",
  leadRole: "mastery-readiness-lead",
  delivery: "in-person",
  below: null,
  warning: null,
  places: { least: 2, most: 8, reserved: 0, taken: 1, free: 7 },
  schools: [{ journey: "100001-primary", status: "taken", since: "2020-06-10T08:00:00Z" }],
  waitlist: [],
  sessions: [session("session-1", "2020-09-30"), session("session-2", "2021-01-20", { startsAt: "13:00" })],
} as unknown as GroupInFull;

const facts = (group: Partial<GroupInFull> = {}, more: Partial<GroupFacts> = {}): GroupFacts => ({
  group: { ...GROUP, ...group },
  schools: new Map([["100001-primary", "Oak Primary"]]),
  teachers: [
    { journey: "100001-primary", id: "t-1", role: "maths-lead", name: "Ada Example" },
    { journey: "100001-primary", id: "t-2", role: "lead-teacher", name: "Ben Example" },
  ],
  applications: [],
  lead: "Jo Example",
  staff: [],
  others: [],
  ...more,
});

describe("The page of a Work Group", () => {
  it("asks first for the register that is due, by its day", () => {
    expect(groupView(facts(), groupActionsNow(facts(), "work-group-lead", LOOK.today), LOOK).main).toEqual({
      words: "Take the register of session 1, 30 September 2020",
      href: "/groups/north-readiness-1/take-register?session=session-1",
    });
  });

  it("asks for what is to be decided of it where no register is due, and sets apart what ends something", () => {
    const few = facts({ below: "2020-10-20", sessions: [] });
    const view = groupView(few, groupActionsNow(few, "hub-lead", LOOK.today), LOOK);
    expect(view.main?.href).toBe("/groups/north-readiness-1/decide-group");
    expect(view.warnings).toEqual(["What becomes of it is to be decided by 20 October 2020."]);
    expect(view.ends.map(({ words }) => words)).toEqual(["Call a session off", "Decide what becomes of the group"]);
  });

  it("names its lead, and says where nobody knows them by name", () => {
    const leadIn = (one: GroupFacts): string | undefined =>
      groupView(one, [], LOOK).facts.find(({ key }) => key.text === "Lead")?.value.text;
    expect(leadIn(facts())).toBe("Jo Example, mastery readiness lead");
    expect(leadIn(facts({}, { lead: null }))).toContain("not on the list of the hub’s staff");
  });

  it.each(["hub-lead", "work-group-lead", "auditor"] as const)("is words alone, to a %s", (role) => {
    const one = facts({ below: "2020-10-20" }, { applications: ["100002-primary"] });
    const view = groupView(one, groupActionsNow(one, role, LOOK.today), { ...LOOK, done: "Done." });
    expect(codesIn(filledIn("groups/group.njk", strictView(view)).text)).toEqual([]);
  });
});

describe("The register", () => {
  const state = { action: "/x", token: "t", key: "k", faults: [] };

  it("has nobody down as there before somebody has said so, but for what was recorded before", () => {
    expect(registerTyped(facts(), "2020-09-30", NOBODY)).toEqual({ on: "2020-09-30" });
    const before = { ...NOBODY, schools: new Set(["100001-primary"]), present: new Set(["t-1"]) };
    expect(registerTyped(facts(), "2020-09-30", before)).toMatchObject({
      "was.100001-primary.t-1": "there",
      "was.100001-primary.t-2": "away",
    });
  });

  it("begins, taken again, with all that was recorded: who came late, why who was away, what it was", () => {
    const before: Before = {
      ...NOBODY,
      schools: new Set(["100001-primary"]),
      present: new Set(["t-1"]),
      late: new Set(["t-1"]),
      why: new Map([["t-2", "cover"]]),
      equivalent: "full-day",
    };
    const typed = registerTyped(facts(), "2020-09-30", before);
    expect(registerBody(facts(), AWAY, "session-1", typed)).toEqual({
      session: "session-1",
      on: "2020-09-30",
      schools: [
        {
          journey: "100001-primary",
          present: ["t-1"],
          late: ["t-1"],
          absent: [{ participant: "t-2", reasonCode: "cover" }],
        },
      ],
      equivalent: "full-day",
    });
  });

  it("says of whom nothing is said yet, by name; one button marks all of them", () => {
    const typed = { "was.100001-primary.t-2": "away" };
    expect(unmarked(facts(), typed).map(({ text }) => text)).toEqual([
      "Say whether Ada Example of Oak Primary was there",
    ]);
    const all = allThere(facts(), typed);
    expect(all).toEqual({ ...typed, "was.100001-primary.t-1": "there" });
    expect(unmarked(facts(), all)).toEqual([]);
    expect(registerView(facts(), AWAY, "session-1", { ...state, typed }).marksAll).toBe(true);
    expect(registerView(facts(), AWAY, "session-1", { ...state, typed: all }).marksAll).toBe(false);
  });

  it("is one request, with why somebody was away by its code", () => {
    const typed = {
      on: "2020-09-30",
      "was.100001-primary.t-1": "late",
      "was.100001-primary.t-2": "away",
      "why.100001-primary.t-2": "cover",
    };
    expect(registerBody(facts(), AWAY, "session-1", typed)).toEqual({
      session: "session-1",
      on: "2020-09-30",
      schools: [
        {
          journey: "100001-primary",
          present: ["t-1"],
          late: ["t-1"],
          absent: [{ participant: "t-2", reasonCode: "cover" }],
        },
      ],
    });
  });

  it("says that it was taken before, where it was", () => {
    const shown = (status: string): string => {
      const sessions = [session("session-1", "2020-09-30", { status } as Parameters<typeof session>[2])];
      const view = registerView(facts({ sessions }), AWAY, "session-1", { ...state, typed: {} });
      return filledIn("groups/register.njk", strictView(view)).text;
    };
    expect([shown("held"), shown("scheduled")].map((page) => page.includes("was taken before"))).toEqual([true, false]);
  });

  it("and the one on paper are words alone, with the names and roles of teachers", () => {
    const view = registerView(facts(), AWAY, "session-1", { ...state, typed: {} });
    const paper = paperView(facts(), AWAY, "session-2");
    expect([paper.when, paper.schools]).toEqual([
      "20 January 2021, from 1pm",
      [{ name: "Oak Primary", teachers: ["Ada Example, maths lead", "Ben Example, lead teacher"] }],
    ]);
    for (const page of [
      filledIn("groups/register.njk", strictView(view)),
      filledIn("groups/paper-register.njk", strictView(paper)),
    ])
      expect(codesIn(page.text)).toEqual([]);
  });
});

it("a register that nobody took is called by its day and its group, and first taken", () => {
  const task = {
    workGroup: "north-readiness-1",
    about: "register",
    commitment: "session-1",
    on: "2020-09-30",
    openedAt: "2020-10-01T08:00:00Z",
    dueOn: "2020-10-07",
    id: "2020/21/register/session-1",
    assignee: null,
    commands: ["take-register", "move-session", "cancel-session"],
  } as unknown as WholeGroupTask;
  const view = groupTaskView(task, "t0", {
    principal: { role: "hub-lead", who: "p-1", hub: "great-north", urns: [], workGroups: [] } as never,
    today: "2020-10-08",
    called: () => "North Readiness 1",
    staff: [{ id: "p-1", name: "Jo Example", own: true } as never],
  });
  expect([view.what, view.late, view.ways.map(({ words }) => words)]).toEqual([
    "Register of session 1 on 30 September 2020",
    true,
    ["Take the register", "Move the session", "Call it off", "Take it on", "Give it to somebody"],
  ]);
  const { text } = filledIn("groups/group-task.njk", strictView(view));
  expect(codesIn(text)).toEqual([]);
  expect(text).toContain("North Readiness 1");
});
