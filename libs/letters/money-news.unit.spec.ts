// What becomes of a grant, as the school reads it.

import { describe, expect, test } from "@jest/globals";
import { because, begun, PRIMARY_DEVELOPMENT, register } from "../../test/support/journey.ts";
import { read, told } from "../../test/support/news.ts";

const payable = begun(PRIMARY_DEVELOPMENT).on(
  "2024-10-02T17:00",
  "RecordAttendance",
  register("session-1", "2024-10-02"),
);
const released = payable
  .on("2024-10-03T09:00", "ApproveGrant", {}, { by: "ann" })
  .on("2024-10-03T10:00", "ApproveGrant", {}, { by: "bob" });
const authorised = released
  .on("2024-10-04T09:00", "PreparePaymentRun", { run: "r1" }, { by: "ann" })
  .on("2024-10-04T10:00", "AuthorisePaymentRun", { run: "r1" }, { by: "bob" });
const paid = authorised.on("2024-10-05T09:00", "ConfirmPayment", { run: "r1" });
const owing = paid.on("2024-10-08T09:00", "RequestClawback", { amountPence: 40_000, ...because });

describe("A grant", () => {
  test("can be paid: told to who applied and the headteacher, until it is released, which has its own letter", () => {
    expect(told(payable, "GrantPayable")).toMatchObject({ to: ["applicant", "headteacher"], about: ["grant"] });
    expect(read(payable, "GrantPayable")).toContain(
      ">> The grant of £1,000 for Example Primary School (URN 100001), for the Development year 2024/25, can be " +
        "paid: your teachers have been at a meeting.",
    );
    expect(told(released, "GrantPayable")).toBeNull();
  });
  test("waits again, and why, where people had been told that it can be paid", () => {
    const pause = (when: string) => read(payable.on(when, "PauseJourney", because), "GrantReopened");
    expect(pause("2024-10-03T09:00")).toContain("waits: your school pauses, with meetings still to come.");
    expect(pause("2024-10-02T18:00")).toBe("");
  });
  test("is not paid, is another amount", () => {
    expect(read(payable.on("2024-10-03T09:00", "WithholdGrant", because), "GrantWithheld")).toContain(
      "is not paid for now. Great North Maths Hub has decided so.",
    );
    const part = payable.on("2024-10-03T09:00", "AdjustGrant", { amountPence: 50_000, ...because });
    expect(read(part, "GrantAdjusted")).toContain("is now £500. It was £1,000.");
  });
  test("is paid; what the bank sends back is told, and that it was paid no longer", () => {
    expect(read(paid, "GrantPaid")).toContain("£1,000 has been paid to your school |");
    const back = paid.on("2024-10-08T09:00", "ReturnPayment", because);
    expect(read(back, "PaymentReturned")).toContain("the bank has sent the payment back to us.");
    expect(told(back, "GrantPaid")).toBeNull();
  });
  test("was released, and did not go through or was held: who was told that it comes hears what happens next", () => {
    const failed = authorised.on("2024-10-05T09:00", "FailPayment", { run: "r1", ...because });
    expect(told(failed, "PaymentFailed")).toMatchObject({ to: ["applicant", "headteacher"] });
    expect(read(failed, "PaymentFailed")).toContain("was on its way, but the payment did not go through.");
    const held = (nextRun: boolean) =>
      read(authorised.on("2024-10-05T09:00", "HoldPayment", { run: "r1", nextRun, ...because }), "PaymentHeld");
    expect(held(true)).toContain("It is paid with a later payment run");
    expect(held(false)).toContain("looks at it first, and we write to you when it has been paid, or if it is not.");
    const after = failed
      .on("2024-10-06T09:00", "PreparePaymentRun", { run: "r2" }, { by: "ann" })
      .on("2024-10-06T10:00", "AuthorisePaymentRun", { run: "r2" }, { by: "bob" })
      .on("2024-10-07T09:00", "ConfirmPayment", { run: "r2" });
    expect(told(after, "PaymentFailed")).toBeNull();
  });
  test("is paid, less what the school owed: one letter says both", () => {
    const less = released
      .on("2024-10-03T12:00", "RequestClawback", { amountPence: 40_000, ...because })
      .on("2024-10-04T09:00", "PreparePaymentRun", { run: "r1" }, { by: "ann" })
      .on("2024-10-04T10:00", "AuthorisePaymentRun", { run: "r1" }, { by: "bob" })
      .on("2024-10-05T09:00", "ConfirmPayment", { run: "r1" });
    expect(read(less, "GrantPaid")).toContain("£400 of it was kept back");
    expect(read(less, "GrantPaid")).toContain("£600 is paid to the school.");
    expect(told(less, "ClawbackRecovered")).toBeNull();
  });
  test("is asked back in part, and comes back", () => {
    expect(read(owing, "ClawbackRequested")).toContain("to give back £400 of the grant of £1,000");
    const invoice = owing.on("2024-10-09T09:00", "RequestClawback", { invoiced: true, ...because });
    expect(read(invoice, "ClawbackInvoiced")).toContain("Please wait for the invoice before you pay anything.");
    const part = owing.on("2024-10-09T09:00", "RecordRecovery", { amountPence: 10_000 });
    expect(read(part, "ClawbackRecovered")).toContain("We have received £100");
    expect(read(part, "ClawbackRecovered")).toContain("£300 is still owed.");
  });
});
