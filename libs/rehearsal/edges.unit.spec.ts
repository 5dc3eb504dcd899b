// At the edges of the rules, told as stories that a hub lead may have to defend: made up afterwards, away for a good
// reason, two thirds and no more, another hub, a report in September.

import { describe, expect, it } from "@jest/globals";
import { happened, refusalsIn, reportWith, stagesIn, statusOf } from "../../test/support/rehearsing.ts";

const TO_SUMMER = { until: "2021-08-31" };
const DEVELOPMENT = { prospectus: "2024-25/primary-development", start: "2024-05-01", until: "2025-08-31" };
const BEFORE = { prospectus: "2023-24/primary-development", start: "2023-06-01", until: "2024-11-30" };

const came = (session: string, on: string, who: string, more = ""): string =>
  `- {at: ${on}T16:00, command: RecordAttendance, ` +
  `with: {session: ${session}, 'on': '${on}', present: [${who}]${more}}}\n`;
const does = (at: string, command: string, fields: string): string =>
  `- {at: ${at}T09:00, command: ${command}, with: {${fields}}}\n`;
const ladder = (report: ReturnType<typeof reportWith>, code: string): number[] =>
  report.escalations.filter(({ commitment }) => commitment === code).map(({ level }) => level);

describe("The headteacher who was not at the first workshop", () => {
  const missed = came("session-1", "2020-09-30", "teacher-1, teacher-2", ", headteacher: false");

  it("is asked what they can do about it, not told that their attendance is overdue", () => {
    const report = reportWith(TO_SUMMER, missed);
    const subjects = report.letters
      .filter(({ to, cause, about }) => to.includes("headteacher") && cause === "chaser" && about.length === 1)
      .map(({ subject }) => subject);
    expect(subjects).toEqual([
      "Your attendance at the first workshop on 30 September: please tell us",
      "Once more: Your attendance at the first workshop on 30 September",
    ]);
  });
  it("has made it up when the lead went through it with them, as the letter says: the year is Mastery Ready", () => {
    const madeUp = came("session-1", "2020-10-14", "", ", headteacher: true, catchUp: true, reason: Went through it");
    const report = reportWith(TO_SUMMER, missed + madeUp);
    expect(statusOf(report, "2020/21", "headteacher-first-workshop")).toBe("met");
    expect(ladder(report, "headteacher-first-workshop")).toEqual([1]);
    expect(stagesIn(report)).toEqual(["readiness 2020/21 completed"]);
  });
});

describe("A teacher who is away with a reason", () => {
  const away = (session: string, on: string, reasonCode: string): string =>
    came(session, on, "teacher-1", `, absent: [{participant: teacher-2, reasonCode: ${reasonCode}}]`);

  it("brings one letter about catching up; after a second absence the ladder is climbed to the hub lead", () => {
    const report = reportWith(
      DEVELOPMENT,
      away("session-1", "2024-10-02", "unavoidable") + away("session-2", "2025-01-22", "cover"),
    );
    expect([ladder(report, "meeting-1"), ladder(report, "meeting-2")]).toEqual([[1], [1, 2, 3]]);
    // Without a reason the first one climbs as well.
    expect(ladder(reportWith(DEVELOPMENT, came("session-1", "2024-10-02", "teacher-1")), "meeting-1")).toEqual([
      1, 2, 3,
    ]);
  });
  it("and has caught up with the lead costs the school no grant", () => {
    const caughtUp = came("session-1", "2024-10-16", "teacher-2", ", catchUp: true, reason: Went through it");
    const report = reportWith(DEVELOPMENT, away("session-1", "2024-10-02", "unavoidable") + caughtUp);
    expect(report.grants).toMatchObject([{ status: "paid", amount: 1000 }]);
    expect(report.grants[0]?.releasedAt?.slice(0, 7)).toBe("2024-10");
    expect(report.tasks).toEqual([]);
  });
});

