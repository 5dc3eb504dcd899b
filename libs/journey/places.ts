// Where a school has a place, a turn on a waitlist, or a place that is kept for it, so far as its journey knows.

import type { LocalDate } from "../calendar/instants.ts";
import type { Journey } from "./state.ts";

/** The Work Groups that hold a place for the school or a turn on their waitlist, so far as its journey knows. */
export function groupsOf(state: Journey): string[] {
  switch (state.status) {
    case "applied":
    case "information-requested":
    case "waitlisted":
      return named(state.application.waitsIn);
    case "offered":
    case "accepted":
      return named(state.offer.workGroup);
    case "participating":
    case "paused":
      return named(state.year?.workGroup, state.next?.workGroup, state.invitation?.workGroup);
    case "completed":
      return named(state.invitation?.workGroup);
    default:
      return [];
  }
}

/** Does a Work Group hold schools of this programme? */
export function holds(group: { prospectus: string; also?: readonly string[] }, prospectus: string): boolean {
  return group.prospectus === prospectus || group.also?.includes(prospectus) === true;
}

const named = (...ids: (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => typeof id === "string")),
];

/** The Work Group in which a place is kept for a school that is invited, and until when; null where none is. */
export function keptPlace(state: Journey): { workGroup: string; respondBy: LocalDate } | null {
  const open = state.status === "participating" || state.status === "paused" || state.status === "completed";
  const { workGroup, respondBy } = (open ? state.invitation : null) ?? { workGroup: null, respondBy: null };
  return workGroup === null || respondBy === null ? null : { workGroup, respondBy };
}
