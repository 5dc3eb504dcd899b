// What a payment run would come to before it is prepared: what waits for one, what would be kept back from it, and what
// is on its way there and would not go in. All amounts are pence.

import { endOfDay, instantFromMs, type Instant } from "../../calendar/instants.ts";
import type { AskedOfGrant } from "../../journey/event-words.ts";
import { coded } from "../errors.ts";
import type { Queryable } from "../prepared.ts";
import { WAITING, type Scope } from "./payment-lines.ts";

/** A grant with its school, as a run would find it. */
export interface GrantAhead {
  journey: string;
  urn: string;
  school: string | null;
  stage: string;
  academicYear: string;
  amountPence: number;
  releasedAt: Instant | null;
}
/** One that is payable or released; `approvals`: how many people have approved it. */
export interface GrantOnItsWay extends GrantAhead {
  status: string;
  approvals: number;
  run: string | null;
  asks: AskedOfGrant | null;
}
/** What a school owes back, and no payment keeps back yet, to the hub that asks for it. */
export interface OpenClawback {
  journey: string;
  hub: string;
  amountPence: number;
}

type Row<T extends GrantAhead> = Omit<T, "amountPence" | "releasedAt"> & { pence: string; releasedAt: Date | null };

const SCHOOL = `join journeys on journeys.id = told.journey left join schools on schools.urn = journeys.urn`;

/** Every grant that a run would find, in the order in which it takes them, with its hub. Rejects with StoreError. */
export async function waitingAhead(db: Queryable, { hub, cutOff }: Scope): Promise<(GrantAhead & { hub: string })[]> {
  const rows = await coded<Row<GrantAhead & { hub: string }>[]>(() =>
    db.query(
      `select told.journey, journeys.urn, schools.name as school, told.stage, told.academic_year as "academicYear",
        told.hub, told.amount_pence as pence, told.released_at as "releasedAt"
       from (select * ${WAITING}) as told ${SCHOOL} order by told.released_at, told.id`,
      [hub, endOfDay(cutOff), ""],
    ),
  );
  return rows.map(counted);
}

/** What is payable or released, by school; `limit` at most. Rejects with StoreError. */
export async function onTheirWay(db: Queryable, hub: string | null, limit: number): Promise<GrantOnItsWay[]> {
  const rows = await coded<Row<GrantOnItsWay>[]>(() =>
    db.query(
      `select told.journey, journeys.urn, schools.name as school, told.stage, told.academic_year as "academicYear",
        told.amount_pence as pence, told.released_at as "releasedAt", told.status, cardinality(told.approvers) as
        approvals, told.run, told.asks
       from grants as told ${SCHOOL} where ($1::text is null or told.hub = $1) and told.status in ('payable',
         'released') order by schools.name, told.journey, told.no limit $2`,
      [hub, limit],
    ),
  );
  return rows.map(counted);
}

/** What would be kept back from the payments of these journeys, the oldest of each first. Rejects with StoreError. */
export async function openClawbacks(db: Queryable, journeys: readonly string[]): Promise<OpenClawback[]> {
  return coded<OpenClawback[]>(() =>
    db.query(
      `select journey, hub, clawback_pence as "amountPence" from grants where journey = any($1::text[])
        and clawback = 'requested' and not invoiced and kept_back_in is null order by journey, no`,
      [[...journeys]],
    ),
  );
}

const counted = <T extends GrantAhead>({ pence, releasedAt, ...row }: Row<T>): T =>
  ({
    ...row,
    amountPence: Number(pence),
    releasedAt: releasedAt === null ? null : instantFromMs(releasedAt.getTime()),
  }) as unknown as T;
