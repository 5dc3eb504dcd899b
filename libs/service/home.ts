// Which cluster of Temporal is home, as people at a terminal ask for it and change it.

import type { DataSource } from "typeorm";
import { clusterNamed } from "../store/cluster-of.ts";
import { homeOf, makeHome, type Home } from "../store/home.ts";

/** Where a cluster is reached; `called`: its own name (TEMPORAL_CLUSTER), where it has one. */
export interface Cluster {
  address: string;
  namespace: string;
  called?: string | undefined;
}

/**
 * What this cluster is called, and which other one is home in its place: null where it is home, or none has been named
 * so far. Rejects with StoreError.
 */
export async function homeInsteadOf(
  dataSource: DataSource,
  where: Cluster,
): Promise<{ cluster: string; home: Home | null }> {
  const cluster = clusterNamed(where);
  const home = await homeOf(dataSource);
  return { cluster, home: home === null || home.cluster === cluster ? null : home };
}

/** Makes a cluster home, and answers what it is called and which was home before. Rejects with StoreError. */
export async function moveHome(
  dataSource: DataSource,
  where: Cluster,
): Promise<{ cluster: string; before: Home | null }> {
  const cluster = clusterNamed(where);
  const before = await homeOf(dataSource);
  await makeHome(dataSource, { cluster, address: where.address, namespace: where.namespace });
  return { cluster, before };
}
