// Every journey, one after the other, as it stands: for questions about all of them.

import type { DataSource } from "typeorm";
import { fold } from "../../journey/evolve.ts";
import type { Journey } from "../../journey/state.ts";
import type { AtHand } from "../../journey/rules.ts";
import { readGroups } from "../../people/beside.ts";
import { coded } from "../../store/errors.ts";
import { eventsOf } from "../../views/events-of.ts";
import type { Formed } from "../../work-group/state.ts";
import { concerned, groupsAtHand } from "../../work-group/together.ts";

const BATCH = 100;

/** Which journeys: those of one hub (null: of all); and of these one share in so many, the first of them 0. */
export interface WhichJourneys {
  hub: string | null;
  share?: { no: number; of: number };
}

/**
 * Tells of every journey by id, with what is known of its Work Groups. Batches are read as they are needed. Rejects
 * with StoreError.
 */
export async function eachJourney(
  dataSource: DataSource,
  which: WhichJourneys,
  told: (journey: string, state: Journey, atHand: AtHand) => void,
): Promise<void> {
  const groups = new Map<string, Formed | null>();
  for (let coming = after(dataSource, which, ""); ;) {
    const { ids, events } = await coming;
    const last = ids.at(-1);
    const more = last !== undefined && ids.length === BATCH;
    // PostgreSQL reads the next while these are told of.
    if (more) coming = after(dataSource, which, last);
    coming.catch(() => undefined); // heard where it is awaited
    const journeys = ids.map((id) => {
      const state = fold(events.get(id) ?? []);
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
    if (!more) return;
  }
}

/** How many there are, of one hub (null: of all). Rejects with StoreError. */
export async function countJourneys(dataSource: DataSource, hub: string | null): Promise<number> {
  const [row] = await coded<{ journeys: number }[]>(() =>
    dataSource.query("select count(*)::int as journeys from journeys where $1::text is null or hub = $1", [hub]),
  );
  return row?.journeys ?? 0;
}

async function after(
  dataSource: DataSource,
  { hub, share = { no: 0, of: 1 } }: WhichJourneys,
  last: string,
): Promise<{ ids: string[]; events: Awaited<ReturnType<typeof eventsOf>> }> {
  const rows = await coded<{ id: string }[]>(() =>
    dataSource.query(
      `select id from journeys where id > $1 and ($2::text is null or hub = $2)
         and (hashtext(id) & 2147483647) % $4::int = $5 order by id limit $3`,
      [last, hub, BATCH, share.of, share.no],
    ),
  );
  const ids = rows.map(({ id }) => id);
  return { ids, events: await eventsOf(dataSource, ids) };
}
