// Events → state of a Work Group. Knows no rule.

import type { Recorded } from './events.ts';
import type { Formed, Place, Session, WorkGroup } from './state.ts';

export const NO_GROUP: WorkGroup = { status: 'none' };

/** Folds a Work Group's events, in the order of their `seq`. */
export function fold(events: Iterable<Recorded>, from: WorkGroup = NO_GROUP): WorkGroup {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
}

/** One event later. Throws where the event cannot follow: the stream is damaged, or written by newer code. */
export function evolve(state: WorkGroup, event: Recorded): WorkGroup {
  if (event.type === 'WorkGroupFormed') {
    const { seq, at: lastAt, hub, prospectus, academicYear, lead, leadRole, places, sessions } = event;
    return {
      status: 'formed', seq, lastAt, hub, prospectus, academicYear, lead, leadRole, places, taken: [], waitlist: [], delivery: 'in-person', effects: [],
      sessions: sessions.map(({ session: code, on, length }): Session => ({ code, on, length, where: 'in-person', status: 'scheduled' })),
    };
  }
  if (state.status === 'none') throw new Error(`${event.type} (seq ${event.seq}) comes before the Work Group was formed`);
  return { ...state, ...change(state, event), seq: event.seq, lastAt: event.at };
}

function change(state: Formed, event: Exclude<Recorded, { type: 'WorkGroupFormed' }>): Partial<Formed> {
  switch (event.type) {
    case 'LeadChanged': return { lead: event.lead, leadRole: event.leadRole };
    case 'PlaceReserved': {
      const place: Place = { journey: event.journey, status: 'reserved', since: event.at };
      const offer = { seq: event.seq, kind: 'offer-place' as const, journey: event.journey, stalled: false };
      return {
        taken: [...without(state, event.journey), place],
        waitlist: state.waitlist.filter((one) => one.journey !== event.journey),
        // A place that fell free is offered to the first who waits; that offer is still to be made.
        effects: event.fromWaitlist ? [...state.effects, offer] : state.effects,
      };
    }
    case 'PlaceTaken': return { taken: [...without(state, event.journey), { journey: event.journey, status: 'taken', since: event.at }] };
    case 'PlaceFreed': return { taken: without(state, event.journey) };
    case 'SchoolWaitlisted': return { waitlist: [...state.waitlist, { journey: event.journey, since: event.at, seq: event.seq }] };
    case 'SchoolLeftWaitlist': return { waitlist: state.waitlist.filter((one) => one.journey !== event.journey) };
    case 'SessionScheduled': {
      const { session: code, on, length, where } = event;
      return { sessions: [...state.sessions.filter((one) => one.code !== code), { code, on, length, where, status: 'scheduled' }] };
    }
    case 'SessionMoved': return { sessions: withSession(state, event.session, { on: event.on, status: 'scheduled' }) };
    case 'SessionCancelled': return { sessions: withSession(state, event.session, { status: 'cancelled' }) };
    case 'RegisterTaken': return { sessions: withSession(state, event.session, { status: 'held', on: event.on }) };
    case 'DeliveryAdapted': {
      const where = event.delivery === 'online' ? ('online' as const) : ('in-person' as const);
      const sessions = state.sessions.map((one) => (one.status === 'scheduled' ? { ...one, where } : one));
      return { delivery: event.delivery, ...(event.delivery !== 'extended' && { sessions }) };
    }
    case 'WorkGroupEnded': return { status: 'ended' };
    case 'EffectPerformed': return { effects: state.effects.filter((one) => one.seq !== event.effect) };
    case 'EffectStalled': return { effects: state.effects.map((one) => (one.seq === event.effect ? { ...one, stalled: true } : one)) };
    case 'SupportVisitBooked': return {};
    default: return event satisfies never;
  }
}

const without = (state: Formed, journey: string) => state.taken.filter((one) => one.journey !== journey);
const withSession = (state: Formed, code: string, to: Partial<Session>) =>
  state.sessions.map((one) => (one.code === code ? { ...one, ...to } : one));
