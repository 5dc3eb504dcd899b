// What a database is made of, as PostgreSQL's own catalogue says it: to compare two, and to see what a migration did.

import type { Queryable } from "../../libs/store/prepared.ts";

/** Everything in it by a name of its kind (`column public.schools.name`), each with its definition. */
export type Schema = ReadonlyMap<string, string>;

const OURS = "nspname !~ '^pg_' and nspname <> 'information_schema'";
/** White space in a function's body says nothing. */
const evened = (sql: string): string => `regexp_replace(${sql}, '\\s+', ' ', 'g')`;
const granted = (acl: string): string =>
  `(select string_agg(coalesce(nullif(grantee, 0)::regrole::text, 'public') || ':' || privilege_type, ', ' order by
      coalesce(nullif(grantee, 0)::regrole::text, 'public') collate "C", privilege_type collate "C")
    from aclexplode(${acl}))`;

const PARTS = [
  `select format('schema %s', nspname) as name, 'granted ' || coalesce(${granted("nspacl")}, '') as said
   from pg_namespace where ${OURS}`,
  `select format('%s %s.%s', case relkind when 'r' then 'table' when 'v' then 'view' when 'S' then 'sequence'
       else relkind::text end, nspname, relname),
     concat_ws('; ', relpersistence::text, 'rls ' || relrowsecurity, 'granted ' || coalesce(${granted("relacl")}, ''),
       case relkind when 'v' then ${evened("pg_get_viewdef(c.oid)")} end)
   from pg_class c join pg_namespace n on n.oid = relnamespace where ${OURS} and relkind in ('r', 'v', 'm', 'S', 'p')`,
  `select format('column %s.%s.%s', nspname, relname, attname),
     concat_ws('; ', format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
       'default ' || pg_get_expr(adbin, adrelid), 'identity ' || nullif(attidentity::text, ''),
       'generated ' || nullif(attgenerated::text, ''), 'collate ' || nullif(collname, 'default'),
       'granted ' || ${granted("attacl")})
   from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
     left join pg_attrdef on adrelid = attrelid and adnum = attnum left join pg_collation l on l.oid = attcollation
   where ${OURS} and relkind in ('r', 'p') and attnum > 0 and not attisdropped`,
  `select format('index %s.%s.%s', nspname, c.relname, i.relname), pg_get_indexdef(i.oid)
   from pg_index join pg_class i on i.oid = indexrelid join pg_class c on c.oid = indrelid
     join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  `select format('constraint %s.%s.%s', nspname, relname, conname), pg_get_constraintdef(o.oid)
   from pg_constraint o join pg_class c on c.oid = conrelid join pg_namespace n on n.oid = relnamespace
   where ${OURS} and contype <> 'n'`,
  `select format('function %s', p.oid::regprocedure), concat_ws('; ', ${evened("pg_get_functiondef(p.oid)")},
     'granted ' || ${granted("proacl")})
   from pg_proc p join pg_namespace n on n.oid = pronamespace where ${OURS}`,
  `select format('trigger %s.%s.%s', nspname, relname, tgname), tgenabled::text || ' ' || pg_get_triggerdef(t.oid)
   from pg_trigger t join pg_class c on c.oid = tgrelid join pg_namespace n on n.oid = relnamespace
   where ${OURS} and not tgisinternal`,
  `select format('type %s', t.oid::regtype), (select string_agg(enumlabel, ', ' order by enumsortorder) from pg_enum
     where enumtypid = t.oid)
   from pg_type t join pg_namespace n on n.oid = typnamespace where ${OURS} and typtype in ('e', 'd')`,
  "select 'extension ' || extname, extversion from pg_extension",
];

/** Reads it; `db` may be anybody who is allowed to read the catalogue. */
export async function schemaOf(db: Queryable): Promise<Schema> {
  const rows: { name: string; said: string }[] = await db.query(`${PARTS.join("\nunion all\n")} order by 1`);
  return new Map(rows.map(({ name, said }) => [name, said]));
}

/**
 * What the release before can no longer rely on, a sentence each: none where `after` has only more than `before`. A
 * column may lose its `not null` and be granted more; nothing may go, change its type, or ask more of who writes.
 */
export function narrowed(before: Schema, after: Schema): string[] {
  const faults: string[] = [];
  for (const [name, was] of before) {
    const is = after.get(name);
    if (is === undefined) faults.push(`${name} is gone`);
    else if (is !== was && !onlyMore(name, was, is)) faults.push(`${name} was "${was}" and is "${is}"`);
  }
  for (const [name, is] of after) {
    if (before.has(name)) continue;
    const table = tableOf(name);
    if (table === null || !before.has(`table ${table}`)) continue;
    if (name.startsWith("column ") && /; not null(?!.*; (default|identity|generated) )/u.test(is))
      faults.push(`${name} has to be written, and the release before does not know it`);
    const forbids = name.startsWith("constraint ") || is.startsWith("CREATE UNIQUE INDEX");
    if (forbids && oldColumnsOnly(table, is, before, after)) faults.push(`${name} forbids what was allowed: ${is}`);
  }
  return faults;
}

/** No grant is taken away, and for the rest it is the same; a column may have lost its `not null`, or got a default. */
function onlyMore(name: string, was: string, is: string): boolean {
  const [before, after] = [parts(was), parts(is)];
  if (![...before.grants].every((one) => after.grants.has(one))) return false;
  const [wanted, there] = [new Set(before.rest), new Set(after.rest)];
  if (!name.startsWith("column ")) return before.rest.join("; ") === after.rest.join("; ");
  const [lost, added] = [before.rest.filter((one) => !there.has(one)), after.rest.filter((one) => !wanted.has(one))];
  return lost.every((one) => one === "not null") && added.every((one) => one.startsWith("default "));
}

function parts(said: string): { grants: Set<string>; rest: string[] } {
  const all = said.split("; ");
  const granted = all.filter((one) => one.startsWith("granted ")).map((one) => one.slice("granted ".length));
  return {
    grants: new Set(granted.flatMap((one) => one.split(", ")).filter((one) => one !== "")),
    rest: all.filter((one) => !one.startsWith("granted ")),
  };
}

/** The table that a column, a constraint or an index belongs to, `public.schools`; null for anything else. */
function tableOf(name: string): string | null {
  const [kind = "", whole = ""] = name.split(" ");
  return ["column", "constraint", "index"].includes(kind) ? whole.split(".").slice(0, 2).join(".") : null;
}

/** Whether a constraint of a table says nothing of a column that came with it. */
function oldColumnsOnly(table: string, definition: string, before: Schema, after: Schema): boolean {
  const words = new Set(definition.match(/\w+/gu));
  const prefix = `column ${table}.`;
  return ![...after.keys()].some(
    (name) => name.startsWith(prefix) && !before.has(name) && words.has(name.slice(prefix.length)),
  );
}
