// The messages of a Work Group's workflow: the same loop as a journey's, with its own commands.

import type { Asked, Heard } from "./journey.ts";

/**
 * `work-group/north-1`: its workflow id, its stream, and the name it goes by where journeys go by their ids. No
 * journey's id has a slash.
 */
export const groupName = (group: string): string => `${PREFIX}${group}`;

/** `work-group/north-1` → `north-1`; null for a journey's id. */
export function groupOfName(name: string): string | null {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null;
}

const PREFIX = "work-group/";

export interface GroupRequest extends Heard {
  group: string;
  now: string;
  commands: Asked[];
}
