// How far a hub's turn is. The events of schools and groups remain the truth: a step that is done here was answered
// there.

import type { DataSource, EntityManager } from "typeorm";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { turnName, type TurnStatus, type WhichTurn } from "../contract/turn.ts";
import type { Actor } from "../journey/commands.ts";
import type { Step } from "../turn/adjust.ts";
import type { TurnPlan } from "../turn/plan.ts";
import { coded } from "./errors.ts";
import { saveStream, type Queryable } from "./events/streams.ts";

/** `plan`: as the hub wanted it; `wishesDigest`: of what it was asked for with; `actor`: who began it. */
export interface TurnRow extends WhichTurn {
  status: TurnStatus;
  plan: TurnPlan;
  wishesDigest: string;
  actor: Actor;
  startedAt: Instant;
  endedAt: Instant | null;
}
/** `code` and `detail`: why it was turned down. */
export type StepRow = Step & { status: "waiting" | "done" | "turned-down"; code: string | null; detail: string | null };
export interface TurnProgress {
  status: TurnStatus;
  done: number;
  turnedDown: number;
  of: number;
}

interface Row {
  hub: string;
  into_year: string;
  status: TurnStatus;
  plan: TurnPlan;
  wishes_digest: string;
  actor: Actor;
  started_at: Date;
  ended_at: Date | null;
}

/** Begins a turn with its steps, or leaves the one that has begun. Rejects with StoreError. */
export async function beginTurn(
  dataSource: DataSource,
  turn: Omit<TurnRow, "status" | "endedAt">,
  steps: readonly Step[],
): Promise<TurnRow> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      const { hub, into, plan, wishesDigest, actor, startedAt } = turn;
      const begun: unknown[] = await manager.query(
        `insert into turns (hub, into_year, status, plan, wishes_digest, actor, started_at) values ($1, $2, 'running',
          $3, $4, $5, $6)
       on conflict do nothing returning hub`,
        [hub, into, JSON.stringify(plan), wishesDigest, JSON.stringify(actor), startedAt],
      );
      if (begun.length > 0) {
        await manager.query(
          `insert into turn_steps (hub, into_year, no, kind, subject, type, data)
         select $1, $2, no, kind, subject, type, data from jsonb_to_recordset($3::jsonb) as step (no int, kind text,
           subject text, type text, data jsonb)`,
          [hub, into, JSON.stringify(steps)],
        );
        await keepPace(manager, turn, startedAt);
      }
      const kept = await findTurn(manager, turn);
      if (kept === null) throw new Error("A turn was to come back.");
      return kept;
    }),
  );
}

/** A hub's turn into a year, or null. Rejects with StoreError. */
export async function findTurn(db: Queryable, { hub, into }: WhichTurn): Promise<TurnRow | null> {
  const rows = await coded<Row[]>(() => db.query("select * from turns where hub = $1 and into_year = $2", [hub, into]));
  const [row] = rows;
  return row === undefined
    ? null
    : {
        hub: row.hub,
        into: row.into_year,
        status: row.status,
        plan: row.plan,
        wishesDigest: row.wishes_digest,
        actor: row.actor,
        startedAt: instantFromMs(row.started_at.getTime()),
        endedAt: row.ended_at === null ? null : instantFromMs(row.ended_at.getTime()),
      };
}

/** Its steps in their order; `waiting`: at most so many of those that are still to be done. Rejects with StoreError. */
export async function turnSteps(db: Queryable, { hub, into }: WhichTurn, waiting?: number): Promise<StepRow[]> {
  const only = waiting === undefined ? "" : `and status = 'waiting' order by no limit ${Math.trunc(waiting)}`;
  return coded(() =>
    db.query(
      `select * from (select no, kind, subject, type, data, status, code, detail from turn_steps where hub = $1 and
        into_year = $2 ${only}) as steps order by no`,
      [hub, into],
    ),
  );
}

/** Notes what became of a step; one that was answered stays as it is. Rejects with StoreError. */
export async function settleStep(
  db: Queryable,
  { hub, into }: WhichTurn,
  step: Pick<StepRow, "no" | "status" | "code" | "detail">,
  at: Instant,
): Promise<void> {
  await coded(() =>
    db.query(
      `update turn_steps set status = $4, code = $5, detail = $6, done_at = $7 where hub = $1 and into_year = $2 and no
        = $3 and status = 'waiting'`,
      [hub, into, step.no, step.status, step.code, step.detail, at],
    ),
  );
}

/** Where a turn stands, or null: nobody has begun it. Rejects with StoreError. */
export async function turnStatus(db: Queryable, { hub, into }: WhichTurn): Promise<TurnStatus | null> {
  const rows = await coded<{ status: TurnStatus }[]>(() =>
    db.query("select status from turns where hub = $1 and into_year = $2", [hub, into]),
  );
  return rows[0]?.status ?? null;
}

/**
 * Interrupts a turn that is running, or lets one that was interrupted run on; one that is done stays so. Rejects with
 * StoreError.
 */
export async function setRunning(
  dataSource: DataSource,
  which: WhichTurn,
  running: boolean,
  at: Instant,
): Promise<TurnProgress> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      const [from, to] = running ? ["interrupted", "running"] : ["running", "interrupted"];
      await manager.query("update turns set status = $4 where hub = $1 and into_year = $2 and status = $3", [
        which.hub,
        which.into,
        from,
        to,
      ]);
      return keepPace(manager, which, at);
    }),
  );
}

/**
 * How far it is; done where nothing waits. Notes it for the sweep, which wakes one that stands still. Rejects with
 * StoreError.
 */
export async function pace(dataSource: DataSource, which: WhichTurn, at: Instant): Promise<TurnProgress> {
  return coded(() => dataSource.transaction((manager) => keepPace(manager, which, at)));
}

async function keepPace(manager: EntityManager, which: WhichTurn, at: Instant): Promise<TurnProgress> {
  const { hub, into } = which;
  await manager.query("select from turns where hub = $1 and into_year = $2 for update", [hub, into]);
  const progress = await progressOf(manager, which);
  const over = progress.status === "running" && progress.done === progress.of;
  if (over)
    await manager.query(`update turns set status = 'done', ended_at = $3 where hub = $1 and into_year = $2`, [
      hub,
      into,
      at,
    ]);
  const now: TurnProgress = over ? { ...progress, status: "done" } : progress;
  // `due`: it has gone on just now; a minute later it is late.
  await saveStream(manager, {
    stream: turnName(which),
    version: now.done,
    dueAt: now.status === "running" ? at : null,
    openEffects: 0,
    effectsSince: null,
  });
  return now;
}

/** How many of its steps are answered. Rejects with StoreError. */
export async function progressOf(db: Queryable, { hub, into }: WhichTurn): Promise<TurnProgress> {
  const rows = await coded<{ status: TurnStatus; done: number; turned_down: number; of: number }[]>(() =>
    db.query(
      `select turns.status, count(no) filter (where steps.status <> 'waiting')::int as done, count(no) filter (where
        steps.status = 'turned-down')::int as turned_down, count(no)::int as of
     from turns left join turn_steps as steps using (hub, into_year) where hub = $1 and into_year = $2 group by
       turns.status`,
      [hub, into],
    ),
  );
  const [row] = rows;
  if (row === undefined) throw new Error("There is no such turn.");
  return { status: row.status, done: row.done, turnedDown: row.turned_down, of: row.of };
}
