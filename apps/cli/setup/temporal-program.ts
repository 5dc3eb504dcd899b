import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { cacheFolder } from "./folders.ts";
import { SetUpError, type Say } from "./set-up-error.ts";

/**
 * The last version that `go install` can build: the go.mod of newer ones has a replace directive. Server 1.29.1, UI
 * 2.42.1.
 */
const VERSION = "1.5.1";

/** SHA-256 of the release archives, fixed here, so that what is run is what was looked at. */
const ARCHIVES: Record<string, string> = {
  linux_amd64: "ddc95e08b0b076efd4ea9733a3f488eb7d2be875f8834e616cd2a37358b4852d",
  linux_arm64: "bd1b0db9f18b051026de8bf6cc1505f2510f14bbb7a8b9a4a91fff46c77454f5",
  darwin_amd64: "bbb73e2a31135abe50a1f1cdb35030c42961df618e8ce9c60ae89f201540c5d9",
  darwin_arm64: "cca01b7ea35ad56e2a328d9ae596bf716bd22313ef63c7a761c88354457c2415",
};
const RELEASES = "https://github.com/temporalio/cli/releases/download";

/**
 * Finds the Temporal program (server and Web UI in one), or gets it: from the PATH, from this user's cache, by
 * download, by building it with Go.
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
  const cached = join(cacheFolder(env), `temporal-${VERSION}`, "temporal");
  if (existsSync(cached)) return cached;

  await mkdir(cacheFolder(env), { recursive: true });
  const workplace = await mkdtemp(join(cacheFolder(env), "getting-temporal-"));
  try {
    const faults: string[] = [];
    for (const way of [download, build]) {
      const fault = await way(workplace, { say, env, releases });
      if (!fault) {
        await mkdir(dirname(cached), { recursive: true });
        await rename(join(workplace, "temporal"), cached);
        return cached;
      }
      faults.push(fault);
    }
    throw new SetUpError(
      `The Temporal server is missing: ${faults.join("; ")}. Install the Temporal CLI ` +
        `(https://docs.temporal.io/cli) so that "temporal" ` +
        "is on the PATH, or Go 1.24 or newer, or set TEMPORAL_ADDRESS to a server that runs.",
    );
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

interface Way {
  say: Say;
  env: NodeJS.ProcessEnv;
  releases: string;
}

/** Puts the release's `temporal` into a folder; returns why not, if not. */
async function download(folder: string, { say, releases }: Way): Promise<string | undefined> {
  const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;
  const expected = ARCHIVES[platform];
  if (!expected) return `there is no release for ${platform}`;
  const url = `${releases}/v${VERSION}/temporal_cli_${VERSION}_${platform}.tar.gz`;
  say(`Downloading the Temporal server ${VERSION} …`);
  let bytes: Buffer;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(180_000) });
    if (!answer.ok) return `${url} answered ${answer.status}`;
    bytes = Buffer.from(await answer.arrayBuffer());
  } catch {
    return `${url} cannot be reached`; // fetch tells no more than "fetch failed"
  }
  if (createHash("sha256").update(bytes).digest("hex") !== expected)
    return `what came from ${url} is not the release (its SHA-256 differs)`;
  const archive = join(folder, "temporal.tar.gz");
  await writeFile(archive, bytes);
  return (await succeeds("tar", ["-xzf", archive, "-C", folder, "temporal"]))
    ? undefined
    : "tar could not unpack the release";
}

/** Builds `temporal` into a folder with Go; returns why not, if not. */
async function build(folder: string, { say, env }: Way): Promise<string | undefined> {
  const go = onPath("go", env);
  if (!go) return "there is no Go to build it with";
  say(`Building the Temporal server ${VERSION} with Go (once, two to five minutes) …`);
  const started = Date.now();
  const alive = setInterval(() => say(`  still building, ${Math.round((Date.now() - started) / 1000)} s …`), 30_000);
  const args = ["install", "-trimpath", "-ldflags=-s -w", `github.com/temporalio/cli/cmd/temporal@v${VERSION}`];
  const built = await succeeds(go, args, { ...env, GOBIN: folder });
  clearInterval(alive);
  return built ? undefined : '"go install" failed (its output is above)';
}

async function succeeds(command: string, args: string[], env = process.env): Promise<boolean> {
  const child = spawn(command, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  return new Promise((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
}

/** The full path of a program on the PATH, if it is there. */
export function onPath(program: string, env: NodeJS.ProcessEnv = process.env): string | undefined {
  return (env["PATH"] ?? "")
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false; // not in this folder
      }
    });
}
