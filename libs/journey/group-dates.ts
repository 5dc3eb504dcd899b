// The sessions of a Work Group, as the plan of a stage-year takes them up.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { SchoolCalendar } from "../calendar/terms.ts";
import { announcing } from "./announce.ts";
import { afterLast, lastMeeting } from "./closing.ts";
import type { PlannedCommitment, StageStarted } from "./event-words.ts";
import type { JourneyEvent } from "./events.ts";
import { holds } from "./places.ts";
import type { GroupAtHand } from "./rules.ts";

/** Promises in the order of their days. */
export const inOrder = (plan: PlannedCommitment[]): PlannedCommitment[] =>
  plan.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));

/**
 * The plan of a prospectus with the dates on which its Work Group meets; what is due after the last meeting follows
 * that.
 */
export function asGroupMeets(
  plan: readonly PlannedCommitment[],
  prospectus: string,
  group: Meeting,
  calendar: SchoolCalendar,
): PlannedCommitment[] {
  const met = plan.map((one) => ({ ...one, dueOn: sessionOf(one, prospectus, group)?.on ?? one.dueOn }));
  const off = offOf(met, prospectus, group);
  const last = lastMeeting(met.filter(({ code }) => !off.includes(code)));
  return inOrder(
    met.map((one) =>
      one.afterLast === undefined || last === null ? one : { ...one, dueOn: afterLast(one, last, calendar) },
    ),
  );
}

/** The meetings of the group in the whole year, those before a late placement included, but for what was called off. */
export function meetingsOf(
  plan: readonly PlannedCommitment[],
  prospectus: string,
  group: Meeting,
  from: LocalDate,
): number {
  const off = offOf(plan, prospectus, group);
  return plan.filter(({ kind, code, dueOn: on }) => kind === "session" && !(on < from && off.includes(code))).length;
}

/** The sessions to come that the group has beyond those that the programme promises: they bind nobody. */
export function extrasOf(
  { prospectus, commitments }: StageStarted,
  group: Meeting,
  at: Instant,
  from: LocalDate,
  calendar: SchoolCalendar,
): JourneyEvent[] {
  if (!group || !holds(group, prospectus)) return [];
  return group.sessions
    .filter(
      ({ code, on, status }) => status === "scheduled" && on >= from && !commitments.some((one) => one.code === code),
    )
    .map(({ code, on }) => ({
      type: "SessionScheduled",
      at,
      session: code,
      on,
      ...announcing(calendar, on, at),
    }));
}

/** The sessions that the group has called off. */
export function offOf(plan: readonly PlannedCommitment[], prospectus: string, group: Meeting): string[] {
  return plan
    .filter((one) => one.kind === "session" && sessionOf(one, prospectus, group)?.status === "cancelled")
    .map(({ code }) => code);
}

/** A Work Group, so far as its sessions go; nothing where none is formed. */
export type Meeting = Pick<GroupAtHand, "prospectus" | "also" | "sessions"> | null | undefined;

/**
 * The group's session that a commitment of a year is, or hangs on; none of the group of another year, whose schools may
 * go on together.
 */
export function sessionOf(
  { code, after }: { code: string; after: string | null },
  prospectus: string,
  group: Meeting,
): GroupAtHand["sessions"][number] | null {
  if (!group || !holds(group, prospectus)) return null;
  return group.sessions.find((session) => session.code === code || session.code === after) ?? null;
}
