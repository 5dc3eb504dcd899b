import { execFileSync, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export interface ProcessOptions {
  command: string;
  args: string[];
  /** Where its output goes. */
  log: string;
  env?: NodeJS.ProcessEnv;
  /** The user it runs as, where that is another than ours. */
  user?: { uid: number; gid: number } | undefined;
  /** A channel to us, by which it learns that we have died (see with-parent.mjs). */
  channel?: boolean;
}

export interface RunningProcess {
  pid: number;
  /** Fulfils, never rejects, when it has ended. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  isRunning(): boolean;
  /** Asks it to end, waits, and after `graceMs` ends it by force. */
  stop(signal?: NodeJS.Signals, graceMs?: number): Promise<void>;
}

const LOG_ROTATES_AT = 10_000_000;

/**
 * Starts a long-running program with its output in a log file.
 * It leads its own process group, so that Ctrl-C reaches only us and parts are stopped in the right order.
 * @throws if the program cannot be started at all
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const log = openLog(options.log);
  const child = spawn(options.command, options.args, {
    detached: true,
    env: options.env ?? process.env,
    stdio: options.channel ? ["ignore", log, log, "ipc"] : ["ignore", log, log],
    ...options.user,
  });
  closeSync(log);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once("exit", (code, signal) => resolve({ code, signal })),
  );
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid!,
    ended,
    isRunning,
    async stop(signal = "SIGTERM", graceMs = 20_000) {
      if (!isRunning()) return;
      child.kill(signal);
      const force = setTimeout(() => child.kill("SIGKILL"), graceMs);
      await ended;
      clearTimeout(force);
    },
  };
}

function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_ROTATES_AT) renameSync(file, `${file}.1`);
  return openSync(file, "a");
}

/** The last lines of a log, for a message that says why a part did not start. */
export function logTail(file: string, lines = 8): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
}

/**
 * Ends a process that an earlier run left behind, if it is still the one we think: a number alone may have gone to
 * another.
 * @param pid its process id
 * @param telltale a part of its command line that no other process has, such as its data folder
 * @returns whether there was one
 */
export async function stopLeftover(
  pid: number,
  telltale: string,
  signal: NodeJS.Signals = "SIGTERM",
  graceMs = 20_000,
): Promise<boolean> {
  if (!commandLine(pid).includes(telltale)) return false;
  process.kill(pid, signal);
  for (const until = Date.now() + graceMs; Date.now() < until; await pause(50)) {
    if (!commandLine(pid).includes(telltale)) return true;
  }
  process.kill(pid, "SIGKILL");
  return true;
}

/** The command line of a process; empty when there is none. */
export function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-p", String(pid), "-o", "args="], { encoding: "utf8" });
  } catch {
    return ""; // both fail for a process that is not there
  }
}
