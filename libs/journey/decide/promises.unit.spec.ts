import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  because,
  begun,
  kept,
  placed,
  PRIMARY_DEVELOPMENT,
  READINESS,
  register,
  type Past,
} from "../../../test/support/journey.ts";
import type { TaskDecision } from "../commands.ts";

/**
 * The second gap task is done; the first was due on 8 December 2020 and is missed: level 1 on the 15th, level 2 on 4
 * January, level 3 on the 18th.
 */
const year = begun().on("2020-10-01T09:00", "CompleteGapTask", { commitment: "gap-task-2", ...because });
const level2 = year.until("2021-01-05");
const level3 = year.until("2021-01-20");
const task = "2020/21/gap-task-1";

describe("A commitment is rescheduled by agreement", () => {
  const reschedule = (past: Past, change: object = {}, when = "2020-11-02T09:00") =>
    given(past).when(when, "RescheduleCommitment", {
      commitment: "gap-task-1",
      dueOn: "2021-01-15",
      ...because,
      ...change,
    });

  it("to another day", () =>
    reschedule(year).brings({
      type: "CommitmentRescheduled",
      commitment: "gap-task-1",
      dueOn: "2021-01-15",
      chaseAt: "2021-01-13T09:00:00Z",
      ...kept,
    }));
  it("also once it is missed: the ladder stands down, and goes on where it stood", () => {
    reschedule(level2, { dueOn: "2021-01-29" }, "2021-01-06T09:00").brings(
      { type: "CommitmentRescheduled", commitment: "gap-task-1", dueOn: "2021-01-29", ...kept },
      { type: "EscalationWithdrawn", commitment: "gap-task-1", level: 2 },
    );
    const again = level2
      .on("2021-01-06T09:00", "RescheduleCommitment", { commitment: "gap-task-1", dueOn: "2021-01-29", ...because })
      .until("2021-02-06");
    expect(again.commitment("gap-task-1")).toMatchObject({ status: "missed", level: 3 });
    expect(
      again.events.filter((one) => one.type === "CommitmentEscalated" && one.commitment === "gap-task-1"),
    ).toHaveLength(3);
  });
  it("with a reason", () => reschedule(year, { reason: undefined }).rejects("reason-required"));
  it("from today to the end of the stage-year", () => {
    reschedule(year, { dueOn: "2020-11-01" }).rejects("invalid");
    reschedule(year, { dueOn: "2020-11-02" }).accepted();
    reschedule(year, { dueOn: "2021-08-31" }).accepted();
    reschedule(year, { dueOn: "2021-09-01" }).rejects("invalid");
  });
  it("if the stage-year has it", () => reschedule(year, { commitment: "release-days" }).rejects("unknown-commitment"));
  it("if there is anything left to change", () => {
    reschedule(year, { commitment: "gap-task-2" }).rejects("not-in-this-state");
    reschedule(year.on("2020-10-02T09:00", "WaiveCommitment", { commitment: "gap-task-1", ...because })).rejects(
      "not-in-this-state",
    );
  });
  it("while a stage-year is under way", () =>
    reschedule(placed(), {}, "2020-08-01T09:00").rejects("not-participating"));
});

describe("A commitment is waived", () => {
  const waive = (past: Past, change: object = {}) =>
    given(past).when("2021-01-19T12:00", "WaiveCommitment", { commitment: "gap-task-1", ...because, ...change });

  it("open, or missed: then its ladder and its task stand down", () => {
    waive(year).brings({ type: "CommitmentWaived", commitment: "gap-task-1", ...kept });
    given(level3)
      .when("2021-01-21T09:00", "WaiveCommitment", { commitment: "gap-task-1", ...because })
      .brings(
        { type: "CommitmentWaived", commitment: "gap-task-1", ...kept },
        { type: "EscalationWithdrawn", commitment: "gap-task-1", level: 3 },
        { type: "TaskClosed", task },
      );
  });
  it("not met, nor twice", () => {
    waive(year, { commitment: "gap-task-2" }).rejects("not-in-this-state");
    waive(year.on("2020-10-02T09:00", "WaiveCommitment", { commitment: "gap-task-1", ...because })).rejects(
      "not-in-this-state",
    );
  });
  it("with a reason, and if there is one", () => {
    waive(year, { reason: undefined }).rejects("reason-required");
    waive(year, { commitment: "nonsense" }).rejects("unknown-commitment");
    waive(placed()).rejects("not-participating");
  });
  it("a session with all that hangs on it, but for what was met", () => {
    waive(begun(), { commitment: "session-1" }).brings(
      { type: "CommitmentWaived", commitment: "session-1", ...kept },
      { type: "CommitmentWaived", commitment: "meeting-1", ...kept },
      { type: "CommitmentWaived", commitment: "headteacher-first-workshop", ...kept },
    );
  });
  it("and stays waived when evidence comes after all", () => {
    const waived = year.on("2020-10-02T09:00", "WaiveCommitment", { commitment: "gap-task-1", ...because });
    given(waived)
      .when("2020-10-03T09:00", "CompleteGapTask", { commitment: "gap-task-1" })
      .brings({ type: "GapTaskCompleted", commitment: "gap-task-1", on: "2020-10-03" });
  });
});

