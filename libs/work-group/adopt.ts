// A Work Group that is formed after its name was used: the schools that were offered a place in it, or were put on its
// waitlist, are in its book from the first, so that no place is given twice.

import type { Instant } from "../calendar/instants.ts";
import type { JourneyEvent } from "../journey/events.ts";
import { reject, type Rejection } from "../journey/rejection.ts";
import { groupsOf, holds } from "../journey/places.ts";
import { type Journey } from "../journey/state.ts";
import type { CommandOf } from "./commands.ts";
import type { GroupEvent } from "./events.ts";

type Adopted = Extract<GroupEvent, { type: "PlaceReserved" | "PlaceTaken" | "SchoolWaitlisted" | "TurnHeld" }>;

/**
 * The events of the forming with what the group finds. `group-full` where more schools hold a place under its name than
 * it has.
 */
export function adopt(
  id: string,
  events: readonly GroupEvent[],
  journeys: ReadonlyMap<string, Journey>,
  { at, data }: CommandOf<"FormWorkGroup">,
): { events: GroupEvent[]; journeys: Map<string, JourneyEvent[]>; skipped: [] } | { rejection: Rejection } {
  const found = [...journeys].flatMap(([journey, state]) => {
    const ours = state.status !== "none" && state.hub === data.hub && groupsOf(state).includes(id);
    return ours ? standing(id, data, at, journey, state) : [];
  });
  // Whoever applied first is first on the waitlist.
  const adopted = found
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0))
    .flatMap((one) => one.events);
  const formed = events.find((event) => event.type === "WorkGroupFormed");
  const holding = adopted.filter(({ type }) => type === "PlaceReserved" || type === "PlaceTaken").length;
  if (formed?.places && holding > formed.places.most) {
    return reject("group-full", "adopted", { holding, most: formed.places.most });
  }
  return { events: [...events, ...adopted], journeys: new Map(), skipped: [] };
}

function standing(
  id: string,
  formed: { prospectus: string; also?: readonly string[] },
  at: Instant,
  journey: string,
  state: Exclude<Journey, { status: "none" }>,
): { since: Instant; events: Adopted[] }[] {
  const since = "application" in state ? state.application.submittedAt : state.lastAt;
  if ("application" in state) {
    if (!holds(formed, state.application.prospectus)) return [];
    if ("offer" in state) return [{ since, events: [{ type: "PlaceReserved", at, journey, fromWaitlist: false }] }];
    const held: Adopted[] = state.status === "information-requested" ? [{ type: "TurnHeld", at, journey }] : [];
    return [{ since, events: [{ type: "SchoolWaitlisted", at, journey }, ...held] }];
  }
  const years = state.status === "participating" || state.status === "paused" ? [state.year, state.next] : [];
  const takesPart = years.some((year) => year?.workGroup === id && holds(formed, year.prospectus));
  return takesPart ? [{ since, events: [{ type: "PlaceTaken", at, journey }] }] : [];
}
