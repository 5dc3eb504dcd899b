// A school's year on its page: what was promised and who records it, by what it is kept, who was at which session.

import { describe, expect, it } from "@jest/globals";
import type { Role } from "../../../libs/service/access/principal.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { inOneLine } from "../../../test/support/browser.ts";
import { factsOf } from "../../../test/support/journey-facts.ts";
import { begun, register, type Past } from "../../../test/support/journey.ts";
import { strictView } from "../../../test/support/strict-view.ts";
import { filledIn } from "../look/templates.ts";
import { yearView } from "./year-page.ts";

const FACTS = factsOf(begun(), "2020-10-01T09:00");
const OWN = "/journeys/100001-primary";
type Row = Facts["journey"]["commitments"][number];
const ROW = { yearNo: 1, stage: "readiness", academicYear: "2020/21", target: null, level: 0 };
const gapTask = (no: number, status: string, more: object = {}): Row =>
  ({
    ...ROW,
    ...{ code: `gap-task-${no}`, kind: "gap-task", by: "school", dueOn: `2020-12-0${no}`, status },
    ...more,
  }) as Row;
const VISIT = { ...gapTask(9, "open"), code: "support-visit-autumn", kind: "visit", by: "hub" } as Row;
const promised = (commitments: readonly Row[]): Facts => ({
  ...FACTS,
  journey: { ...FACTS.journey, commitments: [...commitments] },
});
const yearOf = (rows: readonly Row[], now: readonly RoutedCommand[], role: Role) => yearView(promised(rows), now, role);

/** The facts with its rows as they would be kept. */
function asKept(past: Past, when: string): Facts {
  const facts = factsOf(past, when);
  const rows = past.year.commitments.map((one) => ({ ...one, yearNo: 1, stage: "readiness", academicYear: "2020/21" }));
  return { ...facts, journey: { ...facts.journey, commitments: rows as unknown as Row[] } };
}

describe("what was promised", () => {
  const ROWS = [gapTask(1, "met"), gapTask(2, "missed", { level: 2 }), gapTask(3, "open"), VISIT];

  it("is recorded where it is still to do or late, by who may; the hub’s own by the hub alone", () => {
    const records = (now: readonly RoutedCommand[], role: Role) =>
      yearOf(ROWS, now, role).tables.map(({ rows }) => rows.map(({ record }) => record?.href ?? null));
    const done = (no: number) => `${OWN}/complete-gap-task?commitment=gap-task-${no}`;
    const visited = `${OWN}/record-support-visit`;
    expect(records(["CompleteGapTask", "RecordSupportVisit"], "hub-lead")).toEqual([
      [null, done(2), done(3)],
      [visited],
    ]);
    expect(records(["CompleteGapTask", "RecordSupportVisit"], "school-contact")).toEqual([
      [null, done(2), done(3)],
      [null],
    ]);
    expect(records([], "hub-lead")).toEqual([[null, null, null], [null]]);
  });

  it("is put right in the register, where a group has met and somebody was not there; by who takes registers", () => {
    const past = begun().on("2020-10-01T09:00", "TakeRegister", register("session-1", "2020-09-30", ["teacher-1"]));
    const facts = { ...factsOf(past, "2020-10-05T09:00"), groups: [{ id: "wg-1" }] as unknown as Facts["groups"] };
    const late = { ...gapTask(1, "missed"), code: "meeting-1", kind: "meeting" } as Row;
    const journey: Facts["journey"] = {
      ...facts.journey,
      workGroup: "wg-1",
      commitments: [late, gapTask(2, "missed")],
    };
    const ways = (role: Role, at = journey) =>
      yearView({ ...facts, journey: at }, [], role).tables[0]?.rows.map(({ record }) => record);
    const way = { words: "Register", href: "/groups/wg-1/take-register?session=session-1" };
    expect(ways("hub-lead")).toEqual([way, null]);
    expect(ways("finance-officer")).toEqual([null, null]);
    const others = [
      { ...late, status: "met" },
      { ...late, code: "meeting-2" },
    ] as Row[];
    expect(ways("hub-lead", { ...journey, commitments: others })).toEqual([null, null]);
    expect(ways("hub-lead", { ...journey, workGroup: null })).toEqual([null, null]);
  });

  it("says how it stands, and how often what is late was chased", () => {
    const [bySchool] = yearOf(ROWS, [], "hub-lead").tables;
    expect(bySchool?.rows.map(({ stands, told }) => [stands.words, told])).toEqual([
      ["Done", null],
      ["Late", "Chased twice"],
      ["Still to do", null],
    ]);
  });

  it("is that of the year last begun; before any, its template says that there is nothing", () => {
    const last = gapTask(1, "open", { yearNo: 2, stage: "development", academicYear: "2021/22" });
    const view = yearOf([...ROWS, last], [], "school-contact");
    expect([view.title, view.tables.map(({ rows }) => rows.length)]).toEqual(["Development 2021/22", [1]]);
    expect(filledIn("journeys/year.njk", strictView(yearOf([], [], "school-contact"))).text).toContain(
      "Nothing is promised yet.",
    );
    expect(filledIn("journeys/year.njk", strictView(yearOf(ROWS, ["CompleteGapTask"], "hub-lead"))).text).toMatch(
      /Late\s*<\/strong>[\s\S]*Chased twice[\s\S]*Record<span/u,
    );
  });
});

