// Events → state of a Work Group. Knows no rule.

import type { LocalDate } from "../calendar/instants.ts";
import { arrangedOf } from "../journey/arranged.ts";
import type { GroupEvent, Recorded } from "./events.ts";
import type { Formed, Given, Place, Session, WorkGroup } from "./state.ts";
import { registerTaskId, tooFewTaskId } from "./task-ids.ts";

export const NO_GROUP: WorkGroup = { status: "none" };

/** Folds a Work Group's events, in the order of their `seq`. */
export function fold(events: Iterable<Recorded>, from: WorkGroup = NO_GROUP): WorkGroup {
  let state = from;
  for (const event of events) state = evolve(state, event);
  return state;
}

/** One event that is decided but not yet kept: it takes the next `seq`. */
export function step(group: WorkGroup, event: GroupEvent): WorkGroup {
  return evolve(group, { ...event, seq: group.status === "none" ? 1 : group.seq + 1 });
}

/** One event later. Throws where the event cannot follow: the stream is damaged, or written by newer code. */
export function evolve(state: WorkGroup, event: Recorded): WorkGroup {
  if (event.type === "WorkGroupFormed") {
    const { seq, at: lastAt, hub, prospectus, academicYear, lead, leadRole, places, sessions } = event;
    return {
      status: "formed",
      seq,
      lastAt,
      hub,
      prospectus,
      also: event.also ?? [],
      special: event.special ?? false,
      academicYear,
      lead,
      leadRole,
      places,
      taken: [],
      waitlist: [],
      offersFrom: null,
      delivery: "in-person",
      task: null,
      effects: [],
      sessions: sessions.map(({ session: code, on, length, ...held }): Session => ({
        code,
        on,
        length,
        where: "in-person",
        status: "scheduled",
        ...arrangedOf(held),
      })),
    };
  }
  if (state.status === "none")
    throw new Error(`${event.type} (seq ${event.seq}) comes before the Work Group was formed`);
  return { ...state, ...change(state, event), seq: event.seq, lastAt: event.at };
}

function change(state: Formed, event: Exclude<Recorded, { type: "WorkGroupFormed" }>): Partial<Formed> {
  switch (event.type) {
    case "LeadChanged":
      return { lead: event.lead, leadRole: event.leadRole };
    case "PlaceReserved":
      return reserved(state, event);
    case "PlaceTaken":
      return {
        taken: placed(state, { journey: event.journey, status: "taken", since: event.at }),
        waitlist: waitlistWithout(state, event.journey),
      };
    case "PlaceFreed":
      return {
        taken: without(state, event.journey),
        effects: state.effects.filter((one) => one.journey !== event.journey),
        offersFrom: event.offersFrom ?? state.offersFrom,
      };
    case "SchoolWaitlisted":
      return {
        waitlist: [
          ...state.waitlist,
          { journey: event.journey, since: event.at, held: false, no: event.seq, together: null },
        ],
      };
    case "SchoolsWaitTogether":
      return {
        waitlist: state.waitlist.map((one) =>
          event.journeys.includes(one.journey) ? { ...one, together: event.seq } : one,
        ),
      };
    case "TurnKept":
      return turnKept(state, event.journey);
    case "SchoolLeftWaitlist":
      return { waitlist: waitlistWithout(state, event.journey) };
    case "TurnHeld":
      return { waitlist: held(state, event.journey, true) };
    case "TurnResumed":
      return { waitlist: held(state, event.journey, false) };
    case "SessionScheduled":
      return scheduled(state, event);
    case "SessionMoved":
      return { sessions: withSession(state, event.session, (one) => movedBy(one, event)) };
    case "SessionCancelled":
      return { sessions: withSession(state, event.session, () => ({ status: "cancelled" })) };
    case "RegisterTaken":
      return { sessions: withSession(state, event.session, (one) => heldOn(one, event.on)) };
    case "DeliveryAdapted":
      return adapted(state, event.delivery);
    case "GroupFellBelow":
      return { task: { openedAt: event.at, dueOn: event.dueOn } };
    case "GroupDecided":
    case "GroupWholeAgain":
      return { task: null };
    case "TaskAssigned":
      return taskGiven(state, event);
    case "WorkGroupEnded":
      return { status: "ended", task: null };
    case "EffectPerformed":
      return { effects: state.effects.filter((one) => one.seq !== event.effect) };
    case "EffectStalled":
      return { effects: state.effects.map((one) => (one.seq === event.effect ? { ...one, stalled: true } : one)) };
    case "SupportVisitBooked":
      return {};
    default:
      return event satisfies never;
  }
}

