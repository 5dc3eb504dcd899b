// What happens to a Work Group by itself: a free place goes to the first who waits, and the year ends.

import { yearEnds } from '../calendar/academic-years.ts';
import type { Instant } from '../calendar/instants.ts';
import { hasRoom, type Waiting, type WorkGroup } from './state.ts';

export type Next = { at: Instant; what: 'next-offer'; first: Waiting } | { at: Instant; what: 'year-ends' };

/** The next thing that time brings (UTC); null where nothing does. */
export function nextUp(group: WorkGroup): Next | null {
  if (group.status !== 'formed') return null;
  const ends = yearEnds(group.academicYear);
  const first = group.waitlist.find((one) => !one.held);
  if (first && hasRoom(group) && group.lastAt < ends) return { at: group.lastAt, what: 'next-offer', first };
  return { at: ends, what: 'year-ends' };
}

/** When something next happens by itself (UTC). */
export function due(group: WorkGroup): Instant | null {
  return nextUp(group)?.at ?? null;
}
