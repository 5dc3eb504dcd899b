import { describe, expect, it } from "@jest/globals";
import { because, begun, PRIMARY_DEVELOPMENT, register, RULES, type Past } from "../../../test/support/journey.ts";
import { parseWhen } from "../../calendar/instants.ts";
import type { Command } from "../commands.ts";
import { decide } from "../decide.ts";
import type { BudgetAtHand } from "../rules.ts";

const payable = begun(PRIMARY_DEVELOPMENT).on(
  "2024-10-02T17:00",
  "RecordAttendance",
  register("session-1", "2024-10-02"),
);
const once = payable.on("2024-10-03T09:00", "ApproveGrant", {}, { by: "ann" });

/** What comes of an approval where the hub's budget of the year stands so; null: it has set none. */
function approved(past: Past, budget: BudgetAtHand | null, by = "bob"): string {
  const command = {
    id: "approve",
    type: "ApproveGrant",
    at: parseWhen("2024-10-04T09:00"),
    by: { who: by, role: "finance-officer" },
    data: {},
  } as Command;
  const budgetOf = (hub: string, academicYear: string) =>
    hub === "great-north" && academicYear === "2024/25" ? budget : { allocatedPence: 0, elsewherePence: 0 };
  const decision = decide(past.state, command, RULES, { budgetOf });
  return "rejection" in decision ? decision.rejection.code : "approved";
}

describe("An approval commits money of the hub’s budget for the year", () => {
  it("to the last penny, and not one more", () => {
    expect(approved(payable, { allocatedPence: 100_000, elsewherePence: 0 })).toBe("approved");
    expect(approved(payable, { allocatedPence: 300_000, elsewherePence: 200_000 })).toBe("approved");
    expect(approved(payable, { allocatedPence: 300_000, elsewherePence: 200_001 })).toBe("over-budget");
    expect(approved(payable, { allocatedPence: 99_999, elsewherePence: 0 })).toBe("over-budget");
  });
  it("once: the second approval finds its own money there", () => {
    expect(approved(once, { allocatedPence: 100_000, elsewherePence: 0 })).toBe("approved");
    expect(approved(once, { allocatedPence: 100_000, elsewherePence: 1 })).toBe("over-budget");
  });
  it("where no budget is set, nothing is checked", () => {
    expect(approved(payable, null)).toBe("approved");
    expect(payable.decide("2024-10-04T09:00", "ApproveGrant", {})).toHaveProperty("events");
  });
  it("an adjustment makes it fit", () => {
    const less = payable.on("2024-10-03T09:00", "AdjustGrant", { amountPence: 60_000, ...because });
    expect([
      approved(payable, { allocatedPence: 60_000, elsewherePence: 0 }),
      approved(less, { allocatedPence: 60_000, elsewherePence: 0 }),
    ]).toEqual(["over-budget", "approved"]);
  });
  it("who approved it already is told that first", () => {
    expect(approved(once, { allocatedPence: 0, elsewherePence: 0 }, "ann")).toBe("self-approval");
  });
});
