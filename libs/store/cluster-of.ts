// Which cluster of Temporal a pool works for: a worker's own. Others (service, terminal) work for none, and are at home
// wherever that is.

import { DataSource, EntityManager } from "typeorm";

const CLUSTERS = new WeakMap<DataSource, string>();

/**
 * What a cluster is called in PostgreSQL. `called`: a name of its own (TEMPORAL_CLUSTER), for one that is reached under
 * several addresses; else it is called by address and namespace.
 */
export function clusterNamed({
  address,
  namespace,
  called,
}: {
  address: string;
  namespace: string;
  called?: string | undefined;
}): string {
  return called ?? `${address}/${namespace}`;
}

/** Has all that is done through this pool, and in its transactions, be a worker's of this cluster. Gives it back. */
export function worksAt(dataSource: DataSource, cluster: string): DataSource {
  CLUSTERS.set(dataSource, cluster);
  return dataSource;
}

/** The cluster that a pool or transaction works for; null: for none. */
export function clusterOf(db: unknown): string | null {
  const pool = db instanceof EntityManager ? db.dataSource : db;
  return pool instanceof DataSource ? (CLUSTERS.get(pool) ?? null) : null;
}
