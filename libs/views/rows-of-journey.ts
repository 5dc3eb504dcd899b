// The rows of one journey in a read table, read without a query builder: one journey's page asks for seven tables, and
// building and taking apart its queries took more of the processor than PostgreSQL did.

import type { EntityManager, EntityMetadata } from "typeorm";
import { named } from "../store/prepared.ts";

interface Reading {
  table: string;
  select: string;
  fields: readonly { field: string; of(value: unknown): unknown }[];
}

const READINGS = new WeakMap<EntityMetadata, Reading>();

/**
 * All rows of a journey (by the first key column of the entity), in the order of these columns. The same values as
 * TypeORM's own `find`. Rejects with StoreError.
 */
export async function rowsOfJourney<T extends object>(
  manager: EntityManager,
  entity: new () => T,
  journey: string,
  order: string,
): Promise<T[]> {
  const { table, select, fields } = readingOf(manager.connection.getMetadata(entity));
  const statement = { name: `${table} of a journey by ${order}`, text: `${select} order by ${order}` };
  const rows = await named<Record<string, unknown>>(manager, statement, [journey]);
  return rows.map((row) => {
    const read: Record<string, unknown> = {};
    for (const { field, of } of fields) read[field] = of(row[field]);
    return read as T; // every column of the entity is among its fields
  });
}

function readingOf(metadata: EntityMetadata): Reading {
  const known = READINGS.get(metadata);
  if (known !== undefined) return known;
  const { driver } = metadata.connection;
  const columns = metadata.columns.map(({ databaseName, propertyName }) => `"${databaseName}" as "${propertyName}"`);
  const [key] = metadata.primaryColumns;
  if (key === undefined) throw new Error(`${metadata.tableName} has no key`);
  const reading: Reading = {
    table: metadata.tableName,
    select: `select ${columns.join(", ")} from "${metadata.tableName}" where "${key.databaseName}" = $1`,
    fields: metadata.columns.map((column) => ({
      field: column.propertyName,
      of: (value) => driver.prepareHydratedValue(value, column),
    })),
  };
  READINGS.set(metadata, reading);
  return reading;
}
