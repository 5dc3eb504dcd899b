// Does a test fail for every rule that is taken away? Run by hand: `node test/mutations/run.ts [part of a path or a
// code]`. Works on a copy of the rules and their tests; nothing here is touched. Each rule away is one run of the tests
// beside it and, if they do not notice, of all tests of the rules. Exit 1 where nothing notices.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { REJECTION_CODES } from "../../libs/journey/rejection.ts";
import { sitesOf, type Site } from "./sites.ts";

const TOP = fileURLToPath(new URL("../..", import.meta.url));
const COPIED = ["libs", "apps/cli/setup", "test/support", ".jest", "package.json", "tsconfig.json"];
/** Codes of HTTP and of a Work Group's capacity: no rule of one journey. */
const ELSEWHERE = new Set([
  "group-full",
  "lead-not-fit",
  "key-reused",
  "unauthenticated",
  "forbidden",
  "rate-limited",
  "unavailable",
]);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** What tests the rules of a journey: alone, and together with its Work Group's and payment runs'. */
const TESTS = ["libs/journey", "libs/work-group", "libs/payments"];

type Verdict = { site: Site; noticedBy: string | null };

function main(wanted: string | undefined): number {
  const copy = mkdtempSync(join(tmpdir(), "mutations-"));
  try {
    for (const path of COPIED) cpSync(join(TOP, path), join(copy, path), { recursive: true });
    symlinkSync(join(TOP, "node_modules"), join(copy, "node_modules"));
    if (!passes(copy, TESTS)) throw new Error("The tests fail as they are: nothing can be learned from them.");
    const files = [
      "libs/journey/decide.ts",
      ...readdirSync(join(copy, "libs/journey/decide"))
        .filter((file) => !file.includes(".spec."))
        .map((file) => `libs/journey/decide/${file}`),
    ];
    const sites = files.flatMap((file) => sitesOf(file, readFileSync(join(copy, file), "utf8")));
    const chosen = sites.filter(({ file, code }) => wanted === undefined || file.includes(wanted) || code === wanted);
    const verdicts = chosen.map((site): Verdict => ({ site, noticedBy: tryWithout(copy, site) }));
    report(verdicts);
    const missing =
      wanted === undefined
        ? REJECTION_CODES.filter((code) => !ELSEWHERE.has(code) && !sites.some((site) => site.code === code))
        : [];
    for (const code of missing) say(`no rule gives ${code}`);
    return missing.length > 0 || verdicts.some(({ noticedBy }) => noticedBy === null) ? 1 : 0;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Which tests notice that the rule is gone: those beside it, those of all rules, or none. */
function tryWithout(copy: string, site: Site): string | null {
  const path = join(copy, site.file);
  const whole = readFileSync(path, "utf8");
  writeFileSync(path, site.without);
  try {
    // All specs of that file: `records.unit.spec.ts`, `records-theme-and-correction.unit.spec.ts`.
    const beside = site.file.replace(/\.ts$/u, "(-[a-z-]+)?.unit.spec.ts");
    const noticed = !passes(copy, [beside]) ? beside : !passes(copy, TESTS) ? TESTS.join(" and ") : null;
    say(`${site.file}:${site.line} ${site.code}: ${noticed ? `noticed by ${noticed}` : "SURVIVES"}`);
    return noticed;
  } finally {
    writeFileSync(path, whole);
  }
}

/** Rehearsals and what imports schools are left out: they are other people's tests, and slower. */
function passes(copy: string, paths: string[]): boolean {
  const jest = join(copy, "node_modules/jest/bin/jest.js");
  const args = [
    "--no-warnings",
    jest,
    ...paths,
    "--selectProjects",
    "unit",
    "--bail",
    "--maxWorkers=1",
    "--passWithNoTests",
    "--testTimeout=600000",
    "--testPathIgnorePatterns",
    "/rehearsal/",
    "/schools/",
  ];
  return spawnSync(process.execPath, args, { cwd: copy, stdio: "ignore" }).status === 0;
}

function report(verdicts: readonly Verdict[]): void {
  say("\ncode                             sites  noticed");
  for (const code of [...new Set(verdicts.map(({ site }) => site.code))].sort()) {
    const of = verdicts.filter(({ site }) => site.code === code);
    say(
      `${code.padEnd(32)} ${String(of.length).padStart(5)} ` +
        `${String(of.filter(({ noticedBy }) => noticedBy !== null).length).padStart(8)}`,
    );
  }
  const survivors = verdicts.filter(({ noticedBy }) => noticedBy === null);
  say(`\n${verdicts.length} rules taken away, ${verdicts.length - survivors.length} noticed.`);
  for (const { site } of survivors) say(`SURVIVES ${site.file}:${site.line} ${site.code}`);
}

process.exitCode = main(process.argv[2]);