describe("A year is completed by two thirds of its places at meetings", () => {
  const both = "teacher-1, teacher-2";
  const outcome = (...who: readonly string[]): string | undefined => {
    const days = ["2023-10-04", "2024-01-24", "2024-05-01"];
    const registers = who.map((there, index) => came(`session-${index + 1}`, days[index] ?? "", there));
    return reportWith(BEFORE, registers.join("")).stages[0]?.outcome;
  };

  it("four of six are enough, three are not", () => {
    expect(outcome(both, both, "")).toBe("completed");
    expect(outcome(both, "teacher-1", "teacher-1")).toBe("completed");
    expect(outcome("teacher-1", "teacher-1", "teacher-1")).toBe("not-completed");
  });
  it("not of a school that came to none, though the others were let go", () => {
    const waived = ["meeting-2", "meeting-3"].map((code) =>
      does("2024-05-10", "WaiveCommitment", `commitment: ${code}, reason: Flood`),
    );
    expect(reportWith({ ...BEFORE, behaviour: "silent" }, waived.join("")).stages[0]?.outcome).toBe("not-completed");
  });
  it("one that was not counts if the hub lead says so by 31 October, and the next begins that day", () => {
    const one = ["2023-10-04", "2024-01-24", "2024-05-01"].map((on, index) =>
      came(`session-${index + 1}`, on, "teacher-1"),
    );
    const counts = does(
      "2024-10-10",
      "DecideTask",
      "task: 2023/24/outcome, decision: counts, reason: On leave in spring",
    );
    const report = reportWith(BEFORE, one.join("") + counts);
    expect(stagesIn(report)).toEqual(["development 2023/24 not-completed", "embedding 2024/25 under-way"]);
    expect(happened(report, "StageStarted").at(-1)).toBe("StageStarted 2024-10-10");
  });
});

describe("Both teachers leave after the grant was paid", () => {
  it("and nobody comes in their place: the hub lead is asked about them, and about the money after the year", () => {
    const leave = (who: string): string =>
      does("2025-01-06", "ReleaseParticipant", `participant: ${who}, reason: New post`);
    const report = reportWith({ ...DEVELOPMENT, until: "2025-10-31" }, leave("teacher-1") + leave("teacher-2"));
    expect(stagesIn(report)).toEqual(["development 2024/25 not-completed"]);
    expect(report.grants).toMatchObject([{ status: "paid" }]);
    expect(report.tasks.map(({ about }) => about)).toEqual(expect.arrayContaining(["teachers", "outcome", "grant"]));
  });
});

describe("A school that goes to another hub in November", () => {
  it("is its new hub's to place, from that day; its grant was paid, and nobody asks about it", () => {
    const moved = does("2024-11-20", "MoveToHub", "hub: far-south, reason: Its trust is there");
    const report = reportWith(DEVELOPMENT, moved);
    expect(report.tasks).toMatchObject([{ about: "waiting", openedAt: "2024-11-20T09:00:00Z", dueOn: "2024-11-27" }]);
    expect(stagesIn(report)).toEqual(["development 2024/25 completed"]);
  });
});

describe("A report that nobody sent in its year", () => {
  const goesOn =
    does("2021-07-16", "ConfirmReadiness", "ready: true") +
    "- {at: 2021-07-16T10:00, command: InviteToNextStage}\n- {at: 2021-07-17T10:00, command: ConfirmNextStage}\n";

  it("is taken in September with a reason, of the year that lacks it; the new year still owes its own", () => {
    const sent = does("2021-09-09", "SubmitReport", "reason: The office had it in a drawer");
    const none = "- {at: 2021-09-08T09:00, command: SubmitReport}\n";
    const report = reportWith({ until: "2021-10-31", behaviour: "silent" }, goesOn + none + sent);
    expect(refusalsIn(report)).toEqual(["SubmitReport reason-required"]);
    expect([statusOf(report, "2020/21", "report"), statusOf(report, "2021/22", "report")]).toEqual(["met", "open"]);
  });
});

describe("A school that said yes in May and declines in June", () => {
  const declined = does("2024-06-20", "DeclineOffer", "reason: Not next year");

  it("was in its year all the same; asked again in September, it begins on the day of its yes", () => {
    const again = does("2024-09-19", "InviteToNextStage", "") + does("2024-09-20", "ConfirmNextStage", "");
    expect(stagesIn(reportWith(BEFORE, declined))).toEqual(["development 2023/24 completed"]);
    const report = reportWith(BEFORE, declined + again);
    expect(refusalsIn(report)).toEqual([]);
    expect(stagesIn(report)).toEqual(["development 2023/24 completed", "embedding 2024/25 under-way"]);
    expect(happened(report, "StageStarted").at(-1)).toBe("StageStarted 2024-09-20");
  });
});
