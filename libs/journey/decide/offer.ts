// A place: offered, answered, taken up.

import { firstDay } from '../../calendar/academic-years.ts';
import { addDays } from '../../calendar/dates.ts';
import { endOfDay, localDate } from '../../calendar/instants.ts';
import { beginYear } from '../commitments.ts';
import type { Verbs } from '../decide.ts';
import { invalid } from '../wire.ts';
import { reject } from '../rejection.ts';
import { because, decided, notNow } from './common.ts';
import { yearStillOpen } from './intake.ts';

export const OFFER: Verbs<'OfferPlace' | 'AcceptOffer' | 'DeclineOffer' | 'PlaceInWorkGroup'> = {
  OfferPlace: (state, { at, data }, { catalogue }) => {
    if (state.status !== 'applied' && state.status !== 'waitlisted') return notNow(state, 'A place is offered to an application that waits for its answer.');
    const prospectus = catalogue.get(state.application.prospectus);
    const today = localDate(at);
    if (!prospectus || !yearStillOpen(prospectus, today)) return notNow(state, 'The academic year applied for is over.');
    const respondBy = data.respondBy ?? addDays(today, prospectus.offerDays.value);
    if (respondBy < today) return invalid([{ pointer: '/respondBy', detail: 'The last day to answer has passed already.' }]);
    return decided({ type: 'PlaceOffered', at, workGroup: data.workGroup ?? null, respondBy });
  },

  AcceptOffer: (state, { at }) => {
    const lapsed = state.status === 'lapsed' || (state.status === 'offered' && at > endOfDay(state.offer.respondBy));
    if (lapsed) return reject('offer-lapsed', 'The offer was open until its last day to answer; ask the hub whether a place is still free.');
    return state.status === 'offered' ? decided({ type: 'OfferAccepted', at }) : notNow(state, 'There is no offer to accept.');
  },

  DeclineOffer: (state, { at, data }) =>
    state.status === 'offered' ? decided({ type: 'OfferDeclined', at, ...because(data) }) : notNow(state, 'There is no offer to decline.'),

  PlaceInWorkGroup: (state, { at, data }, { catalogue, calendar }) => {
    if (state.status !== 'accepted') return notNow(state, 'A school is placed once it has accepted its offer.');
    const { workGroup } = state.offer;
    if (data.workGroup !== undefined && workGroup !== null && data.workGroup !== workGroup) {
      return reject('wrong-group', 'The offer named another Work Group: place the school in that one.');
    }
    const prospectus = catalogue.get(state.application.prospectus);
    const today = localDate(at);
    if (!prospectus || !yearStillOpen(prospectus, today)) return notNow(state, 'The academic year applied for is over.');
    const { id, stage, academicYear } = prospectus;
    const group = data.workGroup ?? workGroup;
    const begins = today >= firstDay(academicYear) ? beginYear(prospectus, calendar, at, group, state.grants) : [];
    return decided({ type: 'SchoolPlaced', at, workGroup: group, stage, academicYear, prospectus: id }, ...begins);
  },
};
