// The command behind `npm run rehearse`: its arguments, its file, its two ways of printing.

import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { isAcademicYear } from "../../libs/calendar/academic-years.ts";
import { loadCalendars } from "../../libs/config/load-calendars.ts";
import { lazyCatalogue } from "../../libs/config/load-catalogue.ts";
import { calendarText } from "../../libs/rehearsal/calendar-text.ts";
import { readRehearsal } from "../../libs/rehearsal/file.ts";
import { reportOf } from "../../libs/rehearsal/report.ts";
import { rehearse } from "../../libs/rehearsal/run.ts";
import { whyGrant } from "../../libs/journey/why/grant.ts";
import { CatalogueFault } from "../../libs/prospectus/fault.ts";
import { parseFile } from "./rehearsal-file.ts";

const USAGE = `Usage: npm run -s rehearse -- FILE [--json | --why 2020/21]

Runs a school's journey ahead of time and prints it. FILE is YAML or JSON; - reads standard input.
--json prints one object for scripts; --why why the grant of an academic year is where it is at the end.
Exit 0; 2 for a file that cannot be rehearsed, with every fault named.`;

/**
 * Runs the command and gives its exit code: 0; 2 for a file that cannot be rehearsed; 1 where the catalogue itself is
 * broken.
 */
export async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  // A reader that goes away (`| head`) ends the output, and nothing else is wrong.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  if (args.includes("--help") || args.includes("-h")) return say(USAGE);
  const at = args.indexOf("--why");
  const year = at < 0 ? null : (args[at + 1] ?? "");
  if (year !== null && !isAcademicYear(year))
    return refuse(["--why: name the academic year of the grant, as 2020/21", "", USAGE]);
  const others = args.filter((_arg, index) => at < 0 || (index !== at && index !== at + 1));
  const files = others.filter((arg) => arg === "-" || !arg.startsWith("-"));
  const unknown = others.find((arg) => arg !== "--json" && !files.includes(arg));
  const [file] = files;
  if (unknown !== undefined) return refuse([`${unknown}: unknown option`, "", USAGE]);
  if (file === undefined || files.length > 1) return refuse(["Name one file.", "", USAGE]);
  try {
    return await run(file, { json: others.includes("--json"), year });
  } catch (error) {
    if (!(error instanceof CatalogueFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

async function run(file: string, { json, year }: { json: boolean; year: string | null }): Promise<0 | 2> {
  const source = await read(file);
  if ("fault" in source) return refuse([source.fault]);
  const parsed = parseFile(source.text);
  if ("faults" in parsed) return refuse(parsed.faults);
  const outcome = readRehearsal(parsed.content, lazyCatalogue());
  if ("faults" in outcome)
    return refuse(outcome.faults.map(({ path, fault }) => (path === "" ? `The file ${fault}` : `${path}: ${fault}`)));
  const { la, urn } = outcome.rehearsal.school;
  const rules = { catalogue: outcome.catalogue, calendar: loadCalendars()({ urn, ...(la !== undefined && { la }) }) };
  const rehearsed = rehearse(outcome.rehearsal, rules);
  if (year !== null) {
    const why = whyGrant(rehearsed.facts, year, outcome.catalogue, outcome.rehearsal.until);
    return why === null
      ? refuse([`--why: no stage-year of ${year} begins in this rehearsal`])
      : say(json ? JSON.stringify(why, null, 2) : why.text);
  }
  const report = reportOf(rehearsed);
  return say(json ? JSON.stringify(report, null, 2) : calendarText(outcome.rehearsal, rehearsed, report));
}

async function read(file: string): Promise<{ text: string } | { fault: string }> {
  try {
    return { text: file === "-" ? await text(process.stdin) : readFileSync(placed(file), "utf8") };
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : "";
    if (reason === "") throw error;
    return { fault: reason === "ENOENT" ? `${file}: there is no such file` : `${file}: cannot be read (${reason})` };
  }
}

/** Where the person stands who typed the name: npm runs scripts in the folder of package.json and remembers theirs. */
function placed(file: string): string {
  const theirs = resolve(process.env["INIT_CWD"] ?? ".", file);
  return process.env["npm_lifecycle_event"] === "rehearse" && existsSync(theirs) ? theirs : file;
}

function say(words: string): 0 {
  process.stdout.write(`${words}\n`);
  return 0;
}

function refuse(lines: readonly string[]): 2 {
  process.stderr.write(`${lines.join("\n")}\n`);
  return 2;
}
