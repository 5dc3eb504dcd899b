// Made-up extracts of the schools' register, as the Department publishes them: windows-1252, 150 columns and more,
// quoted where needed.

import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { once } from "node:events";

/** One row by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

export const COLUMNS = [
  "URN",
  "LA (code)",
  "LA (name)",
  "EstablishmentNumber",
  "EstablishmentName",
  "TypeOfEstablishment (code)",
  "TypeOfEstablishment (name)",
  "EstablishmentTypeGroup (code)",
  "EstablishmentTypeGroup (name)",
  "EstablishmentStatus (code)",
  "EstablishmentStatus (name)",
  "OpenDate",
  "CloseDate",
  "PhaseOfEducation (code)",
  "PhaseOfEducation (name)",
  "StatutoryLowAge",
  "StatutoryHighAge",
  "NumberOfPupils",
  "PercentageFSM",
  "Trusts (code)",
  "Trusts (name)",
  "UKPRN",
  "LastChangedDate",
  "Street",
  "Locality",
  "Address3",
  "Town",
  "County (name)",
  "Postcode",
  "SchoolWebsite",
  "TelephoneNum",
  "HeadTitle (name)",
  "HeadFirstName",
  "HeadLastName",
  "GOR (name)",
  "DistrictAdministrative (code)",
  "DistrictAdministrative (name)",
  "Section41Approved (name)",
];
export const LINK_COLUMNS = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"];

/** A school that is open, primary and maintained, with what a test wants otherwise. */
export function school(urn: string, change: Row = {}): Row {
  // A name that a test gives goes without the code of another.
  const named = Object.keys(change).map((column) => column.replace("(name)", "(code)"));
  const codes = Object.fromEntries(named.filter((column) => column.endsWith("(code)")).map((column) => [column, ""]));
  return {
    URN: urn,
    "LA (code)": "391",
    "LA (name)": "Newcastle upon Tyne",
    EstablishmentNumber: urn.slice(2),
    EstablishmentName: `Example School ${urn}`,
    "TypeOfEstablishment (code)": "01",
    "TypeOfEstablishment (name)": "Community school",
    "EstablishmentStatus (code)": "1",
    "EstablishmentStatus (name)": "Open",
    OpenDate: "01-09-1998",
    "PhaseOfEducation (code)": "2",
    "PhaseOfEducation (name)": "Primary",
    Street: "1 Example Street",
    Town: "Exampleton",
    Postcode: "EX1 1EX",
    HeadFirstName: "Hedy",
    HeadLastName: "Canary",
    LastChangedDate: "02-03-2020",
    ...codes,
    ...change,
  };
}

/** What makes a school one that has closed. */
export const CLOSED: Row = {
  "EstablishmentStatus (code)": "2",
  "EstablishmentStatus (name)": "Closed",
  CloseDate: "31-08-2021",
};

/** A link, from one side. */
export function link(urn: string, type: string, linkUrn: string, on = "01-09-2021"): Row {
  return { URN: urn, LinkURN: linkUrn, LinkName: `Example School ${linkUrn}`, LinkType: type, LinkEstablishedDate: on };
}

/** Rows as the text of a CSV file, CRLF at the end of every line. */
export function csv(columns: readonly string[], rows: readonly Row[]): string {
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((fields) => `${fields.map(quoted).join(",")}\r\n`)
    .join("");
}

/** Writes rows as a file of the register. */
export async function writeExtract(
  path: string,
  rows: readonly Row[],
  columns: readonly string[] = COLUMNS,
): Promise<string> {
  await writeFile(path, windows1252(csv(columns, rows)));
  return path;
}

/**
 * Writes a whole register of `count` schools (URNs from 100000), about 1 KB a row, and the links of every third school,
 * which has closed and has the next one as its successor. `changed`: how many have another name than before.
 */
export async function writeRegister(path: string, linksPath: string, count: number, changed = 0): Promise<void> {
  const padding = Array.from({ length: 115 }, (_, index) => `Made-up column ${index + 1}`);
  const columns = [...padding.slice(0, 60), ...COLUMNS.toReversed(), ...padding.slice(60)];
  const filler = Object.fromEntries(
    padding.map((column, index) => [column, index % 3 === 0 ? "Not applicable" : String(index)]),
  );
  const out = createWriteStream(path);
  const links: Row[] = [];
  out.write(windows1252(csv(columns, [])));
  for (let at = 0; at < count; at++) {
    const urn = String(100_000 + at);
    const closed = at % 3 === 0 && at + 1 < count;
    if (closed)
      links.push(link(urn, "Successor", String(100_001 + at)), link(String(100_001 + at), "Predecessor", urn));
    const row = {
      ...filler,
      ...school(urn, { ...ofEvery[at % ofEvery.length], ...(closed ? CLOSED : {}) }),
      ...(at < changed ? { EstablishmentName: `St Mary’s ${urn}` } : {}),
    };
    const line = csv(columns, [row]).split("\r\n")[1] ?? "";
    if (!out.write(windows1252(`${line}\r\n`))) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  await writeExtract(linksPath, links, LINK_COLUMNS);
}

const ofEvery: readonly Row[] = [
  {},
  {
    "PhaseOfEducation (name)": "Secondary",
    "TypeOfEstablishment (name)": "Academy converter",
    "Trusts (code)": "2001",
    "Trusts (name)": "Example Trust, The",
  },
  { "TypeOfEstablishment (name)": "Other independent school", "PhaseOfEducation (name)": "Not applicable" },
  {
    "PhaseOfEducation (name)": "All-through",
    "TypeOfEstablishment (name)": "Free schools",
    EstablishmentName: "École “Exemple”, the",
  },
  { "PhaseOfEducation (name)": "Nursery", "TypeOfEstablishment (name)": "Local authority nursery school" },
  {
    "TypeOfEstablishment (name)": "Foundation special school",
    "PhaseOfEducation (name)": "Not applicable",
    "EstablishmentStatus (name)": "Open, but proposed to close",
  },
];

function quoted(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const HIGH = new Map(
  [...new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 128 }, (_, index) => index + 128))].map(
    (char, index) => [char, index + 128],
  ),
);

/** Text as bytes of windows-1252. Throws for a character it does not have. */
export function windows1252(text: string): Buffer {
  return Buffer.from(
    Array.from(text, (char) => {
      const code = char.codePointAt(0) ?? 0;
      const byte = code < 128 ? code : HIGH.get(char);
      if (byte === undefined) throw new Error(`windows-1252 has no ${char}`);
      return byte;
    }),
  );
}
