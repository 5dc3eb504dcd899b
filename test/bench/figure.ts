// What a figure of the benchmark is: how it is called, what it is held to, and how it comes about.

import { COUNTRY, type Bench } from "./bench.ts";

/** The figures by name, in the order in which they are told. A name is for good: others compare by it. */
export const FIGURE_NAMES = [
  "history-events",
  "actions",
  "commands",
  "command-p99",
  "registers",
  "starts",
  "recover",
  "burst",
  "append",
  "rebuild",
  "reads",
  "lists",
  "what-if",
  "hub-calendar",
  "hub-turn",
  "pages",
  "cached-journey",
  "cold-replay",
  "cold-restart",
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** What it is held to: no more than this, or no less. */
export type Goal = { atMost: number } | { atLeast: number };

/** What a figure came to. */
export interface Measured {
  /** In the figure's unit: the median of the rounds. */
  value: number;
  /** The plain alternative of the same rounds, in the words of `besideIs`; null where it could not be had. */
  beside: number | null;
  /** Milliseconds of processor an operation took, of all processes that it took part in. */
  cpu?: number;
  /** It falls short whatever its value: why. */
  fails?: string;
  /** What else was seen, for whoever looks closer. */
  detail?: Readonly<Record<string, unknown>>;
}

/** One figure: a file of `figures/` each. */
export interface Figure {
  name: FigureName;
  unit: string;
  goal: Goal;
  /** What is measured, in a sentence. */
  says: string;
  /** What stands beside it, and in which unit. */
  besideIs: string;
  measure(bench: Bench): Promise<Measured>;
}

/** A figure as it is told: `holds` says whether the goal is met; `why`: why there is no value, or why it fails. */
export interface Row {
  name: FigureName;
  value: number | null;
  unit: string;
  beside: number | null;
  cpu?: number;
  goal: number;
  holds: boolean;
  why?: string;
  detail?: Readonly<Record<string, unknown>>;
}

/** What is told of a figure that was measured. */
export function rowOf({ name, unit, goal }: Figure, { value, beside, cpu, fails, detail }: Measured): Row {
  const holds = fails === undefined && ("atMost" in goal ? value <= goal.atMost : value >= goal.atLeast);
  return {
    name,
    value: rounded(value),
    unit,
    beside: beside === null ? null : rounded(beside),
    ...(cpu !== undefined && { cpu: rounded(cpu) }),
    goal: limitOf(goal),
    holds,
    ...(fails !== undefined && { why: fails }),
    ...(detail && { detail }),
  };
}

/** What is told of a figure that could not be measured. */
export function rowOfFailure({ name, unit, goal }: Figure, error: unknown): Row {
  const why = error instanceof Error ? error.message : String(error);
  return { name, value: null, unit, beside: null, goal: limitOf(goal), holds: false, why };
}

const limitOf = (goal: Goal): number => ("atMost" in goal ? goal.atMost : goal.atLeast);

/** That a goal about the whole country does not hold yet, where there were fewer schools. */
export function ofPart(schools: number): Pick<Measured, "fails"> {
  if (schools >= COUNTRY) return {};
  return { fails: `over ${schools} schools: the goal is about ${COUNTRY} (--full)` };
}

/** Three digits that count: more say what chance was. */
export function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}
