// A Work Group of two schools of which five want a place: who has one, and who waits.

import type { CommandData } from "../../libs/work-group/commands.ts";
import { HubWorld } from "./hub-world.ts";
import { application, schoolFor } from "./journey.ts";

export const PROGRAMME = "2021-22/secondary-development";

/** “A two school Work Group”. */
export const TWO: CommandData["FormWorkGroup"] = {
  hub: "great-north",
  prospectus: PROGRAMME,
  lead: "lead-1",
  leadRole: "secondary-mastery-specialist",
};

export const A = "200001-secondary",
  B = "200002-secondary",
  C = "200003-secondary",
  D = "200004-secondary",
  E = "200005-secondary";

/** Schools that have applied. */
export function applied(...journeys: string[]): HubWorld {
  return journeys.reduce(
    (world, journey) =>
      world.do(
        journey,
        "2021-05-04T09:00",
        "SubmitApplication",
        application(PROGRAMME, { school: schoolFor(PROGRAMME, { urn: journey.slice(0, 6) }) }),
      ),
    new HubWorld(),
  );
}

export const JUNE = "2021-06-01T09:00";

export const offer = (world: HubWorld, journey: string, workGroup = "pair", when = JUNE) =>
  world.do(journey, when, "OfferPlace", { workGroup, respondBy: "2021-06-30" });

/** The pair is full: A and B are offered its places, C, D and E wait. */
export function full(): HubWorld {
  const world = applied(A, B, C, D, E).doGroup("pair", "2021-05-03T09:00", "FormWorkGroup", TWO);
  return [A, B, C, D, E].reduce((so, journey) => offer(so, journey), world);
}

export const holders = (world: HubWorld, group = "pair") => world.group(group).taken.map(({ journey }) => journey);

export const waiting = (world: HubWorld, group = "pair") => world.group(group).waitlist.map(({ journey }) => journey);
