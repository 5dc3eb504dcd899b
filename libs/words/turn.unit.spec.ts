import { describe, expect, it } from "@jest/globals";
import { reject } from "../journey/rejection.ts";
import { TO_PROGRAM, type Say } from "./say.ts";
import { nothingFor, whyNothing } from "./turn.ts";

const TO_SOMEBODY: Say = { ...TO_PROGRAM, day: (date) => `the day ${date}` };

describe("Why the turn does nothing for a school", () => {
  it("has its days in its reader’s way", () => {
    const because = nothingFor("invited", { stage: "embedding", keptIn: "group-1", keptUntil: "2027-06-30" });
    expect(whyNothing({ because, detail: null })).toBe(
      "It is invited to embedding and has not answered yet. A place in group-1 is kept for it until 2027-06-30.",
    );
    expect(whyNothing({ because, detail: null }, TO_SOMEBODY)).toContain("until the day 2027-06-30.");
    const pauses = nothingFor("pauses", { until: "2027-01-31", returnsTo: null });
    expect(whyNothing({ because: pauses, detail: null }, TO_SOMEBODY)).toBe("It pauses until the day 2027-01-31.");
  });
  it("is the rules' own where they would not let it be invited", () => {
    const { rejection } = reject("window-closed", "over", { closesOn: "2026-08-31" });
    expect(whyNothing({ because: { rejection }, detail: null }, TO_SOMEBODY)).toContain("closed on the day 2026-08-31");
  });
  it("of a plan that was begun before is said as it was recorded; of a school that is invited nothing is", () => {
    expect(whyNothing({ detail: "It pauses until 2027-01-31." }, TO_SOMEBODY)).toBe("It pauses until 2027-01-31.");
    expect(whyNothing({ because: null, detail: null })).toBeNull();
  });
});
