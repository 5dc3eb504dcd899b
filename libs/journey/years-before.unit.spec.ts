// Stage-years that began before the rules of "Fair years": their StageStarted, as commit 5ecd4b6 wrote it, says nothing
// of teachers, of meetings, of how the year closes. They go on, and end, as they would have then: all that is said here
// held on that commit's own code.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { given } from "../../test/support/given.ts";
import { because, nothing, register, type Past } from "../../test/support/journey.ts";
import type { JourneyEvent } from "./events.ts";

const FILE = join(import.meta.dirname, "../../test/upgrade/begun-5ecd4b6.jsonl");
const [readiness, development] = readFileSync(FILE, "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => nothing.follow(JSON.parse(line) as JourneyEvent[])) as [Past, Past];

describe("A Development year that began before", () => {
  it("ends completed on 31 August though nothing was recorded of it, and keeps no place", () => {
    const after = development.until("2025-12-01");
    expect(after.state).toMatchObject({ status: "completed", past: [{ outcome: "completed" }] });
    expect(after.all("StageCompleted")).toMatchObject([{ at: "2025-08-31T22:59:59Z", then: "ends" }]);
    // Nobody is asked why the school was not invited, nor whether it has completed its year.
    const asked = after.all("TaskOpened").map((event) => (event.type === "TaskOpened" ? event.about : ""));
    expect(new Set(asked)).toEqual(new Set(["missed-commitment"]));
  });

  it("is not asked for its teachers, and goes on without one who leaves", () => {
    expect(development.year.commitments.map(({ kind }) => kind)).not.toContain("teachers");
    given(development)
      .when("2024-10-01T09:00", "ReleaseParticipant", { participant: "teacher-2", ...because })
      .brings({ type: "ParticipantReleased", participant: "teacher-2", reasonId: "text-1" });
  });

  it("has its grant payable once all were at the first meeting, and not by another", () => {
    const one = development.on(
      "2024-10-02T17:00",
      "RecordAttendance",
      register("session-1", "2024-10-02", ["teacher-1"]),
    );
    const later = one.on("2025-02-05T17:00", "RecordAttendance", register("session-2", "2025-02-05"));
    expect(later.all("GrantPayable")).toEqual([]);
    expect(
      later.all("TaskOpened").filter((event) => event.type === "TaskOpened" && event.about !== "missed-commitment"),
    ).toEqual([]);
    const all = development.on("2024-10-02T17:00", "RecordAttendance", register("session-1", "2024-10-02"));
    expect(all.all("GrantPayable")).toHaveLength(1);
  });

  it("has its grant withheld when the school withdraws before it is paid", () => {
    const gone = development.on("2024-10-03T09:00", "WithdrawSchool", because);
    expect(gone.all("GrantWithheld")).toHaveLength(1);
  });

  it("has a meeting met by all who were wanted, whatever places the page has", () => {
    const alone = development
      .on("2024-09-20T09:00", "ReleaseParticipant", { participant: "teacher-2", ...because })
      .on("2024-10-02T17:00", "RecordAttendance", register("session-1", "2024-10-02", ["teacher-1"]));
    expect(alone.commitment("meeting-1").status).toBe("met");
  });

  it("owes its report on the day that was said, also where the last meeting is held later", () => {
    const moved = development.on("2025-05-01T09:00", "MoveSession", {
      session: "session-3",
      on: "2025-07-09",
      ...because,
    });
    expect(moved.commitment("report").dueOn).toBe("2025-07-11");
  });

  it("takes a report or a task before its meeting without a word why", () => {
    given(development).when("2025-03-03T09:00", "SubmitReport", { on: "2025-03-03" }).accepted();
    given(readiness).when("2020-09-14T09:00", "CompleteGapTask", { on: "2020-09-14" }).accepted();
  });

  it("is interrupted by a pause that outlasts it, and what was settled falls with it", () => {
    const away = development.on("2025-03-03T09:00", "PauseJourney", because).until("2025-09-01");
    expect(away.all("StageInterrupted", "StageCompleted")).toEqual([
      { type: "StageInterrupted", at: "2025-08-31T22:59:59Z", stage: "development", academicYear: "2024/25" },
    ]);
  });
});

describe("A Readiness year that began before", () => {
  it("waits for the hub lead's word without a last day; a yes without an invitation asks nobody why", () => {
    const waits = readiness.until("2022-06-01");
    expect(waits.all("StageCompleted")).toMatchObject([{ outcome: "not-ready", then: "waits" }]);
    expect(waits.state.status).toBe("participating");
    const ready = waits.on("2022-06-02T09:00", "ConfirmReadiness", { ready: true });
    expect(ready.events.at(-1)).not.toHaveProperty("inviteBy");
    expect(ready.until("2022-08-01").all("TaskOpened").length).toBe(ready.all("TaskOpened").length);
  });

  it("counts a visit with the headteacher as their meeting with the lead, whichever visit it was", () => {
    const met = readiness.on("2020-11-11T16:00", "RecordSupportVisit", {
      on: "2020-11-11",
      halfDays: 1,
      headteacher: true,
    });
    expect(met.commitment("headteacher-meeting").status).toBe("met");
  });
});