describe("Level 3 is a task of the hub lead, who decides", () => {
  const at = "2021-01-21T10:00";
  const decide = (decision: TaskDecision, change: object = {}, past = level3) =>
    given(past).when(at, "DecideTask", { task, decision, ...because, ...change });
  const decided = (decision: TaskDecision) => ({ type: "TaskDecided" as const, task, decision, ...kept });

  it("to give more time", () => {
    decide("extend", { dueOn: "2021-02-10" }).brings(
      decided("extend"),
      { type: "CommitmentRescheduled", commitment: "gap-task-1", dueOn: "2021-02-10", ...kept },
      { type: "EscalationWithdrawn", commitment: "gap-task-1", level: 3 },
    );
    decide("extend").rejects("invalid");
    decide("extend", { dueOn: "2021-01-20" }).rejects("invalid");
  });
  it("to waive it", () =>
    decide("waive").brings(
      decided("waive"),
      { type: "CommitmentWaived", commitment: "gap-task-1", ...kept },
      { type: "EscalationWithdrawn", commitment: "gap-task-1", level: 3 },
    ));
  it("to visit", () => decide("visit").brings(decided("visit")));
  it("to raise a concern", () =>
    decide("concern").brings(decided("concern"), {
      type: "ConcernRaised",
      concern: "concern-1",
      commitment: "gap-task-1",
      ...kept,
    }));
  it("to withdraw the school", () =>
    decide("withdraw").brings(decided("withdraw"), { type: "SchoolWithdrawn", ...kept }));
  it("to withhold the grant of that year", () => {
    decide("withhold").rejects("grant-not-due");
    const development = begun(PRIMARY_DEVELOPMENT).until("2025-03-30");
    const owed = "2024/25/action-plan";
    given(development)
      .when("2025-03-30T10:00", "DecideTask", { task: owed, decision: "withhold", ...because })
      .brings(
        { type: "TaskDecided", task: owed, decision: "withhold", ...kept },
        { type: "GrantWithheld", stage: "development", academicYear: "2024/25", ...kept },
        // Its sessions were not held, and somebody was asked about that before.
        { type: "TaskClosed", task: "2024/25/development-grant-hub-did-not-hold" },
      );
  });
  it("but not to withhold or withdraw for what the hub itself has left undone", () => {
    const development = begun(PRIMARY_DEVELOPMENT).until("2024-11-30");
    const ours = { task: "2024/25/session-1", ...because };
    const asked = (decision: TaskDecision) =>
      given(development).when("2024-11-30T10:00", "DecideTask", { ...ours, decision, dueOn: "2024-12-11" });
    asked("withhold").rejects("not-in-this-state");
    asked("withdraw").rejects("not-in-this-state");
    asked("extend").accepted();
    asked("waive").accepted();
  });
  it("with a reason, once, and only what is there to decide", () => {
    decide("visit", { reason: undefined }).rejects("reason-required");
    decide("visit", { task: "2020/21/report" }).rejects("not-found");
    decide("visit", {}, level2).rejects("not-found");
    decide("visit", {}, level3.on("2021-01-20T09:00", "DecideTask", { task, decision: "visit", ...because })).rejects(
      "not-found",
    );
    decide("visit", {}, level3.on("2021-01-20T09:00", "CompleteGapTask", { commitment: "gap-task-1" })).rejects(
      "not-found",
    );
  });
  it("evidence that comes first closes it", () => {
    given(level3)
      .when(at, "CompleteGapTask", {})
      .brings(
        { type: "GapTaskCompleted", commitment: "gap-task-1", on: "2021-01-21" },
        { type: "CommitmentMet", commitment: "gap-task-1", late: true },
        { type: "EscalationWithdrawn", commitment: "gap-task-1", level: 3 },
        { type: "TaskClosed", task },
      );
  });
  it("a readiness task is decided by ConfirmReadiness", () => {
    const undecided = begun(READINESS).until("2021-09-01");
    given(undecided)
      .when("2021-09-02T09:00", "DecideTask", { task: "2020/21/mastery-ready", decision: "concern", ...because })
      .rejects("not-in-this-state");
  });
});

