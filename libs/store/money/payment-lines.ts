// The book of payment runs: one line a payment. A line is written with the events of its run and its school's journey,
// in their transaction.

import { endOfDay, type LocalDate } from "../../calendar/instants.ts";
import type { Line, LineStatus, Payable } from "../../payments/state.ts";
import { coded } from "../errors.ts";
import type { Queryable } from "../prepared.ts";

/** Locked by whoever prepares a run: two runs never take grants at the same time from the same heap. */
export const PAYABLES = "payables";

/**
 * Released grants that may go into a run: of this hub (null: of any), released up to the end of that day
 * (Europe/London).
 */
export interface Scope {
  hub: string | null;
  cutOff: LocalDate;
}

/** What is released, the first time or anew. */
export const RELEASED = `(select id, journey, hub, stage, academic_year, amount_pence, released_at from payables
  union all select id, journey, hub, stage, academic_year, amount_pence, released_at from payables_again) as payables`;

/** Lines as they were written: of first payments, and of those made anew. */
const WRITTEN = `(select * from payment_lines union all select * from payment_lines_again)`;

/** Is something that is released in no live line, to be decided on by nobody, and of the last release of its grant? */
export const STILL_WAITS = `not exists (select from ${WRITTEN} as line
    where line.payable = payables.id and line.status in ('prepared', 'authorised', 'paid'))
  and not exists (select from grants as waits where waits.journey = payables.journey and waits.stage = payables.stage
    and waits.academic_year = payables.academic_year and (waits.status <> 'released' or waits.asks is not null or
    split_part(payables.id, '/', 1) <> waits.payable))`;

/** What may go into a run: $1 its hub, $2 the end of its cut-off, $3 its id. It comes to none that it was refused. */
export const WAITING = `from ${RELEASED} where ($1::text is null or hub = $1) and released_at <= $2 and ${STILL_WAITS}
  and not exists (select from ${WRITTEN} as line where line.payable = payables.id and line.run = $3)`;

/** How many released grants wait for a run. Rejects with StoreError. */
export async function countWaiting(db: Queryable, { hub, cutOff }: Scope): Promise<number> {
  const rows = await coded<{ waiting: number }[]>(() =>
    db.query(`select count(*)::int as waiting ${WAITING}`, [hub, endOfDay(cutOff), ""]),
  );
  return rows[0]?.waiting ?? 0;
}

/** The next released grants for this run, the oldest first. Rejects with StoreError. */
export async function waitingPayables(
  db: Queryable,
  run: string,
  { hub, cutOff }: Scope,
  limit: number,
): Promise<Payable[]> {
  const rows = await coded<(Omit<Payable, "amountPence"> & { pence: string })[]>(() =>
    db.query(
      `select id, journey, hub, stage, academic_year as "academicYear", amount_pence as pence ${WAITING} order by
        released_at, id limit $4`,
      [hub, endOfDay(cutOff), run, limit],
    ),
  );
  return rows.map(({ pence, ...row }) => ({ ...row, amountPence: Number(pence) }));
}

/**
 * The run that is taking grants at present from where this hub's (null: any hub's) would come; null where none is.
 * Rejects with StoreError.
 */
export async function gatheringRun(db: Queryable, hub: string | null): Promise<string | null> {
  const rows = await coded<{ id: string }[]>(() =>
    db.query(
      `select id from payment_runs where status = 'gathering' and ($1::text is null or hub is null or hub = $1) order
        by id limit 1`,
      [hub],
    ),
  );
  return rows[0]?.id ?? null;
}

/** A line as people read it: with the school's name as it was when the payment was prepared. */
export interface PaymentLine extends Line {
  schoolName: string;
}

type LineRow = Omit<PaymentLine, "grossPence" | "recoveredPence" | "netPence"> & {
  gross: string;
  recovered: string;
  net: string;
};

// What was paid and came back is told by a table of its own: its line stays.
const LINES = `(select payment, run, no, payable, journey, urn, school_name, hub, stage, academic_year, gross_pence,
  recovered_pence, net_pence, case when back.payment is null then line.status else 'returned' end as status,
  coalesce(back.reason_code, line.reason_code) as reason_code
  from ${WRITTEN} as line left join payment_returns as back using (payment)) as told`;

const COLUMNS = `payment, run, no, payable, journey, urn, school_name as "schoolName", hub,
  stage, academic_year as "academicYear", gross_pence as gross, recovered_pence as recovered, net_pence as net, status,
  reason_code as "reasonCode"`;

/** `after`: the number of a line; `statuses`: else any but those refused. */
export interface LineFilter {
  statuses?: readonly LineStatus[];
  hub?: string | null;
  after?: number;
  limit: number;
}

/** Lines of a run by their number. Rejects with StoreError. */
export async function linesOf(
  db: Queryable,
  run: string,
  { statuses, hub = null, after = 0, limit }: LineFilter,
): Promise<PaymentLine[]> {
  const rows = await coded<LineRow[]>(() =>
    db.query(
      `select ${COLUMNS} from ${LINES} where run = $1 and no > $2 and status = any($3::text[]) and ($4::text is
        null or hub = $4) order by no limit $5`,
      [
        run,
        after,
        [...(statuses ?? ["prepared", "authorised", "paid", "failed", "cancelled", "returned"])],
        hub,
        limit,
      ],
    ),
  );
  return rows.map(lineOf);
}

