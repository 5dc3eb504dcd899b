// The messages of a payment run's workflow: the same loop as a journey's, with its own commands.

import type { Asked, Heard } from "./journey.ts";

/** `payment-run/pr-1`: its workflow id, its stream, and the name it goes by where journeys go by their ids. */
export const runName = (run: string): string => `${PREFIX}${run}`;

/** `payment-run/pr-1` → `pr-1`; null for another name. */
export function runOfName(name: string): string | null {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null;
}

const PREFIX = "payment-run/";

export interface RunRequest extends Heard {
  run: string;
  now: string;
  commands: Asked[];
}
