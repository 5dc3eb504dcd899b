// What a Work Group's command comes to in its schools: in those that take part what is asked of each, in those whose
// place is kept for their answer what they would otherwise not hear in time.

import { notBefore, type Instant } from "../calendar/instants.ts";
import { decide as decideOnJourney } from "../journey/decide.ts";
import type { JourneyEvent } from "../journey/events.ts";
import { keptChanged, type KeptChange } from "../journey/kept-meetings.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { AtHand, Rules } from "../journey/rules.ts";
import { step as stepJourney } from "../journey/settle.ts";
import type { Journey } from "../journey/state.ts";
import type { Command } from "./commands.ts";
import { calendarOf } from "./decide/common.ts";
import type { GroupEvent } from "./events.ts";
import { commandFor, type PassedOn } from "./pass-on.ts";
import { withPlaceKept, type Session, type WorkGroup } from "./state.ts";

/** A group's command speaks of no other group. */
const NO_OTHER_GROUP: AtHand = { groupOf: () => null };

/** All that is asked of one school, or nothing of it. */
export function carryOut(
  journey: string,
  state: Journey,
  asked: readonly PassedOn[],
  command: Command,
  rules: Rules,
): { events: JourneyEvent[] } | { rejection: Rejection } {
  let now = state;
  const events: JourneyEvent[] = [];
  for (const one of asked) {
    const decision = decideOnJourney(now, commandFor(command, journey, one, now), rules, NO_OTHER_GROUP);
    if ("rejection" in decision) return decision;
    for (const event of decision.events) now = stepJourney(now, event);
    events.push(...decision.events);
  }
  return { events };
}

/** To the schools that have a place reserved: by journey, what each of them is told. */
export function toKept(
  { id, group }: { id: string; group: WorkGroup },
  journeys: ReadonlyMap<string, Journey>,
  { at, events }: { at: Instant; events: readonly GroupEvent[] },
  rules: Rules,
): [journey: string, events: JourneyEvent[]][] {
  if (group.status === "none") return [];
  const calendar = calendarOf(rules, group.hub);
  const changes = keptChangesIn(group.sessions, events);
  return withPlaceKept(group).flatMap((journey): [string, JourneyEvent[]][] => {
    const state = journeys.get(journey);
    if (state === undefined || state.status === "none") return [];
    const told = changes.flatMap((change) => keptChanged(state, id, change, notBefore(state, at), { calendar }));
    return told.length === 0 ? [] : [[journey, told]];
  });
}

/** Sessions that the group has given another day by these events, or called off; `sessions`: as they were before. */
function keptChangesIn(sessions: readonly Session[], events: readonly GroupEvent[]): KeptChange[] {
  return events.flatMap((event): KeptChange[] => {
    if (event.type !== "SessionScheduled" && event.type !== "SessionMoved" && event.type !== "SessionCancelled")
      return [];
    const had = sessions.find(({ code }) => code === event.session);
    if (had === undefined || had.status === "held") return [];
    return [{ code: event.session, from: had.on, on: event.type === "SessionCancelled" ? null : event.on }];
  });
}
