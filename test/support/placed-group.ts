// Schools with a place in a Development group, as rules see them: what several tests of Work Groups begin with.

import type { CommandData } from "../../libs/work-group/commands.ts";
import { HubWorld } from "./hub-world.ts";
import { application, schoolFor } from "./journey.ts";

export const DEVELOPMENT = "2024-25/primary-development";

/** How a Development group of seven is formed. */
export const SEVEN: CommandData["FormWorkGroup"] = {
  hub: "great-north",
  prospectus: DEVELOPMENT,
  lead: "lead-1",
  leadRole: "mastery-specialist",
};

/** The journeys of schools 100001 to so many. */
export const schools = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${100001 + index}-primary`);

/** The two teachers that a school names. */
export const teachersOf = (journey: string): string[] => [`${journey.slice(0, 6)}-1`, `${journey.slice(0, 6)}-2`];

/**
 * Every group is formed in May 2024; its schools, with two teachers each, are placed on 3 June. Their year is still to
 * begin.
 */
export function placedGroups(groups: Readonly<Record<string, readonly string[]>>): HubWorld {
  const world = new HubWorld();
  for (const group of Object.keys(groups)) world.doGroup(group, "2024-05-07T09:00", "FormWorkGroup", SEVEN);
  for (const [group, journeys] of Object.entries(groups)) for (const journey of journeys) place(world, journey, group);
  return world;
}

function place(world: HubWorld, journey: string, workGroup: string): void {
  const school = schoolFor(DEVELOPMENT, { urn: journey.slice(0, 6) });
  world
    .do(journey, "2024-05-08T09:00", "SubmitApplication", application(DEVELOPMENT, { school }))
    .do(journey, "2024-05-09T09:00", "OfferPlace", { workGroup })
    .do(journey, "2024-05-09T09:00", "AcceptOffer", {});
  for (const participant of teachersOf(journey))
    world.do(journey, "2024-05-09T09:00", "NominateParticipant", { participant, role: "lead-teacher" });
  world.do(journey, "2024-06-03T09:00", "PlaceInWorkGroup", {});
}
