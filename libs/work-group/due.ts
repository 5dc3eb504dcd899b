// What happens to a Work Group by itself: a free place goes to the first who waits, and the year ends.

import { yearEnds } from '../calendar/academic-years.ts';
import type { Instant } from '../calendar/instants.ts';
import { hasRoom, type WorkGroup } from './state.ts';

export type Next = { at: Instant; what: 'next-offer' } | { at: Instant; what: 'year-ends' };

/** The next thing that time brings (UTC); null where nothing does. */
export function nextUp(group: WorkGroup): Next | null {
  if (group.status !== 'formed') return null;
  if (group.waitlist.length > 0 && hasRoom(group)) return { at: group.lastAt, what: 'next-offer' };
  return { at: yearEnds(group.academicYear), what: 'year-ends' };
}

/** When something next happens by itself (UTC). */
export function due(group: WorkGroup): Instant | null {
  return nextUp(group)?.at ?? null;
}
