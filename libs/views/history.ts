// What read tables are made from: a journey's events and what they fold to. Nothing else, so that a rebuild gives the same rows.

import type { Recorded } from '../journey/events.ts';
import type { Journey } from '../journey/state.ts';

export interface History { journey: string; events: readonly Recorded[]; state: Journey }
