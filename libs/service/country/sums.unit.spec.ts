import { describe, expect, it } from "@jest/globals";
import type { Counted } from "../../views/country/read-country.ts";
import { hubsOf, sumsOf } from "./sums.ts";

const of = (prospectus: string) => ({
  academicYear: prospectus.startsWith("2024-25") ? "2024/25" : "2023/24",
  stage: prospectus.endsWith("readiness") ? ("readiness" as const) : ("development" as const),
});
const NOW = "2024-25/primary-development";
const counted: Counted = {
  years: [
    { prospectus: NOW, hub: "great-north", outcome: null, schools: 3 },
    { prospectus: NOW, hub: "great-north", outcome: "under-way", schools: 5 },
    { prospectus: NOW, hub: "far-south", outcome: "completed", schools: 2 },
    { prospectus: NOW, hub: "far-south", outcome: "not-ready", schools: 1 },
    { prospectus: NOW, hub: "far-south", outcome: "interrupted", schools: 1 },
    { prospectus: "2023-24/primary-development", hub: "great-north", outcome: "completed", schools: 7 },
    { prospectus: "2024-25/primary-readiness", hub: "great-north", outcome: "withdrawn", schools: 4 },
  ],
  money: (["due", "payable", "released", "paid", "withheld"] as const).map((status, index) => ({
    ...{ academicYear: "2024/25", hub: "great-north", stage: "development", status, grants: 1 },
    ...{ pence: 100_000 + index, recoveredPence: status === "paid" ? 20_000 : 0 },
  })),
  promises: [
    { academicYear: "2024/25", hub: "great-north", by: "school", status: "met", promises: 6 },
    { academicYear: "2024/25", hub: "great-north", by: "school", status: "missed", promises: 2 },
    { academicYear: "2024/25", hub: "great-north", by: "school", status: "waived", promises: 9 },
    { academicYear: "2024/25", hub: "far-south", by: "hub", status: "open", promises: 4 },
    { academicYear: "2023/24", hub: "far-south", by: "hub", status: "met", promises: 40 },
  ],
  letters: [
    { academicYear: "2024/25", hub: "great-north", outcome: "sent", reminders: 10, letters: 18, bounced: 1 },
    { academicYear: "2024/25", hub: "far-south", outcome: "merged", reminders: 2, letters: 0, bounced: 0 },
    { academicYear: "2024/25", hub: "far-south", outcome: "held-back", reminders: 3, letters: 0, bounced: 0 },
    { academicYear: "2024/25", hub: "far-south", outcome: "planned", reminders: 50, letters: 0, bounced: 0 },
  ],
};

describe("The sums of a year over all hubs", () => {
  const sums = sumsOf(counted, "2024/25", of);

  it("tell who signed up from who began, and how their year ended", () => {
    const sum = (stage: string) => sums.stages.find((one) => one.stage === stage);
    const none = { signedUp: 0, began: 0, underWay: 0, completed: 0, notCompleted: 0, left: 0 };
    expect(sum("development")).toEqual({
      ...{ stage: "development", signedUp: 12, began: 9, underWay: 5, completed: 2, notCompleted: 1, left: 1 },
    });
    expect(sum("readiness")).toEqual({ ...none, stage: "readiness", signedUp: 4, began: 4, left: 4 });
    expect(sum("sustaining")).toEqual({ ...none, stage: "sustaining" });
  });
  it("tell money that waits from money that is released, and from what is paid; what is withheld is none of it", () => {
    expect(sums.money.find(({ stage }) => stage === "development")).toEqual({
      ...{ stage: "development", waitingPence: 200_001, releasedPence: 100_002, paidPence: 100_003 },
      recoveredPence: 20_000,
    });
  });
  it("leave out promises that were let go, and what is still planned to be told", () => {
    expect(sums.promises).toEqual([
      { by: "school", met: 6, missed: 2, open: 0 },
      { by: "hub", met: 0, missed: 0, open: 4 },
    ]);
    expect(sums.letters).toEqual({ due: 15, sent: 12, letters: 18, bounced: 1 });
  });
  it("have a hub to whom schools came the year before alone, with what there is: nothing", () => {
    const gone = { prospectus: "2023-24/primary-development", hub: "west", outcome: "completed", schools: 4 };
    const hubs = hubsOf({ ...counted, years: [...counted.years, gone] }, "2024/25", of);
    expect(hubs.find(({ hub }) => hub === "west")).toMatchObject({ signedUp: 0, signedUpBefore: 4, letters: 0 });
    const before = hubsOf({ ...counted, years: [...counted.years, gone] }, "2023/24", of);
    expect(before.find(({ hub }) => hub === "west")).toMatchObject({ signedUp: 4, signedUpBefore: 0 });
  });
  it("are those of the hubs taken together", () => {
    const hubs = hubsOf(counted, "2024/25", of);
    expect(hubs.map(({ hub, signedUp, letters, paidPence }) => [hub, signedUp, letters, paidPence])).toEqual([
      ["far-south", 4, 0, 0],
      ["great-north", 12, 18, 100_003],
    ]);
    expect(hubs.map(({ signedUpBefore }) => signedUpBefore)).toEqual([0, 7]);
    expect(hubs[0]?.byHub).toEqual({ met: 0, missed: 0, open: 4 });
    const together = sums.stages.reduce((sum, { signedUp }) => sum + signedUp, 0);
    expect(hubs.reduce((sum, { signedUp }) => sum + signedUp, 0)).toBe(together);
  });
});
