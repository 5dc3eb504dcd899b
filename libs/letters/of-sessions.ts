// What changes about sessions, visits and the Work Group itself, told as it stands when the letter goes.

import { localDate } from "../calendar/instants.ts";
import { isHeadteachers } from "../journey/event-words.ts";
import type { EventOf, Recorded } from "../journey/events.ts";
import { yearUnderWay, type Commitment, type StageYear } from "../journey/state.ts";
import { deliveryAdapted, groupChanged, leadChanged } from "./group-news.ts";
import { heldOf, type KeptHeld } from "./held.ts";
import { isOutdone } from "./holds.ts";
import { beganWith, sessionBefore, visitBefore } from "./known-before.ts";
import { type SessionFacts, sessionCancelled, sessionMoved, sessionScheduled } from "./session-news.ts";
import type { Beside, TellsOf, Told } from "./told.ts";
import { visitBooked } from "./visit-booked.ts";
import { commitmentName } from "./words.ts";
import { ahead, groupBlocks, groupOf, heldAt, leadRole } from "./year-dates.ts";

type OfSession = "SessionScheduled" | "SessionMoved" | "SessionCancelled";
type AboutSession = Recorded<EventOf<"SessionScheduled"> | EventOf<"SessionMoved"> | EventOf<"SessionCancelled">>;

/** The year in which the session is, unless it is over, the school is away, or something later has been told of it. */
function yearOf({ event, events, state }: Omit<Told, "event"> & { event: Recorded }): StageYear | null {
  const year = yearUnderWay(state);
  if (year === null || event.seq < beganWith(events, year)) return null;
  const changed = events.some(({ seq, type }) => seq > event.seq && type === "SchoolChangedGroup");
  return changed ? null : year;
}

function sessionYear(told: Omit<Told, "event"> & { event: AboutSession }): StageYear | null {
  const { event, events } = told;
  const later = events.some(
    (one) =>
      one.seq > event.seq &&
      (one.type === "SessionScheduled" ||
        one.type === "SessionMoved" ||
        one.type === "SessionCancelled" ||
        (one.type === "AttendanceRecorded" && one.catchUp !== true)) &&
      one.session === event.session,
  );
  return later ? null : yearOf(told);
}

/** `Work Group meeting 2`; the school’s part in it has the name by which people know it. */
function nameOf(year: StageYear, session: string): string {
  const own = year.commitments.find((one) => one.after === session && one.kind === "meeting");
  const promised = own ?? year.commitments.find(({ code }) => code === session);
  return promised === undefined ? "An extra Work Group session" : commitmentName(promised);
}

const owed = ({ status }: Commitment): boolean => status === "open" || status === "missed";

function sessionFacts(year: StageYear, session: string): Pick<SessionFacts, "name" | "comes" | "withHeadteacher"> {
  const kind = year.commitments.find(({ code }) => code === session)?.kind;
  const theirs = year.commitments.some((one) => one.after === session && isHeadteachers(one) && owed(one));
  return {
    name: nameOf(year, session),
    comes: kind === undefined ? "whoever-likes" : kind === "headteachers-session" ? "headteacher" : "teachers",
    withHeadteacher: theirs,
  };
}

/** What was given another day by the same decision. */
function followsOf({ event, events }: Pick<Told, "event" | "events">, year: StageYear): Commitment[] {
  return events.flatMap((one) => {
    if (one.type !== "CommitmentRescheduled" || one.at !== event.at || one.seq < event.seq) return [];
    if (one.reasonCode !== "last-meeting-moved") return [];
    return year.commitments.filter(({ code, status }) => code === one.commitment && status === "open");
  });
}

const sameHeld = (one: KeptHeld, other: KeptHeld): boolean =>
  (["on", "startsAt", "endsAt", "placeId", "linkId"] as const).every((key) => one[key] === other[key]) &&
  (one.where === "online") === (other.where === "online");

const about = (year: StageYear, code: string) => ({ about: [code], prospectus: year.prospectus });

/** A session that has a day: its first, another, or one again after it was called off. */
function dated(
  told: Omit<Told, "event"> & { event: Recorded<EventOf<"SessionScheduled"> | EventOf<"SessionMoved">> },
  { text }: Beside,
): ReturnType<TellsOf<OfSession>> {
  const { event, events } = told;
  const year = sessionYear(told);
  if (year === null) return null;
  const before = sessionBefore(events, year, event);
  // Moved and moved back before anybody was told.
  if (before !== null && before.held !== null && sameHeld(before.held, event)) return null;
  const facts = {
    ...sessionFacts(year, event.session),
    held: heldOf(event, text),
    follows: followsOf(told, year),
  };
  const from = before?.held?.on ?? null;
  if (from === null)
    return {
      kind: "session-scheduled",
      ...about(year, event.session),
      write: (envelope) => sessionScheduled(envelope, { ...facts, wasOff: before?.off ?? false }),
    };
  return {
    kind: "session-moved",
    ...about(year, event.session),
    write: (envelope) => sessionMoved(envelope, { ...facts, from }),
  };
}

