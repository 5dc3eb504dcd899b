// All events, read in their order and thrown away: the least that every question about all journeys must do.

import pg from "pg";

const AT_ONCE = 5_000;

/** Reads them, some at a time; how many there were. */
export async function readAllEvents(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin; declare all_events cursor for select * from events order by stream, seq");
    for (let read = 0; ;) {
      const { rows } = await client.query(`fetch ${AT_ONCE} from all_events`);
      read += rows.length;
      if (rows.length < AT_ONCE) return read;
    }
  } finally {
    await client.end();
  }
}
