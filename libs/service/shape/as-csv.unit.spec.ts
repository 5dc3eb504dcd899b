import { expect, it } from "@jest/globals";
import { asCsv } from "./as-csv.ts";

const rowsOf = (cells: readonly string[], figures: boolean): string[] =>
  cells.map((cell) => asCsv([[cell]], ["Cell"], { header: false, figures }).trim());

it("a cell that a spreadsheet would run gets an apostrophe; in a table of figures one below nothing stays one", () => {
  const runs = ["=1+1", "-1+1", "@SUM", "-1.2.3", "-A1"];
  for (const figures of [true, false]) expect(rowsOf(runs, figures)).toEqual(runs.map((cell) => `'${cell}`));
  expect(rowsOf(["-1000.00", "-5", "7.50"], true)).toEqual(["-1000.00", "-5", "7.50"]);
  expect(rowsOf(["-5"], false)).toEqual(["'-5"]);
});
