import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  applied,
  because,
  begun,
  kept,
  nothing,
  placed,
  PRIMARY_DEVELOPMENT,
  register,
  SECONDARY_DEVELOPMENT,
  type Past,
} from "../../../test/support/journey.ts";
import type { StageYear } from "../state.ts";

const moved = (commitment: string, dueOn: string, reasonCode = "session-dated") => ({
  type: "CommitmentRescheduled" as const,
  commitment,
  dueOn,
  reasonCode,
});
const waived = (commitment: string) => ({
  type: "CommitmentWaived" as const,
  commitment,
  reasonCode: "session-cancelled",
});
const held = begun().on("2020-09-30T17:00", "RecordAttendance", register("session-1", "2020-09-30"));

describe("A session gets a date", () => {
  it("and the school’s part in it falls due with it", () => {
    given(begun())
      .when("2020-09-10T09:00", "ScheduleSession", { session: "session-1", on: "2020-10-14" })
      .brings(
        { type: "SessionScheduled", session: "session-1", on: "2020-10-14" },
        moved("session-1", "2020-10-14"),
        moved("meeting-1", "2020-10-14"),
        { ...moved("headteacher-first-workshop", "2020-10-14") },
      );
  });
  it("another, with a reason; what was chased about it stands down", () => {
    const late = begun().until("2020-10-08");
    expect(late.commitment("session-1")).toMatchObject({ status: "missed", level: 3 });
    given(late)
      .when("2020-10-08T12:00", "MoveSession", { session: "meeting-1", on: "2020-10-21", ...because })
      .brings(
        { type: "SessionMoved", session: "session-1", on: "2020-10-21", from: "2020-09-30", ...kept },
        moved("session-1", "2020-10-21"),
        { type: "EscalationWithdrawn", commitment: "session-1", level: 3 },
        moved("meeting-1", "2020-10-21"),
        { ...moved("headteacher-first-workshop", "2020-10-21") },
        { type: "TaskClosed", task: "2020/21/session-1" },
      );
    given(late)
      .when("2020-10-08T12:00", "MoveSession", { session: "session-1", on: "2020-10-21" })
      .rejects("reason-required");
  });
  it.each(["ScheduleSession", "MoveSession"] as const)(
    "%s: from today to the end of the year, of a session that there is and that was not held",
    (command) => {
      const on = (session: string, day: string, past: Past = begun()) =>
        given(past).when("2020-09-30T18:00", command, { session, on: day, ...because });
      on("session-2", "2020-09-29").rejects("invalid");
      on("session-2", "2020-09-30").rejects("too-much-for-a-day");
      on("session-2", "2020-10-01").accepted();
      on("session-2", "2021-09-01").rejects("invalid");
      if (command === "MoveSession") on("session-9", "2020-10-14").rejects("unknown-session");
      on("session-1", "2020-10-14", held).rejects("not-in-this-state");
      on("session-1", "2020-10-14", placed()).rejects("not-participating");
    },
  );
  it("does not take back what the hub lead waived for this school", () => {
    const spared = begun().on("2020-09-10T09:00", "WaiveCommitment", { commitment: "meeting-2", ...because });
    given(spared)
      .when("2020-09-11T09:00", "MoveSession", { session: "session-2", on: "2021-01-27", ...because })
      .brings(
        { type: "SessionMoved", session: "session-2", on: "2021-01-27", from: "2021-01-20", ...kept },
        moved("session-2", "2021-01-27"),
      );
  });
});

describe("A session is called off", () => {
  const off = begun().on("2020-09-10T09:00", "CancelSession", { session: "session-1", ...because });

  it("and is owed by nobody", () => {
    given(begun())
      .when("2020-09-10T09:00", "CancelSession", { session: "session-1", ...because })
      .brings(
        { type: "SessionCancelled", session: "session-1", ...kept },
        waived("session-1"),
        waived("meeting-1"),
        // The headteacher comes to the first workshop that the school has: now the second.
        {
          ...moved("headteacher-first-workshop", "2021-01-20", "session-cancelled"),
          after: "session-2",
        },
      );
    expect(
      off
        .until("2021-01-10")
        .all("CommitmentMissed")
        .map((event) => "commitment" in event && event.commitment),
    ).toEqual(["support-visit-autumn", "gap-task-1"]);
  });
  it("is owed again once it has a new date", () => {
    given(off)
      .when("2020-09-11T09:00", "ScheduleSession", { session: "session-1", on: "2020-10-14" })
      .brings(
        { type: "SessionScheduled", session: "session-1", on: "2020-10-14" },
        moved("session-1", "2020-10-14"),
        moved("meeting-1", "2020-10-14"),
      );
  });
  it("and takes the report and the evaluation with it, where it was the last, there and back", () => {
    const year = begun(PRIMARY_DEVELOPMENT);
    const days = (past: Past) => ["report", "evaluation"].map((code) => past.commitment(code).dueOn);
    const sessions = year.year.commitments.filter(({ kind }) => kind === "session");
    const last = sessions.at(-1)?.code ?? "";
    const moved = year.on("2024-09-10T09:00", "ScheduleSession", { session: last, on: "2025-07-09", ...because });
    const off = moved.on("2024-09-11T09:00", "CancelSession", { session: last, ...because });
    const again = off.on("2024-09-12T09:00", "ScheduleSession", { session: last, on: "2025-07-09", ...because });
    // Not before 15 June; five school days after the last meeting, or as late as the year leaves for a ladder.
    const [early, late] = ["2025-06-16", "2025-07-16"];
    expect([year, moved, off, again].map(days)).toEqual([early, late, early, late].map((day) => [day, day]));
  });
  it("with a reason, once, if it was not held", () => {
    given(begun()).when("2020-09-10T09:00", "CancelSession", { session: "session-1" }).rejects("reason-required");
    given(off)
      .when("2020-09-11T09:00", "CancelSession", { session: "session-1", ...because })
      .rejects("not-in-this-state");
    given(held)
      .when("2020-10-01T09:00", "CancelSession", { session: "session-1", ...because })
      .rejects("not-in-this-state");
    given(begun())
      .when("2020-09-10T09:00", "CancelSession", { session: "session-7", ...because })
      .rejects("unknown-session");
    given(placed())
      .when("2020-08-10T09:00", "CancelSession", { session: "session-1", ...because })
      .rejects("not-participating");
  });
});

