// Decisions that concern a journey and a Work Group at once, in one transaction. A place is asked for through the
// journey; sessions, registers and visits through the group. Pure: who is concerned is handed in, what each records
// comes out.

import { yearEnds } from "../calendar/academic-years.ts";
import { addDays } from "../calendar/dates.ts";
import { type Instant, localDate, notBefore } from "../calendar/instants.ts";
import { schoolDayAt9 } from "../calendar/terms.ts";
import { SERVICE, type Command as JourneyCommand } from "../journey/commands.ts";
import { dayToDecide } from "../journey/decide/common.ts";
import { decide as decideOnJourney } from "../journey/decide.ts";
import type { AtHand, GroupAtHand, Rules } from "../journey/rules.ts";
import type { JourneyEvent } from "../journey/events.ts";
import { type Rejection, concerning } from "../journey/rejection.ts";
import { step as stepJourney } from "../journey/settle.ts";
import { groupsOf, keptPlace } from "../journey/places.ts";
import { type Journey } from "../journey/state.ts";
import { adopt } from "./adopt.ts";
import type { Command } from "./commands.ts";
import { calendarOf } from "./decide/common.ts";
import { decide } from "./decide.ts";
import type { GroupDecision } from "./decision.ts";
import type { GroupEvent, WhyFreed } from "./events.ts";
import { step } from "./evolve.ts";
import { follow } from "./follow.ts";
import { offerTogether } from "./offer-together.ts";
import { passOn } from "./pass-on.ts";
import { carryOut, toKept } from "./to-schools.ts";
import { freePlaces, hasRoomFor, members, type WorkGroup } from "./state.ts";

/** Work Groups by id; one that nobody formed may be there as `none`. */
export type Groups = ReadonlyMap<string, WorkGroup>;
/** What each Work Group records, by id; none is there that records nothing. */
export type GroupsEvents = ReadonlyMap<string, readonly GroupEvent[]>;

/** The Work Groups that a command names or its journey stands in: they must be at hand when it is decided. */
export function concerned(state: Journey, commands: readonly JourneyCommand[]): string[] {
  const named = commands.flatMap(({ data }) =>
    data !== null && "workGroup" in data && typeof data.workGroup === "string" ? [data.workGroup] : [],
  );
  return [...new Set([...groupsOf(state), ...named, ...takenBack(state, commands)])].filter(isGroupId);
}

/** A decision that is taken back gives the school its place again, if there is one. */
function takenBack(state: Journey, commands: readonly JourneyCommand[]): string[] {
  const corrects = commands.some(({ type }) => type === "CorrectRecord");
  return corrects && state.status !== "none" && state.undoable !== null ? groupsOf(state.undoable.before) : [];
}

/**
 * What the id of a Work Group looks like: at most 80 characters, words and numbers, parted by hyphens, as
 * `great-north-2024-25-development-1`.
 */
export const GROUP_ID = /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** May a Work Group be called this? */
export function isGroupId(id: string): boolean {
  return GROUP_ID.test(id);
}

/**
 * Decides a command on a journey, and what its Work Groups record of it. A group may have something to record of a
 * command that was turned down too: it was the school's turn for a place that it cannot be offered.
 */
export function decideWithGroups(
  journey: string,
  state: Journey,
  groups: Groups,
  command: JourneyCommand,
  rules: Rules,
  { budgetOf }: Pick<AtHand, "budgetOf"> = {},
): ({ events: JourneyEvent[] } | { rejection: Rejection }) & { groups: GroupsEvents } {
  const decision = decideOnJourney(state, command, rules, {
    ...(budgetOf && { budgetOf }),
    ...groupsAtHand(groups, journey),
  });
  const recorded = new Map<string, readonly GroupEvent[]>();
  for (const [id, group] of groups) {
    const events =
      "events" in decision
        ? recordedIn(id, group, journey, state, decision.events, command.at)
        : passedOver(id, group, journey, state, command);
    const freed =
      "events" in decision ? events.map((one) => offeredFrom(one, decision.events, command.at, rules)) : events;
    const all = thenTime(group, freed, command.at);
    const whole = [...all, ...fewOrEnough(group, all, command.at, rules)];
    if (whole.length > 0) recorded.set(id, whole);
  }
  return { ...decision, groups: recorded };
}

