// The schools of a demonstration as the Department's register would list them, taken in as the real one is.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEstablishments } from "../../libs/register/gias/establishments.ts";
import { takeInSchools } from "../../libs/store/schools/register.ts";
import type { DemoHub, DemoSchool } from "./cast.ts";
import type { Shared } from "./desk.ts";

type Cells = readonly (readonly [column: string, cell: string])[];

function cellsOf({ urn, name, phase, special, la, laName, trust, street, town, postcode }: DemoSchool): Cells {
  const [low, high] = phase === "primary" ? ["4", "11"] : ["11", "16"];
  const [type, typeName] = special
    ? ["07", "Community special school"]
    : trust === null
      ? ["01", "Community school"]
      : ["34", "Academy converter"];
  const [code, phaseName] = special
    ? ["0", "Not applicable"]
    : phase === "primary"
      ? ["2", "Primary"]
      : ["4", "Secondary"];
  return [
    ["URN", urn],
    ["LA (code)", la],
    ["LA (name)", laName],
    ["EstablishmentName", name],
    ["TypeOfEstablishment (code)", type ?? ""],
    ["TypeOfEstablishment (name)", typeName ?? ""],
    ["EstablishmentStatus (code)", "1"],
    ["EstablishmentStatus (name)", "Open"],
    ["OpenDate", "01-09-1998"],
    ["PhaseOfEducation (code)", code ?? ""],
    ["PhaseOfEducation (name)", phaseName ?? ""],
    ["StatutoryLowAge", low ?? ""],
    ["StatutoryHighAge", high ?? ""],
    ["Trusts (code)", trust?.code ?? ""],
    ["Trusts (name)", trust?.name ?? ""],
    ["Street", street],
    ["Town", town],
    ["Postcode", postcode],
  ];
}

/** Takes in a register of all schools of these hubs. Rejects with ExtractError, StoreError. */
export async function takeInRegister({ database }: Shared, hubs: readonly DemoHub[]): Promise<void> {
  const rows = hubs.flatMap(({ schools }) => schools.map(cellsOf));
  const header = rows[0]?.map(([column]) => column) ?? [];
  const lines = [header, ...rows.map((row) => row.map(([, cell]) => cell))];
  const csv = lines.map((cells) => `${cells.map((cell) => `"${cell}"`).join(",")}\r\n`).join("");
  const folder = await mkdtemp(join(tmpdir(), "demo-register-"));
  try {
    const file = join(folder, "schools.csv");
    await writeFile(file, csv, "latin1");
    const source = await database.open();
    for await (const { rows: schools } of readEstablishments(file)) await takeInSchools(source, schools);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
