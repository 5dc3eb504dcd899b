// Statements that are asked for at every command: PostgreSQL reads and plans each once a connection, under its name.

import type { PoolClient } from "pg";
import { DataSource, EntityManager } from "typeorm";
import { poolBehind } from "./data-source.ts";
import { coded } from "./errors.ts";

/** What queries run on: the pool, or the transaction under way. */
export type Queryable = Pick<EntityManager, "query">;

/** `name`: of this text alone, in all that uses a pool. */
export interface Statement {
  name: string;
  text: string;
}

/** Runs a statement by its name, in a transaction of its own. Rejects with StoreError. */
export function prepared<T>(dataSource: DataSource, statement: Statement, values: readonly unknown[]): Promise<T[]> {
  return coded(async () => {
    // Closed, or not open yet: as TypeORM says it.
    if (!dataSource.isInitialized) throw new Error("Driver not Connected");
    const { rows } = await poolBehind(dataSource).query({ ...statement, values: [...values] });
    return rows as T[];
  });
}

/** The same where it may be part of a transaction, which has a connection of its own. Rejects with StoreError. */
export function named<T>(db: Queryable, statement: Statement, values: readonly unknown[]): Promise<T[]> {
  if (db instanceof DataSource) return prepared(db, statement, values);
  if (!(db instanceof EntityManager)) return coded(() => db.query<T[]>(statement.text, [...values]));
  const { queryRunner } = db;
  if (queryRunner === undefined) return prepared(db.dataSource, statement, values);
  return coded(async () => {
    // Asked for its connection, one that has ended its transaction would take another.
    if (queryRunner.isReleased) throw new Error("This transaction is over.");
    const connection = (await queryRunner.connect()) as PoolClient;
    const { rows } = await connection.query({ ...statement, values: [...values] });
    return rows as T[];
  });
}
