// `npm run people -- …`: what is kept of a person, given out or erased, and how long it is kept.

import { parseArgs } from "node:util";
import type { DataSource } from "typeorm";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import { readEnvironment } from "../../libs/config/environment.ts";
import { applyRetention } from "../../libs/people/apply-retention.ts";
import { erasePerson, replayErasures } from "../../libs/people/erasure.ts";
import { exportPerson } from "../../libs/people/export.ts";
import { makeKeyring } from "../../libs/people/keyring.ts";
import { rewrapKeys, unlockPeople } from "../../libs/people/keys.ts";
import { RETENTION } from "../../libs/people/retention.ts";
import { rewrapWebhooks } from "../../libs/people/webhook-secrets.ts";
import { openDatabase } from "../../libs/views/database.ts";
import { runCommand } from "./command.ts";
import { peopleKey } from "./setup/people-key.ts";
import { databaseUrl } from "./where-it-runs.ts";

const USAGE = `Usage: npm run people -- COMMAND

  export ID                  all that is kept under a person's id, as JSON
  erase ID --reason TEXT     destroys the person's key: name, address and words can never be read again
  retention [--dry-run]      erases what is kept no longer (${RETENTION.years} years after a journey's end);
                             --dry-run only counts
  replay-erasures            after a restore: erases again whom the log (ERASURE_LOG) has as erased
  rewrap                     after a new first key in PEOPLE_KEY: wraps every person's and webhook's key with it

Exit 0; 1 when something could not be done; 2 for a call that is none of these.`;

type Run = (dataSource: DataSource, erasureLog: string) => Promise<void>;

await runCommand(async () => {
  const run = asked(process.argv.slice(2));
  if (run === null) return;
  const { erasureLog } = readEnvironment(process.env);
  const { keys } = await peopleKey(process.env);
  const dataSource = unlockPeople(
    await openDatabase(await databaseUrl(process.env), { name: "school-journeys people", poolSize: 2 }),
    makeKeyring(keys),
  );
  try {
    await run(dataSource, erasureLog);
  } finally {
    await dataSource.destroy();
  }
});

/** What is to be done; null where the usage was shown instead. */
function asked(args: string[]): Run | null {
  const parsed = parsedOrNull(args);
  const [command, id, ...rest] = parsed?.positionals ?? [];
  const { help = false, reason, "dry-run": dryRun = false } = parsed?.values ?? {};
  if (help) return say(USAGE);
  if (rest.length === 0 && id !== undefined && command === "export") return (dataSource) => exported(dataSource, id);
  if (rest.length === 0 && id !== undefined && command === "erase" && reason?.trim())
    return (dataSource, log) => erased(dataSource, log, id, reason.trim());
  if (id === undefined && command === "retention") return (dataSource, log) => retained(dataSource, log, dryRun);
  if (id === undefined && command === "replay-erasures") return replayed;
  if (id === undefined && command === "rewrap")
    return async (dataSource) =>
      void say(
        `Wrapped anew: ${(await rewrapKeys(dataSource)) + (await rewrapWebhooks(dataSource))} keys. The ` +
          `others may leave PEOPLE_KEY now.`,
      );
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
  return null;
}

function parsedOrNull(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" }, reason: { type: "string" }, "dry-run": { type: "boolean" } },
    });
  } catch {
    return null; // an option that is not known: the usage says which are
  }
}

async function exported(dataSource: DataSource, id: string): Promise<void> {
  const found = await exportPerson(dataSource, id);
  if (found === null) refuse(`Nobody is known by the id ${id}.`);
  else say(JSON.stringify(found, null, 2));
}

async function erased(dataSource: DataSource, log: string, person: string, why: string): Promise<void> {
  const done = await erasePerson(dataSource, log, {
    person,
    at: instantFromMs(Date.now()),
    by: "terminal",
    reason: "request",
    why,
  });
  if (done === null) refuse(`Nobody is known by the id ${person}.`);
  else say(`Erased at ${done.erasedAt}. Noted in ${log}: keep it apart from the database's backups.`);
}

async function retained(dataSource: DataSource, log: string, dryRun: boolean): Promise<void> {
  const { people, journeys, unclaimed } = await applyRetention(dataSource, log, { dryRun });
  const verb = dryRun ? "Would erase" : "Erased";
  say(
    `${verb}: ${people} people and the words of ${journeys} journeys that ended over ${RETENTION.years} ` +
      `years ago; ${unclaimed} that no journey took up in ${RETENTION.unclaimedDays} days.`,
  );
}

async function replayed(dataSource: DataSource, log: string): Promise<void> {
  const { entries, destroyed, unreadable } = await replayErasures(dataSource, log);
  say(`${entries} erasures in ${log}; ${destroyed} keys that were back are destroyed again.`);
  if (unreadable.length > 0)
    refuse(`These lines of it cannot be read: ${unreadable.join(", ")}. Look at them: somebody may be left unerased.`);
}

function say(text: string): null {
  process.stdout.write(`${text}\n`);
  return null;
}

function refuse(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
}
