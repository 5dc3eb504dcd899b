import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { because, begun, PRIMARY_DEVELOPMENT, register, type Past } from "../../../test/support/journey.ts";

const of = { stage: "development", academicYear: "2024/25" } as const;
const payable = begun(PRIMARY_DEVELOPMENT).on(
  "2024-10-02T17:00",
  "RecordAttendance",
  register("session-1", "2024-10-02"),
);
const released = payable
  .on("2024-10-03T09:00", "ApproveGrant", {}, { by: "ann" })
  .on("2024-10-03T10:00", "ApproveGrant", {}, { by: "bob" });
const at = "2024-11-01T09:00";
const inRun = (past: Past) => past.on("2024-10-04T09:00", "PreparePaymentRun", { run: "r1" }, { by: "ann" });
const prepared = inRun(released);
const authorised = prepared.on("2024-10-04T10:00", "AuthorisePaymentRun", { run: "r1" }, { by: "bob" });
const owing = released.on("2024-10-03T12:00", "RequestClawback", { amountPence: 40_000, ...because });
const grant = (past: Past) => past.state.status !== "none" && past.state.grants[0];

describe("A released grant is in one payment run at a time", () => {
  it.each(["PreparePaymentRun", "AuthorisePaymentRun", "ConfirmPayment", "FailPayment", "CancelPaymentRun"] as const)(
    "%s of another run is turned down",
    (command) => {
      given(prepared).when(at, command, { run: "r2" }, { by: "bob" }).rejects("not-in-this-state");
    },
  );
  it("until it failed there, or the run was cancelled", () => {
    given(authorised.on("2024-10-05T09:00", "FailPayment", { run: "r1" }))
      .when(at, "PreparePaymentRun", { run: "r2" })
      .accepted();
    given(prepared.on("2024-10-05T09:00", "CancelPaymentRun", { run: "r1" }))
      .when(at, "PreparePaymentRun", { run: "r2" })
      .accepted();
  });
});

describe("A run is cancelled between its preparation and its authorisation", () => {
  it("and the grant waits for another", () => {
    given(prepared)
      .when(at, "CancelPaymentRun", { run: "r1" })
      .brings({ type: "PaymentRunCancelled", ...of, run: "r1" });
    expect(grant(prepared.on(at, "CancelPaymentRun", { run: "r1" }))).toMatchObject({
      status: "released",
      run: null,
      preparedBy: null,
      authorisedBy: null,
    });
  });
  it("not before, nor after", () => {
    given(released).when(at, "CancelPaymentRun", { run: "r1" }).rejects("not-in-this-state");
    given(authorised).when(at, "CancelPaymentRun", { run: "r1" }).rejects("not-in-this-state");
  });
});

describe("What the school owes back is kept back from its next payment", () => {
  it("up to what it owes", () => {
    given(owing)
      .when(at, "PreparePaymentRun", { run: "r1" }, { by: "ann" })
      .brings({
        type: "PaymentRunPrepared",
        ...of,
        run: "r1",
        preparedBy: "ann",
        nets: [{ ...of, amountPence: 40_000 }],
      });
  });
  it("and has come back when that is made", () => {
    const paying = inRun(owing).on("2024-10-04T10:00", "AuthorisePaymentRun", { run: "r1" }, { by: "bob" });
    given(paying)
      .when(at, "ConfirmPayment", { run: "r1" })
      .brings(
        { type: "GrantPaid", ...of, run: "r1" },
        { type: "ClawbackRecovered", ...of, amountPence: 40_000, run: "r1" },
      );
    expect(grant(paying.on(at, "ConfirmPayment", { run: "r1" }))).toMatchObject({
      status: "paid",
      clawback: { status: "recovered", amountPence: 40_000, recoveredPence: 40_000 },
    });
  });
  it("nobody takes it a second time meanwhile; after a failure, or a cancellation, they may", () => {
    given(inRun(owing)).when(at, "RecordRecovery", {}).rejects("not-in-this-state");
    given(inRun(owing).on("2024-10-05T09:00", "CancelPaymentRun", { run: "r1" }))
      .when(at, "RecordRecovery", {})
      .accepted();
  });
  it("where more is owed than is paid, the rest is still to come", () => {
    // A second grant of £600 falls due to a school that owes £1000 of its first.
    const first = authorised
      .on("2024-10-05T09:00", "ConfirmPayment", { run: "r1" })
      .on("2024-10-06T09:00", "RequestClawback", because);
    const next = { stage: "embedding", academicYear: "2025/26" } as const;
    const second = first.follow([
      { type: "GrantDue", at: "2025-10-01T09:00:00Z", ...next, amountPence: 60_000 },
      { type: "GrantReleased", at: "2025-10-02T09:00:00Z", ...next, amountPence: 60_000, approvers: ["ann", "bob"] },
      {
        type: "PaymentRunPrepared",
        at: "2025-10-03T09:00:00Z",
        ...next,
        run: "r2",
        preparedBy: "ann",
        nets: [{ ...of, amountPence: 60_000 }],
      },
      { type: "PaymentRunAuthorised", at: "2025-10-03T10:00:00Z", ...next, run: "r2", authorisedBy: "bob" },
    ]);
    given(second)
      .when("2025-10-04T09:00", "ConfirmPayment", { run: "r2" })
      .brings(
        { type: "GrantPaid", ...next, run: "r2" },
        { type: "ClawbackRecovered", ...of, amountPence: 60_000, run: "r2", leftPence: 40_000 },
      );
    const after = second.follow([
      { type: "GrantPaid", at: "2025-10-04T08:00:00Z", ...next, run: "r2" },
      {
        type: "ClawbackRecovered",
        at: "2025-10-04T08:00:00Z",
        ...of,
        amountPence: 60_000,
        run: "r2",
        leftPence: 40_000,
      },
    ]);
    expect(grant(after)).toMatchObject({
      clawback: { status: "requested", amountPence: 40_000, recoveredPence: 60_000 },
    });
    given(after)
      .when("2025-11-01T09:00", "RecordRecovery", of)
      .brings({ type: "ClawbackRecovered", ...of, amountPence: 40_000 });
  });
});
