// How the webhooks of all hubs get on, in numbers.

import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** `given-up`: it failed for days and is no longer tried; `off`: a person or its receiver wanted no more. */
export type WebhookState = "well" | "failing" | "given-up" | "off";

const STATES: readonly WebhookState[] = ["well", "failing", "given-up", "off"];

/** How many webhooks are in each state; those taken away are in none. Rejects with StoreError. */
export async function webhookStates(db: Queryable): Promise<Map<WebhookState, number>> {
  const rows = await coded<{ state: WebhookState; count: number }[]>(() =>
    db.query(
      `select case when disabled_because = 'failing' then 'given-up' when disabled_at is not null then 'off'
         when failures > 0 then 'failing' else 'well' end as state, count(*)::int as count
       from webhooks where deleted_at is null group by 1`,
    ),
  );
  const counted = new Map(rows.map(({ state, count }) => [state, count]));
  return new Map(STATES.map((state) => [state, counted.get(state) ?? 0]));
}
