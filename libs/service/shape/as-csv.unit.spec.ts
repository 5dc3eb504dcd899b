import { expect, it } from "@jest/globals";
import { asCsv } from "./as-csv.ts";

const rowOf = (cell: string): string => asCsv([[cell]], ["Cell"], { header: false }).trim();

it("a cell that a spreadsheet would run gets an apostrophe; a figure below nothing stays a figure", () => {
  expect(["=1+1", "-1+1", "@SUM", "-1.2.3", "-A1"].map(rowOf)).toEqual(["'=1+1", "'-1+1", "'@SUM", "'-1.2.3", "'-A1"]);
  expect(["-1000.00", "-5", "7.50"].map(rowOf)).toEqual(["-1000.00", "-5", "7.50"]);
});
