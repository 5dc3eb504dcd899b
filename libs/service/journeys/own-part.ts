// What a hub sees of a school that came to it: not what was between the school and another hub.

import type { JourneyWhole } from "../../views/journeys/read-journeys.ts";

/**
 * A journey as a hub sees it: its own grants, and what went out or was to be decided since the school came. `hub`: null
 * for who sees all. What is still to be decided goes with the school, but for a grant: that is its own hub's.
 */
export function ownPart(journey: JourneyWhole, hub: string | null): JourneyWhole {
  if (hub === null) return journey;
  const { hubSince, grants, reminders, escalations, tasks } = journey;
  const since = <T extends { seq: number }>(rows: T[]): T[] => rows.filter(({ seq }) => seq >= hubSince);
  return {
    ...journey,
    grants: grants.filter((one) => one.hub === hub),
    reminders: since(reminders),
    escalations: since(escalations),
    tasks: tasks.filter(
      (task) => (task.hub ?? journey.hub) === hub && (hubSince === 1 || task.hub !== null || task.status === "open"),
    ),
  };
}
