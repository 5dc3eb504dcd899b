// The way to PostgreSQL for every part of the service.

import type { Pool } from "pg";
import { DataSource } from "typeorm";
import { coded } from "./errors.ts";
import { APP_ROLE } from "./migrate.ts";

export interface DatabaseOptions {
  /** Shown in pg_stat_activity. */
  name?: string;
  poolSize?: number;
}

/**
 * Opens a small pool for these `entities` that acts as role `journeys_app`, whoever the URL signs in as (a member of
 * it, or a superuser). The feed waits for the oldest open transaction of the whole server: hence the time-outs. Rejects
 * with StoreError.
 */
export async function openDataSource(
  url: string,
  entities: readonly (new () => object)[],
  options: DatabaseOptions = {},
): Promise<DataSource> {
  const dataSource = new DataSource({
    type: "postgres",
    url,
    entities: [...entities],
    synchronize: false,
    logging: false,
    installExtensions: false,
    applicationName: options.name ?? "school-journeys",
    poolSize: options.poolSize ?? 8,
    connectTimeoutMS: 5_000,
    // A connection that breaks while idle leaves the pool by itself; whoever asks next is told by its own query.
    poolErrorHandler: () => undefined,
    extra: {
      options: `-c role=${APP_ROLE} -c timezone=UTC`,
      statement_timeout: 10_000,
      lock_timeout: 5_000,
      idle_in_transaction_session_timeout: 10_000,
      // The server's own time-outs do not help where the server cannot be reached.
      query_timeout: 15_000,
      keepAlive: true,
    },
  });
  return coded(() => dataSource.initialize());
}

/** The pool's connections now, and what waits in this process for one. */
export interface PoolState {
  idle: number;
  busy: number;
  most: number;
  waiting: number;
}

/** What TypeORM keeps its connections in, and shows to nobody by type: pg's own pool. */
export function poolBehind(dataSource: DataSource): Pool {
  return (dataSource.driver as unknown as { master: Pool }).master;
}

/** How full a pool is: of this process's own memory, without a query. */
export function poolOf(dataSource: DataSource): PoolState {
  const { totalCount, idleCount, waitingCount, options } = poolBehind(dataSource);
  return { idle: idleCount, busy: totalCount - idleCount, most: options.max ?? 0, waiting: waitingCount };
}

/** Asks PostgreSQL for an answer, for `/health/ready`. Rejects with StoreError when there is none. */
export async function ping(dataSource: DataSource): Promise<void> {
  await coded(() => dataSource.query("select 1"));
}