describe("A task that outlives its stage-year", () => {
  const ready = begun()
    .until("2021-06-30")
    .on("2021-07-01T09:00", "ConfirmReadiness", { ready: true })
    .on("2021-07-02T09:00", "InviteToNextStage", {})
    .on("2021-07-03T09:00", "ConfirmNextStage", {});
  const next = ready.on("2021-09-29T17:00", "RecordAttendance", register("session-1", "2021-09-29"));
  const old = "2020/21/action-plan";

  it("cannot change a promise of the next one that has the same name", () => {
    given(next)
      .when("2021-10-01T09:00", "DecideTask", { task: old, decision: "waive", ...because })
      .rejects("not-in-this-state");
    given(next)
      .when("2021-10-01T09:00", "DecideTask", { task: old, decision: "extend", dueOn: "2021-12-01", ...because })
      .rejects("not-in-this-state");
  });
  it("nor withhold the grant of the next one", () => {
    given(next)
      .when("2021-10-01T09:00", "DecideTask", { task: old, decision: "withhold", ...because })
      .rejects("grant-not-due");
  });
  it("can become a concern", () =>
    given(next)
      .when("2021-10-01T09:00", "DecideTask", { task: old, decision: "concern", ...because })
      .accepted());
});

describe("A task", () => {
  it("is to be decided within a week, on a school day, and is the hub lead’s own", () => {
    expect(level3.state.status !== "none" && level3.state.tasks.filter((one) => one.id === task)).toEqual([
      {
        id: task,
        about: "missed-commitment",
        commitment: "gap-task-1",
        openedAt: "2021-01-18T09:00:00Z",
        status: "open",
        assignee: null,
        dueOn: "2021-01-25",
        grant: null,
      },
    ]);
  });
  it("is given to somebody, with another day or the same", () => {
    given(level3)
      .when("2021-01-21T09:00", "AssignTask", { task, assignee: "coordinator-1" })
      .brings({ type: "TaskAssigned", task, assignee: "coordinator-1" });
    given(level3)
      .when("2021-01-21T09:00", "AssignTask", { task, assignee: "coordinator-1", dueOn: "2021-02-01" })
      .brings({ type: "TaskAssigned", task, assignee: "coordinator-1", dueOn: "2021-02-01" });
    const given1 = level3.on("2021-01-21T09:00", "AssignTask", {
      task,
      assignee: "coordinator-1",
      dueOn: "2021-02-01",
    });
    given(given1).when("2021-01-22T09:00", "AssignTask", { task, assignee: "coordinator-1" }).brings();
    expect(given1.state.status !== "none" && given1.state.tasks.find((one) => one.id === task)).toMatchObject({
      assignee: "coordinator-1",
      dueOn: "2021-02-01",
      status: "open",
    });
  });
  it("not for a day that has passed, nor once it is decided", () => {
    given(level3)
      .when("2021-01-21T09:00", "AssignTask", { task, assignee: "coordinator-1", dueOn: "2021-01-20" })
      .rejects("invalid");
    const decided = level3.on("2021-01-21T09:00", "DecideTask", { task, decision: "visit", ...because });
    given(decided).when("2021-01-22T09:00", "AssignTask", { task, assignee: "coordinator-1" }).rejects("not-found");
  });
});
