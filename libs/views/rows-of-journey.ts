// The rows of one journey in a read table, read without a query builder: one journey's page asks for seven tables, and
// building and taking apart its queries took more of the processor than PostgreSQL did.

import type { EntityManager, EntityMetadata } from "typeorm";

interface Reading {
  select: string;
  fields: readonly { field: string; of(value: unknown): unknown }[];
}

const READINGS = new WeakMap<EntityMetadata, Reading>();

/**
 * All rows of a journey (by the first key column of the entity), in the order of these columns. The same values as
 * TypeORM's own `find`. Rejects as the driver does.
 */
export async function rowsOfJourney<T extends object>(
  manager: EntityManager,
  entity: new () => T,
  journey: string,
  order: string,
): Promise<T[]> {
  const { select, fields } = readingOf(manager.connection.getMetadata(entity));
  const rows = await manager.query<Record<string, unknown>[]>(`${select} order by ${order}`, [journey]);
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
    select: `select ${columns.join(", ")} from "${metadata.tableName}" where "${key.databaseName}" = $1`,
    fields: metadata.columns.map((column) => ({
      field: column.propertyName,
      of: (value) => driver.prepareHydratedValue(value, column),
    })),
  };
  READINGS.set(metadata, reading);
  return reading;
}
