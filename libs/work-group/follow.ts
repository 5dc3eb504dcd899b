// What a Work Group records of what was decided on a journey, in the same transaction: an offer reserves a place, a refusal, a lapse
// or a withdrawal frees it. The journey decides; the group's book follows, and is what capacity is counted on.

import type { JourneyEvent } from '../journey/events.ts';
import type { GroupEvent, WhyFreed } from './events.ts';
import type { Formed } from './state.ts';

const FREES: Partial<Record<JourneyEvent['type'], WhyFreed>> = {
  OfferDeclined: 'declined', OfferLapsed: 'lapsed', ApplicationWithdrawn: 'withdrawn', SchoolWithdrawn: 'withdrawn',
  ApplicationDeclined: 'turned-down', ApplicationRedirected: 'redirected', StageCompleted: 'stage-over', StageInterrupted: 'stage-over',
};

/**
 * The group's events that follow from a journey's. `id` is the group's own: what concerns another group is passed over.
 * Says nothing twice: a place that is reserved already is not reserved again.
 */
export function follow(id: string, group: Formed, journey: string, events: readonly JourneyEvent[]): GroupEvent[] {
  let holds = group.taken.find((one) => one.journey === journey)?.status ?? null;
  let waits = group.waitlist.some((one) => one.journey === journey);
  return events.flatMap((event): GroupEvent[] => {
    const { at } = event;
    if (event.type === 'PlaceOffered' && event.workGroup === id && holds === null) {
      holds = 'reserved';
      waits = false;
      return [{ type: 'PlaceReserved', at, journey, fromWaitlist: false }];
    }
    if (event.type === 'ApplicationWaitlisted' && event.workGroup === id && !waits) {
      waits = true;
      return [{ type: 'SchoolWaitlisted', at, journey }];
    }
    if (event.type === 'SchoolPlaced' && event.workGroup === id) {
      holds = 'taken';
      return [{ type: 'PlaceTaken', at, journey }];
    }
    const elsewhere = (event.type === 'PlaceOffered' || event.type === 'SchoolPlaced') && event.workGroup !== id;
    const why = elsewhere ? 'placed-elsewhere' : FREES[event.type];
    if (why === undefined) return [];
    // A school keeps its place for the record of a year that is over; what matters is that nobody else is offered it then.
    if (why === 'stage-over') return [];
    const freed: GroupEvent[] = [];
    if (holds !== null) freed.push({ type: 'PlaceFreed', at, journey, why });
    if (waits) freed.push({ type: 'SchoolLeftWaitlist', at, journey, why });
    holds = null;
    waits = false;
    return freed;
  });
}
