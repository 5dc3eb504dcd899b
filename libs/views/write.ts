// Brings read tables from what a history was to what it is, in the transaction that appends.

import type { EntityManager, EntityMetadata } from 'typeorm';
import { coded } from '../store/errors.ts';
import { journeyStream } from '../store/streams.ts';
import type { History } from './history.ts';
import { READ_TABLES, type ReadTable } from './tables.ts';

/** Writes the rows that differ between two histories of one journey. Rejects with StoreError. */
export async function writeViews(manager: EntityManager, before: History, after: History): Promise<void> {
  for (const table of READ_TABLES) await writeRows(manager, table, table.project(before), table.project(after));
}

/** Throws away the rows of these journeys and writes them anew. Rejects with StoreError. */
export async function replaceViews(manager: EntityManager, histories: readonly History[]): Promise<void> {
  const journeys = histories.map((one) => one.journey);
  for (const table of READ_TABLES) {
    const shape = shapeOf(manager.connection.getMetadata(table.entity));
    await coded(() => manager.query(`delete from ${shape.table} where ${shape.keys[0]} = any($1::text[])`, [journeys]));
    await writeRows(manager, table, [], histories.flatMap((one) => table.project(one)));
  }
}

/** Throws away the rows of journeys that have no events. Rejects with StoreError. */
export async function forgetWithoutEvents(manager: EntityManager): Promise<void> {
  for (const { entity } of READ_TABLES) {
    const { table, keys } = shapeOf(manager.connection.getMetadata(entity));
    const begun = `select from events where stream = $1 || ${table}.${keys[0]} and seq = 1`;
    await coded(() => manager.query(`delete from ${table} where not exists (${begun})`, [journeyStream('')]));
  }
}

type DbRow = Record<string, unknown>;
interface Shape { table: string; columns: string[]; keys: string[]; toDb: (row: object) => DbRow }

async function writeRows(manager: EntityManager, table: ReadTable, before: readonly object[], after: readonly object[]): Promise<void> {
  const shape = shapeOf(manager.connection.getMetadata(table.entity));
  const keyOf = (row: DbRow): string => JSON.stringify(shape.keys.map((key) => row[key]));
  const old = new Map(before.map(shape.toDb).map((row) => [keyOf(row), row]));
  const now = new Map(after.map(shape.toDb).map((row) => [keyOf(row), row]));
  const gone = [...old].filter(([key]) => !now.has(key)).map(([, row]) => row);
  const changed = [...now].filter(([key, row]) => JSON.stringify(old.get(key)) !== JSON.stringify(row)).map(([, row]) => row);
  if (gone.length > 0) await coded(() => manager.query(deletion(shape), [JSON.stringify(gone)]));
  if (changed.length > 0) await coded(() => manager.query(upsert(shape), [JSON.stringify(changed)]));
}

function shapeOf(metadata: EntityMetadata): Shape {
  return {
    table: metadata.tableName,
    columns: metadata.columns.map((column) => column.databaseName),
    keys: metadata.primaryColumns.map((column) => column.databaseName),
    toDb: (row) => Object.fromEntries(metadata.columns.map((column) => [column.databaseName, Reflect.get(row, column.propertyName)])),
  };
}

// One statement and one parameter for any number of rows; PostgreSQL turns JSON into its own types by the table's columns.

function deletion({ table, keys }: Shape): string {
  const of = (name: string): string => keys.map((key) => `${name}.${key}`).join(', ');
  return `delete from ${table} using jsonb_populate_recordset(null::${table}, $1::jsonb) as gone where (${of(table)}) = (${of('gone')})`;
}

function upsert({ table, columns, keys }: Shape): string {
  const rest = columns.filter((column) => !keys.includes(column)).map((column) => `${column} = excluded.${column}`);
  return `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)
    on conflict (${keys.join(', ')}) do update set ${rest.join(', ')}`;
}
