// What a hub may spend on the grants of an academic year, and what has become of it. All amounts are pence.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import type { AtHand, BudgetAtHand } from "../../journey/rules.ts";
import { coded } from "../errors.ts";
import { lockStreams } from "../events/streams.ts";
import type { Queryable } from "../prepared.ts";

/** `setBy`: an opaque principal id. */
export interface BudgetSet {
  hub: string;
  academicYear: string;
  allocatedPence: number;
  setBy: string;
  setAt: Instant;
}

/**
 * How a hub and year stand. `due`: due or payable, approved by nobody yet; `committed`: approved by one; `released`: by
 * two, paid or not; `left`: what is neither committed nor released, with what schools gave back. Without a budget
 * (`allocatedPence` null) nothing is checked.
 */
export interface Budget {
  hub: string;
  academicYear: string;
  allocatedPence: number | null;
  duePence: number;
  committedPence: number;
  releasedPence: number;
  paidPence: number;
  recoveredPence: number;
  leftPence: number | null;
  setBy: string | null;
  setAt: Instant | null;
}

/** The name under which a hub's year is locked by whoever commits money of it, or sets its budget. */
export const budgetLock = (hub: string, academicYear: string): string => `budget/${hub}/${academicYear}`;

// Committed by the first approval, as libs/journey/decide/money.ts has it (isCommitted).
const COMMITTED = `status = 'payable' and cardinality(approvers) > 0`;
const RELEASED = `status in ('released', 'paid')`;
const RECOVERED = "coalesce(sum(recovered_pence), 0)";
const sum = (which: string): string => `coalesce(sum(amount_pence) filter (where ${which}), 0)`;
const LATEST = "select distinct on (hub, academic_year) * from budgets order by hub, academic_year, no desc";

/**
 * The budgets of hubs and years for a decision on `journey`, as rules ask for them; null where none is set. What is
 * decided for good reads them under the locks of `budgetLock`. Rejects with StoreError.
 */
export async function budgetsAtHand(
  db: Queryable,
  wanted: readonly { hub: string; academicYear: string }[],
  journey: string,
): Promise<NonNullable<AtHand["budgetOf"]>> {
  const atHand = new Map<string, BudgetAtHand | null>();
  for (const { hub, academicYear } of wanted)
    atHand.set(budgetLock(hub, academicYear), await budgetAtHand(db, hub, academicYear, journey));
  return (hub, academicYear) => atHand.get(budgetLock(hub, academicYear)) ?? null;
}

async function budgetAtHand(
  db: Queryable,
  hub: string,
  academicYear: string,
  journey: string,
): Promise<BudgetAtHand | null> {
  const rows = await coded<{ allocated: string; elsewhere: string }[]>(() =>
    db.query(
      `select allocated_pence as allocated, (select ${sum(`${COMMITTED} or ${RELEASED}`)} - ${RECOVERED} from grants
       where grants.hub = $1 and grants.academic_year = $2 and journey <> $3) as elsewhere
     from (${LATEST}) as budget where hub = $1 and academic_year = $2`,
      [hub, academicYear, journey],
    ),
  );
  const row = rows[0];
  return row === undefined ? null : { allocatedPence: Number(row.allocated), elsewherePence: Number(row.elsewhere) };
}

/**
 * Sets a hub's budget of a year; the same amount again leaves the earlier decision, who took it and when. Answers how
 * it stands then; or
 * `tooSmall`, what is committed or released already, where it is less than that. Rejects with StoreError.
 */
export async function setBudget(
  dataSource: DataSource,
  { hub, academicYear, allocatedPence, setBy, setAt }: BudgetSet,
): Promise<Budget | { tooSmall: number }> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      await lockStreams(manager, [budgetLock(hub, academicYear)]);
      const before = await findBudget(manager, hub, academicYear);
      const used = before.committedPence + before.releasedPence - before.recoveredPence;
      if (allocatedPence < used) return { tooSmall: used };
      if (before.allocatedPence === allocatedPence) return before;
      await manager.query(
        `insert into budgets (hub, academic_year, no, allocated_pence, set_by, set_at)
       select $1, $2, coalesce(max(no), 0) + 1, $3, $4, $5 from budgets where hub = $1 and academic_year = $2`,
        [hub, academicYear, allocatedPence, setBy, setAt],
      );
      return findBudget(manager, hub, academicYear);
    }),
  );
}

/** How a hub and year stand, with or without a budget. Rejects with StoreError. */
export async function findBudget(db: Queryable, hub: string, academicYear: string): Promise<Budget> {
  const [budget] = await budgetsWhere(db, hub, academicYear);
  return (
    budget ??
    budgetOf({
      hub,
      academicYear,
      allocated: null,
      due: "0",
      committed: "0",
      released: "0",
      paid: "0",
      recovered: "0",
      setBy: null,
      setAt: null,
    })
  );
}

/** Every year of a hub that has a budget or a grant, the latest first. Rejects with StoreError. */
export async function budgetsOf(db: Queryable, hub: string): Promise<Budget[]> {
  return budgetsWhere(db, hub, null);
}

interface BudgetRow {
  hub: string;
  academicYear: string;
  allocated: string | null;
  due: string;
  committed: string;
  released: string;
  paid: string;
  recovered: string;
  setBy: string | null;
  setAt: Date | null;
}

async function budgetsWhere(db: Queryable, hub: string, academicYear: string | null): Promise<Budget[]> {
  const rows = await coded<BudgetRow[]>(() =>
    db.query(
      `select hub, academic_year as "academicYear", allocated_pence as allocated, coalesce(due, 0) as due,
        coalesce(committed, 0) as committed,
       coalesce(released, 0) as released, coalesce(paid, 0) as paid, coalesce(recovered, 0) as recovered, set_by as
         "setBy", set_at as "setAt"
     from (${LATEST}) as budget full join (
       select hub, academic_year, ${sum(`status = 'due' or (status = 'payable' and cardinality(approvers) = 0)`)} as
         due, ${sum(COMMITTED)} as committed,
         ${sum(RELEASED)} as released, ${sum(`status = 'paid'`)} as paid, ${RECOVERED} as recovered from grants group
           by hub, academic_year) as spent
     using (hub, academic_year) where hub = $1 and ($2::text is null or academic_year = $2) order by academic_year
       desc`,
      [hub, academicYear],
    ),
  );
  return rows.map(budgetOf);
}

function budgetOf({
  hub,
  academicYear,
  allocated,
  due,
  committed,
  released,
  paid,
  recovered,
  setBy,
  setAt,
}: BudgetRow): Budget {
  const [duePence, committedPence, releasedPence, paidPence, recoveredPence] = [
    due,
    committed,
    released,
    paid,
    recovered,
  ].map(Number) as [number, number, number, number, number];
  const allocatedPence = allocated === null ? null : Number(allocated);
  const leftPence = allocatedPence === null ? null : allocatedPence - committedPence - releasedPence + recoveredPence;
  return {
    hub,
    academicYear,
    allocatedPence,
    duePence,
    committedPence,
    releasedPence,
    paidPence,
    recoveredPence,
    leftPence,
    setBy,
    setAt: setAt === null ? null : instantFromMs(setAt.getTime()),
  };
}
