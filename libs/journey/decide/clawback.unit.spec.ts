import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { because, begun, kept, PRIMARY_DEVELOPMENT, register, type Past } from "../../../test/support/journey.ts";

const of = { stage: "development", academicYear: "2024/25" } as const;
const payable = begun(PRIMARY_DEVELOPMENT).on(
  "2024-10-02T17:00",
  "RecordAttendance",
  register("session-1", "2024-10-02"),
);
const released = payable
  .on("2024-10-03T09:00", "ApproveGrant", {}, { by: "ann" })
  .on("2024-10-03T10:00", "ApproveGrant", {}, { by: "bob" });
const paid = released
  .on("2024-10-04T09:00", "PreparePaymentRun", { run: "run-1" }, { by: "ann" })
  .on("2024-10-04T10:00", "AuthorisePaymentRun", { run: "run-1" }, { by: "bob" })
  .on("2024-10-05T09:00", "ConfirmPayment", { run: "run-1" });
const grant = (past: Past) => past.state.status !== "none" && past.state.grants[0];
const at = "2024-11-01T09:00";

describe("A clawback stands apart from it", () => {
  const asked = paid.on("2025-01-10T09:00", "RequestClawback", { amountPence: 40_000, ...because });

  it("is asked for once, with a reason, for what has gone out, of no more than that", () => {
    given(released)
      .when(at, "RequestClawback", because)
      .brings({ type: "ClawbackRequested", ...of, amountPence: 100_000, ...kept });
    given(paid)
      .when(at, "RequestClawback", { ...because, amountPence: 900_000 })
      .brings({ type: "ClawbackRequested", ...of, amountPence: 100_000, ...kept });
    given(paid).when(at, "RequestClawback", {}).rejects("reason-required");
    given(asked).when("2025-02-01T09:00", "RequestClawback", because).rejects("not-in-this-state");
    given(payable).when(at, "RequestClawback", because).rejects("grant-not-due");
    given(begun()).when(at, "RequestClawback", because).rejects("grant-not-due");
  });
  it("and recovered", () => {
    given(asked)
      .when("2025-02-01T09:00", "RecordRecovery", {})
      .brings({ type: "ClawbackRecovered", ...of, amountPence: 40_000 });
    given(asked)
      .when("2025-02-01T09:00", "RecordRecovery", { amountPence: 30_000 })
      .brings({ type: "ClawbackRecovered", ...of, amountPence: 30_000, leftPence: 10_000 });
    given(asked)
      .when("2025-02-01T09:00", "RecordRecovery", { amountPence: 30_000, rest: "let-go" })
      .brings({ type: "ClawbackRecovered", ...of, amountPence: 30_000 });
    // One figure too many would otherwise be money that the budget may spend again.
    given(asked).when("2025-02-01T09:00", "RecordRecovery", { amountPence: 40_001 }).rejects("invalid");
    given(paid).when(at, "RecordRecovery", {}).rejects("not-in-this-state");
    given(begun()).when(at, "RecordRecovery", {}).rejects("grant-not-due");
    expect(grant(asked.on("2025-02-01T09:00", "RecordRecovery", {}))).toMatchObject({
      status: "paid",
      clawback: { status: "recovered", amountPence: 40_000 },
    });
  });
});
