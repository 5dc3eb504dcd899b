// The hub's morning, as its bounds have it: one line a Work Group and cause, nothing twice, no letter for nothing.

import { describe, expect, it } from "@jest/globals";
import { addDays } from "../calendar/dates.ts";
import { instantAt } from "../calendar/instants.ts";
import { ENGLAND, isSchoolDay, previousSchoolDay } from "../calendar/terms.ts";
import { changeThings, groupChangeThings } from "./morning-changes.ts";
import { morningLetter } from "./morning.ts";
import { type Morning, morningOf, type MorningThing, ownerOf, type Staff, thingsFor } from "./morning-lines.ts";
import { morningsOf } from "./mornings-of.ts";
import { answerThing, applicationThing, grantThing, registerThing, sessionThing, taskThing } from "./morning-things.ts";
import { calledBy, groupNameOf } from "../words/group-name.ts";
import { renderText } from "./render.ts";
import { promised } from "./sample.ts";

const school = (n: number, workGroup: string | null = "north-1") => ({
  journey: `10000${n}-primary`,
  school: `School ${n}`,
  urn: `10000${n}`,
  workGroup,
});
const missed = (n: number, dueOn = "2021-01-29", workGroup = "north-1"): MorningThing =>
  taskThing(
    school(n, workGroup),
    { id: "2020/21/plan", about: "missed-commitment", commitment: "plan", openedAt: "2021-01-18T09:00:00Z", dueOn },
    { promised: promised("action-plan", "2021-01-08"), choices: ["extend", "waive"] },
  );
/** The morning of a day, after that of the school day before. */
const on = (day: string) => ({
  at: instantAt(day, "07:30"),
  since: instantAt(previousSchoolDay(ENGLAND, addDays(day, -1)), "07:30"),
});
const linesOn = (day: string, ...things: MorningThing[]): Morning["lines"] => morningOf(things, on(day))?.lines ?? [];

describe("what has changed in a Work Group", () => {
  const lead: Staff = { roles: ["work-group-lead"], leads: ["north-1"] };
  const office: Staff = { roles: ["hub-coordinator"], leads: [] };
  it("is told once, to who leads it where the service knows them, else to the hub’s coordinator", () => {
    const changes = [1, 2].flatMap((n) =>
      changeThings(school(n), { type: "JourneyPaused", at: "2021-01-18T10:00:00Z" }),
    );
    expect(linesOn("2021-01-19", ...changes)).toMatchObject([
      { cause: "change", workGroup: "north-1", what: "Pauses", schools: ["School 1", "School 2"] },
    ]);
    expect(linesOn("2021-01-20", ...changes)).toEqual([]);
    expect(linesOn("2021-02-01", ...changes)).toEqual([]);
    expect(ownerOf(changes[0] as MorningThing, [office, lead])).toBe(lead);
    expect(ownerOf(changes[0] as MorningThing, [office])).toBe(office);
  });
  it("says it to both groups of a school that goes to another", () => {
    const event = { type: "SchoolChangedGroup", at: "2021-01-18T10:00:00Z", from: "north-2" } as const;
    expect(changeThings(school(1), event).map(({ workGroup, what }) => [workGroup, what])).toEqual([
      ["north-1", "Comes from another group"],
      ["north-2", "Goes to another group"],
    ]);
  });
  it("names the day of a session that somebody else moved", () => {
    const moved = {
      workGroup: "north-1",
      type: "SessionMoved",
      at: "2021-01-18T10:00:00Z",
      code: "session-2",
    } as const;
    expect(groupChangeThings({ ...moved, on: "2021-02-03" }).map(({ what }) => what)).toEqual([
      "has a session that was changed: Wednesday 3 February 2021",
    ]);
  });
});

