// The messages of a hub's turn: which one it is, and how far. It knows no more.

export const HUB_TURN = "hubTurn";

export const TURN_STATUSES = ["running", "interrupted", "done"] as const;
export type TurnStatus = (typeof TURN_STATUSES)[number];

/** A hub and the year into which it turns: `2027/28`. */
export interface WhichTurn {
  hub: string;
  into: string;
}

/** `turn/great-north/2027-28`: its workflow id, and its name where journeys go by their ids. */
export const turnName = ({ hub, into }: WhichTurn): string => `${PREFIX}${hub}/${into.replace("/", "-")}`;

/** `turn/great-north/2027-28` → its hub and year; null for another name. */
export function turnOfName(name: string): WhichTurn | null {
  const [, hub, year] = /^turn\/([a-z0-9-]+)\/(\d{4}-\d{2})$/u.exec(name) ?? [];
  return hub === undefined || year === undefined ? null : { hub, into: year.replace("-", "/") };
}

const PREFIX = "turn/";

/** `now`: the workflow's time (UTC instant). */
export interface TurnRequest {
  turn: string;
  now: string;
}
/** After some steps. `details`: Markdown for the operator. */
export interface TurnAnswer {
  status: TurnStatus;
  done: number;
  of: number;
  details: string;
  hub: string;
  academicYear: string;
}
