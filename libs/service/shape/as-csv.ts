// A list as a file for spreadsheets.

import { stringify } from "csv-stringify/sync";

/**
 * Rows as CSV (RFC 4180): CRLF, in UTF-8. `header`: with the names of the columns, and a byte order mark, by which
 * spreadsheets know UTF-8. A cell that a spreadsheet would take for a formula gets an apostrophe; a figure below
 * nothing is none.
 */
export function asCsv(
  rows: readonly (readonly string[])[],
  columns: readonly string[],
  { header }: { header: boolean } = { header: true },
): string {
  const options = {
    header,
    bom: header,
    record_delimiter: "windows" as const,
    escape_formulas: true,
    cast: { string },
  };
  return stringify(
    rows.map((row) => [...row]),
    { ...options, columns: columns.map((key) => ({ key, header: key })) },
  );
}

const FIGURE = /^-\d+(\.\d+)?$/u;
const string = (value: string) => (FIGURE.test(value) ? { value, escape_formulas: false } : value);
