// Where an LA, a hub or a school keeps other terms or closed days than England's usual ones: as data, one file each.

import { calendarFor, ENGLAND, type CalendarOverride, type SchoolCalendar } from "./terms.ts";

/** Whose calendar it is, by LA code, hub code or URN, and in what it differs. */
export type Difference = CalendarOverride & ({ la: string } | { hub: string } | { urn: string });

/** Where a school is, so far as that is known. */
export interface Place {
  la?: string;
  hub?: string;
  urn?: string;
}

/**
 * The calendar of a place: England's with what its LA, then its hub, then the school itself has of its own; the closest
 * wins. Throws RangeError, when it is made, for a difference whose dates are none or out of order.
 */
export function calendarsOf(differences: readonly Difference[]): (place: Place) => SchoolCalendar {
  const made = new Map<string, SchoolCalendar>();
  const rank = (one: Difference): number => ("la" in one ? 0 : "hub" in one ? 1 : 2);
  const ordered = [...differences].sort((a, b) => rank(a) - rank(b));
  for (const difference of ordered) calendarFor(difference);
  return (place) => {
    const own = ordered.filter((one) => concerns(one, place));
    if (own.length === 0) return ENGLAND;
    // Calendars remember what they have worked out: one object for all places that differ alike.
    const key = own.map((one) => ordered.indexOf(one)).join(",");
    const known = made.get(key) ?? calendarFor(...own);
    made.set(key, known);
    return known;
  };
}

function concerns(difference: Difference, place: Place): boolean {
  if ("la" in difference) return difference.la === place.la;
  return "hub" in difference ? difference.hub === place.hub : difference.urn === place.urn;
}
