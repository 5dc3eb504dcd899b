// A what-if over many journeys: what time alone would bring them by today's figures, and by others.

import type { Rules } from "../../journey/rules.ts";
import type { JourneyEvent } from "../../journey/events.ts";
import type { Journey } from "../../journey/state.ts";
import { timeAlone, type Stretch } from "./forward.ts";

/** Counts of what time brings. `grantsPence`: of all grants that come due, in pence. */
export interface Totals {
  journeys: number;
  stageYears: number;
  grants: number;
  grantsPence: number;
  reminders: number;
  missed: number;
  escalations: number;
  tasks: number;
  lapsed: number;
}

export type Count = Exclude<keyof Totals, "journeys">;

/** A journey for which the other figures change something: by how much, each count that differs. */
export interface Changed {
  journey: string;
  hub: string;
  by: Partial<Record<Count, number>>;
}

export interface WhatIf {
  now: Totals;
  then: Totals;
  changed: readonly Changed[];
}

const NONE: Totals = {
  journeys: 0,
  stageYears: 0,
  grants: 0,
  grantsPence: 0,
  reminders: 0,
  missed: 0,
  escalations: 0,
  tasks: 0,
  lapsed: 0,
};
const COUNTS = Object.keys(NONE).filter((key): key is Count => key !== "journeys");

/** Nothing compared yet. */
export const NOTHING_COMPARED: WhatIf = { now: NONE, then: NONE, changed: [] };

/**
 * One more journey compared, over a stretch of time: what was, and this one. Stage-years that have begun keep
 * the figures they began with (they are pinned), under other figures too; a journey that waits for a person brings
 * nothing.
 */
export function compare(
  before: WhatIf,
  { journey, state }: { journey: string; state: Journey },
  rules: Rules,
  supposed: Rules,
  stretch: Stretch,
): WhatIf {
  if (state.status === "none") return before;
  const now = totalsOf(timeAlone(state, rules, stretch));
  const then = totalsOf(timeAlone(state, supposed, stretch));
  const by = Object.fromEntries(
    COUNTS.filter((count) => now[count] !== then[count]).map((count) => [count, then[count] - now[count]]),
  );
  const changed = Object.keys(by).length === 0 ? before.changed : [...before.changed, { journey, hub: state.hub, by }];
  return { now: sum(before.now, now), then: sum(before.then, then), changed };
}

function totalsOf(events: readonly JourneyEvent[]): Totals {
  const of = (type: JourneyEvent["type"]): number => events.filter((event) => event.type === type).length;
  const grantsPence = events.reduce(
    (pence, event) => (event.type === "GrantDue" ? pence + event.amountPence : pence),
    0,
  );
  return {
    journeys: 1,
    stageYears: of("StageStarted"),
    grants: of("GrantDue"),
    grantsPence,
    reminders: of("ReminderDue"),
    missed: of("CommitmentMissed"),
    escalations: of("CommitmentEscalated"),
    tasks: of("TaskOpened"),
    lapsed: of("OfferLapsed"),
  };
}

function sum(a: Totals, b: Totals): Totals {
  const both = { ...a, journeys: a.journeys + b.journeys };
  for (const count of COUNTS) both[count] = a[count] + b[count];
  return both;
}
