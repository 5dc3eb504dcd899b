// From the files of the register to the tables, a batch at a time.

import type { DataSource } from "typeorm";
import { readEstablishments, type Part } from "../../register/gias/establishments.ts";
import type { BadRow } from "../../register/gias/gias-fault.ts";
import { readLinks } from "../../register/gias/links.ts";
import type { ToldSchool } from "../../register/register-school.ts";
import type { SchoolLink } from "../../register/succession.ts";
import { takeInLinks, takeInSchools, type Taken } from "../../store/schools/register.ts";
import { progressOf } from "./progress.ts";

/** Schools, or schools whose links are written, in one statement. */
const BATCH = 1_000;

export interface Counts extends Taken {
  read: number;
  bad: number;
}
export interface TakenIn<C extends Counts = Counts> {
  counts: C;
  /** Rows that were left out, and cells that were, of rows that were taken. */
  bad: BadRow[];
  unread: BadRow[];
}

/**
 * Takes in an extract of schools. Rejects with StoreError; what was written until then stays, and the next import goes
 * on from it.
 */
export async function takeInEstablishments(dataSource: DataSource, path: string): Promise<TakenIn> {
  const counts: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, bad: 0 };
  let batch: ToldSchool[] = [];
  const write = async (): Promise<void> => {
    add(counts, await takeInSchools(dataSource, batch));
    batch = [];
  };
  const faults = await readAll(path, readEstablishments(path), counts, async (rows) => {
    for (const row of rows) {
      batch.push(row);
      if (batch.length === BATCH) await write();
    }
  });
  await write();
  return { counts, ...faults };
}

/**
 * Takes in a file of links; it is read whole first (about 40,000), for the links of one school need not stand together.
 */
export async function takeInLinkFile(
  dataSource: DataSource,
  path: string,
): Promise<TakenIn<Counts & { removed: number }>> {
  const counts = { read: 0, new: 0, changed: 0, unchanged: 0, bad: 0, removed: 0 };
  const byUrn = new Map<string, SchoolLink[]>();
  const faults = await readAll(path, readLinks(path), counts, async (rows) => {
    for (const row of rows) byUrn.set(row.urn, [...(byUrn.get(row.urn) ?? []), row]);
  });
  const schools = [...byUrn.values()];
  for (let at = 0; at < schools.length; at += BATCH) {
    const taken = await takeInLinks(dataSource, schools.slice(at, at + BATCH).flat());
    add(counts, taken);
    counts.removed += taken.removed;
  }
  return { counts, ...faults };
}

async function readAll<T>(
  path: string,
  parts: AsyncIterable<Part<T>>,
  counts: Counts,
  take: (rows: readonly T[]) => Promise<void>,
): Promise<{ bad: BadRow[]; unread: BadRow[] }> {
  const progress = await progressOf(path);
  const faults = { bad: [] as BadRow[], unread: [] as BadRow[] };
  for await (const { bytes, read, rows, bad, unread } of parts) {
    counts.read += read;
    counts.bad += bad.length;
    faults.bad.push(...bad);
    faults.unread.push(...unread);
    await take(rows);
    progress.at(counts.read, bytes);
  }
  progress.end();
  return faults;
}

function add(counts: Counts, taken: Taken): void {
  counts.new += taken.new;
  counts.changed += taken.changed;
  counts.unchanged += taken.unchanged;
}
