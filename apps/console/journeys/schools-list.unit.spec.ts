import { describe, expect, it } from "@jest/globals";
import type { JourneyChoice } from "../../../libs/service/journeys/at-a-glance.ts";
import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import { askedIn } from "../lists/list-asked.ts";
import { schoolsAsked, schoolsList, type SchoolListed } from "./schools-list.ts";

const CHOICE: JourneyChoice = {
  ...{ hub: "great-north", status: "participating", stage: "readiness", workGroup: "g-1", theme: "reasoning" },
  ...{ prospectus: "2024-25/primary-readiness", la: "831", laName: "Derby", trust: null, trustName: null },
};
const GROUP: NamedGroup = {
  ...{ id: "g-1", name: "Primary readiness group led by Ada Example, 2024/25", hub: "great-north", lead: "p-1" },
  ...{ prospectus: "2024-25/primary-readiness", academicYear: "2024/25", status: "formed", leadName: "Ada Example" },
};
const known = (more: Partial<Parameters<typeof schoolsList>[0]> = {}) => ({
  base: "/journeys",
  choices: [CHOICE, { ...CHOICE, status: "applied", stage: null, workGroup: null, theme: null }],
  groups: new Map([["g-1", GROUP]]),
  themes: new Map([["reasoning", "Reasoning in number"]]),
  withHub: false,
  ...more,
});
const filter = (name: string, more = {}) => {
  const found = schoolsList(known(more)).filters.find((one) => one.name === name);
  return found !== undefined && "choices" in found ? found.choices : null;
};

describe("the list of schools", () => {
  it("can be narrowed to what is in it, in words; a lead goes by name and is asked for by an opaque id", () => {
    expect(filter("stage")).toEqual([{ value: "readiness", words: "Readiness" }]);
    expect(filter("status")?.map(({ words }) => words)).toEqual(["Applied", "Participating"]);
    expect(filter("group")).toEqual([{ value: "g-1", words: GROUP.name }]);
    expect(filter("lead")).toEqual([{ value: "p-1", words: "Ada Example" }]);
    expect(filter("la")).toEqual([{ value: "831", words: "Derby" }]);
    expect([filter("trust"), filter("theme")]).toEqual([[], [{ value: "reasoning", words: "Reasoning in number" }]]);
    expect(filter("hub")).toBeNull();
    expect(filter("hub", { withHub: true })).toEqual([{ value: "great-north", words: "Great North" }]);
  });

  it("asks the service for what its address says", () => {
    const asked = askedIn(
      { q: "hill", group: "g-1", overdue: "yes", watched: "yes", sort: "owed", order: "desc" },
      schoolsList(known()),
    );
    const { filter: which, order } = schoolsAsked(asked);
    expect(which).toMatchObject({ q: "hill", workGroup: "g-1", overdue: true, watched: true });
    expect("tasks" in which).toBe(false);
    expect(order).toEqual({ sort: "owed", descending: true, page: 1, size: 25 });
  });

  it("names the first things that a school is late with, and counts the others", () => {
    const cell = schoolsList(known()).columns.find(({ head }) => head === "Late with")?.cell;
    const said = (owed: string[]) => cell?.({ owed } as unknown as SchoolListed);
    expect([said([]), said(["meeting-1", "gap-task-1"]), said(["meeting-1", "gap-task-1", "meeting-2"])]).toEqual([
      "Nothing",
      "Meeting 1, Gap task 1",
      "Meeting 1, Gap task 1 and 1 more",
    ]);
  });

  it("has in a file what a page has no room for: place, trust, and days as a spreadsheet knows them", () => {
    const one: SchoolListed = {
      ...{ school: null, postcode: "DE1 1AA", la: "Derby", trust: null, owed: ["gap-task-1"], tasks: 2, watched: true },
      row: {
        id: "100041-primary",
        urn: "100041",
        hub: "great-north",
        hubSince: 1,
        phase: "primary",
        status: "paused",
        stage: "readiness",
        academicYear: "2024/25",
        prospectus: null,
        workGroup: "g-9",
        theme: null,
        version: 1,
        support: null,
        owes: 1,
        nextAt: "2025-03-30T23:30:00Z",
        nextWhat: null,
        summary: "",
        startedAt: "2024-09-01T08:00:00Z",
        updatedAt: "2024-09-01T08:00:00Z",
        aliases: [],
      },
    };
    const file = schoolsList(known()).columns.flatMap(({ head, file: of }) =>
      of === undefined ? [] : [[head, of(one)]],
    );
    expect(Object.fromEntries(file)).toEqual({
      School: "School 100041",
      URN: "100041",
      Phase: "Primary",
      Postcode: "DE1 1AA",
      "Local authority": "Derby",
      Trust: "",
      "Stage and year": "Readiness 2024/25",
      "Work Group": "G 9",
      Status: "Paused",
      "Late with": "Gap task 1",
      "Next on": "2025-03-31",
      "Open tasks": "2",
      "Watched by you": "yes",
    });
  });
});
