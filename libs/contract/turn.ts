// The messages of a hub's turn: the same loop as a journey's, with its own commands.

import type { Asked, Heard } from "./journey.ts";
import type { TurnStatus } from "../turn/state.ts";

/** A hub and the year into which it turns: `2027/28`. */
export interface WhichTurn {
  hub: string;
  into: string;
}

/** `turn/great-north/2027-28`: its workflow id, and its name where journeys go by their ids. */
export const turnName = ({ hub, into }: WhichTurn): string => `${TURN_PREFIX}${hub}/${into.replace("/", "-")}`;

/** `turn/great-north/2027-28` → its hub and year; null for another name. */
export function turnOfName(name: string): WhichTurn | null {
  const [, hub, year] = /^turn\/([a-z0-9-]+)\/(\d{4}-\d{2})$/u.exec(name) ?? [];
  return hub === undefined || year === undefined ? null : { hub, into: year.replace("-", "/") };
}

/** Of the name of every turn. */
export const TURN_PREFIX = "turn/";

/** `turn`: its name. */
export interface TurnRequest extends Heard {
  turn: string;
  now: string;
  commands: Asked[];
}

/** What runs of before a turn was a kind ask for, and are told. `now`: the workflow's time (UTC instant). */
export interface StepsRequest {
  turn: string;
  now: string;
}
export interface StepsAnswer {
  status: TurnStatus;
  done: number;
  of: number;
  details: string;
  hub: string;
  academicYear: string;
}
