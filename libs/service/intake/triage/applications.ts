// Applications as they were sent, and the schools that each of them names: who of those has applied too, and names it
// back.

import type { EventOf, Recorded } from "../../../journey/events.ts";
import { fold } from "../../../journey/evolve.ts";
import type { Begun } from "../../../journey/state.ts";
import { coded } from "../../../store/errors.ts";
import { namesOf } from "../../../store/schools/schools.ts";
import type { Queryable } from "../../../store/prepared.ts";
import { eventsOf } from "../../../views/events-of.ts";

export type Applied = Recorded<EventOf<"ApplicationSubmitted">>;

/**
 * A school that an application names. `journey`, `status` and `prospectus` are null where it has not come to this hub;
 * what it does at another is not this one's to see. `applied`: it has an application for the same programme.
 * `namesBack`: that application names this school.
 */
export interface Partner {
  urn: string;
  school: string | null;
  relationshipId: string | null;
  journey: string | null;
  status: string | null;
  prospectus: string | null;
  applied: boolean;
  namesBack: boolean;
}

/** The application that stands: the latest of the journey; null where it has none. */
export function applicationOf(past: readonly Recorded[]): Applied | null {
  return past.findLast((event): event is Applied => event.type === "ApplicationSubmitted") ?? null;
}

interface Found {
  id: string;
  urn: string;
  aliases: string[];
  phase: string;
  prospectus: string | null;
  events: readonly Recorded[];
}

/**
 * Finds the partners of all these applications at once; gives back how to read those of one. Rejects with StoreError.
 */
export async function partnersOf(
  db: Queryable,
  hub: string,
  pasts: readonly (readonly Recorded[])[],
): Promise<(journey: string, state: Begun, application: Applied) => Partner[]> {
  const urns = [...new Set(pasts.flatMap((past) => applicationOf(past)?.group.map(({ urn }) => urn) ?? []))];
  if (urns.length === 0) return () => [];
  const names = await namesOf(db, urns);
  const rows = await coded<Omit<Found, "events">[]>(() =>
    db.query(
      "select id, urn, aliases, phase, prospectus from journeys where hub = $1 and (urn = any($2::text[]) " +
        "or aliases && $2::text[])",
      [hub, urns],
    ),
  );
  const events = await eventsOf(
    db,
    rows.map(({ id }) => id),
  );
  const found = rows.map((row): Found => ({ ...row, events: events.get(row.id) ?? [] }));
  return (journey, state, application) =>
    application.group.map(({ urn, relationshipId }) => {
      const theirs = found.find(
        (one) =>
          one.id !== journey && one.phase === state.school.phase && (one.urn === urn || one.aliases.includes(urn)),
      );
      return { urn, school: names.get(urn) ?? null, relationshipId, ...standing(theirs, state, application) };
    });
}

function standing(
  theirs: Found | undefined,
  state: Begun,
  { prospectus }: Applied,
): Omit<Partner, "urn" | "school" | "relationshipId"> {
  const sent = theirs ? applicationOf(theirs.events) : null;
  if (!theirs) return { journey: null, status: null, prospectus: null, applied: false, namesBack: false };
  const ours = [state.school.urn, ...state.aliases];
  const applied = sent?.prospectus === prospectus;
  return {
    journey: theirs.id,
    status: fold(theirs.events).status,
    prospectus: theirs.prospectus,
    applied,
    namesBack: applied && sent.group.some(({ urn }) => ours.includes(urn)),
  };
}
