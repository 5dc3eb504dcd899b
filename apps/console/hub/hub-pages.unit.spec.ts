import { describe, expect, it } from "@jest/globals";
import { strictView } from "../../../test/support/strict-view.ts";
import { codesIn } from "../../../test/support/visible-codes.ts";
import type { StaffEntry } from "../../../libs/service/hubs/staff.ts";
import type { HubProgramme } from "../../../libs/service/hubs/figures.ts";
import type { TurnPreview } from "../../../libs/service/turn/read-turn.ts";
import type { TurnAsItStands } from "../../../libs/service/turn/read-turn-progress.ts";
import type { GroupOutcomesList } from "../../../libs/service/work-groups/outcomes.ts";
import { groupNameOf } from "../../../libs/words/group-name.ts";
import { html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import { outcomesView, togetherView } from "./decide-together.ts";
import { figuresBody, typedOf } from "./figures-form.ts";
import { figuresView, programmesView } from "./figures-page.ts";
import { signatureView } from "./signature-page.ts";
import { LATER, leavingFields, staffView, type Holds } from "./staff-page.ts";
import { turnProgressView, turnView } from "./turn-page.ts";
import { windowsView } from "./windows-page.ts";

const STATE = { action: "/x", token: "t", key: "k", typed: {}, faults: [] };
const shown = (template: string, view: object): string => filledIn(template, strictView(view)).text;
const isWords = (page: string): void => expect(codesIn(page)).toEqual([]);

describe("The hub's staff", () => {
  const entry = (id: string, role: StaffEntry["role"]): StaffEntry => ({
    id,
    role,
    firstName: id === "p-1" ? "Jo" : "Kim",
    lastName: "Example",
    email: `${id}@hub.example`,
    signedIn: id === "p-1",
  });
  const NOTHING: Holds = { tasks: 0, leads: [], secondYear: false };
  const list = [entry("p-1", "hub-lead"), entry("p-2", "work-group-lead")];

  it("stands by name and role; the hub lead alone changes it", () => {
    const page = shown("hub/staff.njk", staffView(list, true, "entered", []));
    expect(page).toMatch(/Jo Example[\s\S]*Hub lead[\s\S]*Known[\s\S]*Kim Example[\s\S]*Not yet/u);
    expect([page.includes("/staff/new"), page.includes("/staff/p-2/leave")]).toEqual([true, true]);
    const looked = shown("hub/staff.njk", staffView(list, false, undefined, []));
    expect(looked).not.toMatch(/\/staff\/(?:new|p-2)/u);
    isWords(page);
  });

  it("says so where nobody is on it", () =>
    expect(shown("hub/staff.njk", staffView([], false, null, []))).toContain("Nobody is on the list yet"));

  it("names the Work Groups that nobody on it leads, with the way to each", () => {
    const group = { words: "North Readiness 1", href: "/groups/north-readiness-1/change-lead" };
    const page = shown("hub/staff.njk", staffView(list, true, "left", [group]));
    expect(page).toMatch(/need a lead[\s\S]*href="\/groups\/north-readiness-1\/change-lead">North Readiness 1</u);
    isWords(page);
  });

  it("asks who leads the Work Groups of who leaves, or lets that wait; the second year only where it matters", () => {
    const asked = (holds: Partial<Holds>) => leavingFields(list, "p-1", { ...NOTHING, ...holds });
    expect(asked({ leads: ["a"] })).toMatchObject([
      {
        name: "leadTo",
        label: "Who leads their Work Group from now on",
        choices: [{ value: "p-2" }, { value: LATER }],
      },
    ]);
    expect(asked({ tasks: 1, leads: ["a", "b"], secondYear: true }).map(({ name }) => name)).toEqual([
      ...["handTo", "leadTo", "secondYearDone"],
    ]);
  });

  it("hands on the open tasks of who leaves to one of the others", () => {
    expect(leavingFields(list, "p-1", NOTHING)).toEqual([]);
    expect(leavingFields(list, "p-1", { ...NOTHING, tasks: 2 })).toMatchObject([
      { name: "handTo", required: true, choices: [{ value: "p-2", words: "Kim Example, Work Group lead" }] },
    ]);
  });
});

describe("The figures of a programme", () => {
  const theme = { code: "proof", text: "Proof and reasoning" };
  const programme = {
    id: "2021-22/primary-sustaining",
    stage: "sustaining",
    phase: "primary",
    academicYear: "2021/22",
    title: "Sustaining Work Group",
    open: true,
    figures: [
      { name: "groupLeast", figure: { value: 6, source: "seed", at: { under: "Size", sentence: 2 } } },
      { name: "themes", figure: { value: [theme], source: "hub", hub: "great-north" } },
      { name: "offerDays", figure: { value: 20, source: "assumption", because: "As elsewhere" } },
      { name: "links", figure: null },
    ],
    decisions: [{ figures: { themes: [theme] }, reason: "Our area", setBy: "p-1", setAt: "2021-03-01T09:00:00Z" }],
  } as unknown as HubProgramme;

  it("tell apart what the page says, what the hub has decided, and what is assumed", () => {
    const view = figuresView(programme, { change: null, staff: [{ id: "p-1", name: "Jo Example", own: false }] });
    expect(view.figures.map(({ saidBy }) => [saidBy.words, saidBy.more])).toEqual([
      ["Page", "Size, sentence 2"],
      ["Your hub", ""],
      ["Assumed", "As elsewhere"],
      ["Nobody", ""],
    ]);
    expect(view.decisions).toEqual(["1 March 2021, 09:00, by Jo Example: Themes: Proof and reasoning. Why: Our area"]);
    isWords(shown("hub/figures.njk", view));
    isWords(shown("hub/programmes-of-hub.njk", programmesView([programme])));
  });

  it("are typed as words: what was there keeps its code, what is new has one of its own", () => {
    expect(typedOf(programme)).toEqual({ themes: "Proof and reasoning" });
    const themes = "Proof and reasoning\r\nWhat’s new: number\nlines: As programs say it";
    expect(figuresBody(programme, {}, { themes })).toEqual({
      themes: [
        theme,
        { code: "what-s-new-number", text: "What’s new: number" },
        { code: "lines", text: "As programs say it" },
      ],
    });
  });
});

describe("The year's turn", () => {
  const school = {
    journey: "100001-primary",
    urn: "100001",
    now: { stage: "readiness", academicYear: "2020/21", outcome: "under-way", completes: true },
    outstanding: ["gap-task-1"],
    readiness: "mastery-ready",
    next: { stage: "development" },
    does: "invite",
    workGroup: null,
    withoutPlace: "no-group",
    detail: null,
  };
  const group = {
    id: "great-north-2021-22-primary-development-1",
    from: "north-readiness-1",
    prospectus: "2021-22/primary-development",
    formed: false,
    lead: null,
    leadRole: "mastery-specialist",
    why: "lead-not-fit",
    detail: "name who leads the group, as leadRole mastery-specialist.",
    places: { least: 6, most: 7 },
    holding: 0,
    schools: ["100001-primary"],
  };
  const look = {
    names: new Map([["100001-primary", "Oak Primary"]]),
    called: groupNameOf,
    staff: [{ id: "p-2", name: "Kim Example", own: false }],
    leads: () => "mastery-specialist",
    opensOn: null,
    mayDo: true,
  };
  const preview = {
    digest: "d",
    plan: { into: "2021/22", schools: [school], groups: [group] },
  } as unknown as TurnPreview;

  it("lets a lead be chosen by name where this year's does not fit, and is words alone", () => {
    const view = turnView(preview, look, STATE);
    expect(view.groups[0]).toMatchObject({
      name: "Great North Primary Development 1, 2021/22",
      from: "The schools of North Readiness 1",
      detail: "Name who leads it: a mastery specialist.",
      otherwise: { lead: { items: [{ text: "Choose" }, { value: "p-2", text: "Kim Example" }] } },
    });
    expect(view.schools[0]).toMatchObject({
      name: "Oak Primary",
      late: "Late: gap task 1",
      withoutPlace: "No group yet",
    });
    isWords(shown("hub/turn.njk", view));
    const waits = turnView(preview, { ...look, opensOn: "2021-04-19" }, STATE);
    expect([waits.form, waits.groups[0]?.otherwise]).toEqual([null, null]);
    expect(shown("hub/turn.njk", waits)).toContain("It can be done from 19 April 2021");
  });

  it("says how far it is, in words, with the way to interrupt it for who may", () => {
    const turn = {
      into: "2021/22",
      status: "running",
      done: 1,
      of: 2,
      turnedDown: 0,
      groups: [{ id: group.id, status: "done", detail: null }],
      schools: [{ ...school, workGroup: group.id, status: "waiting", detail: null }],
    } as unknown as TurnAsItStands;
    const page = shown("hub/turn-progress.njk", turnProgressView(turn, look, STATE));
    expect(page).toMatch(/1 of 2 done[\s\S]*Interrupt it[\s\S]*Great North Primary Development 1, 2021\/22/u);
    isWords(page);
    expect(turnProgressView(turn, look, null).way).toBeNull();
  });
});

describe("What is decided for many", () => {
  const one = {
    journey: "100001-primary",
    urn: "100001",
    school: "Oak Primary",
    places: 6,
    before: 1,
    filled: 5,
    proposed: "completed",
    decided: null,
    outcome: "under-way",
    readiness: false,
  };
  const list = { from: "2021-07-01", schools: [one] } as unknown as GroupOutcomesList;

  it("begins with what the meetings say, for who may decide", () => {
    const view = outcomesView("north-readiness-1", list, true, STATE);
    expect(view.schools[0]?.decide?.items.find(({ selected }) => selected)).toMatchObject({ value: "completed" });
    isWords(shown("hub/outcomes.njk", view));
    expect(outcomesView("north-readiness-1", list, false, STATE)).toMatchObject({
      form: null,
      schools: [{ says: "Not decided yet", decide: null }],
    });
  });

  it("is looked at school by school before it is confirmed", () => {
    const came = [
      { journey: "100001-primary", outcome: "accepted" as const, because: null },
      { journey: "100002-primary", outcome: "rejected" as const, because: { code: "x", detail: "It is too late." } },
    ];
    const words = { words: { title: "T", action: "/a", back: "/b" }, names: new Map([["100001-primary", "Oak"]]) };
    const looked = togetherView(words, came, { looked: true, called: groupNameOf, state: STATE });
    expect([looked.confirm?.button, looked.lines.map(({ name, comes }) => `${name}: ${comes}`)]).toEqual([
      "Confirm for one school",
      ["Oak: Would be taken", "School 100002: It is too late."],
    ]);
    isWords(shown("hub/together.njk", looked));
    expect(togetherView(words, came, { looked: false, called: groupNameOf, state: STATE }).confirm).toBeNull();
  });
});

it("windows say who has set them, and the signature how letters end", () => {
  const windows = windowsView(
    [
      {
        id: "2021-22/primary-readiness",
        stage: "readiness",
        phase: "primary",
        academicYear: "2021/22",
        opensOn: "2021-09-20",
        closesOn: "2021-11-30",
        own: true,
      },
    ],
    true,
  );
  const page = shown("hub/windows.njk", windows);
  expect(page).toMatch(/Readiness 2021\/22[\s\S]*20 September 2021[\s\S]*30 November 2021[\s\S]*Your hub/u);
  isWords(page);
  const none = { name: "", telephone: "", paragraph: "", person: null, lines: [] };
  const form = html`<form></form>`;
  expect(shown("hub/signature.njk", signatureView(none, null, form))).toContain("Nothing of your own yet");
  const then = { ...none, lines: ["Hella Example", "01632 960 001"] };
  expect(shown("hub/signature.njk", signatureView(none, then, form))).toMatch(/So they would end[\s\S]*Hella Example/u);
});
