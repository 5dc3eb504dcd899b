// What is done to the service, and when: drawn from a seed alone, so that the same seed does the same again.

import { generator } from "../../apps/demo/generator.ts";

/**
 * What can be done. `worker`, `api`, `temporal`, `postgres`: killed by SIGKILL (PostgreSQL by SIGQUIT: no checkpoint)
 * and started again. `stopped`: SIGSTOP, later SIGCONT. `dropped`: the way to PostgreSQL or Temporal loses answers after
 * what they answer was done. `slow`, `cut`: of the same ways. `full-disk`: of PostgreSQL or Temporal. `slow-commits`:
 * of what workers record. `release`: a worker of another release takes one's place. `clock`: of worker or API, put
 * forward or back.
 */
export const KINDS = [
  "worker",
  "api",
  "temporal",
  "postgres",
  "stopped",
  "dropped",
  "slow",
  "cut",
  "full-disk",
  "slow-commits",
  "release",
  "clock",
] as const;
export type Kind = (typeof KINDS)[number];

/** To whom it can be done. */
const TARGETS: Readonly<Record<Kind, readonly Target[]>> = {
  worker: ["worker"],
  api: ["api"],
  temporal: ["temporal"],
  postgres: ["postgres"],
  stopped: ["worker", "api", "temporal", "postgres"],
  dropped: ["postgres", "temporal"],
  slow: ["postgres", "temporal"],
  cut: ["postgres", "temporal"],
  "full-disk": ["postgres", "temporal"],
  "slow-commits": ["postgres"],
  release: ["worker"],
  clock: ["worker", "api"],
};
export type Target = "worker" | "api" | "temporal" | "postgres";

/**
 * `afterMs`: how long all is left alone first; `forMs`: how long it lasts, where it does. `which`: of several, from 0 up
 * to 1; `much`: how bad it is, the same.
 */
export interface Step {
  kind: Kind;
  target: Target;
  afterMs: number;
  forMs: number;
  which: number;
  much: number;
}

const LEAST_MS = 500;
const MOST_PAUSE_MS = 2_500;
const MOST_MS = 4_000;

/**
 * The steps of a seed, for so many minutes: all kinds come before any comes again, each time in another order, and each
 * has its targets in turn.
 */
export function planOf(seed: number, minutes: number, kinds: readonly Kind[] = KINDS): Step[] {
  const random = generator(seed);
  const between = (least: number, most: number): number => Math.round(least + random() * (most - least));
  const firsts = new Map(kinds.map((kind) => [kind, between(0, TARGETS[kind].length - 1)]));
  const steps: Step[] = [];
  for (let left = minutes * 60_000, round = 0; left > 0; round += 1) {
    for (const kind of shuffled(kinds, random)) {
      const targets = TARGETS[kind];
      const target = targets[((firsts.get(kind) ?? 0) + round) % targets.length] ?? "worker";
      const step = { afterMs: between(LEAST_MS, MOST_PAUSE_MS), forMs: between(LEAST_MS, MOST_MS) };
      steps.push({ kind, target, ...step, which: random(), much: random() });
      left -= step.afterMs + step.forMs;
      if (left <= 0) return steps;
    }
  }
  return steps;
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, by: random() }))
    .sort((a, b) => a.by - b.by)
    .map(({ one }) => one);
}

/** A step in a line: what, to whom, when and for how long, in seconds. */
export const inWords = ({ kind, target, afterMs, forMs }: Step): string =>
  `after ${(afterMs / 1_000).toFixed(1)} s ${kind}${kind === target ? "" : ` ${target}`}, ${(forMs / 1_000).toFixed(1)} s`;
