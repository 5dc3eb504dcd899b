// By which records a promise is kept: whatever is met by a record has one, and what was taken back is none.

import { describe, expect, it } from "@jest/globals";
import { because, begun, register, type Past } from "../../test/support/journey.ts";
import { keptBy } from "./kept-by.ts";

const seqs = (past: Past, code: string): number[] => keptBy(past.year, past.commitment(code)).map(({ seq }) => seq);

describe("by what a promise is kept", () => {
  const met = begun()
    .on("2020-10-01T09:00", "TakeRegister", register("session-1", "2020-09-30"))
    .on("2020-11-12T09:00", "RecordSupportVisit", { on: "2020-11-11", halfDays: 1, headteacher: true })
    .on("2020-12-02T09:00", "CompleteGapTask", { commitment: "gap-task-1", on: "2020-12-01" });

  it("is a record of each that is met, but of who the teachers are", () => {
    const by = met.year.commitments.filter(({ status }) => status === "met").map(({ code }) => [code, seqs(met, code)]);
    const [registered, visited, done] = (
      ["AttendanceRecorded", "SupportVisitRecorded", "GapTaskCompleted"] as const
    ).map((type) => [met.seqOf(type)]);
    expect(Object.fromEntries(by)).toEqual({
      teachers: [],
      "session-1": registered,
      "meeting-1": registered,
      "headteacher-first-workshop": registered,
      "support-visit-autumn": visited,
      "headteacher-meeting-autumn": visited,
      "gap-task-1": done,
    });
  });

  it("is nothing for what is still owed: another task, visit or session has its own", () => {
    const open = met.year.commitments.filter(({ status }) => status === "open");
    expect(open.length).toBeGreaterThan(5);
    expect(open.flatMap(({ code }) => seqs(met, code))).toEqual([]);
  });

  it("is no more by what was taken back", () => {
    const back = met.on("2020-12-03T09:00", "CorrectRecord", { event: met.seqOf("GapTaskCompleted"), ...because });
    expect(seqs(back, "gap-task-1")).toEqual([]);
  });
});
