// A slip that is undone, in a rehearsal's file: what was met in the field.

import { describe, expect, it } from "@jest/globals";
import { outcomeOf, rehearsalOf } from "../../test/support/rehearsing.ts";

const FORM =
  "{criteria: [poor-progress-or-attainment], reasons: We want to change how we teach., " +
  "understandsExpectations: true, contact: {firstName: A, lastName: B, email: a@example.org}}";
const CASE = {
  prospectus: "2021-22/primary-readiness",
  start: "2021-03-01",
  until: "2021-12-31",
  behaviour: "none",
  hub: "absent",
};
const APPLIED = `
      - {at: 2021-08-30T10:00, command: SubmitApplication, with: ${FORM}}`;

describe("a decline by mistake, taken back after the window has closed", () => {
  const { report } = outcomeOf(
    rehearsalOf(
      CASE,
      `${APPLIED}
      - {at: 2021-08-31T10:00, command: DeclineApplication, with: {reason: wrong school clicked}}
      - {at: 2021-09-01T10:00, command: CorrectRecord, with: {event: 2, reason: wrong school clicked}}
      - {at: 2021-09-01T10:05, command: WaitlistApplication, with: {reason: undo}}
      - {at: 2021-09-01T10:10, command: OfferPlace, with: {workGroup: g}}
      - {at: 2021-09-01T10:20, command: SubmitApplication, with: ${FORM}}`,
    ),
  );

  it("leaves the application where it was: it can wait, and be offered its place", () => {
    expect(report.events.map(({ type }) => type).slice(0, 5)).toEqual([
      "ApplicationSubmitted",
      "ApplicationDeclined",
      "RecordCorrected",
      "ApplicationWaitlisted",
      "PlaceOffered",
    ]);
    expect(report.rejections).toMatchObject([{ command: "SubmitApplication", code: "already-active" }]);
    expect(report.events.map(({ seq }) => seq)).toEqual(report.events.map((_, index) => index + 1));
  });
});

describe("a withdrawal by mistake", () => {
  it("taken back the next day leaves an exemplary school as it would have been", () => {
    const { report } = outcomeOf(
      rehearsalOf(
        { until: "2021-08-31" },
        `
      - {at: 2020-11-16T10:00, command: WithdrawSchool, with: {reason: another school was meant}}
      - {at: 2020-11-16T11:00, command: CorrectRecord, with: {event: ${seqOfWithdrawal()}, reason: wrong school}}`,
      ),
    );
    const { report: undisturbed } = outcomeOf(rehearsalOf({ until: "2021-08-31" }));
    expect(report.rejections).toEqual([]);
    expect(report.stages).toEqual(undisturbed.stages);
    expect(report.commitments).toEqual(undisturbed.commitments);
    expect(report.reminders).toEqual(undisturbed.reminders);
  });
});

function seqOfWithdrawal(): number {
  const { report } = outcomeOf(
    rehearsalOf(
      { until: "2021-08-31" },
      `
      - {at: 2020-11-16T10:00, command: WithdrawSchool, with: {reason: another school was meant}}`,
    ),
  );
  return report.events.find(({ type }) => type === "SchoolWithdrawn")?.seq ?? 0;
}
