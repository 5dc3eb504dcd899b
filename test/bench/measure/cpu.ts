// What processes have taken of the processor, with all that they have started: by /proc, so on Linux alone.

import { readdirSync, readFileSync } from "node:fs";

/** Of a second, as Linux counts in /proc on every machine of today. */
const TICKS = 100;

interface Process {
  parent: number;
  /** Its own ticks, and those of children that are gone. */
  ticks: number;
}

/** Milliseconds of processor that these processes and all below them have taken so far; 0 where nobody can say. */
export function cpuOf(pids: readonly number[]): number {
  const all = allProcesses();
  const mine = new Set(pids);
  // A child comes after its parent mostly; numbers begin anew, so it is looked through until nothing is added.
  for (let before = 0; before < mine.size;) {
    before = mine.size;
    for (const [pid, { parent }] of all) if (mine.has(parent)) mine.add(pid);
  }
  const ticks = [...mine].reduce((sum, pid) => sum + (all.get(pid)?.ticks ?? 0), 0);
  return (ticks * 1_000) / TICKS;
}

/** The same of this process alone. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function allProcesses(): Map<number, Process> {
  const all = new Map<number, Process>();
  for (const name of numbered()) {
    const read = statOf(name);
    if (read) all.set(Number(name), read);
  }
  return all;
}

function numbered(): string[] {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/u.test(name));
  } catch {
    return []; // not Linux
  }
}

function statOf(pid: string): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name, in brackets, may hold anything.
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const [parent = 0, ticks] = [fields[1], fields.slice(11, 15)];
    return { parent, ticks: ticks.reduce((sum, one) => sum + one, 0) };
  } catch {
    return null; // it has ended since
  }
}
