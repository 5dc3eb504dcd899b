// A bare server: for each address it sends PostgreSQL the very statements that the service sends, and answers with the
// rows. It knows no access, no words and no shape. It listens on the port that it is given.

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";
import type { Statements } from "../world/statements.ts";

const [url = "", port = "0", file = ""] = process.argv.slice(2);
const known = JSON.parse(readFileSync(file, "utf8")) as Record<string, Statements>;
const pool = new pg.Pool({ connectionString: url, max: 10 });

const server = createServer((request, response) => {
  const [, name = "", id = ""] = (request.url ?? "").split("/");
  answer(name, id).then(
    (rows) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(rows)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  );
});
server.keepAliveTimeout = 60_000;
process.on("disconnect", () => process.exit(0));
server.listen(Number(port), "127.0.0.1", () => process.send?.({ working: true }));

/** All in their order, on one connection, as the service has them: some stand between begin and commit. */
async function answer(name: string, id: string): Promise<unknown[]> {
  const { statements, about, counted } = known[name] ?? { statements: [], about: "" };
  const client = await pool.connect();
  try {
    const rows: unknown[] = [];
    for (const { values, ...statement } of statements) {
      const filled = id === "" ? values : values.map((value) => elsewhere(value, about, id));
      const found = (await client.query({ ...statement, values: filled })).rows;
      rows.push(counted ? found.length : found);
    }
    return rows;
  } finally {
    client.release();
  }
}

/** The same value of another school: of every URN in it. */
function elsewhere(value: unknown, about: string, id: string): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? value : (JSON.parse(text.replaceAll(about.slice(0, 6), id.slice(0, 6))) as unknown);
}
