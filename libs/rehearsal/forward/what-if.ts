// A what-if over many journeys: what time alone would bring them by today's figures, and by others.

import type { Rules } from "../../journey/rules.ts";
import type { EventType, JourneyEvent } from "../../journey/events.ts";
import type { Journey } from "../../journey/state.ts";
import type { Catalogue } from "../../prospectus/lookup.ts";
import type { Prospectus } from "../../prospectus/prospectus.ts";
import { timeAloneUntold } from "./forward.ts";
import type { Stretch } from "./kept-ahead.ts";

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
  const watch = watchOf(rules, supposed);
  // Other days for meeting are other rules, too.
  watch.met = rules.calendar !== supposed.calendar || rules.calendarOf !== supposed.calendarOf;
  const now = totalsOf(timeAloneUntold(state, watch.rules, stretch));
  // Nothing that it asked for is another there: so is nothing that comes of it.
  const then = watch.met ? totalsOf(timeAloneUntold(state, supposed, stretch)) : now;
  const by = Object.fromEntries(
    COUNTS.filter((count) => now[count] !== then[count]).map((count) => [count, then[count] - now[count]]),
  );
  const changed = Object.keys(by).length === 0 ? before.changed : [...before.changed, { journey, hub: state.hub, by }];
  return { now: sum(before.now, now), then: sum(before.then, then), changed };
}

/** What was found of some journeys and of others, as one; those that change by id. */
export function together(one: WhatIf, other: WhatIf): WhatIf {
  const changed = [...one.changed, ...other.changed].sort((a, b) => (a.journey < b.journey ? -1 : 1));
  return { now: sum(one.now, other.now), then: sum(one.then, other.then), changed };
}

/** The rules that hold, and whether anything was asked of them that those supposed answer otherwise. */
interface Watch {
  supposed: Rules;
  rules: Rules;
  met: boolean;
}
const WATCHES = new WeakMap<Rules, Watch>();

function watchOf(rules: Rules, supposed: Rules): Watch {
  const known = WATCHES.get(rules);
  if (known?.supposed === supposed) return known;
  const { catalogueOf } = rules;
  const hubs = new Map<string, Catalogue>();
  const watch: Watch = { supposed, rules, met: false };
  watch.rules = {
    ...rules,
    catalogue: watched(watch, rules.catalogue, supposed.catalogue),
    ...(catalogueOf && {
      catalogueOf(hub: string) {
        const made = hubs.get(hub) ?? watched(watch, catalogueOf(hub), supposedOf(supposed, hub));
        hubs.set(hub, made);
        return made;
      },
    }),
  };
  WATCHES.set(rules, watch);
  return watch;
}

const supposedOf = ({ catalogueOf, catalogue }: Rules, hub: string): Catalogue =>
  catalogueOf ? catalogueOf(hub) : catalogue.forHub(hub);

/** The catalogue that holds; `watch` is told of each page that is another in the one supposed. */
function watched(watch: Watch, holds: Catalogue, supposed: Catalogue): Catalogue {
  const hubs = new Map<string, Catalogue>();
  const asked = <T extends Prospectus | null>(page: T, there: Prospectus | null | undefined): T => {
    if (page !== there) watch.met = true;
    return page;
  };
  return {
    get: (id) => asked(holds.get(id), supposed.get(id)),
    next: (prospectus, stage) => asked(holds.next(prospectus, stage), supposed.next(prospectus, stage)),
    of: (year, phase, stage) => asked(holds.of(year, phase, stage), supposed.of(year, phase, stage)),
    all() {
      const there = supposed.all();
      return holds.all().map((page, index) => asked(page, there[index]));
    },
    forHub(hub) {
      const made = hubs.get(hub) ?? watched(watch, holds.forHub(hub), supposed.forHub(hub));
      hubs.set(hub, made);
      return made;
    },
  };
}

const COUNTED: Partial<Record<EventType, Count>> = {
  StageStarted: "stageYears",
  GrantDue: "grants",
  ReminderDue: "reminders",
  CommitmentMissed: "missed",
  CommitmentEscalated: "escalations",
  TaskOpened: "tasks",
  OfferLapsed: "lapsed",
};

function totalsOf(events: readonly JourneyEvent[]): Totals {
  const totals = { ...NONE, journeys: 1 };
  for (const event of events) {
    const count = COUNTED[event.type];
    if (count !== undefined) totals[count] += 1;
    if (event.type === "GrantDue") totals.grantsPence += event.amountPence;
  }
  return totals;
}

function sum(a: Totals, b: Totals): Totals {
  const both = { ...a, journeys: a.journeys + b.journeys };
  for (const count of COUNTS) both[count] = a[count] + b[count];
  return both;
}
