// Promises kept or broken, told as stories: what a school and its hub are sent, by whom it is dealt with, and at which
// instant. The first gap task of the Readiness year 2020/21 is due on Tuesday 8 December 2020.

import { describe, expect, it } from "@jest/globals";
import { outcomeOf, rehearsalOf, reportWith, statusOf } from "../../test/support/rehearsing.ts";
import { instantAt, localTime } from "../calendar/instants.ts";
import { calendarFor } from "../calendar/terms.ts";
import type { Report } from "./report.ts";

const TO_SUMMER = { until: "2021-08-31" };
const done = (at: string): string => `- {at: ${at}, command: CompleteGapTask, with: {commitment: gap-task-1}}`;
const escalations = ({ escalations: all }: Report) =>
  all.filter(({ commitment }) => commitment === "gap-task-1").map(({ at, level }) => `level ${level} ${at}`);

/** What happened about a commitment, in order: `CommitmentMissed 2020-12-09T00:00:00Z`. */
const about = ({ events }: Report, commitment = "gap-task-1") =>
  events
    .filter(
      (event) =>
        JSON.stringify(event).includes(`"${commitment}"`) && !["StageStarted", "ReminderDue"].includes(event.type),
    )
    .map(({ type, at }) => `${type} ${at}`);

const LEVEL = {
  1: "level 1 2020-12-15T09:00:00Z",
  2: "level 2 2021-01-04T09:00:00Z",
  3: "level 3 2021-01-18T09:00:00Z",
};

describe("A place that the hub offers", () => {
  it("is open for twenty school days, and not past ten before the first session", () => {
    const open = (from: string) =>
      reportWith({ ...TO_SUMMER, start: from }).events.flatMap((event) =>
        event.type === "PlaceOffered" ? [`${event.at.slice(0, 10)} to ${String(Object(event).respondBy)}`] : [],
      );
    expect(open("2020-06-01")).toEqual(["2020-06-04 to 2020-07-02"]);
    expect(open("2020-08-24")).toEqual(["2020-08-27 to 2020-09-16"]);
  });
});

describe("A school that answers late", () => {
  it("after the chaser and before the day is over is not late at all", () => {
    const report = reportWith(TO_SUMMER, done("2020-12-08T23:59"));
    expect(about(report)).toEqual([
      "ChaserDue 2020-12-04T09:00:00Z",
      "GapTaskCompleted 2020-12-08T23:59:00Z",
      "CommitmentMet 2020-12-08T23:59:00Z",
    ]);
  });
  it("in the days of grace: it is missed and met, and nobody was told", () => {
    const report = reportWith(TO_SUMMER, done("2020-12-15T08:59"));
    expect(escalations(report)).toEqual([]);
    expect(about(report).slice(1)).toEqual([
      "CommitmentMissed 2020-12-09T00:00:00Z",
      "GapTaskCompleted 2020-12-15T08:59:00Z",
      "CommitmentMet 2020-12-15T08:59:00Z",
    ]);
  });
  it("once the lead teachers are told: the ladder stands down, and the headteacher hears nothing", () => {
    const report = reportWith(TO_SUMMER, done("2020-12-16T10:00"));
    expect(escalations(report)).toEqual([LEVEL[1]]);
    expect(about(report).slice(-2)).toEqual([
      "CommitmentMet 2020-12-16T10:00:00Z",
      "EscalationWithdrawn 2020-12-16T10:00:00Z",
    ]);
  });
  it("once the headteacher is told, on the first day after the holidays: the hub lead has nothing to decide", () => {
    const report = reportWith(TO_SUMMER, done("2021-01-05T10:00"));
    expect(escalations(report)).toEqual([LEVEL[1], LEVEL[2]]);
    expect(about(report).at(-1)).toBe("EscalationWithdrawn 2021-01-05T10:00:00Z");
  });
  it("once the hub lead has the task: the task closes by itself", () => {
    const report = reportWith(TO_SUMMER, done("2021-01-18T15:00"));
    expect(escalations(report)).toEqual([LEVEL[1], LEVEL[2], LEVEL[3]]);
    expect(report.events.filter(({ type }) => type.startsWith("Task")).map(({ type, at }) => `${type} ${at}`)).toEqual([
      "TaskOpened 2021-01-18T09:00:00Z",
      "TaskClosed 2021-01-18T15:00:00Z",
    ]);
    expect(statusOf(report, "2020/21", "gap-task-1")).toBe("met");
  });
  it("never: every rung is told once, and the hub lead decides", () => {
    const report = reportWith({ ...TO_SUMMER, behaviour: "silent" });
    expect(escalations(report)).toEqual([LEVEL[1], LEVEL[2], LEVEL[3]]);
  });
});

