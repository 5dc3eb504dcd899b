// What requests are told apart by: a digest of each body, under a key, so that nobody who reads the table can try names
// and addresses until one fits. It is made of a key that no erasure and no policy reaches, in this release or before,
// and that is wrapped anew like everybody's.

import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import type { DataSource } from "typeorm";
import { ERASURES } from "./erasure.ts";
import { SealError } from "./keyring.ts";
import { keysFor } from "./keys.ts";

const KEYS = new WeakMap<DataSource, Promise<KeyObject>>();

/** The key of the digests; read once a pool. Rejects with StoreError, SealError. */
export function digestKey(source: DataSource): Promise<KeyObject> {
  const known = KEYS.get(source);
  if (known !== undefined) return known;
  const made = keysFor(source, [ERASURES]).then((keys) => {
    const key = keys.get(ERASURES);
    if (!key) throw new SealError("people-key-unknown");
    return createSecretKey(createHmac("sha256", key).update("school-journeys digests of requests").digest());
  });
  KEYS.set(source, made);
  // What could not be read now is asked for again by the next request.
  made.catch(() => KEYS.delete(source));
  return made;
}
