// The whole hub's turn into the year to come, as it would be done now: every school once, and next year's groups
// proposed from this year's. Pure: the same journeys, groups and catalogue give the same plan.

import type { AcademicYear } from "../calendar/academic-years.ts";
import type { Instant } from "../calendar/instants.ts";
import { holds } from "../journey/places.ts";
import type { Rules } from "../journey/rules.ts";
import type { Journey } from "../journey/state.ts";
import type { WorkGroup } from "../work-group/state.ts";
import { proposeGroups, type GroupProposal } from "./groups.ts";
import { nothingFor, whyNothing } from "../words/turn.ts";
import { schoolTurn, type SchoolTurn, type Turning } from "./school.ts";

/** A hub as it stands: its journeys and Work Groups by id. */
export interface HubNow {
  hub: string;
  journeys: ReadonlyMap<string, Journey>;
  groups: ReadonlyMap<string, WorkGroup>;
}

/** A school with its place in the proposal. `withoutPlace`: why it has none, where it goes on. */
export interface PlannedSchool extends SchoolTurn {
  workGroup: string | null;
  withoutPlace: WithoutPlace | null;
}

/** `group-full`: more schools go on than the page lets in; `no-group`: no group of this stage is formed or proposed. */
export type WithoutPlace = "group-full" | "no-group";

export interface TurnPlan {
  hub: string;
  into: AcademicYear;
  /** By journey id; every school that takes part, pauses, or has completed and may come back. */
  schools: readonly PlannedSchool[];
  /** By id. */
  groups: readonly GroupProposal[];
}

/** Plans a hub's turn. `at`: the instant of the preview (UTC), by which the rules of an invitation judge. */
export function planTurn({ hub, journeys, groups }: HubNow, into: AcademicYear, at: Instant, rules: Rules): TurnPlan {
  const turning: Turning = { into, at, rules };
  const turns = [...journeys].sort(byId).flatMap(([journey, state]) => schoolTurn(journey, state, turning) ?? []);
  const placed = turns.map((school) => settledWhere(school, groups));
  const proposed = proposeGroups(hub, into, placed, groups, rules.catalogue);
  const placeOf = new Map(proposed.flatMap(({ id, schools }) => schools.map((journey) => [journey, id] as const)));
  const schools = placed.map((school): PlannedSchool => {
    const workGroup = placeOf.get(school.journey) ?? null;
    const wants = school.does !== "nothing" && workGroup === null;
    const some = proposed.some((one) => school.next !== null && holds(one, school.next.prospectus));
    return { ...school, workGroup, withoutPlace: wants ? (some ? "group-full" : "no-group") : null };
  });
  return { hub, into, schools, groups: proposed };
}

/** One that is known to go on, and has its place in a group of that year, needs nothing more. */
function settledWhere(school: SchoolTurn, groups: ReadonlyMap<string, WorkGroup>): SchoolTurn {
  if (school.does !== "place") return school;
  const place = [...groups].find(
    ([, group]) =>
      group.status === "formed" &&
      school.next !== null &&
      holds(group, school.next.prospectus) &&
      group.taken.some((one) => one.journey === school.journey && one.status === "taken"),
  );
  if (!place) return school;
  const because = nothingFor("has-its-place", { workGroup: place[0] });
  return { ...school, does: "nothing", why: "settled", because, detail: whyNothing({ because, detail: null }) };
}

const byId = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number => (one < other ? -1 : 1);
