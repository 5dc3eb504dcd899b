// What lies ahead of a state is the same whenever one looks, until something of it comes. So it is kept with the state,
// and found anew by other rules or groups, for a longer stretch, or once something of it is due.

import type { Instant } from "../../calendar/instants.ts";
import type { AtHand, Rules } from "../../journey/rules.ts";
import type { Journey } from "../../journey/state.ts";

/**
 * From and until when, both included; `atHand`: what is known of its Work Groups, nothing where it is absent. It is the
 * same object as long as it says the same.
 */
export interface Stretch {
  from: Instant;
  until: Instant;
  atHand?: AtHand;
}

/** `first`: when the first of it comes; null where nothing does. */
export interface FoundAhead<T> {
  first: Instant | null;
  found: T;
}

interface Kept<T> extends FoundAhead<T> {
  rules: Rules;
  stretch: Stretch;
}

/** Keeps for each state what was found for the last who asked; it goes with the state. */
export class KeptAhead<T> {
  private readonly kept = new WeakMap<Journey, Kept<T>>();

  /** What was found, which may reach further than was asked for now; else what `find` finds. */
  of(state: Journey, rules: Rules, stretch: Stretch, find: () => FoundAhead<T>): T {
    const known = this.kept.get(state);
    if (known && stillHolds(known, rules, stretch)) return known.found;
    const { first, found } = find();
    this.kept.set(state, { rules, stretch, first, found });
    return found;
  }
}

/** What is overdue is dated when one asks: nothing of it may be due by now. */
function stillHolds({ rules, stretch, first }: Kept<unknown>, asked: Rules, { from, until, atHand }: Stretch): boolean {
  return (
    RULES.every((name) => rules[name] === asked[name]) &&
    stretch.atHand === atHand &&
    stretch.from <= from &&
    until <= stretch.until &&
    (first === null || first > from)
  );
}
const RULES = ["catalogue", "catalogueOf", "calendar", "calendarOf"] as const satisfies (keyof Rules)[];
