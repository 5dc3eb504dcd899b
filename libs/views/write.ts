// Brings read tables from what a history was to what it is, in the transaction that appends.

import type { EntityManager, EntityMetadata } from "typeorm";
import { coded } from "../store/errors.ts";
import type { ReadTable } from "./tables.ts";

/** Writes the rows that differ between histories of one kind, each table in one statement. Rejects with StoreError. */
export async function writeViews<H>(
  manager: EntityManager,
  tables: readonly ReadTable<H>[],
  changes: readonly { before: H; after: H }[],
): Promise<void> {
  for (const { entity, project } of tables) {
    await writeRows(
      manager,
      entity,
      changes.flatMap(({ before }) => project(before)),
      changes.flatMap(({ after }) => project(after)),
    );
  }
}

/** Throws away the rows of these (by id) and writes them anew. Rejects with StoreError. */
export async function replaceViews<H>(
  manager: EntityManager,
  tables: readonly ReadTable<H>[],
  histories: readonly { id: string; history: H }[],
): Promise<void> {
  const ids = histories.map(({ id }) => id);
  for (const { entity, project } of tables) {
    const { table, keys } = shapeOf(manager.connection.getMetadata(entity));
    await coded(() => manager.query(`delete from ${table} where ${keys[0]} = any($1::text[])`, [ids]));
    await writeRows(
      manager,
      entity,
      [],
      histories.flatMap(({ history }) => project(history)),
    );
  }
}

/** Throws away the rows of those without events. `prefix`: of the names of their streams. Rejects with StoreError. */
export async function forgetWithoutEvents(
  manager: EntityManager,
  tables: readonly Pick<ReadTable, "entity">[],
  prefix: string,
): Promise<void> {
  for (const { entity } of tables) await forget(manager, entity, prefix);
}

async function forget(manager: EntityManager, entity: ReadTable["entity"], prefix: string): Promise<void> {
  const { table, keys } = shapeOf(manager.connection.getMetadata(entity));
  const begun = `select from events where stream = $1 || ${table}.${keys[0]} and seq = 1`;
  await coded(() => manager.query(`delete from ${table} where not exists (${begun})`, [prefix]));
}

type DbRow = Record<string, unknown>;
interface Shape {
  table: string;
  columns: string[];
  keys: string[];
  toDb: (row: object) => DbRow;
}

async function writeRows(
  manager: EntityManager,
  entity: ReadTable["entity"],
  before: readonly object[],
  after: readonly object[],
): Promise<void> {
  const shape = shapeOf(manager.connection.getMetadata(entity));
  const keyOf = (row: DbRow): string => JSON.stringify(shape.keys.map((key) => row[key]));
  const old = new Map(before.map(shape.toDb).map((row) => [keyOf(row), row]));
  const now = new Map(after.map(shape.toDb).map((row) => [keyOf(row), row]));
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, row]) => row);
  const changed = [...now]
    .filter(([key, row]) => JSON.stringify(old.get(key)) !== JSON.stringify(row))
    .map(([, row]) => row);
  if (gone.length > 0) await coded(() => manager.query(deletion(shape), [JSON.stringify(gone)]));
  if (changed.length > 0) await coded(() => manager.query(upsert(shape), [JSON.stringify(changed)]));
}

function shapeOf(metadata: EntityMetadata): Shape {
  return {
    table: metadata.tableName,
    columns: metadata.columns.map((column) => column.databaseName),
    keys: metadata.primaryColumns.map((column) => column.databaseName),
    toDb: (row) =>
      Object.fromEntries(
        metadata.columns.map((column) => [column.databaseName, Reflect.get(row, column.propertyName)]),
      ),
  };
}

// One statement and one parameter for any number of rows; PostgreSQL turns JSON into its own types by the table's
// columns.

function deletion({ table, keys }: Shape): string {
  const of = (name: string): string => keys.map((key) => `${name}.${key}`).join(", ");
  return `delete from ${table} using jsonb_populate_recordset(null::${table}, $1::jsonb) as gone where (${of(table)}) =
    (${of("gone")})`;
}

function upsert({ table, columns, keys }: Shape): string {
  const rest = columns.filter((column) => !keys.includes(column)).map((column) => `${column} = excluded.${column}`);
  return `insert into ${table} (${columns.join(", ")}) select ${columns.join(", ")} from
    jsonb_populate_recordset(null::${table}, $1::jsonb)
    on conflict (${keys.join(", ")}) do update set ${rest.join(", ")}`;
}
