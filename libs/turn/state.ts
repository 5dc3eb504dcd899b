// Where a hub's turn stands, folded from its events.

import type { Instant } from "../calendar/instants.ts";
import type { Actor } from "../journey/commands.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { Step } from "./commands.ts";
import type { TurnPlan } from "./plan.ts";

export const TURN_STATUSES = ["running", "interrupted", "done"] as const;
export type TurnStatus = (typeof TURN_STATUSES)[number];

/** Some steps are to be taken. */
export interface OpenEffect {
  seq: number;
  kind: "take-steps";
  stalled: boolean;
}

export interface Begun {
  status: TurnStatus;
  seq: number;
  lastAt: Instant;
  hub: string;
  into: string;
  plan: TurnPlan;
  wishesDigest: string;
  /** In their order. */
  steps: readonly Step[];
  /** By the number of the step: null where it was done, else why it was turned down. */
  taken: ReadonlyMap<number, Rejection | null>;
  startedBy: Actor;
  startedAt: Instant;
  endedAt: Instant | null;
  effects: readonly OpenEffect[];
}
export type Turn = { status: "none" } | Begun;

/** The steps that nobody has taken, in their order. */
export function waitingSteps({ steps, taken }: Pick<Begun, "steps" | "taken">): Step[] {
  return steps.filter(({ no }) => !taken.has(no));
}

/** How far it is. */
export function progressOf({ steps, taken }: Pick<Begun, "steps" | "taken">): {
  done: number;
  turnedDown: number;
  of: number;
} {
  const turnedDown = [...taken.values()].filter((rejection) => rejection !== null).length;
  return { done: taken.size, turnedDown, of: steps.length };
}
