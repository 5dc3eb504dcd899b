import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import {
  application,
  because,
  begun,
  kept,
  nothing,
  PRIMARY_DEVELOPMENT,
  READINESS,
  register,
  SECONDARY_DEVELOPMENT,
  SUSTAINING,
  type Past,
} from "../../../test/support/journey.ts";

const of = { stage: "development", academicYear: "2024/25" } as const;
const due = begun(PRIMARY_DEVELOPMENT);
const payable = due.on("2024-10-02T17:00", "RecordAttendance", register("session-1", "2024-10-02"));
const once = payable.on("2024-10-03T09:00", "ApproveGrant", {}, { by: "ann" });
const released = once.on("2024-10-03T10:00", "ApproveGrant", {}, { by: "bob" });
const paid = released
  .on("2024-10-04T09:00", "PreparePaymentRun", { run: "run-1" }, { by: "ann" })
  .on("2024-10-04T10:00", "AuthorisePaymentRun", { run: "run-1" }, { by: "bob" })
  .on("2024-10-05T09:00", "ConfirmPayment", { run: "run-1" });
const grant = (past: Past) => past.state.status !== "none" && past.state.grants[0];
const at = "2024-11-01T09:00";

describe("A grant falls due at the start of its stage-year", () => {
  it.each([
    [PRIMARY_DEVELOPMENT, 100_000],
    [SECONDARY_DEVELOPMENT, 200_000],
    ["2021-22/primary-development", 100_000],
  ] as const)("of %s: %i pence", (id, amountPence) =>
    expect(begun(id).all("GrantDue")).toMatchObject([{ amountPence }]),
  );
  it.each([
    READINESS,
    "2021-22/secondary-development",
    SUSTAINING,
    "2022-23/primary-development",
    "2025-26/primary-development",
  ])("but nothing where no page states one: %s", (id) => {
    expect(begun(id).all("GrantDue")).toEqual([]);
    given(begun(id))
      .when(begun(id).events.at(-1)?.at ?? "", "ApproveGrant", {})
      .rejects("grant-not-due");
  });
});

describe("A school that left and comes back in the same year, as a hub’s own window lets it", () => {
  const window = { opensOn: "2024-09-01", closesOn: "2025-06-30" };
  const back = (past: Past) =>
    past
      .on("2024-11-01T09:00", "WithdrawSchool", because)
      .on("2024-11-20T09:00", "SubmitApplication", application(PRIMARY_DEVELOPMENT, { window }))
      .on("2024-11-21T09:00", "OfferPlace", {})
      .on("2024-11-22T09:00", "AcceptOffer", {})
      .on("2024-11-25T09:00", "NominateParticipant", { participant: "ada", role: "lead-teacher" })
      .on("2024-11-25T10:00", "NominateParticipant", { participant: "ben", role: "lead-teacher" })
      .on("2024-11-26T09:00", "PlaceInWorkGroup", {});
  const attends = (past: Past) =>
    past.on("2025-01-22T17:00", "RecordAttendance", register("session-2", "2025-01-22", ["ada", "ben"]));

  it("is given its grant once: it is due again, and somebody decides, for the school comes late", () => {
    const again = back(payable).until("2024-11-26T09:00");
    expect(again.events.slice(-6).map(({ type }) => type)).toEqual([
      "SchoolPlaced",
      "StageStarted",
      "GrantReopened",
      "CommitmentMet",
      "TaskClosed",
      "TaskOpened",
    ]);
    expect(again.events.at(-1)).toMatchObject({ grant: { cause: "placed-late", proposedPence: 66_667 } });
    expect(again.state).toMatchObject({ grants: [{ status: "due", approvers: [] }] });
    expect(attends(again).state).toMatchObject({ grants: [{ status: "due" }] });
    const task = "2024/25/development-grant-placed-late";
    const part = again.on("2024-11-27T09:00", "DecideTask", { task, decision: "part", ...because });
    expect(part.state).toMatchObject({ grants: [{ status: "due", amountPence: 66_667 }] });
    expect(attends(part).state).toMatchObject({ grants: [{ status: "payable", amountPence: 66_667 }] });
  });
  it("and none once it has gone out", () => {
    const after = attends(back(paid));
    expect(after.state).toMatchObject({ grants: [{ status: "paid" }] });
    given(after).when("2025-02-01T09:00", "ApproveGrant", {}, { by: "cat" }).rejects("already-released");
  });
});

