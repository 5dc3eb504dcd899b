import { describe, expect, it } from "@jest/globals";
import { inOneLine } from "../../../test/support/browser.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { codesIn, visibleText } from "../../../test/support/visible-codes.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { WholeLine } from "../../../libs/service/hubs/task-lines.ts";
import { groupNameOf } from "../../../libs/words/group-name.ts";
import { filledIn } from "../look/templates.ts";
import { taskLineView, type TasksLook } from "./tasks-page.ts";

const task = {
  id: "2020/21/gap-task-1",
  journey: "100001-primary",
  urn: "100001",
  school: "Hill & <b>Dale</b>",
  workGroup: "north-readiness-1",
  about: "missed-commitment",
  commitment: "gap-task-1",
  openedAt: "2021-01-04T09:00:00Z",
  dueOn: "2021-01-18",
  assignee: null as string | null,
  soFar: { promised: [], events: [] },
  asks: null as object | null,
  choices: ["waive", "extend"],
};
const line = (change: object = {}, schools: readonly object[] = [task]): WholeLine =>
  ({
    ...{ task: task.id, workGroup: task.workGroup, about: task.about, commitment: task.commitment },
    ...{ ofGroup: null, choices: ["waive", "extend"], schools, ...change },
  }) as unknown as WholeLine; // what it reads
const look = (change: Partial<TasksLook> = {}): TasksLook => ({
  staff: [
    { id: "p-1", name: "Jo Example", own: true },
    { id: "p-2", name: "Kim Example", own: false },
  ],
  called: groupNameOf,
  principal: { who: "p-1", role: "hub-lead", hub: "great-north" } as Principal,
  today: "2021-01-10",
  groups: new Map(),
  ...change,
});
const [one] = ((view) => view.tasks)(taskLineView(line(), "t0", look()));
const viewOf = (change: object, of: TasksLook = look()) =>
  taskLineView(line({}, [{ ...task, ...change }]), "t0", of).tasks[0];
const shown = (view: object): string => inOneLine(filledIn("hub/task.njk", strictView(view)).text);

describe("a school’s task", () => {
  it("says what is to be decided, by when, whose it is, and since when it is open", () => {
    expect(one).toMatchObject({ late: false, by: "To be decided by 18 January 2021", given: "The hub lead’s" });
    const page = shown(taskLineView(line(), "t0", look()));
    expect(page).toContain("Hill &amp; &lt;b&gt;Dale&lt;/b&gt;");
    expect(visibleText(page)).toMatch(/open since 4 January 2021 · URN 100001 · /u);
    expect(codesIn(page)).toEqual([]);
  });

  it("is late from the day after its own, and never where no day is set", () => {
    expect(viewOf({}, look({ today: "2021-01-18" }))?.late).toBe(false);
    expect(viewOf({}, look({ today: "2021-01-19" }))).toMatchObject({
      late: true,
      by: "Overdue: to be decided by 18 January 2021",
    });
    expect(viewOf({ dueOn: null })).toMatchObject({ late: false, by: "No day set" });
  });

  it("is given to whoever may have it: oneself by one press, unless it is one’s own already", () => {
    const words = (assignee: string | null) => viewOf({ assignee })?.giving.map((way) => way.words);
    expect(words(null)).toEqual(["Take it on", "Give it to somebody"]);
    expect(words("p-1")).toEqual(["Give it to somebody"]);
    expect(viewOf({ assignee: "p-2" })?.given).toBe("Given to Kim Example");
  });

  it("is settled only by who may", () => {
    expect(one?.ways.map(({ href }) => href)).toContain(
      "/journeys/100001-primary/decide-task?then=tasks&task=2020%2F21%2Fgap-task-1&decision=waive",
    );
    const auditor = viewOf({}, look({ principal: { who: "a", role: "auditor" } as Principal }));
    expect([auditor?.ways, auditor?.giving]).toEqual([[], []]);
  });

  it("about a grant says why it is asked, and what the rules propose", () => {
    const asks = { stage: "development", academicYear: "2020/21", cause: "too-few", proposedPence: 90_000, missing: 1 };
    expect(viewOf({ asks })?.asks).toMatch(/^Development 2020\/21\. .* 1 is missing\. Proposed: £900\.$/u);
  });

  it("tells what happened so far, folded", () => {
    const view = { ...one, soFar: [{ on: "3 January 2021", says: "Something happened." }] };
    expect(shown({ several: null, tasks: [view] })).toMatch(
      /What happened so far \(1\).*moj-timeline.*<strong>3 January 2021<\/strong> Something happened\./u,
    );
  });
});

describe("tasks of several schools that are alike", () => {
  const both = [task, { ...task, journey: "100002-primary", school: null, urn: "100002" }];

  it("are decided for all at once, but for more time, which each has by itself", () => {
    const view = taskLineView(line({}, both), "t0", look());
    expect(view.several?.ways.map(({ href }) => href)).toEqual([
      "/tasks/together?group=north-readiness-1&task=2020%2F21%2Fgap-task-1&decision=waive",
    ]);
    expect(view.tasks.map(({ at, school }) => [at, school])).toEqual([
      ["t0-0", "Hill & <b>Dale</b>"],
      ["t0-1", "School 100002"],
    ]);
    expect(shown(view)).toMatch(/\(2 schools\)<\/h2>.*For all: .*School by school.*School 100002/u);
  });

  it("about outcomes are decided on the page of their group first; without a group there is none", () => {
    const outcome = taskLineView(line({ about: "outcome", commitment: null }, both), "t0", look());
    expect(outcome.several?.ways[0]).toEqual({
      words: "Decide for the group",
      href: "/groups/north-readiness-1/outcomes",
      first: true,
    });
    const alone = taskLineView(line({ about: "outcome", commitment: null, workGroup: null }, both), "t0", look());
    expect([alone.several?.group, alone.several?.href]).toEqual(["Schools without a Work Group", null]);
    expect(alone.several?.ways.some(({ first }) => first)).toBe(false);
  });
});
