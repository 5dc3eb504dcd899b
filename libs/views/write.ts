// Brings read tables from what a history was to what it is, in the transaction that appends.

import type { DataSource, EntityManager, EntityMetadata } from "typeorm";
import { coded } from "../store/errors.ts";
import type { ReadTable } from "./tables.ts";

/** The rows that follow from a history: for each table, in its order, their JSON by their keys. */
export type Rows = readonly ReadonlyMap<string, string>[];

/** What brings one table from what it was to what it is. `rows`: of that statement, as JSON. */
export interface Part {
  sql: string;
  rows: string;
}

/**
 * The rows of a history of one kind. `since`: the rows of the same before `added`: those that nothing of it changes are
 * not made again. Throws only for a defect.
 */
export function rowsOf<H>(
  source: Pick<DataSource, "getMetadata">,
  tables: readonly ReadTable<H>[],
  history: H,
  since?: { rows: Rows; added: readonly { type: string }[] },
): Rows {
  return tables.map(({ entity, project, hears }, index) => {
    const before = since?.rows[index];
    if (before !== undefined && hears !== undefined && !since?.added.some(({ type }) => hears.has(type))) return before;
    const shape = shapeOf(source.getMetadata(entity));
    const after = new Map(project(history).map((row) => asKept(shape, row)));
    return before === undefined ? after : asBefore(before, after);
  });
}

/**
 * What came out as it was, as it was: a worker keeps rows for long (libs/book/memory.ts), and what it would put in
 * their place at every round is dear to throw away.
 */
function asBefore(before: Rows[number], after: Map<string, string>): Rows[number] {
  let same = before.size === after.size;
  for (const [key, row] of after) {
    const was = before.get(key);
    if (was === row) after.set(key, was);
    else same = false;
  }
  return same ? before : after;
}

/** What brings the tables from some rows to others: at most two statements a table, none where nothing differs. */
export function partsOf<H>(
  source: Pick<DataSource, "getMetadata">,
  tables: readonly ReadTable<H>[],
  changes: readonly { before: Rows; after: Rows }[],
): Part[] {
  return tables.flatMap(({ entity }, index) => {
    const gone: string[] = [];
    const changed: string[] = [];
    for (const change of changes) {
      const [before, after] = [change.before[index] ?? NO_ROWS, change.after[index] ?? NO_ROWS];
      if (before === after) continue;
      for (const [key, row] of before) if (!after.has(key)) gone.push(row);
      for (const [key, row] of after) if (before.get(key) !== row) changed.push(row);
    }
    const shape = shapeOf(source.getMetadata(entity));
    return [
      ...(gone.length > 0 ? [{ sql: shape.deletion, rows: listOf(gone) }] : []),
      ...(changed.length > 0 ? [{ sql: shape.upsert, rows: listOf(changed) }] : []),
    ];
  });
}

/** Writes what `partsOf` says. Rejects with StoreError. */
export async function writeParts(manager: EntityManager, parts: readonly Part[]): Promise<void> {
  for (const { sql, rows } of parts) await coded(() => manager.query(sql, [rows]));
}

/** Writes the rows that differ between histories of one kind, each table in one statement. Rejects with StoreError. */
export async function writeViews<H>(
  manager: EntityManager,
  tables: readonly ReadTable<H>[],
  changes: readonly { before: H; after: H }[],
): Promise<void> {
  const { connection } = manager;
  const rows = changes.map(({ before, after }) => ({
    before: rowsOf(connection, tables, before),
    after: rowsOf(connection, tables, after),
  }));
  await writeParts(manager, partsOf(connection, tables, rows));
}

/**
 * Has the rows of these (by id) be those of their histories; one that is so already is left alone. Rejects with
 * StoreError.
 */
export async function replaceViews<H>(
  manager: EntityManager,
  tables: readonly ReadTable<H>[],
  histories: readonly { id: string; history: H }[],
): Promise<void> {
  const ids = histories.map(({ id }) => id);
  for (const { entity, project } of tables) {
    const shape = shapeOf(manager.connection.getMetadata(entity));
    const rows = new Map(histories.flatMap(({ history }) => project(history)).map((row) => asKept(shape, row)));
    await coded(() => manager.query(shape.replacement, [ids, listOf([...rows.values()])]));
  }
}