describe("A headteacher who changes while the ladder is climbed", () => {
  const named =
    "- {at: 2020-12-20T12:00, command: NameHeadteacher, with: {contact: {firstName: New, lastName: Head, " +
    "email: new@example.org}}}";
  const told = (report: Report) =>
    report.events.flatMap((event) =>
      "commitment" in event &&
      event.commitment === "gap-task-1" &&
      event.type === "CommitmentEscalated" &&
      "to" in event
        ? [`${event.at} ${String(event.to)}`]
        : [],
    );

  it("takes over the ladder where it stands: no rung is told again, none is put off", () => {
    expect(told(reportWith({ ...TO_SUMMER, behaviour: "silent" }, named))).toEqual([
      "2020-12-15T09:00:00Z maths-lead,lead-teacher",
      "2021-01-04T09:00:00Z headteacher",
      "2021-01-18T09:00:00Z hub-lead",
    ]);
  });
  it("is told in place of the applicant, where none was known before", () => {
    const without = {
      ...TO_SUMMER,
      behaviour: "silent",
      school: { ...(rehearsalOf().school as object), headteacher: false },
    };
    expect(told(reportWith(without))[1]).toBe("2021-01-04T09:00:00Z applicant");
    expect(told(reportWith(without, named))[1]).toBe("2021-01-04T09:00:00Z headteacher");
  });
});

describe("A school that pauses", () => {
  const paused = "- {at: 2020-12-16T12:00, command: PauseJourney, with: {reason: Building works}}";
  const silent = { ...TO_SUMMER, behaviour: "silent" };
  const told = (report: Report, from: string) =>
    report.events
      .filter(
        ({ type, at }) =>
          at > from &&
          ["ReminderDue", "ChaserDue", "CommitmentEscalated", "CommitmentMissed", "TaskOpened"].includes(type),
      )
      .map(({ type, at }) => `${type} ${at}`);

  it("hears nothing: no reminder, no chaser, no rung", () => {
    expect(told(reportWith(silent, paused), "2020-12-16T12:00:00Z")).toEqual([]);
  });
  it(
    "and goes on where it stood once it is back, with a fortnight for what came due; the spring reminder is " +
      "not made up",
    () => {
      const report = reportWith(
        { ...silent, until: "2021-04-30" },
        `${paused}\n- {at: 2021-02-22T12:00, command: ReturnToProgramme}`,
      );
      expect(escalations(report)).toEqual([LEVEL[1], "level 2 2021-03-08T09:00:00Z", "level 3 2021-03-22T09:00:00Z"]);
      expect(report.reminders.map(({ term }) => term)).toEqual(["autumn", "summer"]);
    },
  );
});

