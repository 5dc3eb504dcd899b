import { describe, expect, it } from "@jest/globals";
import { given } from "../../../test/support/given.ts";
import { begun } from "../../../test/support/journey.ts";
import { ENGLAND } from "../../calendar/terms.ts";
import { onSchoolDay, onSchoolDayOrWhy } from "./school-day.ts";

const codeOf = (fault: ReturnType<typeof onSchoolDay>) => fault?.rejection.code ?? null;

describe("a day on which a school has to do something", () => {
  it.each([
    ["2026-12-25", "Christmas Day"],
    ["2027-03-26", "Good Friday"],
    ["2026-12-26", "a Saturday in the holidays"],
    ["2026-10-28", "half-term"],
    ["2026-11-21", "a Saturday in term"],
  ])("is no %s: %s; with a reason it is taken", (on) => {
    expect(codeOf(onSchoolDay(ENGLAND, on))).toBe("not-a-school-day");
    expect(codeOf(onSchoolDayOrWhy(ENGLAND, on, {}))).toBe("not-a-school-day");
    expect(codeOf(onSchoolDayOrWhy(ENGLAND, on, { reasonCode: "residential" }))).toBeNull();
  });

  it("is a day of term, and who asks is told the next one", () => {
    expect(onSchoolDay(ENGLAND, "2026-11-23")).toBeNull();
    const next = onSchoolDay(ENGLAND, "2026-11-21")?.rejection;
    expect(next).toMatchObject({ with: { on: "2026-11-21", next: "2026-11-23" } });
  });
});

it("a commitment goes to Boxing Day for its reason alone", () => {
  const dueOn = "2026-12-26";
  const past = begun("2026-27/primary-readiness");
  const move = { commitment: "gap-task-1", dueOn };
  given(past).when("2026-11-28T09:00", "RescheduleCommitment", move).rejects("reason-required");
  given(past)
    .when("2026-11-28T09:00", "RescheduleCommitment", { ...move, reason: { id: "t-1", words: 1 } })
    .accepted();
});
