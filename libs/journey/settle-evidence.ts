// What the records of a stage-year come to: who filled a place at which meeting, how much support was given, for how
// long teachers were released, which visit was which. Nothing is counted twice.

import { isSession } from "./event-words.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { Commitment, Evidence, StageYear } from "./state.ts";

type Attendance = Extract<Evidence, { kind: "attendance" }>;
type Visit = Extract<Evidence, { kind: "visit" }>;

/** Every register of the year, and every catch-up that a lead recorded. */
export function attendances(year: StageYear): Attendance[] {
  return year.evidence.flatMap((one) => (one.kind === "attendance" ? [one] : []));
}

/** The registers of a session: by them it was held. What was made up for it afterwards is none. */
export function registersOf(year: StageYear, session: string): Attendance[] {
  return attendances(year).filter((one) => one.session === session && !one.catchUp);
}

/**
 * Who filled a place at each session that was promised, by its code: at the session, at a repeat, by a catch-up (two
 * twilights are one of each), or, where `wants` says that one more counts there, at an extra session afterwards. Being
 * at an extra session makes up one session that was missed, the earliest.
 */
export function thoseWhoCame(
  year: StageYear,
  wants: (session: string, had: ReadonlySet<string>, one: string) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const promised = year.commitments
    .flatMap((one) =>
      one.kind === "meeting" && one.status !== "waived" ? [{ code: one.after ?? "", ...heldOn(year, one) }] : [],
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const filled = new Map(promised.map(({ code }) => [code, thereAt(year, code)]));
  for (const { on, present } of extraTimes(year))
    for (const one of present) {
      const missed = promised.find(({ code, on: day }) => {
        const had = filled.get(code);
        return day < on && had !== undefined && !had.has(one) && wants(code, had, one);
      });
      if (missed) filled.get(missed.code)?.add(one);
    }
  return filled;
}

/** The day on which a session was held first, else the one on which it is due. */
function heldOn(year: StageYear, meeting: Commitment): { on: LocalDate } {
  const days = registersOf(year, meeting.after ?? "").map(({ on }) => on);
  return { on: days.sort()[0] ?? meeting.dueOn };
}

/** A twilight is half of what was promised: two of them, on different days, are one. */
function thereAt(year: StageYear, session: string): Set<string> {
  const parts = new Map<string, Map<LocalDate, number>>();
  for (const { session: of, on, present, equivalent } of attendances(year)) {
    if (of !== session) continue;
    for (const one of present) {
      const days = parts.get(one) ?? new Map<LocalDate, number>();
      days.set(on, Math.max(days.get(on) ?? 0, equivalent === "twilight" ? 1 : 2));
      parts.set(one, days);
    }
  }
  return new Set(
    [...parts].flatMap(([one, days]) => ([...days.values()].reduce((a, b) => a + b, 0) >= 2 ? [one] : [])),
  );
}

/** Who was at sessions beyond those that were promised, the earliest first; nobody twice at one. */
function extraTimes(year: StageYear): { on: LocalDate; present: readonly string[] }[] {
  const promised = new Set(year.commitments.filter(isSession).map(({ code }) => code));
  const had = new Map<string, Set<string>>();
  return attendances(year)
    .filter(({ session, equivalent }) => !promised.has(session) && equivalent !== "twilight")
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.seq - b.seq))
    .map(({ session, on, present }) => {
      const there = had.get(session) ?? new Set<string>();
      had.set(session, there);
      const anew = [...new Set(present)].filter((one) => !there.has(one));
      anew.forEach((one) => there.add(one));
      return { on, present: anew };
    });
}

/**
 * May this session be called off, or stay so, by itself? Not where fewer would be left than the page has at least; a
 * year that began late has fewer from the first.
 */
export function mayBeCalledOff(year: StageYear, session: string): boolean {
  const least = year.meetings?.least ?? null;
  if (least === null) return true;
  const promised = year.commitments.flatMap((one) => (one.kind === "session" ? [one] : []));
  const on = promised.filter(
    (one) => one.code !== session && one.status !== "waived" && !year.calledOff.includes(one.code),
  );
  return on.length + year.extras.length >= Math.min(least, promised.length);
}

