// What a school wrote the last time it applied: the form of the next year is filled in with it.

import type { DataSource } from "typeorm";
import type { EventOf, Recorded } from "../../journey/events.ts";
import { getPeople, getTexts, type Person } from "../../people/people.ts";
import { load } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
import { journeyIdOf } from "../../views/journeys/read-journeys.ts";
import type { Principal } from "../access/principal.ts";

/**
 * `journey`: of which it is part; `prospectus`: for which programme it was. Who has been erased meanwhile, and what
 * they wrote, is left out.
 */
export interface LastApplication {
  journey: string;
  prospectus: string;
  hub: string;
  criteria: readonly string[];
  reasons: string | null;
  contact: Omit<Person, "id"> | null;
  partners: readonly { urn: string; relationship: string | null }[];
}

type Applied = Recorded<EventOf<"ApplicationSubmitted">>;

/**
 * The latest application of a school in a phase; null where there is none that `caller` may see: a school sees its own,
 * a hub what came to it. Rejects with StoreError, SealError.
 */
export async function lastApplication(
  db: DataSource,
  caller: Principal,
  urn: string,
  phase: string,
): Promise<LastApplication | null> {
  const journey = await journeyIdOf(db, urn, phase);
  const events = recorded(await load(db, streamOf(journey)));
  const last = events.findLast((event): event is Applied => event.type === "ApplicationSubmitted");
  if (last === undefined || (caller.role !== "school-contact" && last.hub !== caller.hub)) return null;
  const ids = [last.reasonsId, ...last.group.map(({ relationshipId }) => relationshipId)].filter((id) => id !== null);
  const texts = await getTexts(db, ids);
  const [person] = await getPeople(db, [last.contactId]);
  const text = (id: string | null): string | null => (id === null ? null : (texts.get(id) ?? null));
  return {
    journey,
    prospectus: last.prospectus,
    hub: last.hub,
    criteria: last.criteria,
    reasons: text(last.reasonsId),
    contact: person ? withoutId(person) : null,
    partners: last.group.map((one) => ({ urn: one.urn, relationship: text(one.relationshipId) })),
  };
}

const withoutId = ({ id: _, ...words }: Person): Omit<Person, "id"> => words;
