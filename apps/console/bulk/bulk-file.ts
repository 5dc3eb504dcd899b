// What goes out as a file: the template to begin with, and a file with what is wrong in it, to be put right and sent
// again.

import { COLUMNS, type Column } from "../../../libs/service/bulk/bulk-columns.ts";
import type { Bulk, BulkFaults } from "../../../libs/service/bulk/bulk.ts";
import { asCsv } from "../../../libs/service/shape/as-csv.ts";
import { faultsInWords, sentenceOfRejection } from "../../../libs/words/rejection.ts";
import { TO_PERSON } from "../words.ts";

/** What is before all other columns in a file that comes back; whoever reads the file again passes over it. */
export const WRONG = "What is wrong";

/** Every column under its heading, with the line of an example. */
export function templateFile(): string {
  const columns = Object.values(COLUMNS);
  return asCsv(
    [columns.map(({ example }) => example)],
    columns.map(({ heading }) => heading),
  );
}

/**
 * The file as it came, with what is wrong in each line first: behind all others it would stand among the cells of a
 * line that has too many.
 */
export function faultsFile({ header, rows }: BulkFaults): string {
  const ours = header.map((name) => name !== WRONG);
  const own = (cells: readonly string[]): string[] => cells.filter((_, index) => ours[index] ?? true);
  const lines = rows.map(({ record, because }) => [because === null ? "" : whyNot(because), ...own(record)]);
  return asCsv(lines, [WRONG, ...own(header)]);
}

const under = (column: Column): string => `“${COLUMNS[column].heading}”`;

const writeYes = (column: Column, once: string): string => `Write yes under ${under(column)}, once ${once}.`;

/** What the rules say to somebody who ticks, to somebody who writes. */
const IN_A_FILE: Readonly<Record<string, string>> = {
  "expectations-not-accepted": writeYes(
    "understandsExpectations",
    "the aims and expectations of the programme are understood",
  ),
  "slt-support-required": writeYes("seniorLeaderSupports", "the headteacher or another senior leader supports it"),
};

/** All that is wrong with a line, each field by the heading of its column. */
export function whyNot(because: NonNullable<Bulk["lines"][number]["because"]>): string {
  const found = because.code === "invalid" ? (faultsInWords(because, TO_PERSON) ?? []) : [];
  if (found.length === 0) return IN_A_FILE[because.code] ?? sentenceOfRejection(because, TO_PERSON);
  return [...new Set(found.map(({ pointer, detail }) => ofColumn(pointer, detail)))].join(" ");
}

/** Names of fields that are no English words; where one of several is asked for, the sentence names them all. */
const NAMES = ["firstName", "lastName"] as const;
const HEADING_OF = { firstName: under("contactFirstName"), lastName: under("contactLastName") };

function ofColumn(pointer: string, detail: string): string {
  if (NAMES.every((name) => detail.includes(name)))
    return NAMES.reduce((says, name) => says.split(name).join(HEADING_OF[name]), detail);
  const fits = ({ at }: { at: string }): boolean => pointer === at || pointer.startsWith(`${at}/`);
  const column = Object.values(COLUMNS).find(fits);
  if (column === undefined) return detail;
  // Words that begin with the field's own name say it once more.
  const name = pointer.slice(pointer.lastIndexOf("/") + 1);
  const says = detail.startsWith(`${name} `) ? detail.slice(name.length + 1) : detail;
  return `${column.heading}: ${says}`;
}