describe("It is payable once each place that the page asks for was filled at a session", () => {
  const attend = (past: Past, session = "session-1", present = ["teacher-1", "teacher-2"]) =>
    given(past).when("2024-10-02T17:00", "RecordAttendance", { session, on: "2024-10-02", present });

  it("both of them", () => {
    attend(due).brings(
      {
        type: "AttendanceRecorded",
        session: "session-1",
        on: "2024-10-02",
        present: ["teacher-1", "teacher-2"],
        headteacher: false,
      },
      { type: "CommitmentMet", commitment: "session-1", late: false },
      { type: "CommitmentMet", commitment: "meeting-1", late: false },
      { type: "GrantPayable", ...of },
    );
    expect(
      grant(
        due.on("2024-10-02T17:00", "RecordAttendance", {
          ...register("session-1", "2024-10-02"),
          present: ["teacher-1"],
        }),
      ),
    ).toMatchObject({ status: "due" });
  });
  it("at any session of the year", () =>
    expect(grant(due.on("2025-01-22T17:00", "RecordAttendance", register("session-2", "2025-01-22")))).toMatchObject({
      status: "payable",
    }));
  it("one at one, the other at another", () => {
    const one = due.on("2024-10-02T17:00", "RecordAttendance", register("session-1", "2024-10-02", ["teacher-1"]));
    expect(grant(one)).toMatchObject({ status: "due" });
    expect(
      grant(one.on("2025-01-22T17:00", "RecordAttendance", register("session-2", "2025-01-22", ["teacher-2"]))),
    ).toMatchObject({ status: "payable" });
  });
  it("not while one of them has gone and nobody is named instead", () => {
    const alone = due
      .on("2024-10-02T17:00", "RecordAttendance", register("session-1", "2024-10-02", ["teacher-1"]))
      .on("2024-11-04T09:00", "ReleaseParticipant", { participant: "teacher-1" })
      .on("2025-01-22T17:00", "RecordAttendance", register("session-2", "2025-01-22", ["teacher-2"]));
    expect(grant(alone)).toMatchObject({ status: "due" });
    expect(
      grant(alone.on("2025-01-23T09:00", "NominateParticipant", { participant: "teacher-3", role: "lead-teacher" })),
    ).toMatchObject({ status: "payable" });
  });
  it("also where one was called off", () => {
    const second = due
      .on("2024-09-10T09:00", "CancelSession", { session: "session-1", ...because })
      .on("2025-01-22T17:00", "RecordAttendance", register("session-2", "2025-01-22"));
    expect(grant(second)).toMatchObject({ status: "payable" });
  });
  it("a correction of that register takes it back, and the approval with it", () => {
    const event = once.seqOf("AttendanceRecorded");
    given(once)
      .when(at, "CorrectRecord", { event, ...because })
      .brings(
        { type: "RecordCorrected", event, ...kept },
        { type: "CommitmentReopened", commitment: "session-1" },
        { type: "CommitmentReopened", commitment: "meeting-1" },
        { type: "GrantReopened", ...of },
      );
    expect(grant(once.on(at, "CorrectRecord", { event, ...because }))).toMatchObject({ status: "due", approvers: [] });
  });
  it("not once it has been released: then a clawback is for people to ask", () => {
    const corrected = released.on("2024-10-04T09:00", "CorrectRecord", {
      event: released.seqOf("AttendanceRecorded"),
      ...because,
    });
    expect(grant(corrected)).toMatchObject({ status: "released" });
  });
});

describe("It is released once, when two people have approved it", () => {
  it("one is not enough, and it takes another", () => {
    given(payable)
      .when(at, "ApproveGrant", {}, { by: "ann" })
      .brings({ type: "GrantApproved", ...of, approver: "ann" });
    given(once).when(at, "ApproveGrant", {}, { by: "ann" }).rejects("self-approval");
    given(once)
      .when(at, "ApproveGrant", {}, { by: "bob" })
      .brings(
        { type: "GrantApproved", ...of, approver: "bob" },
        { type: "GrantReleased", ...of, amountPence: 100_000, approvers: ["ann", "bob"] },
      );
  });
  it("not before it is payable, nor twice", () => {
    given(due).when(at, "ApproveGrant", {}).rejects("grant-not-due");
    given(nothing).when(at, "ApproveGrant", {}).rejects("grant-not-due");
    given(payable).when(at, "ApproveGrant", { academicYear: "2023/24" }).rejects("grant-not-due");
    given(payable).when(at, "ApproveGrant", { stage: "embedding" }).rejects("grant-not-due");
    for (const past of [released, paid])
      given(past).when(at, "ApproveGrant", {}, { by: "cat" }).rejects("already-released");
  });
  it("also after its year has ended, where that was completed", () => {
    given(once.on("2025-07-05T09:00", "ConfirmCompletion", { completed: true, ...because }).until("2025-09-01"))
      .when("2025-09-03T09:00", "ApproveGrant", {}, { by: "bob" })
      .accepted();
  });
});

