// Keeps what a turn has decided, in its transaction: events, read rows, where the stream stands.

import type { EntityManager } from 'typeorm';
import { groupName } from '../libs/contract/work-group.ts';
import { due } from '../libs/journey/due.ts';
import { append } from '../libs/store/event-store.ts';
import { groupStreamRow, journeyStream, saveStream, streamRow } from '../libs/store/streams.ts';
import { writeGroupViews, writeViews } from '../libs/views/write.ts';
import { due as groupDue } from '../libs/work-group/due.ts';
import type { GroupStanding } from './group-standing.ts';
import type { JourneyStanding } from './group-turn.ts';
import { versionOf } from './turn.ts';

/** Rejects with StoreError. */
export async function keepJourney(manager: EntityManager, { journey, past, before, state, added, news }: JourneyStanding): Promise<void> {
  const stream = journeyStream(journey);
  const events = [...past, ...added];
  await append(manager, stream, versionOf(before), news);
  if (added.length > 0) await writeViews(manager, { journey, events: past, state: before }, { journey, events, state });
  if (events.length > 0) await saveStream(manager, streamRow(stream, events, state));
}

/** Rejects with StoreError. */
export async function keepGroup(manager: EntityManager, { group, past, before, state, added, news }: GroupStanding): Promise<void> {
  const stream = groupName(group);
  const events = [...past, ...added];
  await append(manager, stream, versionOf(before), news);
  if (added.length > 0) await writeGroupViews(manager, { group, events: past, state: before }, { group, events, state });
  if (events.length > 0) await saveStream(manager, groupStreamRow(stream, events, state));
}

/** Has its workflow to be told: does something come sooner than it knows of, or is there something new to perform? */
export function isStirred({ before, state }: JourneyStanding | GroupStanding): boolean {
  const known = new Set(before.status === 'none' ? [] : before.effects.map(({ seq }) => seq));
  if (state.status !== 'none' && state.effects.some(({ seq }) => !known.has(seq))) return true;
  const [was, is] = [dueOf(before), dueOf(state)];
  return is !== null && (was === null || is < was);
}

function dueOf(state: JourneyStanding['state'] | GroupStanding['state']): string | null {
  return 'waitlist' in state ? groupDue(state) : due(state);
}
