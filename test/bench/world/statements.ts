// The statements that a use case sends to PostgreSQL, heard while it is asked once.

import type { PoolClient } from "pg";
import type { DataSource } from "typeorm";
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
    hear(source, (statement) => heard.statements.push(statement));
    await ask(database);
    return heard;
  } finally {
    await database.close();
  }
}

/**
 * Hears each at the connection: those that go by their name pass TypeORM by (libs/store/prepared.ts), in transactions
 * too.
 */
function hear(source: DataSource, heard: (statement: Heard) => void): void {
  const heardFrom = new WeakSet<PoolClient>();
  poolBehind(source).on("acquire", (connection) => {
    if (heardFrom.has(connection)) return;
    heardFrom.add(connection);
    const query = connection.query.bind(connection) as (...sent: unknown[]) => unknown;
    const listening = (...sent: unknown[]): unknown => {
      heard(statementIn(sent));
      return query(...sent);
    };
    Object.assign(connection, { query: listening });
  });
}

/** A statement as the driver takes it: whole, or its text and what it is filled with, by place as all of ours are. */
function statementIn([what, filled]: readonly unknown[]): Heard {
  if (typeof what !== "string") return what as Heard;
  return { text: what, values: Array.isArray(filled) ? filled : [] };
}
