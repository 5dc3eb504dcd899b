// A CSV of schools that apply: read row by row as it comes, each row made the body that an application
// by itself would have. The file is kept nowhere.

import { createHash } from "node:crypto";
import { CsvError, parse } from "csv-parse";
import { canonicalJson } from "../commands/command-id.ts";
import { Refusal } from "../refusal.ts";
import { mustBeSound } from "../shape/sound.ts";

/** A row: on which line of the file it begins (the header is line 1), and the body of its application. */
export interface BulkRow {
  line: number;
  urn: string;
  body: Record<string, unknown>;
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
  const [header, ...records] = await parsed(chunks);
  const columns = columnsOf(header?.record ?? []);
  if (records.length === 0) throw new Refusal("invalid", "The file has no row below its header.");
  const hash = createHash("sha256").update(JSON.stringify(["bulk", hub]));
  // The parser counts a break of two characters within a cell as two lines.
  let twice = 0;
  const rows = records.map(({ record, info }): BulkRow => {
    const cells = Object.fromEntries(columns.map((column, index) => [column, (record[index] ?? "").trim()])) as Partial<
      Record<Column, string>
    >;
    const body = { ...bodyOf(cells), hub };
    const text = record.join("");
    twice += text.split("\r\n").length - 1;
    const line = info.lines - twice - text.split("\n").length + 1;
    hash.update(`${line} ${canonicalJson(body)}\n`);
    return { line, urn: cells.urn ?? "", body };
  });
  return { id: hash.digest("hex").slice(0, 32), rows };
}

/** Every row as cells. Those of a file that is too long are not read to the end. */
async function parsed(chunks: AsyncIterable<Buffer>): Promise<Parsed[]> {
  const rows: Parsed[] = [];
  let fault: Error | null = null;
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
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
  for await (const chunk of chunks) {
    if (rows.length > MOST_LINES + 1) break;
    if (fault === null) parser.write(chunk);
  }
  if (fault === null) parser.end();
  await ended;
  if (fault !== null) throw notCsv(fault, rows.length);
  if (rows.length > MOST_LINES + 1)
    throw new Refusal("invalid", `The file has more than ${MOST_LINES} rows: send it in parts.`);
  return rows;
}

/** Without the parser's own words, which quote the file. */
function notCsv(fault: Error, before: number): Error {
  return fault instanceof CsvError
    ? new Refusal("invalid", `The file is no CSV that can be read: it breaks after row ${before} (${fault.code}).`)
    : fault;
}

function columnsOf(header: readonly string[]): string[] {
  const columns = header.map((name) => name.trim());
  const missing = INDISPENSABLE.filter((name) => !columns.includes(name));
  const twice = Object.keys(COLUMNS).filter((name) => columns.indexOf(name) !== columns.lastIndexOf(name));
  const errors = [
    ...missing.map((name) => ({ pointer: "", detail: `The column ${name} is missing. ${COLUMNS[name]}.` })),
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
export function soundRow({ body }: BulkRow): Record<string, unknown> {
  if (JSON.stringify(body).includes("\uFFFD"))
    throw new Refusal("invalid", "The row holds a character that is none: save the file in UTF-8.");
  mustBeSound(body);
  return body;
}
