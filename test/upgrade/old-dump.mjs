// A database as one SQL file: the statements of that release's migrations, then the rows. There is no pg_dump in the npm
// package of PostgreSQL; and what a restore gives anew (transaction ids, positions, the feed's epoch) is left out.

import { createRequire } from "node:module";

/**
 * `owner`: of the database; `admin`: a superuser's address; `migrations`: of that release; `top`: its folder, as URL;
 * `made`: what is said of the contents, in a line of its own.
 */
export async function dumpOf({ owner, admin, migrations, top, made }) {
  const { DataSource } = createRequire(new URL("package.json", top))("typeorm");
  const statements = [];
  const recording = migrations.map((Migration) => {
    const { [Migration.name]: Recording } = {
      [Migration.name]: class {
        up(runner) {
          const told = Object.create(runner);
          told.query = (sql, ...more) => {
            statements.push(sql);
            return runner.query(sql, ...more);
          };
          return new Migration().up(told);
        }
        down() {}
      },
    };
    return Recording;
  });
  const admins = await new DataSource({ type: "postgres", url: admin }).initialize();
  await admins.query("create database dumped owner journeys_owner");
  await admins.destroy();
  const url = Object.assign(new URL(owner), { pathname: "/dumped" }).href;
  const copy = await new DataSource({
    type: "postgres",
    url,
    migrations: recording,
    migrationsTableName: "schema_migrations",
  }).initialize();
  await copy.runMigrations({ transaction: "each" });
  const [{ name: key }] = await copy.query(
    "select conname as name from pg_constraint where conrelid = 'schema_migrations'::regclass and contype = 'p'",
  );
  await copy.destroy();

  const source = await new DataSource({ type: "postgres", url: owner }).initialize();
  const lines = [
    "-- A small service as a release left it: made by npm run record-upgrade, never changed afterwards (test/upgrade/README.md).",
    `-- made: ${JSON.stringify(made)}`,
    `create table schema_migrations (id serial not null, "timestamp" bigint not null, name character varying not null, constraint "${key}" primary key (id));`,
    ...statements.map((sql) => `${sql.trim().replace(/;$/u, "")};`),
  ];
  for (const table of await tablesOf(source)) lines.push(...(await rowsOf(source, table)));
  for (const { sequence, last } of await source.query(
    `select format('%I.%I', schemaname, sequencename) as sequence, last_value as last from pg_sequences
     where last_value is not null and sequencename not in ('events_position_seq', 'feed_epoch_no_seq') order by 1`,
  ))
    lines.push(`select setval('${sequence}', ${last});`);
  await source.destroy();
  return `${lines.join("\n")}\n`;
}

/** Those that are referred to come first. */
async function tablesOf(source) {
  const tables = await source.query(
    `select c.oid::int as id, format('%I.%I', nspname, relname) as name,
       (select coalesce(array_agg(confrelid::int), '{}') from pg_constraint where conrelid = c.oid and contype = 'f' and confrelid <> c.oid) as after
     from pg_class c join pg_namespace n on n.oid = relnamespace
     where relkind = 'r' and nspname in ('public', 'people') and relname <> 'feed_epoch' order by 2`,
  );
  const feed = new Set(tables.map(({ id }) => id));
  const done = new Set();
  const sorted = [];
  while (sorted.length < tables.length) {
    const next = tables.filter(
      ({ id, after }) => !done.has(id) && after.every((one) => done.has(one) || !feed.has(one)),
    );
    if (next.length === 0) throw new Error("tables refer to each other in a circle");
    for (const one of next) {
      done.add(one.id);
      sorted.push(one.name);
    }
  }
  return sorted;
}

/** What PostgreSQL fills in anew. */
const LEFT_OUT = { "public.events": ["position", "tx", "epoch"], "public.ledger_transactions": ["tx"] };

async function rowsOf(source, table) {
  const columns = (
    await source.query(
      "select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
      [table],
    )
  )
    .map(({ name }) => name)
    .filter((name) => !LEFT_OUT[table]?.includes(name));
  const order = table === "public.events" ? "position" : "1";
  const list = columns.map((name) => `"${name}"`).join(", ");
  const rows = await source.query(
    `select to_jsonb(one)::text as said from (select ${list} from ${table} order by ${order}) as one`,
  );
  if (rows.length === 0) return [];
  const said = rows.map(({ said: row }) => row.replaceAll("'", "''"));
  return [
    `insert into ${table} (${list}) overriding system value select ${list} from jsonb_populate_recordset(null::${table}, '[`,
    said.join(",\n"),
    "]');",
  ];
}
