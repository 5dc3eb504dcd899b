// The data keys in the database, and which key-encryption keys a pool works with.

import { DataSource, EntityManager } from "typeorm";
import { coded } from "../store/errors.ts";
import { named, type Queryable } from "../store/prepared.ts";
import { SealError, type Keyring, type WrappedKey } from "./keyring.ts";

const KEYRINGS = new WeakMap<DataSource, Keyring>();

/**
 * Lets everything that uses this pool (and its transactions) read and write personal data with these keys. Gives back
 * the pool.
 */
export function unlockPeople(dataSource: DataSource, keyring: Keyring): DataSource {
  KEYRINGS.set(dataSource, keyring);
  return dataSource;
}

/** The keys that a pool or transaction was unlocked with. @throws SealError `people-locked` where it was not */
export function keyringOf(db: Queryable): Keyring {
  const pool = db instanceof EntityManager ? db.dataSource : db;
  const keyring = pool instanceof DataSource ? KEYRINGS.get(pool) : undefined;
  if (keyring === undefined) throw new SealError("people-locked");
  return keyring;
}

/** A row of people.keys; a key that was destroyed has neither. */
export interface KeyColumns {
  wrapped: Buffer | null;
  kek: string | null;
}

/** The data key in these columns of `owner`'s row, or null where it was destroyed. @throws SealError */
export function dataKeyOf(keyring: Keyring, owner: string, { wrapped, kek }: KeyColumns): Buffer | null {
  return wrapped === null || kek === null ? null : keyring.unwrap(owner, { wrapped, kek });
}

/**
 * The data keys of these owners, made where there are none yet; null for one that was destroyed, which stays so. One
 * query, however many owners, and another where some are new. Rejects with StoreError, SealError.
 */
export async function keysFor(
  db: Queryable,
  owners: readonly string[],
  keyring = keyringOf(db),
): Promise<Map<string, Buffer | null>> {
  // Sorted: two transactions that add the same owners wait for each other in one order.
  const sorted = [...new Set(owners)].sort();
  const rows = await keyRows(db, sorted);
  const added = await addKeys(db, keyring, without(sorted, rows));
  // What another has added meanwhile stands, and is read in a statement that began after it did.
  rows.push(...added, ...(await keyRows(db, without(sorted, [...rows, ...added]))));
  const keys = new Map(rows.map((row) => [row.owner, dataKeyOf(keyring, row.owner, row)]));
  if (db instanceof DataSource && keyring === KEYRINGS.get(db))
    for (const row of rows) noteUsed(db, row, keys.get(row.owner) ?? null);
  return keys;
}

type KeyRow = { owner: string } & KeyColumns;

const without = (owners: readonly string[], rows: readonly KeyRow[]): string[] => {
  const there = new Set(rows.map(({ owner }) => owner));
  return owners.filter((owner) => !there.has(owner));
};

async function keyRows(db: Queryable, owners: readonly string[]): Promise<KeyRow[]> {
  if (owners.length === 0) return [];
  return named(db, KEYS, [owners]);
}

const KEYS = {
  name: "keys_of_owners",
  text: "select owner, wrapped, kek from people.keys where owner = any($1::text[])",
};

/** Those that were added: where another was faster, its key stands. */
async function addKeys(db: Queryable, keyring: Keyring, owners: readonly string[]): Promise<KeyRow[]> {
  if (owners.length === 0) return [];
  const fresh: WrappedKey[] = owners.map((owner) => keyring.newKey(owner));
  return coded(() =>
    db.query(
      `insert into people.keys (owner, wrapped, kek) select * from unnest($1::text[], $2::bytea[], $3::text[])
       on conflict (owner) do nothing returning owner, wrapped, kek`,
      [owners, fresh.map(({ wrapped }) => wrapped), fresh.map(({ kek }) => kek)],
    ),
  );
}

/** A data key that was used, and the bytes it was kept in: it is this owner's for as long as those are. */
interface Used {
  key: Buffer;
  wrapped: Buffer;
}

const USED = new WeakMap<DataSource, { keys: Map<string, Used>; since: number }>();
const MOST_USED = 20_000;
const USED_MS = 600_000;

