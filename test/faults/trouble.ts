// Does what a plan says, one step after the other, and counts what came to be done.

import { setTimeout as pause } from "node:timers/promises";
import type { Arena } from "./arena.ts";
import type { Kind, Step } from "./plan.ts";
import { keepsARound } from "./proxy.ts";
import type { Slot } from "./slots.ts";

/** Where a worker dies, by chance. */
const POINTS = ["after-append", "after-effect"] as const;
const TO_THE_POINT_MS = 3_000;
const RETIRES_MS = 10_000;
const MOST_DELAY_MS = 120;
const MOST_SLOW_COMMIT_MS = 1_500;
const MOST_CLOCK_MS = 5 * 60_000;

export type Done = Partial<Record<Kind, number>>;

/**
 * Makes the steps of a plan. `over`: whether there is no more time. Answers how often each kind was done; what cannot
 * be done on this machine is not.
 */
export async function makeTrouble(
  arena: Arena,
  steps: readonly Step[],
  { over, told }: { over: () => boolean; told: (step: Step) => void },
): Promise<Done> {
  const done: Done = {};
  for (const step of steps) {
    await pause(step.afterMs);
    if (over()) break;
    told(step);
    if (await DO[step.kind](arena, step)) done[step.kind] = (done[step.kind] ?? 0) + 1;
    // All runs again before the next step: each is a fault of its own.
    await Promise.all([arena.ground.postgres.start(), arena.ground.temporal.start()]);
  }
  return done;
}

type Make = (arena: Arena, step: Step) => Promise<boolean>;

const DO: Readonly<Record<Kind, Make>> = {
  async worker({ workers }, { which, much, forMs }) {
    const worker = among(
      workers.filter(({ ready }) => ready),
      which,
    );
    if (worker === undefined) return false;
    const point = POINTS[Math.floor(much * (POINTS.length + 1))];
    if (point === undefined) worker.kill();
    else await worker.dieAt(point, TO_THE_POINT_MS);
    await pause(forMs);
    return true;
  },

  async api({ apis }, { which, forMs }) {
    among(apis, which)?.slot.kill();
    await pause(forMs);
    return true;
  },

  temporal: (arena, step) => killed(arena, step, "SIGKILL"),
  // Its own word for ending at once, without a checkpoint: it passes it on to its children.
  postgres: (arena, step) => killed(arena, step, "SIGQUIT"),

  async stopped(arena, { target, which, forMs }) {
    const one = target === "postgres" || target === "temporal" ? arena.ground[target] : slotOf(arena, target, which);
    await one?.halt();
    await pause(forMs);
    one?.goOn();
    return one !== undefined;
  },

  async dropped({ ways }, { target, forMs, much }) {
    const way = ways[wayTo(target)];
    const before = way.lost;
    let pieces = 0;
    const each = Math.round(8 + much * 20);
    way.loses = target === "postgres" ? keepsARound : () => ++pieces % each === 0;
    await pause(forMs);
    way.loses = null;
    return way.lost > before;
  },

  async slow({ ways }, { target, forMs, much }) {
    const way = ways[wayTo(target)];
    way.delayMs = Math.round(20 + much * MOST_DELAY_MS);
    await pause(forMs);
    way.delayMs = 0;
    return true;
  },

  async cut({ ways }, { target, forMs }) {
    const way = ways[wayTo(target)];
    way.refused = true;
    way.cut();
    await pause(forMs);
    way.refused = false;
    return true;
  },

  async "full-disk"({ ground }, { target, forMs }) {
    const { disk } = ground[wayTo(target)];
    if (disk === null) return false;
    await disk.fill();
    await pause(forMs);
    await disk.free();
    return true;
  },

  async "slow-commits"({ asAdmin }, { forMs, much }) {
    await asAdmin(`update slow_commits set ms = ${Math.round(200 + much * MOST_SLOW_COMMIT_MS)}`);
    await pause(forMs);
    await asAdmin("update slow_commits set ms = 0");
    return true;
  },

  async release({ workers, releases }, { which, forMs }) {
    const worker = among(workers, which);
    if (worker === undefined || releases.length < 2) return false;
    const other = releases.find(({ bundle }) => bundle !== worker.program.args[0]);
    if (other === undefined) return false;
    worker.program.args = [other.bundle, other.notYet];
    await worker.retire(RETIRES_MS);
    await pause(forMs);
    return true;
  },

  async clock(arena, { target, which, much, forMs }) {
    const slot = slotOf(arena, target, which);
    // Forward and back, and left there: it is right again when the process has died.
    slot?.putClock(Math.round((much * 2 - 1) * MOST_CLOCK_MS));
    await pause(forMs);
    return slot !== undefined;
  },
};

async function killed({ ground }: Arena, { target, forMs }: Step, by: NodeJS.Signals): Promise<boolean> {
  const server = ground[wayTo(target)];
  server.signal(by);
  await server.gone();
  await pause(forMs);
  await server.start();
  return true;
}

const slotOf = ({ workers, apis }: Arena, target: Step["target"], which: number): Slot | undefined =>
  target === "worker" ? among(workers, which) : among(apis, which)?.slot;
const wayTo = (target: Step["target"]): "postgres" | "temporal" => (target === "postgres" ? "postgres" : "temporal");
const among = <T>(all: readonly T[], which: number): T | undefined => all[Math.floor(which * all.length)];
