// The statements that a use case sends to PostgreSQL, heard while it is asked once.

import type { QueryResult } from "pg";
import type { DataSource, Logger } from "typeorm";
import { Database } from "../../../libs/service/database.ts";
import { poolBehind } from "../../../libs/store/data-source.ts";
import { TEST_KEYRING } from "../../support/people-keys.ts";

/**
 * In their order. `about`: the journey about which they were asked; `counted`: nobody is answered the rows, only how
 * many they were.
 */
export interface Statements {
  about: string;
  counted?: true;
  statements: Heard[];
}

/** `name`: of one that PostgreSQL reads and plans once a connection. */
interface Heard {
  name?: string;
  text: string;
  values: unknown[];
}

/** Hears what `ask` has sent. `before`: what the same process was asked before, unheard. */
export async function statementsOf(
  url: string,
  about: string,
  ask: (database: Database) => Promise<unknown>,
  { before }: { before?: (database: Database) => Promise<unknown> } = {},
): Promise<Statements> {
  const database = new Database(url, TEST_KEYRING, { name: "bench hears", poolSize: 1 });
  try {
    const heard: Statements = { about, statements: [] };
    const source: DataSource = await database.open();
    await before?.(database);
    source.logger = hearing((text, values) => heard.statements.push({ text, values }));
    hearPrepared(source, (statement) => heard.statements.push(statement));
    await ask(database);
    return heard;
  } finally {
    await database.close();
  }
}

/** Those that go by their name pass TypeORM by (libs/store/prepared.ts). */
function hearPrepared(source: DataSource, heard: (statement: Heard) => void): void {
  const pool = poolBehind(source);
  const query = pool.query.bind(pool) as (statement: Heard) => Promise<QueryResult>;
  const listening = (statement: Heard): Promise<QueryResult> => {
    heard(statement);
    return query(statement);
  };
  Object.assign(pool, { query: listening });
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
