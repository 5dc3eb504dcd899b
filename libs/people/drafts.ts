// What somebody has typed into a form so far: their own, sealed like all personal data, for thirty days.

import { createHash } from "node:crypto";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/prepared.ts";
import { decrypt, encrypt } from "./keyring.ts";
import { homesOf } from "./belonging.ts";
import { dataKeyOf, keyringOf, keysFor, type KeyColumns } from "./keys.ts";
import { isNotShown } from "./not-shown.ts";
import type { Person } from "./people.ts";

/** Whose form it is: an opaque principal id, the school it is filled in for, and the programme. */
export interface DraftOf {
  who: string;
  urn: string;
  prospectus: string;
}
export interface Draft {
  savedAt: Instant;
  typed: Readonly<Record<string, string | readonly string[]>>;
}

const KEPT = "30 days";

/** The key of a draft is its own: it dies with what is kept of nobody (apply-retention.ts). */
const idOf = ({ who, urn, prospectus }: DraftOf): string =>
  `draft/${createHash("sha256")
    .update(JSON.stringify([who, urn, prospectus]))
    .digest("hex")
    .slice(0, 32)}`;
const placeOf = (id: string): string => `people.drafts.sealed/${id}`;

/** Keeps what was typed, in place of what was kept before. Rejects with StoreError, SealError. */
export async function putDraft(db: Queryable, of: DraftOf, typed: Draft["typed"]): Promise<void> {
  const id = idOf(of);
  const key = (await keysFor(db, [id])).get(id);
  if (!key) return;
  await coded(() =>
    db.query(
      `insert into people.drafts (id, who, urn, prospectus, sealed) values ($1, $2, $3, $4, $5)
       on conflict (id) do update set sealed = excluded.sealed, saved_at = now()`,
      [id, of.who, of.urn, of.prospectus, encrypt(key, JSON.stringify(typed), placeOf(id))],
    ),
  );
}

/**
 * What is kept of a form; null where nothing is, or it is older than thirty days. Rejects with StoreError, SealError.
 */
export async function findDraft(db: Queryable, of: DraftOf): Promise<Draft | null> {
  const id = idOf(of);
  const [row] = await coded<({ sealed: Buffer; saved_at: Date } & KeyColumns)[]>(() =>
    db.query(
      `select sealed, saved_at, wrapped, kek from people.drafts join people.keys on owner = id
       where id = $1 and saved_at > now() - interval '${KEPT}'`,
      [id],
    ),
  );
  const key = row && dataKeyOf(keyringOf(db), id, row);
  if (!row || !key || isNotShown()) return null;
  const typed = JSON.parse(decrypt(key, row.sealed, placeOf(id)).toString("utf8")) as Draft["typed"];
  return { savedAt: instantFromMs(row.saved_at.getTime()), typed };
}

/** A draft of a school in which somebody is named. */
export interface DraftNaming extends Draft {
  id: string;
  urn: string;
  prospectus: string;
}

/**
 * The drafts of the schools of a person in which they are named, by their address or by both their names: whoever typed
 * it. Rejects with StoreError, SealError.
 */
export async function draftsNaming(db: Queryable, { id: person, ...named }: Person): Promise<DraftNaming[]> {
  const urns = (await homesOf(db, person)).flatMap(({ urn }) => urn ?? []);
  const rows = await coded<
    ({ id: string; urn: string; prospectus: string; sealed: Buffer; saved_at: Date } & KeyColumns)[]
  >(() =>
    db.query(
      `select id, urn, prospectus, sealed, saved_at, wrapped, kek from people.drafts join people.keys on owner = id
         where urn = any($1::text[]) and saved_at > now() - interval '${KEPT}' order by saved_at`,
      [urns],
    ),
  );
  return rows.flatMap(({ id, urn, prospectus, sealed, saved_at: savedAt, ...keyed }) => {
    const key = dataKeyOf(keyringOf(db), id, keyed);
    if (!key || isNotShown()) return [];
    const typed = JSON.parse(decrypt(key, sealed, placeOf(id)).toString("utf8")) as Draft["typed"];
    const draft = { id, urn, prospectus, savedAt: instantFromMs(savedAt.getTime()), typed };
    return names(typed, named) ? [draft] : [];
  });
}

function names(typed: Draft["typed"], { firstName, lastName, email }: Omit<Person, "id">): boolean {
  const words = Object.values(typed).flat().join(" ").toLowerCase();
  const called = [firstName, lastName].filter((one) => one.trim() !== "").map((one) => one.trim().toLowerCase());
  const address = email.trim().toLowerCase();
  return (address !== "" && words.includes(address)) || (called.length === 2 && words.includes(called.join(" ")));
}

/** Forgets drafts by their ids. Rejects with StoreError. */
export async function dropDrafts(db: Queryable, ids: readonly string[]): Promise<void> {
  await coded(() => db.query("delete from people.drafts where id = any($1::text[])", [[...ids]]));
}

/** Forgets it. Rejects with StoreError. */
export async function dropDraft(db: Queryable, of: DraftOf): Promise<void> {
  await dropDrafts(db, [idOf(of)]);
}

/** Forgets all that nobody came back to. Rejects with StoreError. */
export async function dropOldDrafts(db: Queryable): Promise<void> {
  await coded(() => db.query(`delete from people.drafts where saved_at <= now() - interval '${KEPT}'`));
}
