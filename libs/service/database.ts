// The pool to PostgreSQL, opened when it is first wanted: who uses it starts while PostgreSQL is away.

import type { DataSource } from "typeorm";
import type { Keyring } from "../people/keyring.ts";
import { unlockPeople } from "../people/keys.ts";
import { ping } from "../store/data-source.ts";
import { openDatabase } from "../views/database.ts";

export class Database {
  private opening: Promise<DataSource> | null = null;

  constructor(
    private readonly url: string,
    private readonly keyring: Keyring,
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
    return unlockPeople(await openDatabase(this.url, { name: "school-journeys api" }), this.keyring);
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
