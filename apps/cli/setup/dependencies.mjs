// What `npm start` and `npm test` do first, on whatever Node 20 or newer the machine has and with no package there:
// install the dependencies, if they are missing or not the locked ones, then go on under the pinned Node.
// Plain JavaScript, because Node 20 runs no TypeScript.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../..", import.meta.url));
const pinnedNode = join(top, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");

/**
 * Runs a script of this repository under the pinned Node, with what it needs installed; ends this process with its exit
 * code, unless this process is already the pinned Node: then it just returns.
 * @param {string} script the file that was started, absolute
 */
export async function goOnUnderPinnedNode(script) {
  process.chdir(top);
  const wrong = whatIsWrong();
  if (wrong) await install(wrong);
  const pinned = readJson(join(top, "node_modules", "node", "package.json")).version;
  if (process.version === `v${pinned}`) return endWithParent(() => process.kill(process.pid, "SIGTERM"));
  process.exit(await run(pinnedNode, [script, ...process.argv.slice(2)]));
}

/** @returns {string | undefined} why the installed packages will not do, if so */
function whatIsWrong() {
  if (!existsSync(join(top, "node_modules"))) return "they are missing";
  const installed = readJson(join(top, "node_modules", ".package-lock.json"))?.packages ?? {};
  const locked = readJson(join(top, "package-lock.json")).packages;
  for (const [path, { version, optional }] of Object.entries(locked)) {
    if (path === "" || optional) continue; // this repository itself; what is for other platforms
    if (installed[path]?.version !== version)
      return `${path.replace(/^.*node_modules\//, "")} is not the locked ${version}`;
  }
  return existsSync(pinnedNode) ? undefined : "the pinned Node is missing";
}

/** @param {string} why */
async function install(why) {
  say(`Installing the packages (${why}); about half a minute …`);
  // Some are for Node 24 only, which is one of the packages: npm's warnings that the machine's own Node is older say
  // nothing.
  const npm = process.env.npm_execpath?.endsWith("npm-cli.js") ? [process.execPath, process.env.npm_execpath] : ["npm"];
  const ci = [...npm.slice(1), "ci", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = await run(npm[0], ci, { cwd: top, stdio: ["ignore", 2, 2] });
  if (code !== 0) {
    fail(
      `"npm ci" failed (its output is above), so the packages are not installed. ` +
        `${code === NOT_STARTED ? "Is npm on the PATH?" : "Can this machine reach the npm registry?"}`,
    );
  }
  if (!existsSync(pinnedNode)) {
    fail(
      'npm installed the packages but not Node 24: it did not run the install script of the package "node". ' +
        'Run "npm rebuild node", and allow install scripts (ignore-scripts must not be set).',
    );
  }
}

/** What a shell says of a program that is not there. */
const NOT_STARTED = 127;

/**
 * Runs a program in our place: with our terminal, our signals and, in the end, its exit code.
 * @param {string} command @param {string[]} args @param {import("node:child_process").SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: "inherit",
    env: { ...process.env, PATH: `${join(top, "node_modules", ".bin")}:${process.env.PATH}` },
    ...options,
  });
  // It stops in good order, and we wait for it. Ctrl-C reaches it by itself, but npm tells us alone: two within a second
  // are one to it.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  endWithParent(() => child.kill("SIGTERM"));
  return new Promise((resolve) => {
    child.once("error", () => resolve(NOT_STARTED));
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/**
 * npm passes on what it is asked to end by, to us: `exec` in package.json leaves no shell between, which would keep it
 * to itself. One that is killed cannot: we see only that it is gone.
 * @param {() => void} end
 */
function endWithParent(end) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500).unref();
}

/** @param {string} file */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`);
}

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  say(sentence);
  process.exit(1);
}
