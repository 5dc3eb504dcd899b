import { ENGLAND } from '../../libs/calendar/terms.ts';
import { loadCalendars } from '../../libs/config/load-calendars.ts';
import type { Rules } from '../../libs/journey/decide.ts';
import type { ApiSettings } from './api-settings.ts';

let calendarOf: Rules['calendarOf'];

/** The rules by which journeys are decided, for what is only asked: a preview, the choices of a task. */
export function rulesOf({ catalogue }: ApiSettings): Rules {
  return { catalogue, calendar: ENGLAND, calendarOf: calendarOf ??= loadCalendars() };
}