function scheduled(
  { sessions }: Formed,
  event: Extract<Recorded, { type: "SessionScheduled" }>,
): Pick<Formed, "sessions"> {
  const { session: code, on, length, where } = event;
  const had = sessions.find((one) => one.code === code);
  const others = sessions.filter((one) => one.code !== code);
  const held = { ...arrangedOf(had ?? {}), ...arrangedOf(event), where };
  return { sessions: [...others, { code, on, length, ...held, status: "scheduled" as const }].sort(byNumber) };
}

/** Its register is nobody's task on the new day. */
function movedBy({ length }: Session, event: Extract<Recorded, { type: "SessionMoved" }>): Partial<Session> {
  return {
    on: event.on,
    status: "scheduled",
    length: event.length ?? length,
    given: undefined,
    ...arrangedOf(event),
  };
}

function taskGiven(
  { academicYear, task, sessions }: Formed,
  event: Extract<Recorded, { type: "TaskAssigned" }>,
): Partial<Formed> {
  const { assignee, at } = event;
  const given = (before: Given | undefined): Given => ({ assignee, at, dueOn: event.dueOn ?? before?.dueOn ?? null });
  if (task !== null && event.task === tooFewTaskId(academicYear))
    return { task: { ...task, dueOn: event.dueOn ?? task.dueOn, given: given(task.given) } };
  return {
    sessions: sessions.map((one) =>
      event.task === registerTaskId(academicYear, one.code) ? { ...one, given: given(one.given) } : one,
    ),
  };
}

/** One that was held again for those who missed it keeps its first day. */
function heldOn({ status, on }: Session, day: LocalDate): Partial<Session> {
  return { status: "held", on: status === "held" && on < day ? on : day };
}

function adapted({ sessions }: Formed, delivery: Formed["delivery"]): Partial<Formed> {
  if (delivery === "extended") return { delivery };
  return {
    delivery,
    sessions: sessions.map((one) => (one.status === "scheduled" ? { ...one, where: delivery } : one)),
  };
}

function turnKept(state: Formed, journey: string): Partial<Formed> {
  const turn = state.taken.find((one) => one.journey === journey)?.turn;
  if (!turn) return {};
  const waitlist = [...state.waitlist, { ...turn, held: true }].sort((a, b) => a.no - b.no);
  return { taken: without(state, journey), waitlist, effects: state.effects.filter((one) => one.journey !== journey) };
}

function reserved(
  state: Formed,
  { seq, at, journey, fromWaitlist }: Extract<Recorded, { type: "PlaceReserved" }>,
): Partial<Formed> {
  const offer = { seq, kind: "offer-place" as const, journey, stalled: false };
  const turn = fromWaitlist ? state.waitlist.find((one) => one.journey === journey) : undefined;
  return {
    taken: placed(state, { journey, status: "reserved", since: at, ...(turn && { turn }) }),
    waitlist: waitlistWithout(state, journey),
    effects: fromWaitlist ? [...state.effects, offer] : state.effects,
  };
}

const without = (state: Formed, journey: string) => state.taken.filter((one) => one.journey !== journey);
const placed = (state: Formed, place: Place) => [...without(state, place.journey), place];
const waitlistWithout = (state: Formed, journey: string) => state.waitlist.filter((one) => one.journey !== journey);
const held = (state: Formed, journey: string, is: boolean) =>
  state.waitlist.map((one) => (one.journey === journey ? { ...one, held: is } : one));
const withSession = (state: Formed, code: string, to: (session: Session) => Partial<Session>) =>
  state.sessions.map((one) => (one.code === code ? { ...one, ...to(one) } : one));
const byNumber = (a: Session, b: Session): number => a.code.length - b.code.length || (a.code < b.code ? -1 : 1);