describe("what a morning lists", () => {
  it("nothing, and then there is no letter", () => {
    expect(morningOf([], on("2021-01-19"))).toBeNull();
    expect(morningOf([missed(1)], on("2021-01-20"))).toBeNull();
  });

  it("a task once it is open, on its last day, and when it is overdue: not on the days between", () => {
    const days = Array.from({ length: 40 }, (_, n) => addDays("2021-01-18", n)).filter((day) =>
      isSchoolDay(ENGLAND, day),
    );
    expect(days.filter((day) => linesOn(day, missed(1)).length > 0)).toEqual([
      "2021-01-19",
      "2021-01-29",
      // The first Monday after: also the first morning of a month.
      "2021-02-01",
    ]);
  });

  it("a task of few days once it is open and when it is overdue: nobody is told of it four times in two weeks", () => {
    // Opened on Friday 22 January, to be decided by the 28th; the first of a month is Monday 1 February.
    const soon = { ...missed(1, "2021-01-28"), since: "2021-01-22T10:00:00Z" };
    const days = Array.from({ length: 60 }, (_, n) => addDays("2021-01-18", n)).filter((day) =>
      isSchoolDay(ENGLAND, day),
    );
    expect(days.filter((day) => linesOn(day, soon).length > 0)).toEqual(["2021-01-25", "2021-01-29", "2021-03-01"]);
  });

  it("a release that waits for a payment run in no letter of its own, but once a month", () => {
    const waits = (of: "first" | "run") => grantThing(school(1), { waits: of, pence: 100_000, since: SINCE });
    const days = (thing: MorningThing) =>
      Array.from({ length: 30 }, (_, n) => addDays("2021-01-18", n)).filter(
        (day) => isSchoolDay(ENGLAND, day) && linesOn(day, thing).length > 0,
      );
    expect(days(waits("first"))).toEqual(["2021-01-19", "2021-02-01"]);
    expect(days(waits("run"))).toEqual(["2021-02-01"]);
  });

  it("what is overdue once more on a Monday, but only in a letter that goes anyway", () => {
    const old = missed(1, "2021-01-20");
    expect(linesOn("2021-01-25", old)).toEqual([]);
    const last = (dueOn: string) => ({ ...missed(2, dueOn, "north-2"), since: "2021-01-11T09:00:00Z" });
    expect(linesOn("2021-01-25", old, last("2021-01-25")).map(({ workGroup }) => workGroup)).toEqual([
      "north-1",
      "north-2",
    ]);
    expect(linesOn("2021-01-26", old, last("2021-01-26")).map(({ workGroup }) => workGroup)).toEqual(["north-2"]);
  });

  it("only what reminds: at most twelve letters a year", () => {
    const days = Array.from({ length: 365 }, (_, n) => addDays("2021-02-02", n)).filter((day) =>
      isSchoolDay(ENGLAND, day),
    );
    const mornings = days.flatMap((day) => morningOf([missed(1)], on(day)) ?? []);
    expect(mornings.length).toBeGreaterThan(8);
    expect(mornings.length).toBeLessThanOrEqual(12);
    expect(new Set(mornings.map(({ cause }) => cause))).toEqual(new Set(["reminder"]));
  });

  it("one line a Work Group and cause, however many schools; who waits since before is a number", () => {
    const [line, ...others] = linesOn(
      "2021-01-19",
      missed(1),
      missed(2),
      { ...missed(3), since: "2021-01-11T09:00:00Z" },
      missed(4, "2021-01-29", "north-2"),
    );
    expect(line).toMatchObject({ workGroup: "north-1", schools: ["School 1", "School 2"], before: 1, page: "/tasks" });
    expect(others).toMatchObject([{ workGroup: "north-2", schools: ["School 4"], page: "/journeys/100004-primary" }]);
  });

  it("what can be chosen for every school of a line", () => {
    const one = { ...missed(2), choices: ["no longer ask it of the school"] };
    expect(linesOn("2021-01-19", missed(1), one)[0]?.choices).toEqual(["no longer ask it of the school"]);
  });

  it("overdue first, then what is to be decided first", () => {
    const answer = answerThing(school(5), { type: "OfferAccepted", at: "2021-01-18T12:00:00Z" });
    const lines = linesOn(
      "2021-01-19",
      ...(answer ? [answer] : []),
      missed(1, "2021-02-05", "b"),
      missed(2, "2021-02-04", "c"),
      missed(3, "2021-01-18", "d"),
      applicationThing(school(6), "Development 2021/22", "2021-01-18T13:00:00Z"),
    );
    expect(lines.map(({ cause, workGroup }) => [cause, workGroup])).toEqual([
      ["decision", "d"],
      ["decision", "c"],
      ["decision", "b"],
      ["application", null],
      ["answer", "north-1"],
    ]);
    expect(lines.map(({ overdue }) => overdue)).toEqual([true, false, false, false, false]);
  });

  it("thirty lines at most; the others are counted", () => {
    const many = Array.from({ length: 42 }, (_, n) => missed(1, "2021-01-29", `g-${n}`));
    const morning = morningOf(many, on("2021-01-19"));
    expect(morning?.lines).toHaveLength(30);
    expect(morning?.beside).toEqual({ lines: 12, overdue: 0 });
  });

  it("what a morning that was missed would have told, on the next", () => {
    const time = { at: instantAt("2021-01-22", "07:30"), since: instantAt("2021-01-18", "07:30") };
    expect(morningOf([missed(1)], time)?.lines).toHaveLength(1);
  });
});

