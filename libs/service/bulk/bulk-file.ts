// A CSV of schools that apply: read row by row as it comes, each row made the body that an application
// by itself would have. The file is kept nowhere.

import { createHash } from "node:crypto";
import { canonicalJson } from "../commands/command-id.ts";
import { Refusal } from "../refusal.ts";
import { mustBeSound } from "../shape/sound.ts";
import { codeOf, COLUMNS, INDISPENSABLE, isExample, pastOf, programmeOf, type Column } from "./bulk-columns.ts";
import { tableOf, WANTED } from "./csv-rows.ts";

/** A row: on which line of the file it begins (the header is line 1), and the body of its application. */
export interface BulkRow {
  line: number;
  urn: string;
  body: Record<string, unknown>;
  /** More cells than the header has columns: one of them was parted by a comma that it holds. */
  tooLong: boolean;
  /** The cells as they came. */
  record: readonly string[];
}
/** `id`: of these very rows at this hub; a file with another word in it has another one. `header`: as it came. */
export interface BulkFile {
  id: string;
  header: readonly string[];
  rows: BulkRow[];
}

/**
 * Reads the file that is sent to `hub`.
 * @throws Refusal `invalid` for what is no CSV, lacks an indispensable column, or has more than 1,000 rows; never with
 * words of the file
 */
export async function readBulk(chunks: AsyncIterable<Buffer>, hub: string): Promise<BulkFile> {
  const { header, rows } = await tableOf(chunks, { columns: COLUMNS, indispensable: INDISPENSABLE });
  const hash = createHash("sha256").update(JSON.stringify(["bulk", hub]));
  const bodies = rows.map(({ line, cells: came, tooLong, record }): BulkRow => {
    const cells = unescaped(came);
    const body = { ...bodyOf(cells), hub };
    hash.update(`${line} ${canonicalJson(body)}\n`);
    return { line, urn: cells.urn ?? "", body, tooLong, record };
  });
  return { id: hash.digest("hex").slice(0, 32), header, rows: bodies };
}

/** What we gave out has an apostrophe before what a spreadsheet would take for a formula (shape/as-csv.ts). */
function unescaped(cells: Partial<Record<Column, string>>): Partial<Record<Column, string>> {
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column, /^'[=+\-@]/u.test(cell) ? cell.slice(1) : cell]),
  );
}

/** The body of the application that a row stands for; an empty cell is a field that is not sent. */
function bodyOf(cells: Partial<Record<Column, string>>): Record<string, unknown> {
  const given = (column: Column): string | undefined => cells[column] || undefined;
  const { address, postcode, criteria, reasons } = cells;
  const phase = given("phase")?.toLowerCase();
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
      prospectus: cells.prospectus ? programmeOf(cells.prospectus, phase ?? "") : undefined,
      criteria: criteria ? listed(criteria).map(codeOf) : undefined,
      reasons: reasons || undefined,
      school: {
        urn: given("urn"),
        name: given("name"),
        phase,
        funding: given("funding")?.toLowerCase(),
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

/** `yes` and `no`, as people write them; anything else stays for the check of the fields to name. */
function flagOf(cell: string | undefined): unknown {
  const word = cell?.toLowerCase();
  return word === "yes" || word === "true" ? true : word === "no" || word === "false" ? false : cell;
}

/**
 * A row's body, if it can be kept at all. @throws Refusal `invalid` for what is no text, such as a file that is not
 * UTF-8
 */
export function soundRow({ urn, body, tooLong }: BulkRow): Record<string, unknown> {
  if (isExample(urn)) throw new Refusal("invalid", "This is the example line of the template: take it out.");
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
