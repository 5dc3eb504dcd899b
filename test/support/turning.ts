// A hub in memory in the middle of a year, for tests of its turn into the next.

import { parseWhen } from "../../libs/calendar/instants.ts";
import { planTurn, type PlannedSchool, type TurnPlan } from "../../libs/turn/plan.ts";
import { HubWorld } from "./hub-world.ts";
import { application, RULES, schoolFor } from "./journey.ts";

export const READINESS = "2020-21/primary-readiness";
export const DEVELOPMENT = "2020-21/secondary-development";
/** When hubs begin with it. */
export const MARCH = "2021-03-15T09:00";

/** Schools that take part in a group of 2020/21 from its beginning. */
export function inGroup(
  world: HubWorld,
  group: string,
  prospectus: string,
  leadRole: string,
  urns: readonly number[],
): HubWorld {
  const phase = prospectus.includes("primary") ? "primary" : "secondary";
  world.doGroup(group, "2020-05-04T09:00", "FormWorkGroup", {
    hub: "great-north",
    prospectus,
    lead: `lead-of-${group}`,
    leadRole,
    secondYearDone: true,
  });
  for (const urn of urns) {
    const journey = `${urn}-${phase}`;
    world
      .do(
        journey,
        "2020-06-01T09:00",
        "SubmitApplication",
        application(prospectus, { school: schoolFor(prospectus, { urn: String(urn) }) }),
      )
      .do(journey, "2020-06-02T09:00", "OfferPlace", { workGroup: group })
      .do(journey, "2020-06-03T09:00", "AcceptOffer", {})
      .do(journey, "2020-06-04T09:00", "PlaceInWorkGroup", {});
  }
  return world;
}

/** Readiness schools in the group `ready`, in March. */
export const readers = (...urns: number[]): HubWorld =>
  inGroup(new HubWorld(), "ready", READINESS, "mastery-readiness-lead", urns).until(MARCH);
/** Secondary Development schools in the group `dev`, in March. */
export const developers = (...urns: number[]): HubWorld =>
  inGroup(new HubWorld(), "dev", DEVELOPMENT, "secondary-mastery-specialist", urns).until(MARCH);

/** The hub's turn as the world stands. */
export const planOf = (world: HubWorld, into = "2021/22", when = MARCH): TurnPlan =>
  planTurn(
    {
      hub: "great-north",
      journeys: new Map([...world.journeys].map(([id, { state }]) => [id, state])),
      groups: new Map([...world.groups].map(([id, { state }]) => [id, state])),
    },
    into,
    parseWhen(when),
    RULES,
  );

/** A school of a plan. Throws where it is not in it. */
export function schoolIn(of: TurnPlan, journey: string): PlannedSchool {
  const found = of.schools.find((one) => one.journey === journey);
  if (!found) throw new Error(`${journey} is not in the plan`);
  return found;
}
