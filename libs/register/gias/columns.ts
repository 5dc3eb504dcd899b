// Columns of an extract, by their names: their order changes from day to day.

import { isLocalDate, type LocalDate } from "../../calendar/dates.ts";
import { visible } from "../visible.ts";
import { ExtractError, type RowCode } from "./gias-fault.ts";
import { readRecords } from "./records.ts";

/** A row at fault: why, and in which column. Thrown while a row is read, and reported with its line. */
export class RowFault extends Error {
  override readonly name = "RowFault";
  constructor(
    readonly code: RowCode,
    readonly column: string,
  ) {
    super(code);
  }
}

/**
 * What a row has in a column: white space as single blanks, null where it is empty, undefined where the extract lacks
 * the column.
 */
export type Cell = (column: string) => string | null | undefined;

/**
 * The header of an extract. `what` says in the message what was expected.
 * Rejects with ExtractError where the file cannot be read, or lacks a column of `needed`.
 */
export async function headerOf(path: string, what: string, needed: readonly string[]): Promise<readonly string[]> {
  const header = await firstRecord(path);
  const missing = needed.filter((column) => !header.includes(column));
  if (missing.length === 0) return header;
  const columns = missing.map((column) => `“${column}”`).join(", ");
  throw new ExtractError(
    `${path} cannot be used as ${what}: the column${missing.length > 1 ? "s" : ""} ${columns} ` +
      `${missing.length > 1 ? "are" : "is"} missing. Nothing was taken in.`,
  );
}

async function firstRecord(path: string): Promise<readonly string[]> {
  try {
    for await (const {
      records: [header],
    } of readRecords(path))
      return (header?.fields ?? []).map((name) => visible(name).trim());
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
    if (code === "") throw error;
    throw new ExtractError(code === "ENOENT" ? `${path}: there is no such file.` : `${path} cannot be read (${code}).`);
  }
  throw new ExtractError(`${path} is empty.`);
}

/** Reads cells of rows under this header; of a column that stands twice, the first. */
export function cellsUnder(header: readonly string[]): (fields: readonly string[]) => Cell {
  const places = new Map([...header.entries()].reverse().map(([place, name]) => [name, place]));
  return (fields) => (column) => {
    const place = places.get(column);
    if (place === undefined) return undefined;
    const text = visible(fields[place] ?? "")
      .replace(/\s+/gu, " ")
      .trim();
    if (CONTROL.test(text)) throw new RowFault("character-not-allowed", column);
    return text === "" ? null : text;
  };
}

// NUL cannot be kept; the others are no text either.
const CONTROL = /[\u0000-\u001f\u007f]/u;

/** As the register writes it, DD-MM-YYYY; or as Excel writes it anew: slashes, no naughts, a time behind it. */
const DATE = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/u;

/** A date; undefined where the extract lacks the column. Throws RowFault. */
export function dateIn(cell: Cell, column: string): LocalDate | null | undefined {
  const text = cell(column);
  if (text === null || text === undefined) return text;
  const [, day = "", , month = "", year] = DATE.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (year === undefined || !isLocalDate(date)) throw new RowFault("date-malformed", column);
  return date;
}

/** A whole number; undefined where the extract lacks the column. Throws RowFault. */
export function wholeIn(cell: Cell, column: string): number | null | undefined {
  const text = cell(column);
  if (text === null || text === undefined) return text;
  if (!/^\d{1,3}$/u.test(text)) throw new RowFault("number-malformed", column);
  return Number(text);
}

/** A URN: six digits, five of what is older. Throws RowFault with `code`. */
export function urnIn(cell: Cell, column: string, code: RowCode): string {
  const urn = cell(column) ?? "";
  if (!/^[1-9]\d{4,5}$/u.test(urn)) throw new RowFault(code, column);
  return urn;
}

/** A text that must be there. Throws RowFault with `code`. */
export function needed(cell: Cell, column: string, code: RowCode): string {
  const text = cell(column) ?? null;
  if (text === null) throw new RowFault(code, column);
  return text;
}
