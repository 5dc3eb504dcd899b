// Command → decision → events, or one rejection. Pure: the catalogue and the calendar are handed in, time comes with the command.

import type { SchoolCalendar } from '../calendar/terms.ts';
import type { Catalogue } from '../prospectus/catalogue.ts';
import type { Command } from './commands.ts';
import type { JourneyEvent } from './events.ts';
import type { Rejection } from './rejection.ts';
import type { Journey } from './state.ts';

export interface Rules { catalogue: Catalogue; calendar: SchoolCalendar }
export type Decision = { events: JourneyEvent[] } | { rejection: Rejection };
