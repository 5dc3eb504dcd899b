// edubasealldataYYYYMMDD.csv: one row a school. HeadTitle, HeadFirstName and HeadLastName are not read: a head
// teacher's name is personal data, which has its place in the people store alone and is asked of the school itself.

import {
  fundingOf,
  isOpen,
  isSection41,
  phaseNamed,
  phasesOf,
  statusNamed,
  type RegisterSchool,
} from "../register-school.ts";
import { cellsUnder, dateIn, headerOf, needed, RowFault, urnIn, type Cell } from "./columns.ts";
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

/** Part of an extract: `read` counts its rows, good and bad; `bytes` how much of the file has been read. */
export interface Part<T> {
  bytes: number;
  read: number;
  rows: T[];
  bad: BadRow[];
}

/** Rejects with ExtractError where an extract of schools cannot be read or lacks an indispensable column. */
export async function checkEstablishments(path: string): Promise<void> {
  await headerOf(path, "an extract of schools", INDISPENSABLE);
}

/**
 * Reads an extract of schools, a part at a time. A row at fault is left out and reported; of a URN that stands twice
 * the first row is taken.
 */
export async function* readEstablishments(path: string): AsyncGenerator<Part<RegisterSchool>> {
  // Six digits each: as numbers, 50,000 take little.
  const seen = new Set<number>();
  yield* readRows(path, await headerOf(path, "an extract of schools", INDISPENSABLE), (cell) => {
    const school = schoolFrom(cell);
    if (seen.has(Number(school.urn))) throw new RowFault("urn-repeated", URN);
    seen.add(Number(school.urn));
    return school;
  });
}

/** Reads all rows below a header with `read`, which throws RowFault for one that is at fault. */
export async function* readRows<T>(
  path: string,
  header: readonly string[],
  read: (cell: Cell) => T,
): AsyncGenerator<Part<T>> {
  const cells = cellsUnder(header);
  let body = false;
  for await (const { bytes, records, bad } of readRecords(path)) {
    const below = body ? records : records.slice(1);
    body = true;
    const part: Part<T> = { bytes, read: below.length + bad.length, rows: [], bad };
    for (const { line, fields } of below) {
      try {
        part.rows.push(read(cells(fields)));
      } catch (error) {
        if (!(error instanceof RowFault)) throw error;
        part.bad.push({ line, code: error.code, column: error.column });
      }
    }
    part.bad.sort((a, b) => a.line - b.line);
    yield part;
  }
}

function schoolFrom(cell: Cell): RegisterSchool {
  const urn = urnIn(cell, URN, "urn-malformed");
  const type = needed(cell, TYPE, "type-missing");
  const status = statusNamed(cell(STATUS) ?? "");
  if (status === undefined) throw new RowFault("status-unknown", STATUS);
  const registerPhase = phaseNamed(cell(PHASE) ?? "");
  if (registerPhase === undefined) throw new RowFault("phase-unknown", PHASE);
  return {
    urn,
    name: needed(cell, NAME, "name-missing"),
    type,
    status,
    registerPhase,
    phases: phasesOf(registerPhase),
    funding: fundingOf(type),
    open: isOpen(status),
    section41: isSection41(cell("Section41Approved (name)")),
    la: cell("LA (code)"),
    laName: cell("LA (name)"),
    establishmentNumber: cell("EstablishmentNumber"),
    trust: cell("Trusts (code)"),
    trustName: cell("Trusts (name)"),
    ukprn: cell("UKPRN"),
    openedOn: dateIn(cell, "OpenDate"),
    closedOn: dateIn(cell, "CloseDate"),
    lastChangedOn: dateIn(cell, "LastChangedDate"),
    address:
      ADDRESS.map(cell)
        .filter((line) => line !== null)
        .join(", ") || null,
    postcode: cell("Postcode"),
    website: cell("SchoolWebsite"),
    district: cell("DistrictAdministrative (name)"),
    region: cell("GOR (name)"),
  };
}
