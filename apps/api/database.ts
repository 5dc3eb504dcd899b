// The pool to PostgreSQL, opened when it is first wanted: the API starts, and answers 503, while PostgreSQL is away.

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { openDatabase, ping } from '../../libs/store/data-source.ts';

@Injectable()
export class Database implements OnApplicationShutdown {
  private opening: Promise<DataSource> | null = null;

  constructor(private readonly url: string) {}

  /** The pool; rejects with StoreError `database-unavailable` where PostgreSQL cannot be reached, and tries anew the next time. */
  open(): Promise<DataSource> {
    this.opening ??= openDatabase(this.url, { name: 'school-journeys api' }).catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
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