describe("who was there", () => {
  const [ADA, BEN] = ["teacher-1", "teacher-2"];
  const past = begun()
    .on("2020-10-01T09:00", "TakeRegister", {
      ...register("session-1", "2020-09-30", [ADA]),
      absent: [{ participant: BEN, reasonCode: "cover" }],
      late: [ADA],
    })
    .on("2020-10-06T09:00", "RecordAttendance", {
      ...register("session-1", "2020-10-05", [BEN]),
      headteacher: false,
      catchUp: true,
    });
  const seenBy = (role: Role, more: Partial<Facts> = {}, when = "2020-10-07T09:00") =>
    yearView({ ...asKept(past, when), ...more }, [], role);

  it("is said of each teacher by name: late, away and why, and when they caught up", () => {
    const { attendance } = seenBy("hub-lead");
    expect([attendance?.teachers, attendance?.headteacher]).toEqual([["Ada Example", "Teacher 2"], true]);
    expect(attendance?.rows.map(({ session, on, headteacher }) => [session, on, headteacher])).toEqual([
      ["Session 1", "30 September 2020", "There"],
    ]);
    expect(attendance?.rows[0]?.cells.map(({ tag, more }) => [tag?.words, more])).toEqual([
      ["Late", null],
      ["Away", "No cover in school. Caught up on 5 October 2020"],
    ]);
  });

  it("is for who knows the school’s people by name, and for nobody else", () => {
    const sees = (role: Role): boolean => seenBy(role).attendance !== null;
    expect((["hub-coordinator", "work-group-lead", "school-contact"] as const).map(sees)).toEqual([true, true, true]);
    expect((["auditor", "finance-officer", "operator"] as const).map(sees)).toEqual([false, false, false]);
  });

  it("has a session of which nobody has said who was there, once its day has come", () => {
    const later = seenBy("hub-lead", {}, "2021-02-01T09:00").attendance;
    const next = past.commitment("session-2");
    expect(next.dueOn < "2021-02-01").toBe(true);
    expect(later?.rows.find(({ session }) => session === "Session 2")).toMatchObject({
      note: "No register yet",
      cells: [{ tag: null }, { tag: null }],
    });
    expect(seenBy("hub-lead").attendance?.rows).toHaveLength(1);
    expect(yearView(asKept(begun(), "2020-09-02T09:00"), [], "hub-lead").attendance).toBeNull();
  });

  it("leads to the register, for who may take it and where its group is theirs", () => {
    const group = [{ id: "group-1" }] as unknown as Facts["groups"];
    const to = (role: Role, groups = group) => seenBy(role, { groups }).attendance?.rows[0]?.register;
    expect([to("hub-coordinator"), to("school-contact"), to("hub-lead", [])]).toEqual([
      "/groups/group-1/take-register?session=session-1",
      null,
      null,
    ]);
  });

  it("stands in a table that reads a session a row", () => {
    const page = inOneLine(filledIn("journeys/year.njk", strictView(seenBy("hub-lead"))).text);
    expect(page).toMatch(
      /Who was there.*<th scope="col"[^>]*>Ada Example<\/th>.*Session 1.*30 September 2020.*Late.*Away.*No cover in school\. Caught up/u,
    );
  });
});

describe("by what a promise is kept", () => {
  const past = begun()
    .on("2020-10-01T09:00", "TakeRegister", register("session-1", "2020-09-30"))
    .on("2020-12-02T09:00", "CompleteGapTask", { commitment: "gap-task-1", on: "2020-12-01" });
  const facts = asKept(past, "2020-12-03T09:00");
  const seq = past.seqOf("GapTaskCompleted");
  const doers = new Map([
    [seq, { role: "hub-coordinator", name: "Jo Entered", own: false, fromLetter: false } as const],
  ]);
  const kept = (role: Role, more: Partial<Facts> = {}) => {
    const rows = yearView({ ...facts, doers, ...more }, [], role).tables.flatMap((table) => table.rows);
    return (what: RegExp) => rows.filter((row) => what.test(row.what)).map(({ evidence }) => evidence);
  };

  it("is said with its day, when it was written down and by whom, and leads to where it came from", () => {
    expect(kept("hub-lead")(/task 1/iu)[0]).toEqual([
      {
        says: "Done on 1 December 2020",
        recorded: "Recorded on 2 December 2020 by Jo Entered, a hub coordinator, on the school’s behalf",
        from: { words: "In what happened", href: `${OWN}?kind=evidence&year=2020-21#part-history` },
      },
    ]);
    expect(kept("school-contact")(/task 1/iu)[0]?.[0]?.recorded).toContain("on your school’s behalf");
  });

  it("is the register for a session, and nothing of what is still to come", () => {
    const says = kept("hub-lead")(/first workshop|session 1|meeting 1/iu).flatMap((all) => all.map((one) => one.says));
    expect(says).toContain("Register of 30 September 2020: 2 teachers and the headteacher there");
    expect(kept("hub-lead")(/task 2/iu)).toEqual([[]]);
  });

  it("is not told of what happened before the school came to the hub that looks", () => {
    const without = facts.events.filter((one) => one.seq !== seq);
    expect(kept("hub-lead", { events: without })(/task 1/iu)[0]).toEqual([]);
  });

  it("names teachers only to who knows them; to others by number", () => {
    const named = (role: Role, names: Facts["names"]) =>
      kept(role, { names })(/teachers/iu).flatMap((all) => all.map(({ says }) => says))[0];
    expect(named("hub-lead", facts.names)).toMatch(/^Ada Example, /u);
    expect(named("auditor", new Map())).toMatch(/^Teacher 1, /u);
  });
});