describe("whose it is", () => {
  const lead: Staff = { roles: ["hub-lead"], leads: [] };
  const office: Staff = { roles: ["hub-coordinator"], leads: [] };
  const group: Staff = { roles: ["work-group-lead"], leads: ["north-1"] };
  const ask = (cause: MorningThing["cause"], staff: readonly Staff[], workGroup = "north-1") =>
    ownerOf({ cause, workGroup }, staff);

  it("one person’s alone", () => {
    const staff = [lead, office, group];
    expect(ask("decision", staff)).toBe(lead);
    expect(ask("application", staff)).toBe(office);
    expect(ask("session", staff)).toBe(group);
    expect(ask("register", staff, "north-2")).toBe(lead);
    expect(ask("money", staff)).toBe(lead);
  });

  it("what was given to somebody is theirs, whatever it is about, where a letter can reach them", () => {
    const known: Staff = { ...office, ids: ["office-1"] };
    const thing = (assignee: string): MorningThing => ({ ...missed(1), assignee, givenAt: "2021-01-20T10:00:00Z" });
    expect(ownerOf(thing("office-1"), [lead, known])).toBe(known);
    expect(ownerOf(thing("somebody"), [lead, known])).toBe(lead);
    const register = registerThing(
      { workGroup: "north-1", code: "session-1", on: "2021-01-13" },
      { openedAt: "2021-01-14T00:00:00Z", dueOn: "2021-01-21", assignee: "office-1" },
    );
    expect(ownerOf(register, [lead, known, group])).toBe(known);
  });

  it("what was given is told to them on the next morning, and to nobody else as new", () => {
    const known: Staff = { ...office, ids: ["office-1"] };
    const thing: MorningThing = { ...missed(1), assignee: "office-1", givenAt: "2021-01-20T10:00:00Z" };
    const told = (to: Staff, staff: readonly Staff[], day: string, one = thing) =>
      morningOf(thingsFor([one], staff, to), on(day)) !== null;
    expect(
      ["2021-01-19", "2021-01-20", "2021-01-21", "2021-01-22"].map((day) => told(known, [lead, known], day)),
    ).toEqual([false, false, true, false]);
    expect(told(lead, [lead, known], "2021-01-21")).toBe(false);
    expect(told(lead, [lead, known], "2021-01-21", { ...thing, assignee: "somebody" })).toBe(false);
    expect(told(lead, [lead, known], "2021-01-19", { ...thing, assignee: "somebody" })).toBe(true);
  });

  it("an inbox that is all a hub has gets everything", () => {
    const inbox: Staff = { roles: ["hub-lead"], leads: [] };
    for (const cause of ["decision", "application", "session", "money"] as const)
      expect(ask(cause, [inbox])).toBe(inbox);
  });
});

it("names a Work Group as its hub calls it, to its lead and to all others, and never by its code", () => {
  const staff = [
    { name: "Jo Example", roles: ["work-group-lead"] as const, leads: ["g-1"] },
    { name: null, roles: ["hub-lead"] as const, leads: [] },
  ];
  const things = ["g-1", "g-2"].flatMap((workGroup) =>
    sessionThing({ workGroup, code: "session-1", on: "2021-01-19" }),
  );
  const called = calledBy(
    new Map([
      ["g-1", "North Readiness 1"],
      ["g-2", "Riverside schools"],
    ]),
  );
  const of = { hub: "great-north", time: on("2021-01-19"), console: null, called };
  const texts = morningsOf(things, staff, of).map(({ letter }) => renderText(letter));
  expect(texts[0]).toContain("North Readiness 1 meets today");
  expect(texts[1]).toContain("Riverside schools meets today");
  expect(texts.join("\n")).not.toMatch(/g-\d/u);
});

it("says once what can be chosen for several lines", () => {
  const morning = morningOf([missed(1, "2021-01-29", "a"), missed(2, "2021-01-29", "b")], on("2021-01-19"));
  const letter = morningLetter(
    { hub: "great-north", day: "2021-01-19", name: null, console: null, called: groupNameOf },
    morning as Morning,
  );
  expect(renderText(letter).match(/you can choose/giu)).toEqual(["you can choose"]);
});

it("reads as plain English: what, by when, for whom, what can be chosen, and where", () => {
  const morning = morningOf(
    [missed(1), missed(2), taskThing(school(3), bounced), applicationThing(school(4), "Sustaining 2021/22", SINCE)],
    on("2021-01-19"),
  );
  if (morning === null) throw new Error("there is no letter");
  const letter = morningLetter(
    {
      hub: "great-north",
      day: "2021-01-19",
      name: "Hella Example",
      console: "https://sj.example.org",
      called: groupNameOf,
    },
    morning,
  );
  expect(letter.subject).toBe("Tuesday 19 January 2021: 1 to decide, 1 school not reached and 1 application");
  expect(renderText(letter)).toContain(
    [
      "TO DECIDE",
      "Missed: Action plan for the school (North 1): https://sj.example.org/tasks",
      "Please decide by Friday 29 January 2021. Schools: School 1 and School 2. " +
        "It was promised for Friday 8 January 2021. " +
        "You can choose: give a new date or no longer ask it of the school.",
    ].join("\n\n"),
  );
  expect(renderText(letter)).not.toMatch(/missed-commitment|\d{4}-\d\d-\d\d|2020\/21/u);
});

const SINCE = "2021-01-18T09:00:00Z";
const bounced = {
  id: "letters/p-0123456789",
  about: "bounced-letter",
  commitment: null,
  openedAt: SINCE,
  dueOn: "2021-02-05",
} as const;
