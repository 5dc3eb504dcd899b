// The pool to PostgreSQL, opened when it is first wanted: the API starts, and answers 503, while PostgreSQL is away.

import { Injectable, type OnApplicationShutdown } from "@nestjs/common";
import type { DataSource } from "typeorm";
import type { Keyring } from "../../libs/people/keyring.ts";
import { unlockPeople } from "../../libs/people/keys.ts";
import { ping } from "../../libs/store/data-source.ts";
import { openDatabase } from "../../libs/views/database.ts";

@Injectable()
export class Database implements OnApplicationShutdown {
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

  async onApplicationShutdown(): Promise<void> {
    const source = await this.opening?.catch(() => null);
    await source?.destroy();
  }
}
