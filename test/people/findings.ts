// Looks for planted words in everything that is kept.

import type { DataSource } from "typeorm";
import { textOf } from "../api/api-under-test.ts";

/** Where a word was found: `place: word`. Capitals do not matter; base64 and hex of a word are looked for too. */
export function findings(places: Readonly<Record<string, unknown>>, words: readonly string[]): string[] {
  return Object.entries(places).flatMap(([place, value]) => {
    const text = textOf(value).toLowerCase();
    return words.filter((word) => formsOf(word).some((form) => text.includes(form))).map((word) => `${place}: ${word}`);
  });
}

/** As it is, and as hex; base64 of a text that starts with it, but for the end that depends on what follows. */
function formsOf(word: string): string[] {
  const bytes = Buffer.from(word, "utf8");
  return [word, bytes.toString("hex"), bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64")].map(
    (form) => form.toLowerCase(),
  );
}

/**
 * Every row of every table of a database, in all schemas but PostgreSQL's own: as text, and bytes also as the
 * characters they would be. In place of pg_dump, which the embedded PostgreSQL does not bring.
 */
export async function dumpOf(owner: DataSource): Promise<Record<string, string>> {
  const tables = await owner.query<{ schema: string; name: string }[]>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`,
  );
  const dump: Record<string, string> = {};
  for (const { schema, name } of tables) {
    const rows = await owner.query<{ row: string }[]>(`select "${name}"::text as row from "${schema}"."${name}"`);
    const values = await owner.query<Record<string, unknown>[]>(`select * from "${schema}"."${name}"`);
    const bytes = values
      .flatMap((one) => Object.values(one))
      .filter((value) => Buffer.isBuffer(value))
      .map((value) => value.toString("latin1"));
    dump[`${schema}.${name}`] = [...rows.map(({ row }) => row), ...bytes].join("\n");
  }
  return dump;
}

/** Keeps what this process writes to standard output and standard error, where the service logs, until `end()`. */
export function recordLogs(): { text(): string; end(): void } {
  let text = "";
  const undo = [process.stdout, process.stderr].map((stream) => {
    const write = stream.write;
    stream.write = (chunk: string | Uint8Array) => {
      text += typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
      return true;
    };
    return () => {
      stream.write = write;
    };
  });
  return { text: () => text, end: () => undo.forEach((each) => each()) };
}
