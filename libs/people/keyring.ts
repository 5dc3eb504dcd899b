// Two layers of keys. Every owner (a person, or a journey for words nobody known stands behind) has a data key; it is
// kept wrapped under a key-encryption key that is never in the database. Destroying the data key makes all under it
// unreadable.

import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Bytes of every key: AES-256. */
export const KEY_BYTES = 32;
const FORM = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;

export type SealCode = "people-key-unknown" | "people-sealed-otherwise" | "people-locked";

/**
 * Personal data cannot be opened: no key-encryption key of ours has wrapped its key (`people-key-unknown`), the bytes
 * are not what was sealed there (`people-sealed-otherwise`), or no keys were given at all (`people-locked`). Says
 * nothing of the data.
 */
export class SealError extends Error {
  override readonly name = "SealError";
  readonly code: SealCode;

  constructor(code: SealCode) {
    super(code);
    this.code = code;
  }
}

/** A data key as it is kept: `kek` names the key-encryption key that wrapped it. */
export interface WrappedKey {
  wrapped: Buffer;
  kek: string;
}

/** The key-encryption keys: the first wraps, all unwrap. */
export interface Keyring {
  /** Names of the keys, the one that wraps first. */
  readonly names: readonly string[];
  /** Makes a new data key for `owner`, wrapped. */
  newKey(owner: string): WrappedKey;
  /** The data key of `owner`. @throws SealError */
  unwrap(owner: string, key: WrappedKey): Buffer;
  /** The same data key under the first key-encryption key. @throws SealError */
  rewrap(owner: string, key: WrappedKey): WrappedKey;
}

/** A keyring of these keys, 32 bytes each, at least one. */
export function makeKeyring(keys: readonly Buffer[]): Keyring {
  const first = keys[0];
  if (first === undefined || keys.some((key) => key.length !== KEY_BYTES))
    throw new Error("A keyring needs keys of 32 bytes.");
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  const wrap = (owner: string, dataKey: Buffer): WrappedKey => ({
    wrapped: encrypt(first, dataKey, placeOfKey(owner)),
    kek: nameOf(first),
  });
  const unwrap = (owner: string, { wrapped, kek }: WrappedKey): Buffer => {
    const key = byName.get(kek);
    if (key === undefined) throw new SealError("people-key-unknown");
    return decrypt(key, wrapped, placeOfKey(owner));
  };
  return {
    names: [...byName.keys()],
    newKey: (owner) => wrap(owner, randomBytes(KEY_BYTES)),
    unwrap,
    rewrap: (owner, key) => wrap(owner, unwrap(owner, key)),
  };
}

/**
 * Seals bytes or text under a key. `place` says where the result is kept (table, column and row): elsewhere it does not
 * open. Gives form (1 byte), nonce (12), ciphertext, tag (16).
 */
export function encrypt(key: Buffer, plain: Buffer | string, place: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(place, "utf8"));
  const body = Buffer.concat([
    typeof plain === "string" ? cipher.update(plain, "utf8") : cipher.update(plain),
    cipher.final(),
  ]);
  return Buffer.concat([Buffer.of(FORM), iv, body, cipher.getAuthTag()]);
}

/** What was sealed under this key for this place. @throws SealError `people-sealed-otherwise` for anything else */
export function decrypt(key: Buffer, sealed: Buffer, place: string): Buffer {
  if (sealed.length < 1 + IV_BYTES + TAG_BYTES || sealed[0] !== FORM) throw new SealError("people-sealed-otherwise");
  const end = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 1 + IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place, "utf8")).setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES, end)), decipher.final()]);
  } catch {
    throw new SealError("people-sealed-otherwise");
  }
}

/** A name by which a key is known beside what it wrapped; it does not lead back to the key. */
function nameOf(key: Buffer): string {
  return createHash("sha256").update("school-journeys key-encryption key").update(key).digest("hex").slice(0, 16);
}

const placeOfKey = (owner: string): string => `people.keys.wrapped/${owner}`;