describe("It is withheld or adjusted before that, with a reason", () => {
  const withheld = once.on("2024-10-03T11:00", "WithholdGrant", because);

  it("withheld", () => {
    given(due)
      .when(at, "WithholdGrant", because)
      .brings({ type: "GrantWithheld", ...of, ...kept });
    given(due).when(at, "WithholdGrant", {}).rejects("reason-required");
    given(withheld).when(at, "WithholdGrant", because).rejects("not-in-this-state");
    given(withheld).when(at, "ApproveGrant", {}, { by: "bob" }).rejects("grant-not-due");
    given(released).when(at, "WithholdGrant", because).rejects("already-released");
    given(begun()).when(at, "WithholdGrant", because).rejects("grant-not-due");
  });
  it("adjusted: approvals of another amount count no more", () => {
    given(once)
      .when(at, "AdjustGrant", { amountPence: 90_000, ...because })
      .brings({ type: "GrantAdjusted", ...of, amountPence: 90_000, ...kept });
    const adjusted = once.on("2024-10-03T11:00", "AdjustGrant", { amountPence: 90_000, ...because });
    expect(grant(adjusted)).toMatchObject({ status: "payable", amountPence: 90_000, approvers: [] });
    given(once).when(at, "AdjustGrant", { amountPence: 90_000 }).rejects("reason-required");
    given(paid)
      .when(at, "AdjustGrant", { amountPence: 90_000, ...because })
      .rejects("already-released");
    given(begun())
      .when(at, "AdjustGrant", { amountPence: 90_000, ...because })
      .rejects("grant-not-due");
  });
  it("one that was withheld is taken up again by an adjustment", () => {
    given(withheld)
      .when(at, "AdjustGrant", { amountPence: 100_000, ...because })
      .brings(
        { type: "GrantAdjusted", ...of, amountPence: 100_000, ...kept },
        { type: "GrantReopened", ...of },
        { type: "GrantPayable", ...of },
      );
  });
});

describe("Once its year is over", () => {
  const after = once
    .on("2025-07-03T11:00", "WithholdGrant", because)
    .on("2025-07-05T09:00", "ConfirmCompletion", { completed: true, ...because })
    .until("2025-09-01");

  it("one that was withheld can still be taken up, where the first session was attended", () => {
    given(after)
      .when("2025-09-10T09:00", "AdjustGrant", { amountPence: 100_000, ...because })
      .brings(
        { type: "GrantAdjusted", ...of, amountPence: 100_000, ...kept },
        { type: "GrantReopened", ...of },
        { type: "GrantPayable", ...of },
      );
  });
  it("not where it was not", () => {
    const never = due.on("2025-07-03T11:00", "WithholdGrant", because).until("2025-09-01");
    given(never)
      .when("2025-09-10T09:00", "AdjustGrant", { amountPence: 100_000, ...because })
      .brings({ type: "GrantAdjusted", ...of, amountPence: 100_000, ...kept }, { type: "GrantReopened", ...of });
  });
});

describe("It is paid by a payment run that two people put through", () => {
  const prepared = released.on("2024-10-04T09:00", "PreparePaymentRun", { run: "run-1" }, { by: "ann" });
  const authorised = prepared.on("2024-10-04T10:00", "AuthorisePaymentRun", { run: "run-1" }, { by: "bob" });

  it("prepared, authorised, confirmed", () => {
    given(released)
      .when(at, "PreparePaymentRun", { run: "run-1" }, { by: "ann" })
      .brings({ type: "PaymentRunPrepared", ...of, run: "run-1", preparedBy: "ann" });
    given(prepared)
      .when(at, "AuthorisePaymentRun", { run: "run-1" }, { by: "bob" })
      .brings({ type: "PaymentRunAuthorised", ...of, run: "run-1", authorisedBy: "bob" });
    given(authorised)
      .when(at, "ConfirmPayment", {})
      .brings({ type: "GrantPaid", ...of, run: null });
    expect(grant(paid)).toMatchObject({ status: "paid" });
  });
  it("not by one person, nor out of turn", () => {
    given(prepared).when(at, "AuthorisePaymentRun", {}, { by: "ann" }).rejects("self-approval");
    given(released).when(at, "AuthorisePaymentRun", {}).rejects("not-in-this-state");
    given(prepared).when(at, "ConfirmPayment", {}).rejects("not-in-this-state");
  });
  it("a run that failed is put through anew", () => {
    given(authorised)
      .when(at, "FailPayment", { reasonCode: "account-closed" })
      .brings({ type: "PaymentFailed", ...of, run: null, reasonCode: "account-closed" });
    const failed = authorised.on("2024-10-05T09:00", "FailPayment", {});
    given(failed).when(at, "ConfirmPayment", {}).rejects("not-in-this-state");
    given(failed).when(at, "PreparePaymentRun", {}).accepted();
  });
  it.each(["PreparePaymentRun", "AuthorisePaymentRun", "ConfirmPayment", "FailPayment"] as const)(
    "%s is for a grant that is released and not paid",
    (command) => {
      given(payable).when(at, command, {}).rejects("grant-not-due");
      given(begun()).when("2020-10-01T09:00", command, {}).rejects("grant-not-due");
      given(paid).when(at, command, {}).rejects("already-released");
    },
  );
});
