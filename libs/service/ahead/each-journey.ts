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

/**
 * Tells of every journey by id, with what is known of its Work Groups; those of one hub if one is named (null: all).
 * Batches are read as they are needed. Rejects with StoreError.
 */
export async function eachJourney(
  dataSource: DataSource,
  hub: string | null,
  told: (journey: string, state: Journey, atHand: AtHand) => void,
): Promise<void> {
  const groups = new Map<string, Formed | null>();
  for (let after = ""; ;) {
    const rows = await coded<{ id: string }[]>(() =>
      dataSource.query(
        "select id from journeys where id > $1 and ($2::text is null or hub = $2) order by id limit $3",
        [after, hub, BATCH],
      ),
    );
    const events = await eventsOf(
      dataSource,
      rows.map(({ id }) => id),
    );
    for (const { id } of rows) {
      const state = fold(events.get(id) ?? []);
      told(id, state, groupsAtHand(await readGroups(dataSource, groups, concerned(state, [])), id));
    }
    after = rows.at(-1)?.id ?? "";
    if (rows.length < BATCH) return;
  }
}