/** The visits of the year, the earliest first. */
export function visits(year: StageYear): Visit[] {
  return year.evidence
    .flatMap((one) => (one.kind === "visit" ? [one] : []))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * Half-days of support. Where the page counts them between the teachers, a half-day with both in it is two, as each of
 * them was released for it; one of which nobody said who was in it counts as it is.
 */
export function supportHalfDays(year: StageYear, { between }: Pick<Commitment, "between">): number {
  return visits(year).reduce(
    (sum, { halfDays, teachers }) => sum + halfDays * (between && teachers !== null ? teachers.length : 1),
    0,
  );
}

/**
 * Release of the teachers in half-days, meetings included. On the day of a meeting it is the same release, whoever
 * recorded it as well; a session and day counts once for a teacher, and a day is two half-days at most. A twilight is
 * after school: nobody is released for it.
 */
export function releasedHalfDays(year: StageYear): number {
  const teachers = new Set(
    year.evidence.flatMap((one) =>
      one.kind === "attendance" ? one.present : one.kind === "release-days" ? [one.participant] : [],
    ),
  );
  return [...teachers].reduce((sum, one) => sum + releasedFor(year, one), 0);
}

function releasedFor(year: StageYear, teacher: string): number {
  const released = new Map<LocalDate, number>();
  for (const one of year.evidence)
    if (one.kind === "release-days" && one.participant === teacher)
      released.set(one.on, (released.get(one.on) ?? 0) + one.days * 2);
  const sessions = new Map<LocalDate, Set<string>>();
  for (const { session, on, present, equivalent } of attendances(year))
    if (equivalent !== "twilight" && present.includes(teacher))
      sessions.set(on, (sessions.get(on) ?? new Set<string>()).add(session));
  const meetings = new Map(
    [...sessions].map(([on, codes]) => [on, Math.min(2, codes.size * year.halfDaysPerMeeting)] as const),
  );
  const days = new Set([...released.keys(), ...meetings.keys()]);
  return [...days].reduce((sum, on) => sum + Math.max(released.get(on) ?? 0, meetings.get(on) ?? 0), 0);
}

/**
 * Half-days of a day that are taken up: by visits, and by sessions at which somebody of the school was. `without`: the
 * session whose register is being taken again.
 */
export function takenUp(year: StageYear, on: LocalDate, without?: string): number {
  const visited = visits(year).reduce((sum, one) => (one.on === on ? sum + one.halfDays : sum), 0);
  return visited + otherSessions(year, on, without).length * year.halfDaysPerMeeting;
}

/** The other sessions, by code, that the school had on a day. */
export function otherSessions(year: StageYear, on: LocalDate, without?: string): string[] {
  const there = attendances(year).filter(
    (one) =>
      one.on === on &&
      one.session !== without &&
      !one.catchUp &&
      one.equivalent !== "twilight" &&
      (one.present.length > 0 || one.headteacher),
  );
  return [...new Set(there.map(({ session }) => session))];
}

/**
 * A visit on the very day that was agreed for one counts for that one; else for the first that is due in its term, also
 * one that was moved there; else for the one of its own term; one too many there, or one after it, for the oldest term
 * still without.
 */
export function visitsByCommitment(year: StageYear): ReadonlyMap<string, Visit> {
  const wanted = year.commitments
    .filter((one) => one.kind === "visit")
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  const had = new Map<string, Visit>();
  for (const visit of visits(year)) {
    const { on } = visit;
    const left = wanted.filter((one) => !had.has(one.code));
    const term = wanted.find((one) => isIn(one.within, on))?.within ?? null;
    const chosen =
      left.find((one) => one.dueOn === on) ??
      left.find((one) => isIn(term, one.dueOn)) ??
      left.find((one) => isIn(one.within, on)) ??
      left.find((one) => one.dueOn < on);
    if (chosen) had.set(chosen.code, visit);
  }
  return had;
}

/**
 * Did the headteacher meet the lead at a visit, or at another in its term; where no visit is named, at any. A visit
 * booked for a later day is the one that it is for.
 */
export function metHeadteacher(year: StageYear, { after, within, code }: Commitment): boolean {
  const met = visits(year).filter((one) => one.headteacher);
  if (after === null || code === "headteacher-meeting") return met.length > 0;
  const visit = visitsByCommitment(year).get(after);
  return visit !== undefined && (visit.headteacher || met.some(({ on }) => isIn(within, on)));
}

function isIn(days: Commitment["within"], on: LocalDate): boolean {
  return days !== null && days.from <= on && on <= days.to;
}
