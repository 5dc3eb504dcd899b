// From hub to hub, folded.

import type { Recorded } from "./events.ts";
import { known } from "./known.ts";
import type { Begun } from "./state.ts";

/** The one to whom a task goes that the hub has not decided. */
export const OPERATOR = "operator";

/** The journey one event of its way to another hub later; null where the event is about something else. */
export function evolveHub(state: Begun, event: Recorded): Begun | null {
  switch (event.type) {
    case "MoveAsked": {
      const { to, until, task, asks, at: askedAt } = event;
      return { ...state, move: { to, until, task, asks, askedAt, waitsFor: "hub" } };
    }
    case "MoveRefused":
      return { ...state, move: null };
    case "SchoolLeftHub":
      return { ...withoutPlaces(state), move: null, undoable: null };
    case "SchoolJoinedHub":
      return { ...state, hub: event.to, support: null };
    default:
      return null;
  }
}

/** Places, and turns on a waitlist, are the old hub's: an application waits anew, a year goes on without a group. */
function withoutPlaces(state: Begun): Begun {
  const invitation = state.invitation && { ...state.invitation, workGroup: null, respondBy: null };
  if ("application" in state)
    return { ...known(state), status: "applied", application: { ...state.application, waitsIn: null } };
  if (state.status !== "participating" && state.status !== "paused") return { ...state, invitation };
  return {
    ...state,
    invitation,
    year: state.year && { ...state.year, workGroup: null },
    next: state.next && { ...state.next, workGroup: null },
  };
}
