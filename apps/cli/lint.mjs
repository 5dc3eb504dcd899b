// `npm run lint`: every check of the code as it is written; prints what fails, and ends with 1 if anything does.
// `-- --json FILE` also writes how many checks passed and failed, for .ci/run.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { goOnUnderPinnedNode } from "./setup/dependencies.mjs";

await goOnUnderPinnedNode(fileURLToPath(import.meta.url));

const FOLDERS = ["apps", "workflows", "activities", "libs", "test"];
const checks = [
  {
    name: "layout",
    run: "prettier/bin/prettier.cjs",
    args: ["--check", ".", "--log-level", "warn", "--cache", "--cache-location", ".local/cache/prettier"],
  },
  { name: "types", run: "typescript/bin/tsc", args: [] },
  {
    name: "style",
    run: "eslint/bin/eslint.js",
    args: [
      "--config",
      ".eslint.config.mjs",
      "--max-warnings",
      "0",
      "--cache",
      "--cache-location",
      ".local/cache/eslint",
      ...FOLDERS,
    ],
  },
  {
    name: "imports",
    run: "dependency-cruiser/bin/dependency-cruise.mjs",
    args: ["--config", ".dependency-cruiser.cjs", ...FOLDERS.slice(0, -1)],
  },
  { name: "dead code", run: "knip/bin/knip.js", args: ["--config", ".knip.jsonc", "--no-config-hints"] },
];

const failed = checks.filter(({ name, run, args }) => {
  process.stdout.write(`— ${name}\n`);
  const program = fileURLToPath(new URL(`../../node_modules/${run}`, import.meta.url));
  return spawnSync(process.execPath, [program, ...args], { stdio: "inherit" }).status !== 0;
});
process.stdout.write(
  failed.length > 0 ? `Failed: ${failed.map(({ name }) => name).join(", ")}\n` : "All checks passed.\n",
);

const json = process.argv.indexOf("--json");
if (json > 0)
  writeFileSync(
    process.argv[json + 1],
    JSON.stringify({ passed: checks.length - failed.length, failed: failed.length }),
  );
process.exitCode = failed.length > 0 ? 1 : 0;
