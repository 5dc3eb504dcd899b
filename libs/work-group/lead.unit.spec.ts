import { expect, it } from "@jest/globals";
import { text } from "../../test/support/journey.ts";
import { placedGroups, schools } from "../../test/support/placed-group.ts";

const SCHOOLS = schools(3);

const reason = text(3);

/** Three schools are placed; their year is still to begin. */
const placed = () => placedGroups({ north: SCHOOLS });

it("A change of lead is told to every school", () => {
  const world = placed().doGroup("north", "2024-06-10T09:00", "ChangeLead", {
    lead: "lead-2",
    leadRole: "mastery-specialist",
    reason,
  });
  for (const journey of SCHOOLS)
    expect(world.journey(journey).events.at(-1)).toMatchObject({ type: "LeadChanged", lead: "lead-2" });
});
