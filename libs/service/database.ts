// The pool to PostgreSQL, opened when it is first wanted: who uses it starts while PostgreSQL is away.

import type { DataSource } from "typeorm";
import { makeKeyring, type Keyring } from "../people/keyring.ts";
import { unlockPeople } from "../people/keys.ts";
import { ping, type DatabaseOptions } from "../store/data-source.ts";
import { openDatabase } from "../views/database.ts";

export class Database {
  private opening: Promise<DataSource> | null = null;

  /** `keyring`: of personal data; null: nothing of it is read, nor kept. */
  constructor(
    private readonly url: string,
    private readonly keyring: Keyring | null,
    private readonly options: DatabaseOptions = { name: "school-journeys api" },
  ) {}

  /**
   * The pool; rejects with StoreError `database-unavailable` where PostgreSQL cannot be reached, and tries anew the
   * next time.
   */
  open(): Promise<DataSource> {
    this.opening ??= this.openAndUnlock().catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private async openAndUnlock(): Promise<DataSource> {
    const source = await openDatabase(this.url, this.options);
    return this.keyring === null ? source : unlockPeople(source, this.keyring);
  }

  /** Resolves when PostgreSQL answers. */
  async ping(): Promise<void> {
    await ping(await this.open());
  }

  /** Closes it, where it was opened. */
  async close(): Promise<void> {
    const source = await this.opening?.catch(() => null);
    await source?.destroy();
  }
}

/**
 * Does some work on a database and closes it. `name`: shown in pg_stat_activity; `keys`: those of personal data, as
 * PEOPLE_KEY has them. Rejects with StoreError, and whatever the work does.
 */
export async function withDatabase<T>(
  url: string,
  { keys, ...options }: { name: string; poolSize: number; keys?: readonly Buffer[] | null },
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = new Database(url, keys ? makeKeyring(keys) : null, options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
