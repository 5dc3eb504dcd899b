// The feed tells only of what is older than any transaction still open on the server, which other files of tests use
// too: they hold it up while they make their databases.

import type { DataSource } from "typeorm";

/** Waits until every transaction on the server that began before now has ended: the feed is then past its own. */
export async function othersAreDone(owner: DataSource): Promise<void> {
  const [{ now }] = await owner.query<[{ now: string }]>("select pg_current_xact_id()::text as now");
  for (let done = false; !done;)
    [{ done }] = await owner.query<[{ done: boolean }]>(
      "select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as done from pg_sleep(0.02)",
      [now],
    );
}
