// Programs of others: which are there, running them, and whether what was fetched is what was looked at.

import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, createReadStream } from "node:fs";
import { delimiter, join } from "node:path";
import { pipeline } from "node:stream/promises";

/** Of this machine, as releases name it: `linux_amd64`. */
export const platform = `${process.platform}_${process.arch === "x64" ? "amd64" : process.arch}`;

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

/**
 * Runs a program to its end. Answers whether it ended with 0; what it complains of goes to the terminal, unless
 * `quiet`.
 */
export async function succeeds(
  command: string,
  args: string[],
  { env = process.env, quiet = false, cwd }: { env?: NodeJS.ProcessEnv; quiet?: boolean; cwd?: string } = {},
): Promise<boolean> {
  const child = spawn(command, args, { env, cwd, stdio: ["ignore", "ignore", quiet ? "ignore" : "inherit"] });
  underWay.add(child);
  const succeeded = await new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });
  underWay.delete(child);
  return succeeded;
}

const underWay = new Set<ChildProcess>();

/** Ends what `succeeds` runs: whoever is told to stop does not wait minutes for a build. It answers that it failed. */
export function endPrograms(): void {
  for (const child of underWay) child.kill("SIGTERM");
}

/** The SHA-256 of a file, in hexadecimal. Rejects where it cannot be read. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}
