// The sessions of a year at the edges of what its page says (case h20): November to July, four at least.

import { describe, expect, it } from "@jest/globals";
import { refusalsIn, reportWith, statusOf } from "../../test/support/rehearsing.ts";

const SECONDARY = {
  prospectus: "2020-21/secondary-development",
  school: { urn: 910001, name: "Edge School", phase: "secondary", funding: "state", headteacher: true, history: [] },
  until: "2021-08-31",
};
const schedule = (at: string, session: string, on: string): string =>
  `- {at: ${at}, command: ScheduleSession, with: {session: ${session}, 'on': '${on}'}}`;

describe("A Development year from November to July, with four meetings at least", () => {
  it("takes no date before or after, and a fifth session whenever it comes", () => {
    const report = reportWith(
      SECONDARY,
      [
        schedule("2020-09-03T09:00", "session-1", "2020-09-10"),
        schedule("2020-09-03T09:01", "session-5", "2021-07-09"),
        schedule("2020-09-03T09:02", "session-4", "2021-08-20"),
      ].join("\n"),
    );
    expect(refusalsIn(report)).toEqual(["ScheduleSession stated-by-page", "ScheduleSession stated-by-page"]);
    expect(report.events.filter(({ type }) => type === "SessionScheduled")).toMatchObject([
      { session: "session-5", on: "2021-07-09" },
    ]);
    // The hub holds it, the year is as it was: nobody owes anything for it.
    expect(report.events.filter((event) => Object(event).session === "session-5").map(({ type }) => type)).toEqual([
      "SessionScheduled",
      "AttendanceRecorded",
    ]);
    expect(report.commitments.filter(({ status }) => status !== "met")).toEqual([]);
  });
  it("is the hub's own missed promise where it calls one of the four off; the school is not chased", () => {
    const report = reportWith(
      SECONDARY,
      "- {at: 2020-12-01T09:00, command: CancelSession, with: {session: session-2, reason: Snow}}",
    );
    expect([statusOf(report, "2020/21", "session-2"), statusOf(report, "2020/21", "meeting-2")]).toEqual([
      "missed",
      "waived",
    ]);
    expect(report.escalations).toMatchObject([{ commitment: "session-2", level: 3 }]);
  });
});
