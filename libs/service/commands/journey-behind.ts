import type { DataSource } from "typeorm";
import type { Principal } from "../access/principal.ts";
import type { CommandRecord } from "../../store/command-log.ts";
import { heardOf, journeyMeant, journeyMeantAndCommand, type Sought } from "../../views/journeys/read-journeys.ts";
import { withinOf } from "../access/scope.ts";
import { Refusal } from "../refusal.ts";

const ID = /^(\d{6})-(primary|secondary)$/u;

/**
 * The id of the journey that is meant by `id`: its own, or one made of the URN of a successor or predecessor school.
 * @throws Refusal `not-found`, also for a journey that the caller does not see
 */
export async function journeyBehind(source: DataSource, id: string, caller: Principal): Promise<string> {
  const meant = await journeyMeant(source, soughtBy(id), withinOf(caller));
  if (meant === null) throw noJourney(id);
  return meant;
}

/** The same, and what is known of a command by its id: most commands need both. @throws Refusal `not-found` */
export async function journeyAndCommand(
  source: DataSource,
  id: string,
  caller: Principal,
  command: string,
): Promise<{ journey: string; known: CommandRecord | null }> {
  const { journey, known } = await journeyMeantAndCommand(source, soughtBy(id), withinOf(caller), command);
  if (journey === null) throw noJourney(id);
  return { journey, known };
}

function soughtBy(id: string): Sought {
  const [, urn, phase] = ID.exec(id) ?? [];
  if (urn === undefined || phase === undefined) throw noJourney(id);
  return { id, urn, phase };
}

/**
 * What someone hears of a journey. `hub`: the events of this hub alone, null for all; `here`: they see the journey as
 * it stands, else only their own part of it: of a school that has left, or for which they ask.
 */
export interface Part {
  journey: string;
  hub: string | null;
  here: boolean;
}

/**
 * The part of a journey that someone hears of.
 * @throws Refusal `not-found`, also for a journey of which nothing was ever told to them
 */
export async function journeyPart(source: DataSource, id: string, caller: Principal): Promise<Part> {
  const hub = withinOf(caller)?.hub ?? null;
  try {
    return { journey: await journeyBehind(source, id, caller), hub, here: true };
  } catch (error) {
    const [, urn, phase] = ID.exec(id) ?? [];
    const ofHub = caller.role !== "work-group-lead" && hub !== null;
    if (!(error instanceof Refusal) || !ofHub || urn === undefined || phase === undefined) throw error;
    const heard = await heardOf(source, { id, urn, phase }, hub);
    if (heard === null) throw error;
    return { journey: heard, hub, here: false };
  }
}

/** There is no such journey, or none that is theirs to see. */
export function noJourney(id: string): Refusal {
  const sought = { kind: "journey", id } as const;
  return new Refusal("not-found", "There is no journey with this id: one begins with an application.", { sought });
}
