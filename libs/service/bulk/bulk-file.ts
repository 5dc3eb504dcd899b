// A CSV of schools that apply: read row by row as it comes, each row made the body that an application
// by itself would have. The file is kept nowhere.

import { createHash } from "node:crypto";
import { StringDecoder } from "node:string_decoder";
import { CsvError, parse } from "csv-parse";
import { visible } from "../../register/visible.ts";
import { canonicalJson } from "../commands/command-id.ts";
import { Refusal } from "../refusal.ts";
import { mustBeSound } from "../shape/sound.ts";

/** A row: on which line of the file it begins (the header is line 1), and the body of its application. */
export interface BulkRow {
  line: number;
  urn: string;
  body: Record<string, unknown>;
  /** More cells than the header has columns: one of them was parted by a comma that it holds. */
  tooLong: boolean;
}
/** `id`: of these very rows at this hub; a file with another word in it has another one. */
export interface BulkFile {
  id: string;
  rows: BulkRow[];
}

/** Whoever takes a file takes so much of it. */
export const MOST_BYTES = 4_000_000;
/** Far more than a hub has schools that apply at once. */
export const MOST_LINES = 1_000;
/** With those that are empty. */
const MOST_ROWS = 20 * MOST_LINES;

/** What is asked for, in the words of a spreadsheet. */
const WANTED =
  "Send CSV with commas between the cells, in UTF-8: “CSV UTF-8 (Comma delimited)” where a spreadsheet saves.";
const [UTF16_LE, UTF16_BE] = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];

/**
 * The columns, in any order; names stay as they are. What a programme does not ask for is ignored, as in an application
 * by itself.
 */
export const COLUMNS = {
  urn: "Six digits",
  name: "Of the school",
  phase: "primary or secondary",
  funding: "state or independent",
  prospectus: "Id, such as 2020-21/primary-readiness",
  address: "Of the school",
  postcode: "Of the school",
  headteacherName: "With headteacherEmail",
  headteacherEmail: "With headteacherName",
  history: "Stages before, parted by semicolons: development 2015/16; or masterySpecialistDepartment",
  criteria: "Codes, parted by semicolons",
  reasons: "Up to 250 words",
  understandsExpectations: "yes or no",
  seniorLeaderSupports: "yes or no",
  contactFirstName: "Who applies",
  contactLastName: "Who applies",
  contactEmail: "Who applies",
  group: "URNs of schools to be placed with, parted by semicolons",
  groupRelationship: "What binds them",
} as const;
type Column = keyof typeof COLUMNS;
const INDISPENSABLE: readonly Column[] = ["urn", "name", "phase", "funding", "prospectus"];

interface Parsed {
  record: string[];
  info: { lines: number };
}

/**
 * Reads the file that is sent to `hub`.
 * @throws Refusal `invalid` for what is no CSV, lacks an indispensable column, or has more than 1,000 rows; never with
 * words of the file
 */
export async function readBulk(chunks: AsyncIterable<Buffer>, hub: string): Promise<BulkFile> {
  const [header, ...below] = (await parsed(chunks)).map(({ record, info }) => ({ record: record.map(visible), info }));
  const columns = columnsOf(header?.record ?? []);
  // Excel keeps rows that were emptied, and cells beside the table.
  const records = below.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
  if (records.length > MOST_LINES)
    throw new Refusal("invalid", `The file has more than ${MOST_LINES} rows: send it in parts.`);
  if (records.length === 0) throw new Refusal("invalid", "The file has no row below its header.");
  const hash = createHash("sha256").update(JSON.stringify(["bulk", hub]));
  const rows = records.map(({ record, info }): BulkRow => {
    const cells = Object.fromEntries(columns.map((column, index) => [column, (record[index] ?? "").trim()])) as Partial<
      Record<Column, string>
    >;
    const body = { ...bodyOf(cells), hub };
    const line = info.lines - record.join("").split("\n").length + 1;
    const tooLong = record.slice(columns.length).some((cell) => cell.trim() !== "");
    hash.update(`${line} ${canonicalJson(body)}\n`);
    return { line, urn: cells.urn ?? "", body, tooLong };
  });
  return { id: hash.digest("hex").slice(0, 32), rows };
}

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

