import type { DataSource } from "typeorm";
import type { Principal } from "../access/principal.ts";
import { findJourneys } from "../../views/journeys/read-journeys.ts";
import { withinOf } from "../access/scope.ts";
import { Refusal } from "../refusal.ts";

const ID = /^(\d{6})-(primary|secondary)$/u;

/**
 * The id of the journey that is meant by `id`: its own, or one made of the URN of a successor or predecessor school.
 * @throws Refusal `not-found`, also for a journey that the caller does not see
 */
export async function journeyBehind(source: DataSource, id: string, caller: Principal): Promise<string> {
  const [, urn, phase] = ID.exec(id) ?? [];
  if (urn === undefined || phase === undefined) throw noJourney();
  const { items } = await findJourneys(source, { urn, phase, within: withinOf(caller), limit: 10 });
  const meant = items.find((journey) => journey.id === id) ?? items.find((journey) => journey.urn === urn) ?? items[0];
  if (!meant) throw noJourney();
  return meant.id;
}

/** There is no such journey. */
export function noJourney(): Refusal {
  return new Refusal("not-found", "There is no journey with this id: one begins with an application.");
}
