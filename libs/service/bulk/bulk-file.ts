// A CSV of schools that apply: read row by row as it comes, each row made the body that an application
// by itself would have. The file is kept nowhere.

import { createHash } from "node:crypto";
import { canonicalJson } from "../commands/command-id.ts";
import { Refusal } from "../refusal.ts";
import { mustBeSound } from "../shape/sound.ts";
import { rowsOf, WANTED } from "./csv-rows.ts";

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
  history: "Stages before, parted by semicolons: development 2015/16; or masterySpecialistDepartment; or unknown",
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

/**
 * Reads the file that is sent to `hub`.
 * @throws Refusal `invalid` for what is no CSV, lacks an indispensable column, or has more than 1,000 rows; never with
 * words of the file
 */
export async function readBulk(chunks: AsyncIterable<Buffer>, hub: string): Promise<BulkFile> {
  const rows = await rowsOf(chunks, { columns: COLUMNS, indispensable: INDISPENSABLE });
  const hash = createHash("sha256").update(JSON.stringify(["bulk", hub]));
  const bodies = rows.map(({ line, cells, tooLong }): BulkRow => {
    const body = { ...bodyOf(cells), hub };
    hash.update(`${line} ${canonicalJson(body)}\n`);
    return { line, urn: cells.urn ?? "", body, tooLong };
  });
  return { id: hash.digest("hex").slice(0, 32), rows: bodies };
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
  if (stage === "masterySpecialistDepartment" || stage === "unknown") return { [stage]: true };
  return { stage, academicYear };
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
