// At which hub a school was when, and to which hub each thing that happened belongs. What was said stays with the hub
// to which it was said.

import type { JourneyEvent, Recorded } from "./events.ts";
import { isOfGrant } from "./grant-events.ts";
import type { Begun, Grant } from "./state.ts";

/** From its first event at a hub to its last there; `until`: null while it is there. */
export interface Stay {
  hub: string;
  since: number;
  until: number | null;
}

/** The hubs of a journey, the oldest first; before there were moves, a school came by asking. */
export function staysOf(events: readonly Recorded[]): Stay[] {
  const stays: Stay[] = [];
  for (const event of events) {
    const hub = comesTo(event);
    const last = stays.at(-1);
    if (hub === null || last?.hub === hub) continue;
    if (last) stays.splice(-1, 1, { ...last, until: event.seq - 1 });
    stays.push({ hub, since: event.seq, until: null });
  }
  return stays;
}

function comesTo(event: JourneyEvent): string | null {
  if (event.type === "ApplicationSubmitted" || event.type === "InterestExpressed") return event.hub;
  return event.type === "SchoolJoinedHub" ? event.to : null;
}

/**
 * Whose an event is: of a grant, the hub's at which it fell due, to the end; of what another hub asks, that hub's; else
 * the hub's at which the school is. `after`: the journey after it.
 */
export function hubOf(event: JourneyEvent, after: Begun): string {
  if (event.type === "MoveAsked" || event.type === "MoveRefused") return event.to;
  return grantOf(event, after)?.hub ?? after.hub;
}

/** The grant that an event is about, also by a task about it. */
function grantOf(event: JourneyEvent, { grants, tasks }: Begun): Grant | undefined {
  const asked = "task" in event ? (tasks.find((task) => task.id === event.task)?.grant ?? null) : null;
  return grants.find((grant) =>
    asked === null ? isOfGrant(event, grant) : grant.stage === asked.stage && grant.academicYear === asked.academicYear,
  );
}

/** Whether a hub hears of an event; `hub`: as it is kept with it, null for one of before events named their hub. */
export function isHeardBy(hub: string, event: { seq: number; hub: string | null }, stays: readonly Stay[]): boolean {
  if (event.hub !== null) return event.hub === hub;
  return stays.some((stay) => stay.hub === hub && stay.since <= event.seq && event.seq <= (stay.until ?? event.seq));
}