/**
 * What the remittance tells of the lines after number `after`, with the phase of each journey. Rejects with StoreError.
 */
export async function remittedLines(
  db: Queryable,
  run: string,
  after: number,
  limit: number,
): Promise<(PaymentLine & { phase: string })[]> {
  const rows = await coded<(LineRow & { phase: string })[]>(() =>
    db.query(
      `select ${COLUMNS}, (select phase from journeys where journeys.id = journey) as phase from ${LINES} where
        run = $1 and no > $2 order by no limit $3`,
      [run, after, limit],
    ),
  );
  return rows.map(({ phase, ...row }) => ({ ...lineOf(row), phase }));
}

/** The lines of a run with these references. Rejects with StoreError. */
export async function linesNamed(db: Queryable, run: string, payments: readonly string[]): Promise<PaymentLine[]> {
  const rows = await coded<LineRow[]>(() =>
    db.query(`select ${COLUMNS} from ${LINES} where run = $1 and payment = any($2::text[])`, [run, [...payments]]),
  );
  return rows.map(lineOf);
}

/** Writes lines as they are now; new ones with the name that the school has today. Rejects with StoreError. */
export async function saveLines(db: Queryable, lines: readonly Line[]): Promise<void> {
  const returned = lines.filter(({ status }) => status === "returned");
  if (returned.length > 0) await saveReturned(db, returned);
  const kept = lines.filter(({ status }) => status !== "returned");
  if (kept.length === 0) return;
  const rows = kept.map(({ academicYear, grossPence, recoveredPence, netPence, reasonCode, ...line }) => ({
    ...line,
    academic_year: academicYear,
    gross_pence: grossPence,
    recovered_pence: recoveredPence,
    net_pence: netPence,
    reason_code: reasonCode,
  }));
  for (const [table, released] of [
    ["payment_lines", "payables"],
    ["payment_lines_again", "payables_again"],
  ] as const)
    await coded(() =>
      db.query(
        `insert into ${table} (payment, run, no, payable, journey, urn, school_name, hub, stage, academic_year,
        gross_pence, recovered_pence, net_pence, status, reason_code)
     select payment, run, no, payable, journey, line.urn, coalesce((select name from schools where schools.urn =
       line.urn), ''), hub, stage, academic_year,
       gross_pence, recovered_pence, net_pence, status, reason_code from jsonb_populate_recordset(null::payment_lines,
         $1::jsonb) as line where exists (select from ${released} where id = line.payable)
     on conflict (payment) do update set status = excluded.status, reason_code = excluded.reason_code`,
        [JSON.stringify(rows)],
      ),
    );
}

/** What the bank gave back is to be paid anew, as what was released then. */
async function saveReturned(db: Queryable, lines: readonly Line[]): Promise<void> {
  const rows = lines.map(({ payment, reasonCode }) => ({ payment, reason_code: reasonCode }));
  await coded(() =>
    db.query(
      `with back as (insert into payment_returns (payment, reason_code) select payment, reason_code
        from jsonb_to_recordset($1::jsonb) as told (payment text, reason_code text) on conflict do nothing
        returning payment)
      insert into payables_again (id, journey, hub, stage, academic_year, amount_pence, released_at)
      select split_part(payables.id, '/', 1) || '/' || back.payment, payables.journey, payables.hub, payables.stage,
        payables.academic_year, payables.amount_pence, payables.released_at
      from back join ${WRITTEN} as line using (payment) join ${RELEASED} on payables.id = line.payable`,
      [JSON.stringify(rows)],
    ),
  );
}

/** What a run comes to for one hub, in pence. */
export interface HubStatement {
  hub: string;
  payments: number;
  grossPence: number;
  recoveredPence: number;
  netPence: number;
  paidPayments: number;
  paidPence: number;
  failedPayments: number;
  failedPence: number;
  returnedPayments: number;
  returnedPence: number;
}

/** A run's statement, by hub. Rejects with StoreError. */
export async function statementOf(db: Queryable, run: string): Promise<HubStatement[]> {
  const rows = await coded<Record<string, string | number>[]>(() =>
    db.query(
      `select hub, count(*)::int as payments, sum(gross_pence) as "grossPence", sum(recovered_pence) as
        "recoveredPence", sum(net_pence) as "netPence",
       count(*) filter (where status = 'paid')::int as "paidPayments", coalesce(sum(net_pence) filter (where status =
         'paid'), 0) as "paidPence",
       count(*) filter (where status = 'failed')::int as "failedPayments", coalesce(sum(net_pence) filter (where status
         = 'failed'), 0) as "failedPence",
       count(*) filter (where status = 'returned')::int as "returnedPayments", coalesce(sum(net_pence) filter (where
         status = 'returned'), 0) as "returnedPence"
     from ${LINES} where run = $1 and status <> 'refused' group by hub order by hub`,
      [run],
    ),
  );
  return rows.map(
    ({ hub, ...sums }) =>
      ({
        hub: String(hub),
        ...Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Number(value)])),
      }) as HubStatement,
  );
}

function lineOf({ gross, recovered, net, ...row }: LineRow): PaymentLine {
  return { ...row, grossPence: Number(gross), recoveredPence: Number(recovered), netPence: Number(net) };
}
