// The database as the service has it: the store's connection, with every read table.

import type { DataSource } from "typeorm";
import { openDataSource, type DatabaseOptions } from "../store/data-source.ts";
import { TABLES } from "./tables.ts";

/** Opens a small pool that acts as role `journeys_app` and knows every read table. Rejects with StoreError. */
export function openDatabase(url: string, options: DatabaseOptions = {}): Promise<DataSource> {
  return openDataSource(url, TABLES, options);
}