/**
 * A place that is given up goes to who waits at nine on the next school day: nobody is offered one at midnight, or in
 * the holidays. One that lapses does so at that hour already.
 */
function offeredFrom(
  event: GroupEvent,
  happened: readonly JourneyEvent[],
  at: Instant,
  { calendar }: Pick<Rules, "calendar">,
): GroupEvent {
  if (event.type !== "PlaceFreed") return event;
  const lapsed = happened.some(({ type }) => type === "OfferLapsed" || type === "NextStagePlaceLapsed");
  const morning = schoolDayAt9(calendar, lapsed ? localDate(at) : addDays(localDate(at), 1));
  return morning > at ? { ...event, offersFrom: morning } : event;
}

/** What the rules of a journey ask of Work Groups; of one that is not there, that nobody has formed it. */
export function groupsAtHand(groups: Groups, journey: string): Required<Pick<AtHand, "groupOf">> {
  return { groupOf: (id) => atHand(id, groups.get(id), journey) };
}

function atHand(id: string, group: WorkGroup | undefined, journey: string): GroupAtHand | null {
  if (!group || group.status === "none") return null;
  const { hub, prospectus, also, special, sessions, taken } = group;
  return {
    id,
    hub,
    prospectus,
    also,
    special,
    sessions,
    hasRoom: hasRoomFor(group, journey),
    stillFree: freePlaces(group) > 0,
    holdsPlace: taken.some((one) => one.journey === journey),
  };
}

/** The service's own offer was turned down: the place goes to the next, unless the hub has offered it meanwhile. */
function passedOver(
  id: string,
  group: WorkGroup,
  journey: string,
  state: Journey,
  command: JourneyCommand,
): GroupEvent[] {
  if (
    group.status !== "formed" ||
    command.type !== "OfferPlace" ||
    command.by.role !== "service" ||
    command.data.workGroup !== id
  )
    return [];
  const reserved = group.taken.some((one) => one.journey === journey && one.status === "reserved");
  const offered = "offer" in state && state.offer.workGroup === id;
  return reserved && !offered ? [{ type: "PlaceFreed", at: command.at, journey, why: "not-available" }] : [];
}

function recordedIn(
  id: string,
  group: WorkGroup,
  journey: string,
  state: Journey,
  events: readonly JourneyEvent[],
  at: Instant,
): GroupEvent[] {
  const followed = follow(id, group, journey, events);
  const after = events.reduce(stepJourney, state);
  // The invitation with which the place was kept is gone, and nothing else has settled what becomes of the place.
  const kept =
    keptPlace(state)?.workGroup === id &&
    group.status === "formed" &&
    group.taken.some((one) => one.journey === journey && one.status === "reserved");
  const settled = followed.some(
    (event) => (event.type === "PlaceTaken" || event.type === "PlaceFreed") && event.journey === journey,
  );
  if (kept && !settled && keptPlace(after)?.workGroup !== id)
    return [...followed, { type: "PlaceFreed", at, journey, why: whyGone(events) }];
  return [...followed, ...notGoingOn(id, group, journey, after, at)];
}

function whyGone(events: readonly JourneyEvent[]): WhyFreed {
  return events.some(({ type }) => type === "NextStageDeclined") ? "declined" : "not-going-on";
}

/**
 * A place of a year to come falls free where that year has fallen away: not ready, or away too long. A withdrawal says
 * so itself.
 */
function notGoingOn(id: string, group: WorkGroup, journey: string, after: Journey, at: Instant): GroupEvent[] {
  if (
    group.status !== "formed" ||
    after.status === "none" ||
    after.status === "withdrawn" ||
    after.status === "ineligible"
  )
    return [];
  const takesPart = group.taken.some((one) => one.journey === journey && one.status === "taken");
  const toCome = at < yearEnds(group.academicYear);
  return takesPart && toCome && !groupsOf(after).includes(id)
    ? [{ type: "PlaceFreed", at, journey, why: "not-going-on" }]
    : [];
}

