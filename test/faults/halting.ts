// Stopping a process with all that it has begun. PostgreSQL's backends lead sessions of their own: neither a signal to
// the process nor one to its group reaches them, and they go on answering while their parent stands still.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

interface Running {
  pid: number;
  parent: number;
  /** As the system says it: T is stopped, Z has ended. */
  state: string;
}

const PATIENCE_MS = 10_000;
const LOOKS_MS = 5;

/**
 * Stops a process and all below it, the topmost first, so that it begins nothing more. Resolves once every one of them
 * stands still, also one that was begun meanwhile; with how many they are.
 * @throws where one goes on
 */
export async function halt(pid: number): Promise<number> {
  const sent = new Set<number>();
  for (const patience = Date.now() + PATIENCE_MS; ; await pause(LOOKS_MS)) {
    const all = familyOf(pid);
    for (const one of all.filter((each) => !sent.has(each.pid))) {
      send(one.pid, "SIGSTOP");
      sent.add(one.pid);
    }
    // Whatever one that still ran began is below it now, and is found the next time.
    if (all.every(({ state }) => state === "T")) return all.length;
    if (Date.now() > patience) throw new Error(`${pid} and what it began are not all stopped: ${JSON.stringify(all)}`);
  }
}

/** Lets them all go on, those that serve before the one that minds them. */
export function goOn(pid: number): void {
  for (const one of familyOf(pid).reverse()) send(one.pid, "SIGCONT");
}

/** A process and all below it that have not ended, parents before children; nothing where there is none. */
function familyOf(pid: number): Running[] {
  const all = processes().filter(({ state }) => state !== "Z");
  const family = all.filter((one) => one.pid === pid);
  for (const parent of family) family.push(...all.filter((one) => one.parent === parent.pid));
  return family;
}

function processes(): Running[] {
  if (process.platform !== "linux")
    return execFileSync("ps", ["-A", "-o", "pid=,ppid=,state="], { encoding: "utf8" })
      .trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/u))
      .map(([pid, parent, state]) => ({ pid: Number(pid), parent: Number(parent), state: state?.[0] ?? "" }));
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        // The name of the program, in brackets, may have anything in it.
        const [state = "", parent] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
        return [{ pid: Number(name), parent: Number(parent), state }];
      } catch {
        return []; // it has ended meanwhile
      }
    });
}

function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it has ended meanwhile
  }
}
