// The one row that names the cluster of Temporal which is home: there alone anything is decided, sent and woken.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../calendar/instants.ts";
import { clusterOf } from "./cluster-of.ts";
import { coded } from "./errors.ts";
import type { Queryable } from "./prepared.ts";

/** `cluster`: what it is called; where it is and in which namespace; since when it is home. */
export interface Home {
  cluster: string;
  address: string;
  namespace: string;
  since: Instant;
}

/** The cluster that is home; null before the first move: then every one is. Rejects with StoreError. */
export async function homeOf(db: Queryable): Promise<Home | null> {
  const rows = await coded<(Omit<Home, "since"> & { since: Date })[]>(() =>
    db.query("select cluster, address, namespace, since from home"),
  );
  const [row] = rows;
  return row === undefined ? null : { ...row, since: instantFromMs(row.since.getTime()) };
}

/** Whether the cluster that this pool works for is home. Rejects with StoreError. */
export async function isAtHome(db: Queryable): Promise<boolean> {
  const rows = await coded<{ home: boolean }[]>(() => db.query("select is_home($1) as home", [clusterOf(db)]));
  return rows[0]?.home ?? false;
}

/**
 * Makes a cluster home, once every transaction of a worker that is under way has ended; from then on workers of another
 * begin none. Home already, it does nothing. Rejects with StoreError.
 */
export async function makeHome(
  dataSource: DataSource,
  { cluster, address, namespace }: Omit<Home, "since">,
): Promise<void> {
  await coded(() =>
    dataSource.transaction(async (manager) => {
      await manager.query("select pg_advisory_xact_lock(hashtextextended('home', 0))");
      await manager.query(
        `insert into home (cluster, address, namespace) values ($1, $2, $3)
         on conflict (one) do update set cluster = excluded.cluster, address = excluded.address,
           namespace = excluded.namespace, since = clock_timestamp()
         where home.cluster <> excluded.cluster`,
        [cluster, address, namespace],
      );
    }),
  );
}
