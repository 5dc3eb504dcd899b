// A CSV file that somebody sends, row by row: what a spreadsheet may have done to it is put up with, and never quoted.

import { StringDecoder } from "node:string_decoder";
import { CsvError, parse } from "csv-parse";
import { visible } from "../../register/visible.ts";
import { Refusal } from "../refusal.ts";

/** Whoever takes a file takes so much of it. */
export const MOST_BYTES = 4_000_000;
/** Far more than a hub has schools. */
export const MOST_LINES = 1_000;
/** With those that are empty. */
const MOST_ROWS = 20 * MOST_LINES;

/** What is asked for, in the words of a spreadsheet. */
export const WANTED =
  "Send CSV with commas between the cells, in UTF-8: “CSV UTF-8 (Comma delimited)” where a spreadsheet saves.";
const [UTF16_LE, UTF16_BE] = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/** What there is in a column: a note alone, or with a heading in words, which a file may have in place of the name. */
type Told = string | { heading: string; note: string };
/** What the columns of a file are, by name; names stay as they are, in any order. */
interface Header<C extends string> {
  columns: Readonly<Record<C, Told>>;
  indispensable: readonly C[];
}

/**
 * A row: on which line of the file it begins (the header is line 1). `tooLong`: more cells than the header has.
 * `record`: the cells as they came.
 */
export interface CsvRow<C extends string> {
  line: number;
  record: readonly string[];
  cells: Partial<Record<C, string>>;
  tooLong: boolean;
}

interface Parsed {
  record: string[];
  info: { lines: number };
}

/** The rows of a file. @throws Refusal as `tableOf` */
export async function rowsOf<C extends string>(chunks: AsyncIterable<Buffer>, wanted: Header<C>): Promise<CsvRow<C>[]> {
  return (await tableOf(chunks, wanted)).rows;
}

/**
 * The header of a file as it came, and the rows under it; those that were emptied are left out.
 * @throws Refusal `invalid` for what is no CSV, lacks an indispensable column, has no row or more than 1,000; never
 * with words of the file
 */
export async function tableOf<C extends string>(
  chunks: AsyncIterable<Buffer>,
  wanted: Header<C>,
): Promise<{ header: readonly string[]; rows: CsvRow<C>[] }> {
  const [first, ...below] = (await parsed(chunks)).map(({ record, info }) => ({ record: record.map(visible), info }));
  const header = withoutEmptyEnd((first?.record ?? []).map((name) => name.trim()));
  const columns = columnsOf(header, wanted);
  // Excel keeps rows that were emptied, and cells beside the table.
  const records = below.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  if (records.length > MOST_LINES)
    throw new Refusal("invalid", `The file has more than ${MOST_LINES} rows: send it in parts.`);
  if (records.length === 0) throw new Refusal("invalid", "The file has no row below its header.");
  const rows = records.map(({ record, info }) => ({
    record,
    line: info.lines - record.join("").split("\n").length + 1,
    cells: Object.fromEntries(columns.map((column, index) => [column, (record[index] ?? "").trim()])) as Partial<
      Record<C, string>
    >,
    tooLong: record.slice(columns.length).some((cell) => cell.trim() !== ""),
  }));
  return { header, rows };
}

const withoutEmptyEnd = (header: string[]): string[] =>
  header.slice(0, header.findLastIndex((name) => name !== "") + 1);

/**
 * The text of a file, a piece at a time, every line ended by one character: lines are counted by it, whoever wrote the
 * file. @throws Refusal `invalid` for what is plainly in another encoding
 */
async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder("utf8");
  let first = true;
  let held = "";
  for await (const chunk of chunks) {
    if (first && (chunk.subarray(0, 2).equals(UTF16_LE) || chunk.subarray(0, 2).equals(UTF16_BE)))
      throw new Refusal("invalid", `The file is in UTF-16. ${WANTED}`);
    first = false;
    // A pair may stand across two pieces.
    const text = held + decoder.write(chunk);
    held = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - held.length).replace(/\r\n?/gu, "\n");
  }
  yield (held + decoder.end()).replace(/\r\n?/gu, "\n");
}

/** Every row as cells. Those of a file that is far too long are not read to the end. */
async function parsed(chunks: AsyncIterable<Buffer>): Promise<Parsed[]> {
  const rows: Parsed[] = [];
  let fault: Error | null = null;
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    record_delimiter: "\n",
    max_record_size: 100_000,
  });
  const ended = new Promise<void>((resolve) => {
    parser
      .on("data", (row: Parsed) => rows.push(row))
      .on("end", resolve)
      .on("error", (error) => {
        fault = error;
        resolve();
      });
  });
  for await (const text of linesOf(chunks)) {
    if (rows.length > MOST_ROWS) break;
    if (fault === null) parser.write(text);
  }
  if (fault === null) parser.end();
  await ended;
  if (fault !== null) throw notCsv(fault, rows.length);
  if (rows.length > MOST_ROWS)
    throw new Refusal("invalid", `The file has more than ${MOST_LINES} rows: send it in parts.`);
  return rows;
}

/** Without the parser's own words, which quote the file. */
function notCsv(fault: Error, before: number): Error {
  return fault instanceof CsvError
    ? new Refusal("invalid", `The file is no CSV that can be read: it breaks after row ${before} (${fault.code}).`)
    : fault;
}

const PARTED: readonly [sign: string, name: string][] = [
  [";", "semicolons"],
  ["\t", "tabs"],
  ["|", "bars"],
];

const headingOf = (told: Told | undefined): string | null => (typeof told === "object" ? told.heading : null);
/** A heading as somebody types it. */
const plain = (heading: string): string => heading.toLowerCase().replaceAll("’", "'").replaceAll(/\s+/gu, " ");

function columnsOf(header: readonly string[], { columns: known, indispensable }: Header<string>): string[] {
  const parted = header.length === 1 ? PARTED.find(([sign]) => header[0]?.includes(sign)) : undefined;
  if (parted !== undefined)
    throw new Refusal("invalid", `The cells of the file have ${parted[1]} between them. ${WANTED}`);
  const byHeading = new Map(Object.entries(known).map(([name, told]) => [plain(headingOf(told) ?? name), name]));
  const columns = header.map((name) => (name in known ? name : (byHeading.get(plain(name)) ?? name)));
  const called = (name: string): string => {
    const heading = headingOf(known[name]);
    return heading === null ? name : `“${heading}” (or ${name})`;
  };
  const noteOf = (name: string): string => {
    const told = known[name];
    return typeof told === "object" ? told.note : (told ?? "");
  };
  const missing = indispensable.filter((name) => !columns.includes(name));
  const twice = Object.keys(known).filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  const errors = [
    ...missing.map((name) => ({
      pointer: "",
      detail: `The column ${called(name)} is missing. ${noteOf(name)}. ${WANTED}`,
    })),
    ...twice.map((name) => ({ pointer: "", detail: `The column ${called(name)} is there twice.` })),
  ];
  if (errors.length > 0) throw new Refusal("invalid", `The header does not fit: ${errors[0]?.detail}`, { errors });
  return columns;
}
