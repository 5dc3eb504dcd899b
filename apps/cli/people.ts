// `npm run people -- …`: what is kept of a person, given out or erased, and how long it is kept.

import { parseArgs } from "node:util";
import { readEnvironment } from "../../libs/config/environment.ts";
import { withDatabase } from "../../libs/service/database.ts";
import { PeopleKeeping } from "../../libs/service/people/keeping.ts";
import { runCommand } from "./command.ts";
import { peopleKey } from "./setup/people-key.ts";
import { databaseUrl } from "./where-it-runs.ts";

const { policy } = PeopleKeeping;
const USAGE = `Usage: npm run people -- COMMAND

  export ID                  all that is kept under a person's id, as JSON
  erase ID --reason TEXT     destroys the person's key: name, address and words can never be read again
  retention [--dry-run]      erases what is kept no longer (${policy.years} years after a journey's end);
                             --dry-run only counts
  replay-erasures            after a restore: erases again whom the log (ERASURE_LOG) has as erased
  rewrap                     after a new first key in PEOPLE_KEY: wraps every person's and webhook's key with it

Exit 0; 1 when something could not be done; 2 for a call that is none of these.`;

type Run = (kept: PeopleKeeping, erasureLog: string) => Promise<void>;

await runCommand(async () => {
  const run = asked(process.argv.slice(2));
  if (run === null) return;
  const { erasureLog } = readEnvironment(process.env);
  const { keys } = await peopleKey(process.env);
  const options = { name: "school-journeys people", poolSize: 2, keys };
  await withDatabase(await databaseUrl(process.env), options, (database) =>
    run(new PeopleKeeping(database, erasureLog), erasureLog),
  );
});

/** What is to be done; null where the usage was shown instead. */
function asked(args: string[]): Run | null {
  const parsed = parsedOrNull(args);
  const [command, id, ...rest] = parsed?.positionals ?? [];
  const { help = false, reason, "dry-run": dryRun = false } = parsed?.values ?? {};
  if (help) return say(USAGE);
  if (rest.length === 0 && id !== undefined && command === "export") return (kept) => exported(kept, id);
  if (rest.length === 0 && id !== undefined && command === "erase" && reason?.trim())
    return (kept, log) => erased(kept, log, id, reason.trim());
  if (id === undefined && command === "retention") return (kept) => retained(kept, dryRun);
  if (id === undefined && command === "replay-erasures") return replayed;
  if (id === undefined && command === "rewrap")
    return async (kept) => void say(`Wrapped anew: ${await kept.rewrap()} keys. The others may leave PEOPLE_KEY now.`);
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

async function exported(kept: PeopleKeeping, id: string): Promise<void> {
  const found = await kept.export(id);
  if (found === null) refuse(`Nobody is known by the id ${id}.`);
  else say(JSON.stringify(found, null, 2));
}

async function erased(kept: PeopleKeeping, log: string, person: string, why: string): Promise<void> {
  const done = await kept.erase(person, why);
  if (done === null) refuse(`Nobody is known by the id ${person}.`);
  else say(`Erased at ${done.erasedAt}. Noted in ${log}: keep it apart from the database's backups.`);
}

async function retained(kept: PeopleKeeping, dryRun: boolean): Promise<void> {
  const { people, journeys, unclaimed } = await kept.applyPolicy({ dryRun });
  const verb = dryRun ? "Would erase" : "Erased";
  say(
    `${verb}: ${people} people and the words of ${journeys} journeys that ended over ${policy.years} ` +
      `years ago; ${unclaimed} that no journey took up in ${policy.unclaimedDays} days.`,
  );
}

async function replayed(kept: PeopleKeeping, log: string): Promise<void> {
  const { entries, destroyed, unreadable } = await kept.replayErasures();
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
