// Every journey, one after the other, as it stands: for questions about all of them.

import type { DataSource } from "typeorm";
import { foldUntold } from "../../journey/evolve.ts";
import type { Journey } from "../../journey/state.ts";
import type { AtHand } from "../../journey/rules.ts";
import { readGroups } from "../../people/beside.ts";
import { coded } from "../../store/errors.ts";
import { untoldEventsOf } from "../../views/events-of.ts";
import type { Formed } from "../../work-group/state.ts";
import { concerned, groupsAtHand } from "../../work-group/together.ts";
import { takeFrom, type Pieces } from "./pieces.ts";

/** The ids of all journeys, of one hub (null: of all), in order. Rejects with StoreError. */
export async function journeyIds(dataSource: DataSource, hub: string | null): Promise<string[]> {
  const rows = await coded<{ id: string }[]>(() =>
    dataSource.query("select id from journeys where $1::text is null or hub = $1 order by id", [hub]),
  );
  return rows.map(({ id }) => id);
}

/**
 * Tells of each of these journeys, without its letters and effects, with what is known of its Work Groups; those that
 * never began are passed over. Rejects with StoreError.
 */
export async function eachJourney(
  dataSource: DataSource,
  pieces: Pieces,
  told: (journey: string, state: Journey, atHand: AtHand) => void,
): Promise<void> {
  const groups = new Map<string, Formed | null>();
  const take = (): { ids: readonly string[]; reading: ReturnType<typeof untoldEventsOf> } => {
    const ids = takeFrom(pieces);
    const reading = untoldEventsOf(dataSource, ids);
    reading.catch(() => undefined); // heard where it is awaited
    return { ids, reading };
  };
  for (let now = take(); now.ids.length > 0;) {
    const events = await now.reading;
    // PostgreSQL reads the next while these are told of.
    now = take();
    const journeys = [...events].map(([id, read]) => {
      const state = foldUntold(read());
      return { id, state, concern: concerned(state, []) };
    });
    // In one statement: of each its own are then at hand.
    await readGroups(
      dataSource,
      groups,
      journeys.flatMap(({ concern }) => concern),
    );
    for (const { id, state, concern } of journeys)
      told(id, state, groupsAtHand(await readGroups(dataSource, groups, concern), id));
  }
}
