import { describe, expect, it } from "@jest/globals";
import type { GroupSeen } from "../../../libs/service/work-groups/group-in-full.ts";
import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import { askedIn } from "../lists/list-asked.ts";
import { groupsAsked, groupsInOrder, groupsList } from "./groups-list.ts";

const seen = (id: string, free: number | null, waiting: number): GroupSeen => ({
  ...{
    id,
    hub: "great-north",
    prospectus: "2024-25/primary-readiness",
    also: [],
    academicYear: "2024/25",
    status: "formed",
  },
  ...{ lead: `lead-${id}`, leadRole: "mastery-readiness-lead", delivery: "in-person", least: 2, most: 8, reserved: 1 },
  ...{ name: `Group ${id}`, belowAssignee: null, belowGivenAt: null },
  ...{ taken: 3, waiting, below: null, version: 1, summary: "", warning: null },
  ...{ formedAt: "2024-06-01T08:00:00Z", updatedAt: "2024-06-01T08:00:00Z" },
  places: { least: 2, most: free === null ? null : 8, reserved: 1, taken: 3, free },
});
const named = (id: string, name: string, leadName: string | null): NamedGroup => ({
  ...{ id, name, hub: "great-north", prospectus: "2024-25/primary-readiness", academicYear: "2024/25" },
  ...{ status: "formed", lead: `lead-${id}`, leadName },
});
const GROUPS = [seen("a", 0, 3), seen("b", null, 0), seen("c", 4, 3)];
const NAMES = new Map([
  ["a", named("a", "Zeta group", "Cleo Example")],
  ["b", named("b", "Beta group", null)],
  ["c", named("c", "Alpha group", "Ada Example")],
]);
const SPEC = groupsList({ groups: NAMES, withHub: false });
const ordered = (query: Record<string, string>): string[] =>
  groupsInOrder(GROUPS, askedIn(query, SPEC), NAMES).map(({ id }) => id);

describe("the list of Work Groups", () => {
  it.each([
    [{}, "c b a"],
    [{ order: "desc" }, "a b c"],
    [{ sort: "lead" }, "b c a"],
    [{ sort: "places" }, "a c b"],
    [{ sort: "waiting", order: "desc" }, "a c b"],
  ])("stands in the order that is asked for: %j", (query, order) => {
    expect(ordered(query).join(" ")).toBe(order);
  });

  it("is narrowed by programme, lead, year and whether there are places; nobody is chosen who has no name", () => {
    const lead = SPEC.filters.find(({ name }) => name === "lead");
    expect(lead?.kind === "choice" && lead.choices.map(({ words }) => words)).toEqual(["Ada Example", "Cleo Example"]);
    const asked = askedIn(
      { programme: "2024-25/primary-readiness", lead: "lead-a", year: "2024/25", places: "yes" },
      SPEC,
    );
    expect(groupsAsked(asked)).toMatchObject({
      prospectus: "2024-25/primary-readiness",
      lead: "lead-a",
      academicYear: "2024/25",
      placesLeft: true,
    });
    expect(groupsAsked(askedIn({ lead: "a name" }, SPEC)).lead).toBeUndefined();
  });

  it("has in a file each number by itself", () => {
    const file = SPEC.columns.flatMap(({ head, file: of }) => (of === undefined ? [] : [[head, of(GROUPS[0]!)]]));
    expect(Object.fromEntries(file)).toMatchObject({
      "Work Group": "Zeta group",
      Lead: "Cleo Example",
      "Schools in it": "3",
      "Places offered": "1",
      "Places left": "0",
      Waiting: "3",
    });
  });
});
