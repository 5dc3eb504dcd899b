import { makeKeyring } from "../../../libs/people/keyring.ts";
import { hasForeignKeys } from "../../../libs/people/keys.ts";
import { sealPlain } from "../../../libs/people/seal-plain.ts";
import type { Fill } from "../../../libs/store/migrate.ts";
import { SetUpError } from "./set-up-error.ts";

/**
 * What `migrate` does with people between its steps: seals whoever still stands in plain. Rejects with SetUpError for
 * keys that are not this database's.
 */
export function sealPeople(keys: readonly Buffer[]): Fill {
  const keyring = makeKeyring(keys);
  return async (database) => {
    if (await hasForeignKeys(database, keyring)) {
      throw new SetUpError(
        "PEOPLE_KEY does not open the names and addresses in this database: the key they were sealed with " +
          "must be among its keys.",
      );
    }
    await sealPlain(database, keyring);
  };
}