export const OF_SESSIONS: {
  [T in OfSession | "SupportVisitBooked" | "DeliveryAdapted" | "LeadChanged" | "SchoolChangedGroup"]: TellsOf<T>;
} = {
  SessionScheduled: dated,
  SessionMoved: dated,

  SessionCancelled: (told, beside) => {
    const { event, events } = told;
    const year = sessionYear(told);
    if (year === null) return null;
    const before = sessionBefore(events, year, event);
    // Scheduled and called off before anybody was told; or off already.
    if (before === null || before.off) return null;
    const promised = year.commitments.find(({ code }) => code === event.session);
    const next = year.commitments
      .filter((one) => one.kind === "session" && one.status === "open" && one.dueOn >= localDate(event.at))
      .filter(({ code }) => code !== event.session)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))[0];
    const held = next && heldAt(next, groupOf(year, beside), beside);
    const facts = {
      ...sessionFacts(year, event.session),
      on: before.held?.on ?? null,
      letGo: promised?.status === "waived",
      headteacherNow: headteacherNow(told, year),
      next: next && held ? { name: nameOf(year, next.code), held } : null,
    };
    return {
      kind: "session-cancelled",
      ...about(year, event.session),
      write: (envelope) => sessionCancelled(envelope, facts),
    };
  },

  SupportVisitBooked: (told) => {
    const { event, events } = told;
    const year = yearOf(told);
    const visit = year?.commitments.find(({ code }) => code === event.commitment);
    if (!year || !visit || !owed(visit)) return null;
    const support = visit.kind !== "visit";
    const later = events.some(
      (one) => one.seq > event.seq && one.type === "SupportVisitBooked" && one.commitment === event.commitment,
    );
    if (later && !support) return null;
    const from = support ? null : visitBefore(events, year, event);
    if (from === event.on) return null;
    const withHeadteacher = year.commitments.some(
      (one) => one.after === visit.code && isHeadteachers(one) && owed(one),
    );
    return {
      kind: "visit-booked",
      ...about(year, visit.code),
      write: (envelope) => visitBooked(envelope, { held: event, from, support, withHeadteacher }),
    };
  },

  DeliveryAdapted: (told, beside) => {
    const { event, events } = told;
    const year = yearOf(told);
    if (year === null || isOutdone({ event, events })) return null;
    const coming = ahead(year, localDate(event.at), beside).filter(({ held }) => held !== null);
    const facts = {
      delivery: event.delivery,
      until: event.until ?? null,
      ahead: coming,
    };
    return {
      kind: "delivery-adapted",
      about: [],
      prospectus: year.prospectus,
      write: (envelope) => deliveryAdapted(envelope, facts),
    };
  },

  LeadChanged: ({ event, events, state }, beside) => {
    if (state.status !== "participating" || isOutdone({ event, events })) return null;
    const prospectus = state.year?.prospectus ?? state.next?.prospectus ?? null;
    const facts = {
      name: event.lead === null ? null : beside.nameOf(event.lead),
      role: prospectus === null ? null : leadRole(prospectus, beside),
    };
    return { kind: "lead-changed", about: [], prospectus, write: (envelope) => leadChanged(envelope, facts) };
  },

  SchoolChangedGroup: (told, beside) => {
    const { event } = told;
    const year = yearOf(told);
    if (year === null) return null;
    const facts = {
      group: groupBlocks(year, beside),
      dates: ahead(year, localDate(event.at), beside),
    };
    return {
      kind: "group-changed",
      about: [],
      prospectus: year.prospectus,
      write: (envelope) => groupChanged(envelope, facts),
    };
  },
};

/** The workshop to which the headteacher is asked instead of the one that was called off. */
function headteacherNow(
  { event, events }: Pick<Told, "event" | "events">,
  year: StageYear,
): { name: string; on: string } | null {
  const moved = events.find(
    (one) =>
      one.seq > event.seq &&
      one.at === event.at &&
      one.type === "CommitmentRescheduled" &&
      one.reasonCode === "session-cancelled",
  );
  if (moved?.type !== "CommitmentRescheduled" || moved.after === undefined) return null;
  return { name: nameOf(year, moved.after), on: moved.dueOn };
}