describe("A support visit is booked", () => {
  const book = (past: Past, on: string, commitment?: string) =>
    given(past).when("2020-11-20T09:00", "BookSupportVisit", { on, ...(commitment !== undefined && { commitment }) });

  it("the next that is owed, or the one named; a missed one stands down", () => {
    book(begun(), "2020-11-25").brings(
      { type: "SupportVisitBooked", on: "2020-11-25", commitment: "support-visit-autumn" },
      moved("support-visit-autumn", "2020-11-25", "visit-booked"),
      moved("headteacher-meeting-autumn", "2020-11-25", "visit-booked"),
    );
    const late = begun().until("2020-11-19");
    expect(late.commitment("support-visit-autumn")).toMatchObject({ status: "missed", level: 3 });
    book(late, "2020-11-25").brings(
      { type: "SupportVisitBooked", on: "2020-11-25", commitment: "support-visit-autumn" },
      moved("support-visit-autumn", "2020-11-25", "visit-booked"),
      { type: "EscalationWithdrawn", commitment: "support-visit-autumn", level: 3 },
      moved("headteacher-meeting-autumn", "2020-11-25", "visit-booked"),
      { type: "TaskClosed", task: "2020/21/support-visit-autumn" },
    );
    book(begun(), "2021-02-25", "support-visit-spring").accepted();
  });
  it("support counted in half-days takes several: one that is booked changes neither its date nor its ladder", () => {
    book(begun(SECONDARY_DEVELOPMENT), "2020-11-25").brings({
      type: "SupportVisitBooked",
      on: "2020-11-25",
      commitment: "in-school-support",
    });
    const late = begun(SECONDARY_DEVELOPMENT).until("2021-07-20");
    expect(
      late.on("2021-07-20T12:00", "BookSupportVisit", { on: "2021-07-21" }).commitment("in-school-support"),
    ).toEqual(late.commitment("in-school-support"));
  });
  it("in the year, if there is one left", () => {
    book(begun(), "2020-11-19").rejects("invalid");
    book(begun(), "2021-09-01").rejects("invalid");
    book(begun(), "2020-11-25", "support-visit-easter").rejects("not-in-this-state");
    book(begun("2021-22/primary-sustaining"), "2021-11-25").rejects("not-in-this-state");
    book(placed(), "2020-11-25").rejects("not-participating");
  });
});

describe("What changes about how a Work Group meets", () => {
  it("delivery is adapted: “live online collaboration, often including use of video”", () => {
    given(begun())
      .when("2020-11-05T09:00", "AdaptDelivery", { delivery: "online", ...because })
      .brings({ type: "DeliveryAdapted", delivery: "online", ...kept });
    given(begun()).when("2020-11-05T09:00", "AdaptDelivery", {}).brings({ type: "DeliveryAdapted", delivery: null });
    given(applied()).when("2020-11-05T09:00", "AdaptDelivery", {}).rejects("not-in-this-state");
  });
  it("its lead changes", () => {
    given(begun())
      .when("2020-11-05T09:00", "ChangeLead", { lead: "lead-2", ...because })
      .brings({ type: "LeadChanged", lead: "lead-2", ...kept });
    given(begun()).when("2020-11-05T09:00", "ChangeLead", {}).brings({ type: "LeadChanged", lead: null });
    given(applied()).when("2020-11-05T09:00", "ChangeLead", {}).rejects("not-in-this-state");
  });
  it("it is formed", () => {
    given(placed())
      .when("2020-07-05T09:00", "FormWorkGroup", { workGroup: "group-1" })
      .brings({ type: "WorkGroupFormed", workGroup: "group-1" });
    given(placed()).when("2020-07-05T09:00", "FormWorkGroup", {}).brings({ type: "WorkGroupFormed", workGroup: null });
    given(nothing).when("2020-07-05T09:00", "FormWorkGroup", {}).rejects("not-in-this-state");
  });
  it("none of it changes what is owed or given", () => {
    const before = begun(PRIMARY_DEVELOPMENT);
    const after = before
      .on("2024-09-05T09:00", "AdaptDelivery", { delivery: "online" })
      .on("2024-09-05T10:00", "ChangeLead", {})
      .on("2024-09-05T11:00", "FormWorkGroup", {});
    const asOwed = ({ commitments, ...year }: StageYear) => ({
      ...year,
      commitments: commitments.map((one) => ({ ...one, arranged: undefined })),
    });
    expect(asOwed(after.year)).toEqual(asOwed(before.year));
  });
});
