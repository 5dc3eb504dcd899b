// A process of the benchmark's own, that is told things and tells things.

import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { logTail } from "../../../apps/cli/setup/processes.ts";

export interface Child {
  pid: number;
  /** Tells it something, and waits for what it answers. */
  ask<T>(question: object): Promise<T>;
  /** Ends it at once, as if its machine were gone. */
  kill(): Promise<void>;
}

/** Starts one and waits until it works. `log`: the file for what it says; `flags`: for Node itself. */
export async function startChild(
  program: URL,
  args: readonly string[],
  log: string,
  flags: readonly string[] = [],
): Promise<Child> {
  const file = openSync(log, "a");
  const child = fork(fileURLToPath(program), [...args], {
    stdio: ["ignore", file, file, "ipc"],
    execArgv: [...flags, "--import", "./apps/cli/setup/typescript.mjs"],
  });
  await answerOf(child, log);
  return {
    pid: child.pid ?? 0,
    async ask<T>(question: object): Promise<T> {
      const answer = answerOf(child, log);
      child.send(question);
      return (await answer) as T;
    },
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function answerOf(child: ChildProcess, log: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error(`a process ended before it answered: ${logTail(log)}`));
    child.once("exit", ended);
    child.once("message", (answer) => {
      child.off("exit", ended);
      resolve(answer);
    });
  });
}
