// What is secret of a webhook: its whole address (what follows its question mark often is a password) and the secrets
// that sign. Sealed under a key of the webhook's own, which the key-encryption key wraps, and gone with the webhook.

import { addSeconds, type Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import type { Queryable } from "../store/prepared.ts";
import { decrypt, encrypt, SealError, type WrappedKey } from "./keyring.ts";
import { keyringOf } from "./keys.ts";

/** `by`: the command that made it. `until`: when it ceases to sign; null for the newest. */
export interface Secret {
  secret: string;
  by: string;
  until: Instant | null;
}
/** `secrets`: the newest first, two at most. */
export interface WebhookSecrets {
  url: string;
  secrets: readonly Secret[];
}
/** As kept. */
export interface SealedWebhook {
  sealed: Buffer;
  wrapped: Buffer;
  kek: string;
}

/** A secret that was replaced goes on signing for a week beside the new one: time enough to tell the receiver. */
const OVERLAP_SECONDS = 7 * 24 * 3_600;

/** Seals it for this webhook. `held`: the key that it has already, where it has one. Throws SealError. */
export function sealWebhook(db: Queryable, id: string, secrets: WebhookSecrets, held?: WrappedKey): SealedWebhook {
  const keyring = keyringOf(db);
  const key = held ?? keyring.newKey(ownerOf(id));
  return { ...key, sealed: encrypt(keyring.unwrap(ownerOf(id), key), JSON.stringify(secrets), placeOf(id)) };
}

/** What was sealed for this webhook. Throws SealError. */
export function openWebhook(
  db: Queryable,
  { id, sealed, wrapped, kek }: { id: string; sealed: Buffer | null; wrapped: Buffer | null; kek: string | null },
): WebhookSecrets {
  if (sealed === null || wrapped === null || kek === null) throw new SealError("people-sealed-otherwise");
  return JSON.parse(
    decrypt(keyringOf(db).unwrap(ownerOf(id), { wrapped, kek }), sealed, placeOf(id)).toString("utf8"),
  ) as WebhookSecrets;
}

/** With a new secret; the one before it signs on for a week, an older one no more. */
export function withNewSecret(
  { url, secrets }: WebhookSecrets,
  made: { secret: string; by: string; at: Instant },
): WebhookSecrets {
  const before = secrets.slice(0, 1).map((one) => ({ ...one, until: addSeconds(made.at, OVERLAP_SECONDS) }));
  return { url, secrets: [{ secret: made.secret, by: made.by, until: null }, ...before] };
}

/** The secrets that sign at `now`, the newest first. */
export function signing({ secrets }: WebhookSecrets, now: Instant): string[] {
  return secrets.filter(({ until }) => until === null || until > now).map(({ secret }) => secret);
}

/**
 * Wraps every webhook's key with the first key-encryption key, as `rewrapKeys` does people's. Answers how many. Rejects
 * with StoreError, SealError.
 */
export async function rewrapWebhooks(db: Queryable): Promise<number> {
  const keyring = keyringOf(db);
  const rows = await coded<({ id: string } & WrappedKey)[]>(() =>
    db.query("select id, wrapped, kek from webhooks where kek <> $1 order by id", [keyring.names[0]]),
  );
  for (const { id, ...key } of rows) {
    const made = keyring.rewrap(ownerOf(id), key);
    // One that was taken away meanwhile has no key any more.
    await coded(() =>
      db.query("update webhooks set wrapped = $2, kek = $3 where id = $1 and kek = $4", [
        id,
        made.wrapped,
        made.kek,
        key.kek,
      ]),
    );
  }
  return rows.length;
}

const ownerOf = (id: string): string => `webhook/${id}`;
const placeOf = (id: string): string => `webhooks.sealed/${id}`;
