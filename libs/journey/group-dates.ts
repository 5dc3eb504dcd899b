// The sessions of a Work Group, as the plan of a stage-year takes them up.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { PlannedCommitment, StageStarted } from "./event-words.ts";
import type { JourneyEvent } from "./events.ts";
import { holds } from "./places.ts";
import type { GroupAtHand } from "./rules.ts";

/** The plan of a prospectus with the dates on which its Work Group meets. */
export function asGroupMeets(plan: PlannedCommitment[], prospectus: string, group: Meeting): PlannedCommitment[] {
  return plan.map((one) => ({ ...one, dueOn: sessionOf(one, prospectus, group)?.on ?? one.dueOn }));
}

/** The sessions to come that the group has beyond those that the programme promises: they bind nobody. */
export function extrasOf(
  { prospectus, commitments }: StageStarted,
  group: Meeting,
  at: Instant,
  from: LocalDate,
): JourneyEvent[] {
  if (!group || !holds(group, prospectus)) return [];
  return group.sessions
    .filter(
      ({ code, on, status }) => status === "scheduled" && on >= from && !commitments.some((one) => one.code === code),
    )
    .map(({ code, on }) => ({ type: "SessionScheduled", at, session: code, on }));
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
