// A database brought to this release's schema: steps of SQL, and people who stand in plain are sealed between them.

import { makeKeyring } from "../people/keyring.ts";
import { hasForeignKeys } from "../people/keys.ts";
import { sealPlain } from "../people/seal-plain.ts";
import { migrate, type Fill } from "../store/migrate.ts";
import type { Database } from "./database.ts";

/** The keys that were given are not those of the people in this database: a sentence on what to do. */
export class OtherKeys extends Error {
  override readonly name = "OtherKeys";
}

/**
 * Brings the database at `ownerUrl` to this release's schema. `keys`: those of personal data, as PEOPLE_KEY has them;
 * null where nobody's is there. Rejects with OtherKeys, StoreError.
 */
export async function bringUpToDate(ownerUrl: string, keys: readonly Buffer[] | null): Promise<void> {
  await migrate(ownerUrl, keys === null ? undefined : sealPeople(keys));
}

/** Whether a database has a place for the register: one of an earlier release has none. Rejects with StoreError. */
export async function holdsRegister(database: Database): Promise<boolean> {
  const source = await database.open();
  const [{ known } = { known: false }] = await source.query<{ known: boolean }[]>(
    `select to_regclass('school_questions') is not null as known`,
  );
  return known;
}

function sealPeople(keys: readonly Buffer[]): Fill {
  const keyring = makeKeyring(keys);
  return async (database) => {
    if (await hasForeignKeys(database, keyring)) {
      throw new OtherKeys(
        "PEOPLE_KEY does not open the names and addresses in this database: the key they were sealed with " +
          "must be among its keys.",
      );
    }
    await sealPlain(database, keyring);
  };
}