describe("When the clocks change", () => {
  // On Sunday 25 October 2020 the hour from one to two comes twice, on Sunday 28 March 2021 it does not exist. Letters
  // are due at nine on a school day, so none is ever due in it; what happens in those nights is that a day ends, and a
  // promise with it.
  const dueOn = (day: string) =>
    reportWith(
      { ...TO_SUMMER, behaviour: "silent" },
      `- {at: 2020-09-10T09:00, command: RescheduleCommitment, with: {commitment: gap-task-1, dueOn: ` +
        `${day}, reason: Agreed}}`,
    );
  const missed = (report: Report) => about(report).find((line) => line.startsWith("CommitmentMissed"));

  it("a promise is broken at midnight in London, before and after each of those nights", () => {
    expect(missed(dueOn("2020-10-24"))).toBe("CommitmentMissed 2020-10-24T23:00:00Z");
    expect(missed(dueOn("2020-10-25"))).toBe("CommitmentMissed 2020-10-26T00:00:00Z");
    expect(missed(dueOn("2021-03-27"))).toBe("CommitmentMissed 2021-03-28T00:00:00Z");
    expect(missed(dueOn("2021-03-28"))).toBe("CommitmentMissed 2021-03-28T23:00:00Z");
  });
  it(
    "a reminder for the hour that does not exist would come an hour later, for the one that comes twice the " +
      "first time",
    () => {
      expect([instantAt("2021-03-28", "01:30"), localTime("2021-03-28T01:30:00Z")]).toEqual([
        "2021-03-28T01:30:00Z",
        "02:30",
      ]);
      expect([instantAt("2020-10-25", "01:30"), localTime("2020-10-25T00:30:00Z")]).toEqual([
        "2020-10-25T00:30:00Z",
        "01:30",
      ]);
    },
  );
  it("nine o’clock stays nine o’clock, for every letter of the year, and each comes once", () => {
    const report = reportWith({ ...TO_SUMMER, behaviour: "silent" });
    const letters = report.events.filter(({ type }) =>
      ["ReminderDue", "ChaserDue", "CommitmentEscalated"].includes(type),
    );
    expect([...new Set(letters.map(({ at }) => localTime(at)))]).toEqual(["09:00"]);
    expect(letters.map(({ at }) => at.slice(11))).toEqual(expect.arrayContaining(["08:00:00Z", "09:00:00Z"]));
    expect(report.reminders.map(({ at }) => at)).toEqual([
      "2020-09-14T08:00:00Z",
      "2021-01-11T09:00:00Z",
      "2021-04-26T08:00:00Z",
    ]);
  });
  it("a school that pauses or answers within those hours is recorded when it did", () => {
    const report = reportWith(TO_SUMMER, done("2020-10-25T01:30"));
    expect(about(report)).toEqual(["GapTaskCompleted 2020-10-25T00:30:00Z", "CommitmentMet 2020-10-25T00:30:00Z"]);
  });
});

describe("A Monday that is a bank holiday", () => {
  it("with a substitute day: New Year’s Day 2022 is a Saturday, its Monday is free, the reminder on Tuesday", () => {
    // A school whose spring term begins straight after Christmas: its second Monday is Monday 3 January 2022.
    const early = calendarFor({
      terms: [
        {
          academicYear: "2021/22",
          term: "spring",
          start: "2021-12-29",
          end: "2022-04-01",
          halfTerm: { start: "2022-02-14", end: "2022-02-18" },
        },
      ],
    });
    const mondays = calendarFor({
      terms: [
        {
          academicYear: "2021/22",
          term: "spring",
          start: "2021-12-27",
          end: "2022-04-01",
          halfTerm: { start: "2022-02-14", end: "2022-02-18" },
        },
      ],
    });
    const spring = (calendar: typeof early) =>
      outcomeOf(rehearsalOf({ until: "2022-08-31" }), calendar)
        .report.reminders.filter(({ academicYear, term }) => academicYear === "2021/22" && term === "spring")
        .map(({ at }) => at);
    expect(spring(mondays)).toEqual(["2022-01-04T09:00:00Z"]);
    expect(spring(early)).toEqual(["2022-01-10T09:00:00Z"]);
  });
  it("of May: the reminder of the summer term 2025 comes on Tuesday", () => {
    const content = {
      prospectus: "2024-25/secondary-sustaining",
      start: "2024-06-01",
      until: "2025-08-31",
      school: {
        ...(rehearsalOf().school as object),
        phase: "secondary",
        history: [{ stage: "development", academicYear: "2022/23" }],
      },
    };
    expect(outcomeOf(rehearsalOf(content)).report.reminders.at(-1)?.at).toBe("2025-05-06T08:00:00Z");
  });
  it("a rung that would fall on the substitute for Boxing Day waits for the first school day", () => {
    // Due on Monday 21 December 2020: its grace ends on Monday 28 December, which stands in for Boxing Day.
    const report = reportWith(
      { ...TO_SUMMER, behaviour: "silent" },
      "- {at: 2020-11-10T09:00, command: RescheduleCommitment, with: {commitment: gap-task-1, dueOn: " +
        "2020-12-21, reason: Agreed}}",
    );
    expect(escalations(report)[0]).toBe("level 1 2021-01-04T09:00:00Z");
  });
});