function columnsOf(header: readonly string[]): string[] {
  const columns = header.map((name) => name.trim());
  const parted = columns.length === 1 ? PARTED.find(([sign]) => columns[0]?.includes(sign)) : undefined;
  if (parted !== undefined)
    throw new Refusal("invalid", `The cells of the file have ${parted[1]} between them. ${WANTED}`);
  const missing = INDISPENSABLE.filter((name) => !columns.includes(name));
  const twice = Object.keys(COLUMNS).filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  const errors = [
    ...missing.map((name) => ({ pointer: "", detail: `The column ${name} is missing. ${COLUMNS[name]}. ${WANTED}` })),
    ...twice.map((name) => ({ pointer: "", detail: `The column ${name} is there twice.` })),
  ];
  if (errors.length > 0) throw new Refusal("invalid", `The header does not fit: ${errors[0]?.detail}`, { errors });
  return columns;
}

/** The body of the application that a row stands for; an empty cell is a field that is not sent. */
function bodyOf(cells: Partial<Record<Column, string>>): Record<string, unknown> {
  const given = (column: Column): string | undefined => cells[column] || undefined;
  const { address, postcode, criteria, reasons } = cells;
  const contact = {
    firstName: given("contactFirstName"),
    lastName: given("contactLastName"),
    email: given("contactEmail"),
  };
  const headteacher =
    given("headteacherName") || given("headteacherEmail")
      ? { name: given("headteacherName"), email: given("headteacherEmail") }
      : undefined;
  return JSON.parse(
    JSON.stringify({
      prospectus: given("prospectus"),
      criteria: criteria ? listed(criteria) : undefined,
      reasons: reasons || undefined,
      school: {
        urn: given("urn"),
        name: given("name"),
        phase: given("phase"),
        funding: given("funding"),
        address: address || undefined,
        postcode: postcode || undefined,
        headteacher,
        history: listed(cells.history ?? "").map(pastOf),
      },
      understandsExpectations: flagOf(given("understandsExpectations")),
      seniorLeaderSupports: flagOf(given("seniorLeaderSupports")),
      contact: Object.values(contact).some((part) => part !== undefined) ? contact : undefined,
      group: cells.group
        ? { schools: listed(cells.group).map((urn) => ({ urn, relationship: given("groupRelationship") })) }
        : undefined,
    }),
  ) as Record<string, unknown>;
}

const listed = (cell: string): string[] =>
  cell
    .split(";")
    .map((one) => one.trim())
    .filter((one) => one !== "");

function pastOf(words: string): object {
  const [stage, academicYear] = words.split(/\s+/u);
  return stage === "masterySpecialistDepartment" ? { masterySpecialistDepartment: true } : { stage, academicYear };
}

/** `yes` and `no`, as people write them; anything else stays for the check of the fields to name. */
function flagOf(cell: string | undefined): unknown {
  const word = cell?.toLowerCase();
  return word === "yes" || word === "true" ? true : word === "no" || word === "false" ? false : cell;
}

/**
 * A row's body, if it can be kept at all. @throws Refusal `invalid` for what is no text, such as a file that is not
 * UTF-8
 */
export function soundRow({ body, tooLong }: BulkRow): Record<string, unknown> {
  if (tooLong)
    throw new Refusal(
      "invalid",
      "The row has more cells than the header has columns: put a cell that holds a comma in double quotes.",
    );
  if (JSON.stringify(body).includes("\uFFFD"))
    throw new Refusal("invalid", `The row holds a character that is none: save the file in UTF-8. ${WANTED}`);
  mustBeSound(body);
  return body;
}
