// The records of the stage-year that a school's page shows, as far as who looks may see them, and where each came from.

import { stagesOf } from "../../../libs/journey/state.ts";
import type { Recorded } from "../../../libs/journey/events.ts";
import type { StageYear } from "../../../libs/journey/stage-year.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import type { Facts } from "../../../libs/service/journeys/journey-facts.ts";
import { GROUP_COMMANDS } from "../../../libs/service/work-groups/group-commands.ts";

/** The stage-year last begun; null before any has. */
export const yearShown = ({ state }: Pick<Facts, "state">): StageYear | null => stagesOf(state).at(-1) ?? null;

/** The event of a record; null where it is not for who looks, who has what happened while the school was with them. */
export const eventOf = ({ events }: Pick<Facts, "events">, seq: number): Recorded | null =>
  events.find((one) => one.seq === seq) ?? null;

/**
 * The register from which a record of attendance came, for who may take it (and put it right): that of the group in
 * which the school was then. Null where there is none for them.
 */
export function registerOf(
  facts: Pick<Facts, "events" | "groups" | "journey">,
  record: Recorded,
  role: Role,
): string | null {
  if (record.type !== "AttendanceRecorded" || record.catchUp === true) return null;
  if (!GROUP_COMMANDS.TakeRegister.roles.includes(role)) return null;
  const group = facts.events.reduce<string | null>(
    (was, one) =>
      one.seq < record.seq && (one.type === "StageStarted" || one.type === "SchoolChangedGroup") ? one.workGroup : was,
    null,
  );
  // A lead has the groups that they lead now.
  const theirs = role !== "work-group-lead" || group === facts.journey.workGroup;
  if (group === null || !theirs || !facts.groups.some(({ id }) => id === group)) return null;
  return `/groups/${group}/take-register?session=${record.session}`;
}
