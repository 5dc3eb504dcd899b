import { describe, expect, it } from "@jest/globals";
import { begun, nothing, PRIMARY_DEVELOPMENT, register, type Past } from "../../test/support/journey.ts";
import type { JourneyEvent } from "./events.ts";
import { settle, step } from "./settle.ts";

const at = "2024-10-02T16:00:00Z";
const attended: JourneyEvent = { type: "AttendanceRecorded", at, ...register("session-1", "2024-10-02") };
const year = begun(PRIMARY_DEVELOPMENT);
const types = (events: readonly JourneyEvent[]) =>
  events.map((event) => ("commitment" in event ? `${event.type} ${event.commitment}` : event.type));
const after = (past: Past, events: readonly JourneyEvent[]) => events.reduce(step, past.state);

describe("What follows from a decision", () => {
  it("comes after it, and what follows from that after it", () => {
    expect(types(settle(year.state, [attended]))).toEqual([
      "AttendanceRecorded",
      "CommitmentMet session-1",
      "CommitmentMet meeting-1",
      "GrantPayable",
    ]);
  });
  it("once: settled, nothing more follows", () => {
    const settled = settle(year.state, [attended]);
    expect(settle(after(year, settled), [])).toEqual([]);
    const other: JourneyEvent = { type: "ReportSubmitted", at, on: "2024-10-02" };
    expect(types(settle(after(year, settled), [other]))).toEqual(["ReportSubmitted", "CommitmentMet report"]);
  });
  it("from several at once, it is the same as from each", () => {
    const report: JourneyEvent = { type: "ReportSubmitted", at, on: "2024-10-02" };
    const apart = settle(after(year, settle(year.state, [attended])), [report]);
    expect(new Set(types(settle(year.state, [attended, report])))).toEqual(
      new Set([...types(settle(year.state, [attended])), ...types(apart)]),
    );
  });
  it("nothing, from nothing", () => {
    expect(settle(nothing.state, [])).toEqual([]);
    expect(settle(year.state, [])).toEqual([]);
  });
});
