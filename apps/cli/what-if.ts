// `npm run what-if -- FILE`: what other figures would mean for every journey, from now on. It reads the database and
// writes nothing.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { academicYearOf, nextAcademicYear, yearEnds } from "../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate, parseWhen, type Instant } from "../../libs/calendar/instants.ts";
import { loadCatalogue } from "../../libs/config/load-catalogue.ts";
import { withPolicy, CatalogueFault, type Policy } from "../../libs/prospectus/catalogue.ts";
import { runCommand } from "./command.ts";
import { parseFile } from "./rehearsal-file.ts";
import { SetUpError } from "./setup/set-up-error.ts";
import { startLanes } from "./what-if-threads.ts";
import { wordsOf } from "./what-if-words.ts";
import { databaseUrl } from "./where-it-runs.ts";

const USAGE = `Usage: npm run -s what-if -- FILE [--json]

FILE is YAML or JSON: policy: {2027-28/primary-development: {grant: 1500, graceDays: 14}}
and, if you wish, hub: great-north and until: 2028-08-31 (else the end of the academic year after this one).`;

interface Asked {
  policy: Policy;
  hub: string | null;
  until: Instant;
}

await runCommand(async () => {
  const [file, ...flags] = process.argv.slice(2).filter((arg) => arg !== "");
  if (file === undefined || flags.some((flag) => flag !== "--json")) throw new SetUpError(USAGE);
  const now = instantFromMs(Date.now());
  const asked = read(file, now);
  mustLieOver(asked.policy);
  const span = { from: now, until: asked.until };
  const request = { url: await databaseUrl(process.env), ...asked, ...span };
  // What this thread needs for it is loaded while the others load.
  const lanes = startLanes();
  const { comparedInLanes } = await import("./what-if-lanes.ts");
  const found = await comparedInLanes(request, lanes);
  process.stdout.write(
    flags.includes("--json")
      ? `${JSON.stringify({ ...span, ...found }, null, 2)}\n`
      : wordsOf(found, asked.policy, span),
  );
});

/** @throws SetUpError that names every fault of the file by its path */
function read(file: string, now: Instant): Asked {
  const parsed = parseFile(textOf(file));
  if ("faults" in parsed) throw new SetUpError(parsed.faults.join("\n"));
  const content = Object(parsed.content) as Record<string, unknown>;
  const unknown = Object.keys(content)
    .filter((key) => !["policy", "hub", "until"].includes(key))
    .map((key) => `${key}: is not one of policy, hub, until`);
  const { policy, hub = null, until } = content;
  const faults = [
    ...unknown,
    ...(isPolicy(policy)
      ? []
      : ["policy: must be figures by prospectus id, as {2027-28/primary-development: {grant: 1500}}"]),
    ...(hub === null || typeof hub === "string" ? [] : ["hub: must be the code of a hub, as great-north"]),
    ...(until === undefined || isDay(until) ? [] : ["until: must be a date, as 2028-08-31"]),
  ];
  if (faults.length > 0 || !isPolicy(policy) || (hub !== null && typeof hub !== "string"))
    throw new SetUpError(faults.join("\n"));
  return { policy, hub, until: isDay(until) ? parseWhen(until, "end") : endOfNextYear(now) };
}

function textOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : resolve(process.env["INIT_CWD"] ?? ".", file), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error)
      throw new SetUpError(`${file}: cannot be read (${String(error.code)})`);
    throw error;
  }
}

/** @throws SetUpError for figures that no programme has */
function mustLieOver(policy: Policy): void {
  try {
    withPolicy(loadCatalogue(), policy);
  } catch (error) {
    if (error instanceof CatalogueFault) throw new SetUpError(error.message);
    throw error;
  }
}

function isPolicy(value: unknown): value is Policy {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every(
      (figures) =>
        typeof figures === "object" &&
        figures !== null &&
        Object.values(figures).every((one) => typeof one === "number"),
    )
  );
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/u.test(value) && !Number.isNaN(Date.parse(value));
}

function endOfNextYear(now: Instant): Instant {
  return yearEnds(nextAcademicYear(academicYearOf(localDate(now))));
}
