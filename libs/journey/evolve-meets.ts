// How the group of a stage-year meets, folded: the days, times and places of its sessions, the visits that are agreed.

import { localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { arrangedOf, WHERES, type Arranged } from "./arranged.ts";
import type { EventOf, Recorded } from "./events.ts";
import type { Booked, Commitment, StageYear } from "./stage-year.ts";

/** The stage-year with one of its commitments changed. */
export function change(year: StageYear, code: string, to: (commitment: Commitment) => Partial<Commitment>): StageYear {
  return { ...year, commitments: year.commitments.map((one) => (one.code === code ? { ...one, ...to(one) } : one)) };
}

/** Nobody is chased before `from`: a rung that comes due before is climbed then, a reminder is left out. */
function chasedFrom(year: StageYear, from: Instant): Commitment[] {
  return year.commitments.map((one) => ({
    ...one,
    next: one.next && one.next.at < from ? { ...one.next, at: from } : one.next,
    chaseAt: one.chaseAt !== null && one.chaseAt < from ? null : one.chaseAt,
  }));
}

/** The year after something about how its group meets; null where the event is about something else. */
export function meets(year: StageYear, event: Recorded): StageYear | null {
  switch (event.type) {
    case "SchoolChangedGroup":
      return { ...heldAnew(year, localDate(event.at), () => ({})), workGroup: event.workGroup, datedAt: event.at };
    case "DeliveryAdapted":
      return adapted(year, event);
    case "SessionScheduled":
    case "SessionMoved":
      return sessionDated(year, event);
    case "SupportVisitBooked":
      return visitBooked(year, event);
    case "SessionCancelled":
      return { ...year, extras: year.extras.filter((one) => one.code !== event.session) };
    default:
      return null;
  }
}

/** A promised session that gets a date is not called off any more; another is one beyond those that were promised. */
function sessionDated(year: StageYear, event: Arranged & { session: string; on: LocalDate }): StageYear {
  const { session, on } = event;
  const known = (had: Arranged): Arranged => ({ ...arrangedOf(had), ...arrangedOf(event) });
  if (year.commitments.some((one) => one.code === session)) {
    const dated = change(year, session, ({ arranged = {} }) => ({ arranged: known(arranged) }));
    return { ...dated, calledOff: year.calledOff.filter((one) => one !== session) };
  }
  const others = year.extras.filter((one) => one.code !== session);
  const had = year.extras.find((one) => one.code === session) ?? {};
  return { ...year, extras: [...others, { code: session, on, ...known(had) }] };
}

/** The sessions from that day on, as they are held from now on. */
function heldAnew(year: StageYear, from: LocalDate, as: (had: Arranged) => Arranged): StageYear {
  return {
    ...year,
    commitments: year.commitments.map((one) =>
      one.kind === "session" && one.dueOn >= from ? { ...one, arranged: as(one.arranged ?? {}) } : one,
    ),
    extras: year.extras.map(({ code, on, ...had }) => ({ code, on, ...(on >= from ? as(had) : had) })),
  };
}

function adapted(year: StageYear, { at, delivery, until, chaseFrom }: EventOf<"DeliveryAdapted">): StageYear {
  const where = WHERES.find((one) => one === delivery);
  const held = where === undefined ? year : heldAnew(year, localDate(at), (had) => ({ ...had, where }));
  return until === undefined || chaseFrom === undefined
    ? held
    : { ...held, restsUntil: until, commitments: chasedFrom(held, chaseFrom) };
}

/** Another day than the one that was agreed for a visit: that one is agreed no more. */
export function stillBooked(
  { booked, commitments }: StageYear,
  { commitment, dueOn }: EventOf<"CommitmentRescheduled">,
): readonly Booked[] {
  const isVisit = commitments.some(({ code, kind }) => code === commitment && kind === "visit");
  return isVisit ? booked.filter((one) => one.commitment !== commitment || one.on === dueOn) : booked;
}

/** A visit has its day: another than before, but where its support takes several. */
function visitBooked(year: StageYear, { commitment, on, startsAt, endsAt }: EventOf<"SupportVisitBooked">): StageYear {
  const several = year.commitments.some(({ code, kind }) => code === commitment && kind !== "visit");
  const others = year.booked.filter((one) => one.commitment !== commitment || (several && one.on !== on));
  return { ...year, booked: [...others, { commitment, on, ...arrangedOf({ startsAt, endsAt }) }] };
}