/** Of streams alone: who is erased leaves no key in any memory. */
function noteUsed(pool: DataSource, { owner, wrapped }: { owner: string } & KeyColumns, key: Buffer | null): void {
  if (!owner.includes("/")) return;
  let used = USED.get(pool);
  if (used === undefined || used.keys.size >= MOST_USED || Date.now() - used.since > USED_MS)
    USED.set(pool, (used = { keys: new Map(), since: Date.now() }));
  if (key !== null && wrapped !== null) used.keys.set(owner, { key, wrapped });
  else used.keys.delete(owner);
}

/**
 * The data key of `owner` as this pool used it last, null where it did not: whoever seals with it has PostgreSQL look
 * whether `wrapped` is still what stands there. Erased, wrapped anew or restored, it is not.
 */
export function usedKey(pool: DataSource, owner: string): Used | null {
  return USED.get(pool)?.keys.get(owner) ?? null;
}

/**
 * The first of these that a key is known for (or was: an erased person's words are not kept under another name), else
 * `otherwise`.
 */
export async function ownerAmong(db: Queryable, candidates: readonly string[], otherwise: string): Promise<string> {
  if (candidates.length === 0) return otherwise;
  const rows = await named<{ owner: string }>(db, OWNERS, [[...candidates]]);
  const known = new Set(rows.map(({ owner }) => owner));
  return candidates.find((one) => known.has(one)) ?? otherwise;
}

const OWNERS = { name: "owners_with_keys", text: "select owner from people.keys where owner = any($1::text[])" };

/** The same with their data key, null for one that was destroyed; made where even `otherwise` has none. */
export async function keyAmong(
  db: DataSource,
  candidates: readonly string[],
  otherwise: string,
): Promise<{ owner: string; key: Buffer | null }> {
  const owners = [...candidates, otherwise];
  const rows = await keyRows(db, owners);
  const row = owners.map((owner) => rows.find((one) => one.owner === owner)).find((one) => one !== undefined);
  if (row === undefined) return { owner: otherwise, key: (await keysFor(db, [otherwise])).get(otherwise) ?? null };
  const key = dataKeyOf(keyringOf(db), row.owner, row);
  noteUsed(db, row, key);
  return { owner: row.owner, key };
}

/**
 * Wraps every data key that another key-encryption key wrapped under the first one, a batch at a time; to be broken off
 * and run again at will. Answers how many. Afterwards the other keys may leave PEOPLE_KEY. Rejects with StoreError,
 * SealError.
 */
export async function rewrapKeys(dataSource: DataSource, keyring = keyringOf(dataSource)): Promise<number> {
  for (let done = 0; ;) {
    const batch = await coded(() => dataSource.transaction((manager) => rewrapSome(manager, keyring)));
    if (batch === 0) return done;
    done += batch;
  }
}

const BATCH = 500;

async function rewrapSome(manager: EntityManager, keyring: Keyring): Promise<number> {
  const rows = await manager.query<({ owner: string } & WrappedKey)[]>(
    "select owner, wrapped, kek from people.keys where kek <> $1 order by owner limit $2 for update",
    [keyring.names[0], BATCH],
  );
  const again = rows.map(({ owner, ...key }) => ({ owner, ...keyring.rewrap(owner, key) }));
  await manager.query(
    `update people.keys set wrapped = made.wrapped, kek = made.kek
     from unnest($1::text[], $2::bytea[], $3::text[]) as made (owner, wrapped, kek) where keys.owner = made.owner`,
    [again.map(({ owner }) => owner), again.map(({ wrapped }) => wrapped), again.map(({ kek }) => kek)],
  );
  return rows.length;
}

/**
 * Are there data keys that none of ours has wrapped? Then PEOPLE_KEY is another one than before. Rejects with
 * StoreError.
 */
export async function hasForeignKeys(db: Queryable, keyring = keyringOf(db)): Promise<boolean> {
  const rows = await coded<unknown[]>(() =>
    db.query("select from people.keys where kek is not null and kek <> all($1::text[]) limit 1", [[...keyring.names]]),
  );
  return rows.length > 0;
}
