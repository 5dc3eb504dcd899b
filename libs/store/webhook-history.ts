// A webhook's history from some line on, for whoever has heard it up to there.

import { instantFromMs } from "../calendar/instants.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";
import type { Noted } from "./webhooks.ts";

/** The last lines after one, the latest last, with their numbers. Rejects with StoreError. */
export async function historySince(
  db: Queryable,
  id: string,
  after: number,
  limit: number,
): Promise<(Pick<Noted, "at" | "what" | "code"> & { no: number })[]> {
  const rows = await coded<{ no: string; at: Date; what: string; code: string | null }[]>(() =>
    db.query(
      "select no, at, what, code from webhook_history where webhook = $1 and no > $2 order by no desc limit $3",
      [id, after, limit],
    ),
  );
  return rows.map(({ no, at, ...row }) => ({ ...row, no: Number(no), at: instantFromMs(at.getTime()) })).reverse();
}
