// The meetings of the year to which a school is invited and has not said yes: while its place is kept, they are
// announced to who applied and to the headteacher, so that a yes in October finds people who could come.

import { firstDay, settledBy } from "../calendar/academic-years.ts";
import { localDate, type Instant, type LocalDate } from "../calendar/instants.ts";
import { announcesOf, announcing } from "./announce.ts";
import type { Announcing } from "./event-words.ts";
import type { EventOf, Recipient } from "./events.ts";
import { asGroupMeets, offOf } from "./group-dates.ts";
import { holds } from "./places.ts";
import { planOf } from "./plan.ts";
import type { AtHand, Rules } from "./rules.ts";
import type { Begun, Invitation } from "./state.ts";

/** Those that are to be announced from `at` on, to the day until which its place is kept. */
export function keptMeetings(
  { prospectus: id, workGroup }: Pick<Invitation, "prospectus" | "workGroup">,
  { catalogue, calendar }: Pick<Rules, "catalogue" | "calendar">,
  { groupOf }: AtHand,
  at: Instant,
): { announces?: readonly Announcing[] } {
  const prospectus = catalogue.get(id);
  if (prospectus === null) return {};
  const group = workGroup === null ? null : groupOf?.(workGroup);
  // It is in no group of that year: when it would meet nobody knows.
  if (group && !holds(group, id)) return {};
  const plan = asGroupMeets(planOf(prospectus, calendar), id, group, calendar);
  const off = offOf(plan, id, group);
  const [today, last] = [localDate(at), settledBy(prospectus.academicYear)];
  const ahead = plan.filter(({ code, dueOn }) => dueOn > today && dueOn <= last && !off.includes(code));
  const announces = announcesOf(ahead, calendar, at);
  return announces.length === 0 ? {} : { announces };
}

/**
 * One of them is near, and is announced as its group holds it now: one that has another day by then is announced before
 * that, one that was called off to nobody.
 */
export function keptAnnounced(
  state: Begun,
  invitation: Invitation,
  { code, on }: Announcing,
  at: Instant,
  { calendar }: Pick<Rules, "calendar">,
  { groupOf }: AtHand,
): EventOf<"MeetingAnnounced"> {
  const { academicYear: into, workGroup } = invitation;
  const group = workGroup === null ? null : groupOf?.(workGroup);
  const session = group?.sessions.find((one) => one.code === code);
  const announced = { type: "MeetingAnnounced" as const, at, meeting: code, on, into };
  const stands = !group || (session?.status === "scheduled" && session.on === on);
  if (stands) return { ...announced, to: localDate(at) <= on ? whoReads(state, code) : [] };
  const later = session?.status === "scheduled" && session.on > localDate(at) && session.on <= settledBy(into);
  const { announceAt } = later ? announcing(calendar, session.on, at) : {};
  const again = later && announceAt !== undefined ? { again: { code, on: session.on, at: announceAt } } : {};
  return { ...announced, to: [], ...again };
}

/** What its group has decided about a session; `on`: its new day, null where it is called off. */
export interface KeptChange {
  code: string;
  from: LocalDate;
  on: LocalDate | null;
}

/**
 * Its group gives a session another day, or calls it off. Who has not heard of it yet hears of the new day in time; who
 * has, or would hear too late, hears of it now.
 */
export function keptChanged(
  state: Begun,
  group: string,
  { code, from, on }: KeptChange,
  at: Instant,
  { calendar }: Pick<Rules, "calendar">,
): EventOf<"MeetingAnnounced">[] {
  if (state.status !== "participating" || state.year !== null || state.next !== null) return [];
  const { invitation } = state;
  if (invitation?.workGroup !== group) return [];
  const { academicYear: into } = invitation;
  const [today, last] = [localDate(at), settledBy(into)];
  // Before the year they are read as the group has them when it begins.
  if (today < firstDay(into) || today > last || on === from) return [];
  const waits = invitation.announces.find((one) => one.code === code);
  const to = whoReads(state, code);
  const told = { type: "MeetingAnnounced" as const, at, meeting: code, into };
  if (waits === undefined) {
    // They have heard of a day that is still to come.
    if (from <= today || from > last) return [];
    return [on === null ? { ...told, on: from, to, off: true } : { ...told, on, to }];
  }
  const { announceAt } = on === null || on > last ? {} : announcing(calendar, on, at);
  if (on !== null && announceAt === undefined && on > today && on <= last)
    return [
      { ...told, on: waits.on, to: [] },
      { ...told, on, to },
    ];
  const again = on === null || announceAt === undefined ? {} : { again: { code, on, at: announceAt } };
  return [{ ...told, on: waits.on, to: [], ...again }];
}

/** Who applied, and the headteacher; of the headteachers' own meeting the headteacher alone. */
function whoReads({ school }: Begun, code: string): Recipient[] {
  const head: Recipient = school.headteacher ? "headteacher" : "applicant";
  return code === "headteachers-session" ? [head] : [...new Set<Recipient>([head, "applicant"])];
}
