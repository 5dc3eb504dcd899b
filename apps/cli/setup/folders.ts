import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The top folder of this clone, absolute. */
export const top = fileURLToPath(new URL("../../..", import.meta.url));

/**
 * Where this clone keeps its own state (databases, logs, ports, mail); git ignores it. A demonstration has a folder of
 * its own in it.
 */
export const localFolder = join(top, ".local", ...(process.env["DEMO"] === "allow" ? ["demo"] : []));

/**
 * Where what is slow to get is kept for every clone of this user: the Temporal programs.
 * @param env the process environment
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "school-journeys");
}
