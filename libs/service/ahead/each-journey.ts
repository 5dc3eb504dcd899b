// Every journey, one after the other, as it stands: for questions about all of them.

import type { DataSource } from "typeorm";
import { fold } from "../../journey/evolve.ts";
import type { Journey } from "../../journey/state.ts";
import { coded } from "../../store/errors.ts";
import { eventsOf } from "../../views/events-of.ts";

const BATCH = 100;

/**
 * Tells of every journey by id, those of one hub if one is named (null: all). Batches are read as they are needed.
 * Rejects with StoreError.
 */
export async function eachJourney(
  dataSource: DataSource,
  hub: string | null,
  told: (journey: string, state: Journey) => void,
): Promise<void> {
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
    for (const { id } of rows) told(id, fold(events.get(id) ?? []));
    after = rows.at(-1)?.id ?? "";
    if (rows.length < BATCH) return;
  }
}
