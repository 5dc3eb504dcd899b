// Reminders: what one says and to whom; held off by the school, sent again by an operator; and what became of an effect.

import { localDate, type Instant, type LocalDate } from '../../calendar/instants.ts';
import { termAt } from '../../calendar/terms.ts';
import type { Verbs } from '../decide.ts';
import type { Recipient } from '../events.ts';
import { reject } from '../rejection.ts';
import type { Begun, StageYear } from '../state.ts';
import { because, decided, needsReason, needsYear } from './common.ts';
import { participantsNow } from './people.ts';

export const REMINDERS: Verbs<'OptOutOfReminders' | 'ResendReminder' | 'RecordEffect'> = {
  OptOutOfReminders: (state, { at, data }, { calendar }) => {
    const open = needsYear(state);
    if ('rejection' in open) return open;
    const today = localDate(at);
    // It lasts to the term's end; between terms, to the end of the one that comes.
    const until = termAt(calendar, today)?.end ?? open.year.reminders.find((one) => one.termEndsOn >= today)?.termEndsOn ?? localDate(open.year.endsAt);
    return decided({ type: 'RemindersOptedOut', at, until, ...because(data) });
  },

  ResendReminder: (state, { at, data }) => {
    const open = needsYear(state);
    if ('rejection' in open) return open;
    const fault = needsReason(data);
    if (fault) return fault;
    const told = open.year.reminders.filter((one) => one.seq !== null && (data.reminder === undefined || one.seq === data.reminder)).at(-1);
    if (!told || told.seq === null) return reject('not-found', 'No such reminder has gone out in this stage-year.');
    const { term } = told;
    const { academicYear } = open.year;
    return decided({
      type: 'ReminderResent', at, reminder: told.seq, term, academicYear, to: leadTeachers(open.state),
      ...says(open.year, localDate(at), told.termEndsOn), ...because(data),
    });
  },

  RecordEffect: (state, { at, data }) => {
    const open = state.status === 'none' ? undefined : state.effects.find((one) => one.seq === data.effect);
    // A second report of the same effect changes nothing: it is recorded once.
    if (!open || (data.outcome === 'stalled' && open.stalled)) return { events: [] };
    if (data.outcome === 'stalled') return decided({ type: 'EffectStalled', at, effect: data.effect, code: data.code ?? 'unknown' });
    return decided({ type: 'EffectPerformed', at, effect: data.effect, messageId: data.messageId ?? null });
  },
};

/** Those who take part, by role; the applicant where nobody does (CONTRACT: a vacant role falls back to the applicant). */
export function leadTeachers(state: Begun): Recipient[] {
  const roles = [...new Set(participantsNow(state).map((one) => one.role))];
  return roles.length > 0 ? roles : ['applicant'];
}

/** What a reminder lists: what is outstanding, and what falls due from today until the term ends. Codes of the school's own commitments. */
export function says(year: StageYear, today: LocalDate, termEndsOn: LocalDate): { outstanding: string[]; comingUp: string[] } {
  const own = year.commitments.filter((one) => one.by === 'school');
  return {
    outstanding: own.filter((one) => one.status === 'missed').map((one) => one.code),
    comingUp: own.filter((one) => one.status === 'open' && today <= one.dueOn && one.dueOn <= termEndsOn).map((one) => one.code),
  };
}

/** Are reminders held off on the day of this instant? */
export function optedOut(state: Begun, at: Instant): boolean {
  return state.remindersOffUntil !== null && localDate(at) <= state.remindersOffUntil;
}
