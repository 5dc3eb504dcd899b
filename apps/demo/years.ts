// The years of a demonstration as `npm run demo` has them: what they come of, made into a database, and where they end.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { noMailer } from "../../libs/mail/no-mail.ts";
import { makeKeyring } from "../../libs/people/keyring.ts";
import { addSeconds, instantFromMs, type Instant } from "../../libs/calendar/instants.ts";
import { DEMO_BEGINS } from "./demo-day.ts";
import { fill } from "./fill.ts";
import { livesInThreads } from "./threads.ts";

const top = fileURLToPath(new URL("../..", import.meta.url));
/** All that decides what is in the years. */
const SOURCES = ["libs", "activities", "apps/demo"];
const READ = /(?<!\.spec)\.(ts|yaml)$/u;
/** The years that are shown; any other number would make others. */
export const SEED = 20_250_311;

/** Sixteen digits that are others where the years would be: other rules, other pages, other links, other keys. */
export function yearsOf({ publicUrl, keys }: { publicUrl: string; keys: readonly Buffer[] }): string {
  const hash = createHash("sha256").update(`${SEED} ${publicUrl}`);
  for (const key of keys) hash.update(createHash("sha256").update(key).digest());
  for (const file of SOURCES.flatMap(filesOf)) hash.update(`\n${file}\n`).update(readFileSync(join(top, file)));
  return hash.digest("hex").slice(0, 16);
}

function filesOf(folder: string): string[] {
  return readdirSync(join(top, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => READ.test(file))
    .sort()
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`);
}

/** Makes them into a database that has every migration. Rejects with StoreError, and where it is `told` to stop. */
export async function makeYears(
  {
    databaseUrl,
    keys,
    publicUrl,
    erasureLog,
  }: {
    databaseUrl: string;
    keys: readonly Buffer[];
    publicUrl: string;
    erasureLog: string;
  },
  { say, told }: { say: (line: string) => void; told: AbortSignal },
): Promise<void> {
  let month = "";
  const making = { databaseUrl, keyring: makeKeyring(keys), publicUrl, erasureLog, mailer: noMailer };
  const which = { size: "full", seed: SEED } as const;
  const filled = await fill(making, {
    ...which,
    lives: livesInThreads({ ...which, databaseUrl, keys, publicUrl, erasureLog }),
    told(day) {
      told.throwIfAborted();
      if (day.startsWith(month) && month !== "") return;
      month = day.slice(0, 7);
      if (month.endsWith("-01") || month.endsWith("-09")) say(`  … ${month}`);
    },
  });
  // A release that changes a rule may have a school come to something else: who makes the years is told.
  if (filled.missing.length > 0) say(`  In no school is to be seen: ${filled.missing.join(", ")}.`);
  for (const { at, subject, command, code } of filled.turnedDown)
    say(`  Turned down: ${command} ${subject} ${at} ${code}`);
  say(`  ${filled.schools} schools, ${filled.rounds} rounds, ${filled.effects} letters and other effects.`);
}

/** From when the clock goes on: the day that is shown, or what was done last in the database. */
export async function latestMoment(databaseUrl: string): Promise<Instant> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ at: Date | null }>(
      "select greatest((select max(at) from events), (select max(received_at) from commands)) as at",
    );
    const last = rows[0]?.at ? addSeconds(instantFromMs(rows[0].at.getTime()), 1) : DEMO_BEGINS;
    return last > DEMO_BEGINS ? last : DEMO_BEGINS;
  } finally {
    await client.end();
  }
}
