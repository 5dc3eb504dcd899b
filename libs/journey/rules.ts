// What a decision is made of: what is true for years, and what it comes to.

import type { LocalDate } from "../calendar/instants.ts";
import type { Place } from "../calendar/differences.ts";
import type { SchoolCalendar } from "../calendar/terms.ts";
import type { Catalogue } from "../prospectus/catalogue.ts";
import type { Arranged } from "./arranged.ts";
import type { CommandName, CommandOf } from "./commands.ts";
import type { JourneyEvent } from "./events.ts";
import type { Rejection } from "./rejection.ts";
import type { Journey } from "./state.ts";

/**
 * What a rule of a journey needs to know of a Work Group: it was read under the lock of this round. `holdsPlace`: this
 * very journey does.
 * `stillFree`: a place that fell free and waits for the morning on which it is offered to the next; nobody knows yet.
 */
export interface GroupAtHand {
  id: string;
  hub: string;
  prospectus: string;
  /** The other programmes that it holds. */
  also?: readonly string[];
  /** It is for special schools alone. */
  special?: boolean;
  hasRoom: boolean;
  holdsPlace: boolean;
  stillFree?: boolean;
  sessions: readonly (Arranged & { code: string; on: LocalDate; status: "scheduled" | "held" | "cancelled" })[];
}

/**
 * A hub's budget of an academic year, read under the lock of this round. `elsewherePence`: committed to, released or
 * paid to other journeys.
 */
export interface BudgetAtHand {
  allocatedPence: number;
  elsewherePence: number;
}

/**
 * What is true for years. `calendarOf`: where an LA, a hub or a school differs from `calendar`; `catalogueOf`: the
 * programmes as a hub has them (a rehearsal's hub has them all as its own).
 */
export interface Rules {
  catalogue: Catalogue;
  catalogueOf?: (hub: string) => Catalogue;
  calendar: SchoolCalendar;
  calendarOf?: (place: Place) => SchoolCalendar;
}

/** The rules with the programmes as a hub has them. */
export function rulesAt(rules: Rules, hub: string): Rules {
  return rules.catalogueOf ? { ...rules, catalogue: rules.catalogueOf(hub) } : rules;
}

/** When schools are open at a place. */
export const calendarAt = (
  { calendar, calendarOf }: Pick<Rules, "calendar" | "calendarOf">,
  place: Place,
): SchoolCalendar => calendarOf?.(place) ?? calendar;

/**
 * What this round has read under lock. `groupOf`: the Work Group of that name; null where nobody has formed it (a
 * rehearsal's never are): its name is then all that is known of it. `budgetOf`: what a hub may spend on a year's
 * grants; null where it has set no budget: nothing is checked then.
 */
export interface AtHand {
  groupOf?: (id: string) => GroupAtHand | null;
  budgetOf?: (hub: string, academicYear: string) => BudgetAtHand | null;
}
export type Decision = { events: JourneyEvent[] } | { rejection: Rejection };

/** Decides one command on a state: what happened, not yet what follows from it. */
export type Decide<N extends CommandName> = (
  state: Journey,
  command: CommandOf<N>,
  rules: Rules,
  atHand: AtHand,
) => Decision;
/** A rule file: one function a verb. */
export type Verbs<N extends CommandName> = { [K in N]: Decide<K> };
