// A Work Group within a turn: as it was, and what it records now.

import type { Actor } from "../libs/journey/commands.ts";
import type { NewEvent } from "../libs/store/events/event-store.ts";
import type { GroupEvent, Recorded } from "../libs/work-group/events.ts";
import { evolve, fold } from "../libs/work-group/evolve.ts";
import type { WorkGroup } from "../libs/work-group/state.ts";

/** What has happened to a Work Group so far; nothing to one that nobody formed. */
export interface GroupPast {
  group: string;
  events: readonly Recorded[];
}

export interface GroupStanding {
  group: string;
  past: readonly Recorded[];
  before: WorkGroup;
  state: WorkGroup;
  added: readonly Recorded[];
  /** The same events with who asked, for the store. */
  news: readonly NewEvent<GroupEvent>[];
}

export function beginGroup({ group, events }: GroupPast): GroupStanding {
  const state = fold(events);
  return { group, past: events, before: state, state, added: [], news: [] };
}

/** The Work Group gone on by these events; the one given stays. */
export function recordInGroup(
  standing: GroupStanding,
  events: readonly GroupEvent[],
  actor: Actor,
  commandId: string | null,
): GroupStanding {
  let { state } = standing;
  const added: Recorded[] = [];
  for (const event of events) {
    const next: Recorded = { ...event, seq: state.status === "none" ? 1 : state.seq + 1 };
    state = evolve(state, next);
    added.push(next);
  }
  const news = events.map((event) => ({ event, actor, commandId }));
  return { ...standing, state, added: [...standing.added, ...added], news: [...standing.news, ...news] };
}
