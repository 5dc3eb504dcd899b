// The statements that a use case sends to PostgreSQL, heard while it is asked once.

import type { DataSource, Logger } from "typeorm";
import { Database } from "../../../libs/service/database.ts";
import { TEST_KEYRING } from "../../support/people-keys.ts";

/**
 * In their order. `about`: the journey about which they were asked; `counted`: nobody is answered the rows, only how
 * many they were.
 */
export interface Statements {
  about: string;
  counted?: true;
  statements: { text: string; values: unknown[] }[];
}

/** Hears what `ask` has sent. */
export async function statementsOf(
  url: string,
  about: string,
  ask: (database: Database) => Promise<unknown>,
): Promise<Statements> {
  const database = new Database(url, TEST_KEYRING, { name: "bench hears", poolSize: 1 });
  try {
    const heard: Statements = { about, statements: [] };
    const source: DataSource = await database.open();
    source.logger = hearing((text, values) => heard.statements.push({ text, values }));
    await ask(database);
    return heard;
  } finally {
    await database.close();
  }
}

function hearing(heard: (text: string, values: unknown[]) => void): Logger {
  const nothing = (): void => undefined;
  return {
    // By place, as all of ours are.
    logQuery: (text, values = []) => heard(text, Array.isArray(values) ? values : []),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
}
