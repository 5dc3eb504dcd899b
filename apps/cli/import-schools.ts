// `npm run import-schools -- FILE [LINKS]`: takes in the Department's register of schools, and moves the journeys of
// schools that have become another one. The same files again change nothing.

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { instantFromMs } from "../../libs/calendar/instants.ts";
import { ExtractError } from "../../libs/register/gias/gias-fault.ts";
import { readEnvironment } from "../../libs/config/environment.ts";
import { EnvironmentError } from "../../libs/config/variables.ts";
import { runCommand } from "./command.ts";
import { checkFiles, importRegister, type ImportDeps } from "../../libs/service/register/import-register.ts";
import { withDatabase, type Database } from "../../libs/service/database.ts";
import { holdsRegister } from "../../libs/service/schema.ts";
import { reportJson, reportText } from "../../libs/service/register/report.ts";
import { peopleKeysIfAny } from "./setup/people-key.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { upToDate } from "./setup/up-to-date.ts";
import { databaseUrl, temporalAddress } from "./where-it-runs.ts";

const USAGE = `Usage: npm run import-schools -- FILE [LINKS] [--json]

Takes in the register of schools as the Department publishes it: FILE holds the establishments, LINKS their links.
Progress goes to standard error, the result to standard output; --json prints one object for scripts.
Exit 0; 1 when something is still to be done (say, journeys to be moved while Temporal is away): run it again; 2 for a
file that cannot be used, before anything is taken in.`;

await runCommand(async () => {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => !arg.startsWith("-"));
  const unknown = args.find((arg) => arg.startsWith("-") && !["--json", "--help", "-h"].includes(arg));
  const [file, links] = files.map(placed);
  if (args.includes("--help") || args.includes("-h")) process.stdout.write(`${USAGE}\n`);
  else if (unknown !== undefined || file === undefined || files.length > 2)
    refuse(`${unknown === undefined ? "Name one file, or two." : `${unknown}: unknown option`}\n\n${USAGE}`);
  else await run(file, links ?? null, args.includes("--json"));
});

async function run(file: string, links: string | null, json: boolean): Promise<void> {
  try {
    // Before the database is asked for: a file that cannot be used is told of whatever runs.
    await checkFiles(file, links);
    // Only a journey that moves on has words to keep: the reason.
    const keys = await peopleKeysIfAny(process.env);
    const options = { name: "school-journeys import-schools", poolSize: 2, keys };
    const url = await databaseUrl(process.env);
    const report = await withDatabase(url, options, async (database) => {
      await ensureSchema(database, keys);
      const deps = { database, temporal: whereTemporalIs, now: () => instantFromMs(Date.now()) };
      return importRegister(deps, file, links);
    });
    process.stdout.write(`${json ? reportJson(report) : reportText(report)}\n`);
    if (report.moved.waiting.length + report.moved.refused.length > 0) process.exitCode = 1;
  } catch (error) {
    if (!(error instanceof ExtractError)) throw error;
    refuse(error.message);
  }
}

/** Or the sentence on what to do. */
function whereTemporalIs(): ReturnType<ImportDeps["temporal"]> {
  try {
    return temporalAddress(process.env);
  } catch (error) {
    if (error instanceof SetUpError || error instanceof EnvironmentError) return { unknown: error.message };
    throw error;
  }
}

/** A database of an earlier release has no place for the register yet. */
async function ensureSchema(database: Database, keys: readonly Buffer[] | null): Promise<void> {
  if (await holdsRegister(database)) return;
  const { databaseUrl: given, databaseOwnerUrl } = readEnvironment(process.env);
  const owner = databaseOwnerUrl ?? given;
  if (owner === undefined)
    throw new SetUpError("The database is of an earlier release: `npm start` brings it up to date.");
  await upToDate(owner, keys);
}

/** Where the person stands who typed the name: npm runs scripts in the folder of package.json and remembers theirs. */
function placed(file: string): string {
  const theirs = resolve(process.env["INIT_CWD"] ?? ".", file);
  return process.env["npm_lifecycle_event"] === "import-schools" && existsSync(theirs) ? theirs : file;
}

function refuse(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}
