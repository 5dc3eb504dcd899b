// The activity `turn-hub`, which runs of before a turn was a kind still ask for: they are told that all is done, and
// end. The sweep starts the turn anew, by its own events. It goes when no such run is open.

import { turnOfName, type StepsAnswer, type StepsRequest } from "../libs/contract/turn.ts";

/** Takes no step and reads nothing. */
export async function turnHub({ turn }: StepsRequest): Promise<StepsAnswer> {
  const { hub, into } = turnOfName(turn) ?? { hub: "none", into: "none" };
  const details = `Goes on in a run of its own · hub ${hub} · into ${into}`;
  return { status: "done", done: 0, of: 0, details, hub, academicYear: into };
}
