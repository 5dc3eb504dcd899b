// What the register says of schools. Not personal: a school's postal address.

import { coded } from './errors.ts';
import type { Queryable } from './streams.ts';

/** A school as its source (an import, or an application until there was one) tells it. */
export interface SchoolRow {
  urn: string; name: string; phase: string | null; funding: string | null; open: boolean;
  address: string | null; postcode: string | null; source: string;
  /** The code of its local authority, where its source tells it. */
  la?: string | null;
}

/**
 * Adds or replaces schools by URN, in one statement; a caller with a whole register sends it in batches. What an `application`
 * says never replaces what the register said. Rejects with StoreError.
 */
export async function putSchools(db: Queryable, schools: readonly SchoolRow[]): Promise<void> {
  await coded(() =>
    db.query(
      `insert into schools (urn, name, phase, funding, open, address, postcode, source, la)
       select distinct on (urn) urn, name, phase, funding, open, address, postcode, source, la from jsonb_populate_recordset(null::schools, $1::jsonb)
       on conflict (urn) do update set name = excluded.name, phase = excluded.phase, funding = excluded.funding, open = excluded.open,
         address = excluded.address, postcode = excluded.postcode, source = excluded.source, la = excluded.la
       where excluded.source <> 'application' or schools.source = 'application'`,
      [JSON.stringify(schools)],
    ));
}

/** A school by its URN, or null. Rejects with StoreError. */
export async function findSchool(db: Queryable, urn: string): Promise<SchoolRow | null> {
  const rows = await coded<SchoolRow[]>(() =>
    db.query('select urn, name, phase, funding, open, address, postcode, source, la from schools where urn = $1', [urn]));
  return rows[0] ?? null;
}
