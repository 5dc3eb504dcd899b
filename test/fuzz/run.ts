// `npm run -s test:fuzz -- [--seed S] [--examples N] [--seconds T] [--role ROLE]…`: schemathesis makes requests from
// the OpenAPI document, good and bad, signed in as each role, for every operation that the role may call (that it may
// call no other, test/api/matrix.int.spec.ts shows); with --seconds it goes on for so long in each, or breaks off. No
// answer is a 5xx, none is another than the document says. Ends with 1 if anything is found, or an operation was not
// asked. What was found, and the API's log, stay in .local/fuzz.

import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { CONTROLLERS } from "../../apps/web/web.module.ts";
import { routesOf } from "../../apps/api/routes.ts";
import { runCommand } from "../../apps/cli/command.ts";
import { localFolder } from "../../apps/cli/setup/folders.ts";
import { pythonWith, SCHEMATHESIS } from "../../apps/cli/setup/python-program.ts";
import { SetUpError } from "../../apps/cli/setup/set-up-error.ts";
import { ROLES, type Role } from "../../libs/service/access/principal.ts";
import { startTestRun } from "../support/test-run.ts";
import { withKnown } from "./document.ts";
import { knownTo, someone, startFuzzWorld, type FuzzWorld } from "./world.ts";

/** Of what schemathesis reports, what is read here. */
interface Report {
  operations: { selected: number; tested: number };
  test_cases: { generated: number; unique_failures: number; errored: number };
  failures: { title: string; count: number }[];
}

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    examples: { type: "string", default: "3" },
    seconds: { type: "string" },
    role: { type: "string", multiple: true },
  },
});
const ROUTES = routesOf(CONTROLLERS);
const folder = join(localFolder, "fuzz");
const log = join(folder, "api.log");
const say = (line: string): void => void process.stderr.write(`${line}\n`);

await runCommand(fuzz);
process.exit();

async function fuzz(): Promise<void> {
  const unknown = values.role?.find((name) => !ROLES.some((role) => role === name));
  if (unknown !== undefined) throw new SetUpError(`There is no role ${unknown}: take ${ROLES.join(", ")}.`);
  const python = await pythonWith(SCHEMATHESIS, say);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const run = await startTestRun();
  const world = await startFuzzWorld(log);
  say(
    `seed ${values.seed}, ${values.examples} examples an ` +
      `operation${values.seconds === undefined ? "" : `, ${values.seconds} s a role`}; the log is ${log}`,
  );
  try {
    for (const role of ROLES) if (values.role?.includes(role) ?? true) await asRole(python, role, world);
  } finally {
    await world.stop();
    await run.stop();
  }
}

async function asRole(python: string, role: Role, { api, known }: FuzzWorld): Promise<void> {
  const who = someone(role, known);
  const document = join(folder, `${role}.openapi.json`);
  const report = join(folder, `${role}.json`);
  await writeFile(
    document,
    JSON.stringify(
      withKnown((await api.get("/api/openapi.json", { as: null })).body, knownTo(who, known), (method, path) =>
        mayCall(role, method, path),
      ),
    ),
  );
  const started = Date.now();
  const before = (await answers()).length;
  const args = [
    "-m",
    "schemathesis.cli",
    "--config-file",
    join(import.meta.dirname, "schemathesis.toml"),
    "run",
    document,
    "--url",
    api.origin,
    "--header",
    `Authorization: Bearer ${await api.signIn.token(who)}`,
    "--seed",
    values.seed,
    "--max-examples",
    values.examples,
    ...(values.seconds === undefined ? [] : ["--max-time", values.seconds]),
    "--generation-database",
    "none",
    "--report",
    "json",
    "--report-json-path",
    report,
    "--no-color",
  ];
  const { output, failed } = await new Promise<{ output: string; failed: boolean }>((resolve) => {
    const env = { ...process.env, PYTHONUTF8: "1", SCHEMATHESIS_HOOKS: join(import.meta.dirname, "hooks.py") };
    // What it keeps of its own goes to where it runs.
    execFile(python, args, { maxBuffer: 1e9, env, cwd: folder }, (error, stdout, stderr) =>
      resolve({ output: stdout + stderr, failed: error !== null }),
    );
  });
  await writeFile(join(folder, `${role}.txt`), output);
  const { operations, test_cases: cases, failures } = JSON.parse(await readFile(report, "utf8")) as Report;
  const given = (await answers()).slice(before);
  const statuses = [...new Set(given)]
    .sort()
    .map((status) => `${status}×${given.filter((one) => one === status).length}`);
  say(
    `${role}: ${operations.tested} of ${operations.selected} operations, ${cases.generated} requests made ` +
      `(answers ${statuses.join(" ")}), ${cases.unique_failures} findings, ` +
      `${Math.round((Date.now() - started) / 1_000)} s`,
  );
  if (!failed && operations.tested === operations.selected) return;
  process.exitCode = 1;
  for (const { title, count } of failures) say(`  ${title}: ${count}`);
  say(`  all of it: ${join(folder, `${role}.txt`)}`);
}

/** What anyone may call, one role asks for all. */
function mayCall(role: Role, method: string, path: string): boolean {
  const allowed = ROUTES.find((route) => route.method === method && route.path === path)?.allowed ?? [];
  return allowed === "anyone" ? role === "operator" : allowed.includes(role);
}

/** The statuses that the API has answered with so far, as its log has them. */
async function answers(): Promise<string[]> {
  return [...(await readFile(log, "utf8")).matchAll(/"message":"request".*"status":(\d+)/gu)].map(
    ([, status]) => status ?? "",
  );
}
