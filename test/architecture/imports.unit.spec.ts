// The rules of .dependency-cruiser.cjs, held to a tree made to break each of them: a rule that matches nothing is green
// too.
import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { top } from "../../apps/cli/setup/folders.ts";

const FORBIDDEN: { rule: string; file: string; imports: string }[] = [
  { rule: "pure-journey", file: "libs/journey/a.ts", imports: "../store/x.ts" },
  { rule: "pure-calendar", file: "libs/calendar/a.ts", imports: "../../activities/x.ts" },
  { rule: "pure-takes-no-package", file: "libs/prospectus/a.ts", imports: "node:fs" },
  { rule: "pure-takes-no-package", file: "libs/journey/b.ts", imports: "typeorm" },
  { rule: "calendar-takes-temporal-and-ical", file: "libs/calendar/b.ts", imports: "yaml" },
  { rule: "workflow-takes-contract-and-types", file: "workflows/a.ts", imports: "../libs/journey/x.ts" },
  { rule: "workflow-types", file: "workflows/b.ts", imports: "../libs/store/x.ts" },
  { rule: "workflow-packages", file: "workflows/c.ts", imports: "node:crypto" },
  { rule: "activities", file: "activities/a.ts", imports: "../workflows/x.ts" },
  { rule: "contract", file: "libs/contract/a.ts", imports: "../store/x.ts" },
  { rule: "store", file: "libs/store/a.ts", imports: "../views/x.ts" },
  { rule: "views", file: "libs/views/a.ts", imports: "../people/x.ts" },
  { rule: "people", file: "libs/people/a.ts", imports: "../views/x.ts" },
  { rule: "mail", file: "libs/mail/a.ts", imports: "../store/x.ts" },
  { rule: "temporal", file: "libs/temporal/a.ts", imports: "../views/x.ts" },
  { rule: "book", file: "libs/book/a.ts", imports: "../people/x.ts" },
  { rule: "service", file: "libs/service/a.ts", imports: "../mail/x.ts" },
  { rule: "config", file: "libs/config/a.ts", imports: "../store/x.ts" },
  { rule: "edge", file: "apps/api/a.ts", imports: "../../activities/x.ts" },
  { rule: "edge", file: "apps/console/a.ts", imports: "../../workflows/x.ts" },
  { rule: "edge", file: "apps/api/b.ts", imports: "../../libs/store/x.ts" },
  { rule: "edge", file: "apps/api/c.ts", imports: "../console/a.ts" },
  { rule: "edge", file: "apps/console/c.ts", imports: "../api/a.ts" },
  { rule: "http", file: "libs/http/a.ts", imports: "../store/x.ts" },
  { rule: "web", file: "apps/web/a.ts", imports: "../../workflows/x.ts" },
  { rule: "worker", file: "apps/worker/a.ts", imports: "../api/b.ts" },
  { rule: "terminal", file: "apps/cli/a.ts", imports: "../../libs/people/x.ts" },
  { rule: "libs-know-no-app", file: "libs/store/b.ts", imports: "../../apps/api/b.ts" },
  { rule: "no-test-in-service", file: "libs/store/c.ts", imports: "../../test/x.ts" },
  { rule: "nothing-missing", file: "libs/store/d.ts", imports: "./gone.ts" },
  { rule: "service-takes-no-dev-package", file: "apps/worker/b.ts", imports: "jest" },
  { rule: "no-undeclared-package", file: "libs/store/e.ts", imports: "express" },
];
const FOLDERS = [
  "workflows",
  "activities",
  "test",
  ...["store", "mail", "people", "views", "journey"].map((lib) => `libs/${lib}`),
];

let tree: string;
let broken: string[];

beforeAll(async () => {
  tree = mkdtempSync(join(tmpdir(), "imports-"));
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"])
    cpSync(join(top, file), join(tree, file));
  symlinkSync(join(top, "node_modules"), join(tree, "node_modules"));
  for (const folder of FOLDERS) write(`${folder}/x.ts`, "export const x = 1;\n");
  for (const { file, imports } of FORBIDDEN)
    write(file, `import * as it from '${imports}';\nexport const used = it;\n`);
  write("libs/people/one.ts", "import { two } from './two.ts';\nexport const one: number = two;\n");
  write("libs/people/two.ts", "import { one } from './one.ts';\nexport const two: number = one;\n");
  broken = await violations();
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true }));

it.each(FORBIDDEN)("$file may not import $imports", ({ rule, file }) => {
  expect(broken).toContain(`${rule}: ${file}`);
});

it("two files may not import each other", () => {
  expect(broken).toContain("no-cycles: libs/people/one.ts");
});

it("what may be imported is left alone", () => {
  expect(broken.filter((it) => / .*\/x\.ts$/.test(it))).toEqual([]);
});

function write(file: string, content: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), content);
}

async function violations(): Promise<string[]> {
  const cruiser = join(top, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const args = [
    cruiser,
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    "apps",
    "workflows",
    "activities",
    "libs",
  ];
  // It ends with a code for the errors that this test wants: what counts is its output.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: tree, maxBuffer: 1e8 }).catch(
    (error: { stdout: string }) => error,
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}
