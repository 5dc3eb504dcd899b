// edubasealldataYYYYMMDD.csv: one row a school. HeadTitle, HeadFirstName and HeadLastName are not read: a head
// teacher's name is personal data, which has its place in the people store alone and is asked of the school itself.

import {
  fundingOf,
  isOpen,
  goesByAges,
  isSection41,
  phaseOf,
  phasesOf,
  statusOf,
  type ToldSchool,
} from "../register-school.ts";
import { cellsUnder, dateIn, headerOf, needed, RowFault, urnIn, wholeIn, type Cell } from "./columns.ts";
import type { BadRow } from "./gias-fault.ts";
import { readRecords } from "./records.ts";

const URN = "URN",
  NAME = "EstablishmentName",
  STATUS = "EstablishmentStatus (name)",
  PHASE = "PhaseOfEducation (name)",
  TYPE = "TypeOfEstablishment (name)";
/** Without these an extract says nothing that could be used; all others may be missing. */
const INDISPENSABLE = [URN, NAME, STATUS, PHASE, TYPE];
const ADDRESS = ["Street", "Locality", "Address3", "Town", "County (name)"];

/**
 * Part of an extract: `read` counts its rows, good and bad; `bytes` how much of the file has been read. `bad`: rows
 * that are left out; `unread`: cells that are, of rows that are taken.
 */
export interface Part<T> {
  bytes: number;
  read: number;
  rows: T[];
  bad: BadRow[];
  unread: BadRow[];
}

/** Rejects with ExtractError where an extract of schools cannot be read or lacks an indispensable column. */
export async function checkEstablishments(path: string): Promise<void> {
  await headerOf(path, "an extract of schools", INDISPENSABLE);
}

/**
 * Reads an extract of schools, a part at a time. A row at fault is left out and reported; of a URN that stands twice
 * the first row is taken.
 */
export async function* readEstablishments(path: string): AsyncGenerator<Part<ToldSchool>> {
  // Six digits each: as numbers, 50,000 take little.
  const seen = new Set<number>();
  yield* readRows(path, await headerOf(path, "an extract of schools", INDISPENSABLE), (cell, optional) => {
    const school = schoolFrom(cell, optional);
    if (seen.has(Number(school.urn))) throw new RowFault("urn-repeated", URN);
    seen.add(Number(school.urn));
    return school;
  });
}

/** Reads a cell that may be left out: undefined for one that cannot be read, which is reported. */
export type Optional = <T>(read: () => T) => T | undefined;

/**
 * Reads all rows below a header with `read`, which throws RowFault for one that is at fault; what it reads as
 * `optional` costs itself alone.
 */
export async function* readRows<T>(
  path: string,
  header: readonly string[],
  read: (cell: Cell, optional: Optional) => T,
): AsyncGenerator<Part<T>> {
  const cells = cellsUnder(header);
  let body = false;
  for await (const { bytes, records, bad } of readRecords(path)) {
    const below = body ? records : records.slice(1);
    body = true;
    const part: Part<T> = { bytes, read: below.length + bad.length, rows: [], bad, unread: [] };
    for (const { line, fields } of below) {
      try {
        const unread: RowFault[] = [];
        part.rows.push(read(cells(fields), optionally(unread)));
        part.unread.push(...unread.map(({ code, column }) => ({ line, code, column })));
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        part.bad.push({ line, code: error.code, column: error.column });
      }
    }
    part.bad.sort((a, b) => a.line - b.line);
    yield part;
  }
}

function optionally(unread: RowFault[]): Optional {
  return (read) => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      unread.push(error);
      return undefined;
    }
  };
}

function schoolFrom(cell: Cell, optional: Optional): ToldSchool {
  const urn = urnIn(cell, URN, "urn-malformed");
  const type = needed(cell, TYPE, "type-missing");
  const code = (column: string): string | null => optional(() => cell(column)) ?? null;
  const status = statusOf(code("EstablishmentStatus (code)"), cell(STATUS) ?? null);
  if (status === undefined) throw new RowFault("status-unknown", STATUS);
  const registerPhase = phaseOf(code("PhaseOfEducation (code)"), cell(PHASE) ?? null);
  if (registerPhase === undefined) throw new RowFault("phase-unknown", PHASE);
  const told = (column: string) => optional(() => cell(column));
  const section41 = told("Section41Approved (name)");
  return {
    urn,
    name: needed(cell, NAME, "name-missing"),
    type,
    status,
    registerPhase,
    phases: phasesIn(registerPhase, cell, optional),
    funding: fundingOf(code("TypeOfEstablishment (code)"), type),
    open: isOpen(status),
    section41: section41 === undefined ? undefined : isSection41(section41),
    la: told("LA (code)"),
    laName: told("LA (name)"),
    establishmentNumber: told("EstablishmentNumber"),
    trust: told("Trusts (code)"),
    trustName: told("Trusts (name)"),
    ukprn: told("UKPRN"),
    openedOn: optional(() => dateIn(cell, "OpenDate")),
    closedOn: optional(() => dateIn(cell, "CloseDate")),
    lastChangedOn: optional(() => dateIn(cell, "LastChangedDate")),
    address: addressIn(ADDRESS.map(told)),
    postcode: told("Postcode"),
    website: told("SchoolWebsite"),
    district: told("DistrictAdministrative (name)"),
    region: told("GOR (name)"),
  };
}

/** The lines that there are; undefined where the extract tells of none. */
function addressIn(lines: readonly (string | null | undefined)[]): string | null | undefined {
  if (lines.every((line) => line === undefined)) return undefined;
  return lines.filter((line) => line !== null && line !== undefined).join(", ") || null;
}

/** Undefined where the ages would say, and the extract does not tell them. */
function phasesIn(registerPhase: string, cell: Cell, optional: Optional): ToldSchool["phases"] {
  if (!goesByAges(registerPhase)) return phasesOf(registerPhase, null);
  const low = optional(() => wholeIn(cell, "StatutoryLowAge"));
  const high = optional(() => wholeIn(cell, "StatutoryHighAge"));
  if (low === undefined || high === undefined) return undefined;
  return phasesOf(registerPhase, low === null || high === null ? null : { low, high });
}