/**
 * The group's events, in its own time, and what follows: a place that is free is reserved at once for the first who
 * waits.
 */
export function thenTime(group: WorkGroup, events: readonly GroupEvent[], at: Instant): GroupEvent[] {
  let now = group;
  const all: GroupEvent[] = [];
  const keep = (event: GroupEvent): void => {
    const dated = { ...event, at: notBefore(now, event.at) };
    now = step(now, dated);
    all.push(dated);
  };
  events.forEach(keep);
  if (now.status === "none") return all;
  const ticked = decide(now, { id: "tick", type: "Tick", at: notBefore(now, at), by: SERVICE, data: {} }, NO_RULES);
  if ("events" in ticked) ticked.events.forEach(keep);
  return all;
}

/**
 * A group that had as many schools as it is to have, and has not any more: somebody decides what becomes of it. It is
 * nobody's task any more once it has them again.
 */
function fewOrEnough(before: WorkGroup, events: readonly GroupEvent[], at: Instant, rules: Rules): GroupEvent[] {
  const after = events.reduce(step, before);
  if (before.status !== "formed" || after.status !== "formed" || after.places === null) return [];
  const { least } = after.places;
  const [had, holding] = [before.taken.length, after.taken.length];
  const then = notBefore(after, at);
  if (after.task !== null && holding >= least) return [{ type: "GroupWholeAgain", at: then, holding }];
  if (after.task !== null || holding >= least || had < least) return [];
  return [{ type: "GroupFellBelow", at: then, holding, least, dueOn: dayToDecide(calendarOf(rules, after.hub), then) }];
}

/** Time asks the catalogue nothing. */
const NO_RULES = {} as Rules;

/**
 * Decides a command of a Work Group and passes it on to its schools. `journeys`: every school of the group; for
 * FormWorkGroup every one that holds a place under this name already, for OfferTogether those it names. A school whose
 * rules turn it down is passed over and named in `skipped`; a command about one school alone, or a register that no
 * school could take, is turned down as a whole.
 */
export function decideOnGroup(
  id: string,
  group: WorkGroup,
  journeys: ReadonlyMap<string, Journey>,
  command: Command,
  rules: Rules,
): GroupDecision | { rejection: Rejection } {
  const decision = decide(group, command, rules);
  if ("rejection" in decision) return decision;
  if (command.type === "FormWorkGroup") return adopt(id, decision.events, journeys, command);
  if (command.type === "OfferTogether" && group.status === "formed")
    return offerTogether(id, group, journeys, command, rules);
  const passed: GroupDecision = { events: decision.events, journeys: new Map(), skipped: [] };
  for (const journey of members(group)) {
    const state = journeys.get(journey) ?? { status: "none" };
    if (command.type === "TakeRegister" && !command.data.schools.some((one) => one.journey === journey)) {
      passed.skipped.push({ journey, why: "not-named" });
      continue;
    }
    const asked = passOn(id, command, decision.events, journey, state);
    const result = carryOut(journey, state, asked, command, rules);
    if ("rejection" in result)
      passed.skipped.push({ journey, why: result.rejection.code, rejection: result.rejection });
    else if (result.events.length > 0) passed.journeys.set(journey, result.events);
  }
  const kept = toKept({ id, group }, journeys, { at: command.at, events: decision.events }, rules);
  for (const [journey, events] of kept) passed.journeys.set(journey, events);
  return whole(passed, command);
}

function whole(passed: GroupDecision, command: Command): GroupDecision | { rejection: Rejection } {
  const alone = command.type === "BookSupportVisit" || command.type === "TakeRegister";
  const first = passed.skipped.find((one) => one.rejection !== undefined);
  if (alone && passed.journeys.size === 0 && first?.rejection) return concerning(first.journey, first.rejection);
  if (command.type !== "TakeRegister") return passed;
  // What the group keeps of a register is what its schools have kept.
  const events = passed.events.map((event) =>
    event.type === "RegisterTaken"
      ? { ...event, schools: event.schools.filter((one) => passed.journeys.has(one.journey)) }
      : event,
  );
  return { ...passed, events };
}
