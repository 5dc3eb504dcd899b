// What happens to a Work Group by itself: a free place goes to the first who waits, and the year ends.

import { yearEnds } from "../calendar/academic-years.ts";
import type { Instant } from "../calendar/instants.ts";
import { freePlaces, waitingWith, type Formed, type Waiting, type WorkGroup } from "./state.ts";

export type Next = { at: Instant; what: "next-offer"; first: Waiting } | { at: Instant; what: "year-ends" };

/** The next thing that time brings (UTC); null where nothing does. */
export function nextUp(group: WorkGroup): Next | null {
  if (group.status !== "formed") return null;
  const ends = yearEnds(group.academicYear);
  const first = nextInTurn(group);
  const { lastAt, offersFrom } = group;
  const at = offersFrom !== null && offersFrom > lastAt ? offersFrom : lastAt;
  if (first && at < ends) return { at, what: "next-offer", first };
  return { at: ends, what: "year-ends" };
}

/**
 * Whose turn it is: the first for whom there is room, and for all who wait as one with it. Who must answer the hub
 * first is passed over.
 */
function nextInTurn(group: Formed): Waiting | undefined {
  const free = freePlaces(group);
  return group.waitlist.find((one) => {
    const all = waitingWith(group, one);
    return all.length <= free && !all.some(({ held }) => held);
  });
}

/** When something next happens by itself (UTC). */
export function due(group: WorkGroup): Instant | null {
  return nextUp(group)?.at ?? null;
}