/** Throws away the rows of those without events. `prefix`: of the names of their streams. Rejects with StoreError. */
export async function forgetWithoutEvents(
  manager: EntityManager,
  tables: readonly Pick<ReadTable, "entity">[],
  prefix: string,
): Promise<void> {
  await Promise.all(tables.map(({ entity }) => forget(manager, entity, prefix)));
}

async function forget(manager: EntityManager, entity: ReadTable["entity"], prefix: string): Promise<void> {
  const { table, keys } = shapeOf(manager.connection.getMetadata(entity));
  const begun = `select from events where stream = $1 || ${table}.${keys[0]} and seq = 1`;
  await coded(() => manager.query(`delete from ${table} where not exists (${begun})`, [prefix]));
}

const NO_ROWS: Rows[number] = new Map();
const listOf = (rows: readonly string[]): string => `[${rows.join(",")}]`;

interface Shape {
  table: string;
  keys: string[];
  /** Of each column its name and the field of the entity. */
  fields: readonly { column: string; field: string; isKey: boolean }[];
  upsert: string;
  deletion: string;
  /** Deletes what is none of these rows, of those ids, and upserts what differs. */
  replacement: string;
}

function asKept({ fields }: Shape, row: object): [string, string] {
  const named: Record<string, unknown> = {};
  const keys: unknown[] = [];
  for (const { column, field, isKey } of fields) {
    const value: unknown = Reflect.get(row, field);
    named[column] = value;
    if (isKey) keys.push(value);
  }
  return [JSON.stringify(keys), JSON.stringify(named)];
}

const SHAPES = new WeakMap<EntityMetadata, Shape>();

function shapeOf(metadata: EntityMetadata): Shape {
  const known = SHAPES.get(metadata);
  if (known !== undefined) return known;
  const columns = metadata.columns.map((column) => column.databaseName);
  const keys = metadata.primaryColumns.map((column) => column.databaseName);
  const named = { table: metadata.tableName, columns, keys };
  const shape: Shape = {
    table: metadata.tableName,
    keys,
    fields: metadata.columns.map(({ databaseName: column, propertyName: field }) => ({
      column,
      field,
      isKey: keys.includes(column),
    })),
    upsert: upsert(named),
    deletion: deletion(named),
    replacement: replacement(named),
  };
  SHAPES.set(metadata, shape);
  return shape;
}

// One statement and one parameter for any number of rows; PostgreSQL turns JSON into its own types by the table's
// columns.

type Named = Record<"columns" | "keys", string[]> & { table: string };

function deletion({ table, keys }: Named): string {
  const of = (name: string): string => keys.map((key) => `${name}.${key}`).join(", ");
  return `delete from ${table} using jsonb_populate_recordset(null::${table}, $1::jsonb) as gone where (${of(table)}) =
    (${of("gone")})`;
}

function upsert({ table, columns, keys }: Named): string {
  const rest = columns.filter((column) => !keys.includes(column)).map((column) => `${column} = excluded.${column}`);
  return `insert into ${table} (${columns.join(", ")}) select ${columns.join(", ")} from
    jsonb_populate_recordset(null::${table}, $1::jsonb)
    on conflict (${keys.join(", ")}) do update set ${rest.join(", ")}`;
}

const pairs = (columns: readonly string[], of: string): string => columns.map((column) => `${of}.${column}`).join(", ");

function replacement({ table, columns, keys }: Named): string {
  const rest = columns.filter((column) => !keys.includes(column)).map((column) => `${column} = excluded.${column}`);
  const same = `select from ${table} as old where (${pairs(keys, "old")}) = (${pairs(keys, "now")})
    and (${pairs(columns, "old")}) is not distinct from (${pairs(columns, "now")})`;
  return `with now as materialized (select * from jsonb_populate_recordset(null::${table}, $2::jsonb)), gone as (
      delete from ${table} as old where ${keys[0]} = any($1::text[])
      and (${pairs(keys, "old")}) not in (select ${pairs(keys, "now")} from now))
    insert into ${table} (${columns.join(", ")}) select ${columns.join(", ")} from now where not exists (${same})
    on conflict (${keys.join(", ")}) do update set ${rest.join(", ")}`;
}
