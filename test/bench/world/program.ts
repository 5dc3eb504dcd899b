// A command of the repository, run as a person runs it, but for npm's own process.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

/** Runs the script of package.json with these arguments; what it wrote. Throws where it ends with anything but 0. */
export async function runScript(script: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8")) as { scripts: Record<string, string> };
  const [, ...before] = (scripts[script] ?? "").split(" ");
  const child = spawn(process.execPath, [...before, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text: Buffer) => (said.out += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said.err += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`npm run ${script} ended with ${code}: ${said.err.slice(-500)}`);
  return said.out;
}
