import { expect, it } from "@jest/globals";
import { windowFaults } from "./hub-window.ts";

const faults = (opensOn: string, closesOn: string) =>
  windowFaults({ academicYear: "2026/27" }, { opensOn, closesOn }).map(({ detail }) => detail);

it("A hub’s window ends with the academic year of its programme, and not before it opens", () => {
  expect(faults("2026-11-22", "2026-11-22")).toEqual([]);
  expect(faults("2026-01-05", "2027-08-31")).toEqual([]);
  expect(faults("2026-01-05", "2027-09-01")).toEqual(["closesOn is not after 2027-08-31, the last day of 2026/27."]);
  expect(faults("2026-11-23", "2026-11-22")).toEqual(["closesOn is not before opensOn."]);
});
