// Processes that die and are started again: workers and APIs.

import { fork, type ChildProcess } from "node:child_process";
import { openSync } from "node:fs";
import type { Point } from "./dying.ts";
import { goOn, halt } from "./halting.ts";

/** What runs in a slot. `args` and `env` are those of the next process that is started. */
export interface Program {
  file: URL;
  log: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Loaded before it. */
  imports?: string[];
}

/** A process; when it dies, the next one takes its place. */
export class Slot {
  ready = false;
  /** When each of its processes so far had died, in milliseconds. */
  readonly deaths: number[] = [];
  readonly program: Program;
  protected child: ChildProcess;
  private ended = false;
  private aheadMs = 0;

  constructor(program: Program) {
    this.program = program;
    this.child = this.start();
  }

  /** Ends it at once, as if its machine were gone. */
  kill(): void {
    this.ready = false;
    this.child.kill("SIGKILL");
  }

  /** Asks it to end, and ends it by force after `withinMs`. */
  async retire(withinMs: number): Promise<void> {
    const { child } = this;
    this.ready = false;
    child.kill("SIGTERM");
    if (!(await this.dies(child, withinMs))) child.kill("SIGKILL");
  }

  /** Stops it where it is, with all that it has begun. */
  async halt(): Promise<void> {
    await halt(this.child.pid ?? 0);
  }
  /** Lets it go on. */
  goOn(): void {
    goOn(this.child.pid ?? 0);
  }

  /** Puts its clock forward or back. The next process has it right again. */
  putClock(aheadMs: number): void {
    this.aheadMs = aheadMs;
    if (this.child.connected) this.child.send({ aheadMs });
  }
  get clockIsWrong(): boolean {
    return this.aheadMs !== 0;
  }

  async end(): Promise<void> {
    this.ended = true;
    const { child } = this;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  protected dies(child: ChildProcess, withinMs: number): Promise<boolean> {
    return Promise.race([
      new Promise<boolean>((resolve) => child.once("exit", () => resolve(true))),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), withinMs)),
    ]);
  }

  private start(): ChildProcess {
    const { file, args, env, log: name, imports = [] } = this.program;
    const log = openSync(name, "a");
    const child = fork(file, args, {
      env,
      stdio: ["ignore", log, log, "ipc"],
      execArgv: ["./apps/cli/setup/typescript.mjs", ...imports].flatMap((one) => ["--import", one]),
    });
    child.on("message", () => {
      this.ready = true;
    });
    child.once("exit", () => {
      this.ready = false;
      this.aheadMs = 0;
      this.deaths.push(Date.now());
      if (!this.ended) this.child = this.start();
    });
    return child;
  }
}

/** A worker, which says itself when it works. */
export class WorkerSlot extends Slot {
  /** `file`: what runs as the worker. */
  constructor(
    log: string,
    bundle: string,
    env: NodeJS.ProcessEnv,
    file = new URL("./worker.ts", import.meta.url),
    imports: string[] = [],
  ) {
    super({ file, log, args: [bundle], env, imports });
  }

  /**
   * Has it end itself the next time it comes to `point`. Resolves with true when it has, false if it has not within
   * `withinMs`.
   */
  async dieAt(point: Point, withinMs: number): Promise<boolean> {
    const { child } = this;
    this.ready = false;
    child.send(point);
    const died = await this.dies(child, withinMs);
    if (!died) child.kill("SIGKILL");
    return died;
  }
}
