// A list as a file for spreadsheets.

import { stringify } from "csv-stringify/sync";

/**
 * Rows as CSV (RFC 4180): CRLF, in UTF-8. `header`: with the names of the columns, and a byte order mark, by which
 * spreadsheets know UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe; `figures`: but for
 * a figure below nothing, with which it is to reckon.
 */
export function asCsv(
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  { header, figures = false }: { header: boolean; figures?: boolean } = { header: true },
): string {
  const options = {
    bom: header,
    record_delimiter: "windows" as const,
    escape_formulas: true,
    ...(figures && { cast: { string } }),
  };
  return stringify(
    [...(header ? [columns] : []), ...rows].map((row) => [...row]),
    options,
  );
}

/** An amount as a file has it, in pounds. */
export const inPounds = (pence: number): string => (pence / 100).toFixed(2);

/** Of a table of figures. */
export const OF_FIGURES = { header: true, figures: true };

const FIGURE = /^-\d+(\.\d+)?$/u;
const string = (value: string) => (FIGURE.test(value) ? { value, escape_formulas: false } : value);
