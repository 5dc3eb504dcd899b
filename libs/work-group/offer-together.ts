// Places for schools that applied as a group: all of them, or none by halves. Each school applies for itself; the hub
// says which go together.

import { notBefore } from "../calendar/instants.ts";
import type { Command as JourneyCommand } from "../journey/commands.ts";
import { decide as decideOnJourney } from "../journey/decide.ts";
import type { Rules } from "../journey/rules.ts";
import type { JourneyEvent } from "../journey/events.ts";
import { reject, type Rejection, inField, concerning } from "../journey/rejection.ts";
import { settle } from "../journey/settle.ts";
import type { Begun, Journey } from "../journey/state.ts";
import { invalid } from "../journey/wire.ts";
import type { CommandOf } from "./commands.ts";
import type { GroupEvent } from "./events.ts";
import { follow } from "./follow.ts";
import { freePlaces, type Formed } from "./state.ts";
import type { GroupDecision, Skipped } from "./decision.ts";

/** Why a school waits that was to be placed with others: a code for its event and its letter. */
const NO_ROOM_TOGETHER = "no-room-together";

/**
 * Offers a place to every school named, where there is one for each; else none is offered any: all go on the waitlist
 * in the order in which they applied (one that waits there already keeps its turn), bound together, and are told why.
 * From then on their turn comes when there are places for all of them at once; until then a single place goes to the
 * first after them who fits, so that none stays empty for their sake. A school of them that withdraws, or is offered a
 * place by itself, leaves fewer to be placed. One that has a question of the hub to answer holds the others back.
 * Rejects as a whole where a school of them cannot be offered a place at all, naming it.
 */
export function offerTogether(
  id: string,
  group: Formed,
  journeys: ReadonlyMap<string, Journey>,
  command: CommandOf<"OfferTogether">,
  rules: Rules,
): GroupDecision | { rejection: Rejection } {
  const wanted: { journey: string; state: Begun; since: string; offer: JourneyEvent[] }[] = [];
  for (const [index, journey] of command.data.schools.entries()) {
    const state = journeys.get(journey) ?? { status: "none" };
    if (state.status === "none" || state.hub !== group.hub)
      return invalid([inField(`/schools/${index}`, "no-application")]);
    const elsewhere = "application" in state && state.application.waitsIn !== null && state.application.waitsIn !== id;
    if (elsewhere) return reject("wrong-group", "waits-elsewhere", { journey });
    const decision = offered(journey, id, group, state, command, rules);
    if ("rejection" in decision) return concerning(journey, decision.rejection);
    wanted.push({
      journey,
      state,
      since: "application" in state ? state.application.submittedAt : state.lastAt,
      offer: decision.events,
    });
  }
  const all = wanted.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  if (group.places !== null && all.length > group.places.most) {
    return reject("group-full", "together", { most: group.places.most, schools: all.length });
  }
  const { at } = command;
  const free = freePlaces(group);
  // A place that is reserved for one of them already is its own.
  const fits = all.filter(({ journey }) => !group.taken.some((one) => one.journey === journey)).length <= free;
  const recorded = all.map(({ journey, state, offer }) => ({
    journey,
    events: fits ? offer.map(asTogether) : settle(state, [waits(id, notBefore(state, at))]),
  }));
  const events = recorded.flatMap(({ journey, events: of }): GroupEvent[] => follow(id, group, journey, of));
  const bound: GroupEvent[] = fits
    ? []
    : [{ type: "SchoolsWaitTogether", at, journeys: all.map(({ journey }) => journey) }];
  const { rejection } = reject("group-full", "wait-together", {
    free,
    most: group.places?.most ?? 0,
    schools: all.length,
  });
  const skipped: Skipped[] = fits ? [] : all.map(({ journey }) => ({ journey, why: rejection.code, rejection }));
  return {
    events: [...events, ...bound],
    journeys: new Map(recorded.map(({ journey, events: of }) => [journey, of])),
    skipped,
  };
}

/** What an offer to this one would be, were there room. */
function offered(
  journey: string,
  id: string,
  group: Formed,
  state: Begun,
  { id: command, at, by, data }: CommandOf<"OfferTogether">,
  rules: Rules,
) {
  const asked: JourneyCommand = {
    id: `${command}/${journey}`,
    at: notBefore(state, at),
    by,
    type: "OfferPlace",
    data: { workGroup: id, ...(data.respondBy !== undefined && { respondBy: data.respondBy }) },
  };
  const { hub, prospectus, sessions } = group;
  return decideOnJourney(state, asked, rules, {
    groupOf: () => ({ id, hub, prospectus, sessions, hasRoom: true, holdsPlace: false }),
  });
}

const asTogether = (event: JourneyEvent): JourneyEvent =>
  event.type === "PlaceOffered" ? { ...event, together: true } : event;

const waits = (workGroup: string, at: string): JourneyEvent => ({
  type: "ApplicationWaitlisted",
  at,
  workGroup,
  reasonCode: NO_ROOM_TOGETHER,
});
