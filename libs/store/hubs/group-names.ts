// What hubs call their Work Groups. All that is known is read again only once there is a later name.

import type { DataSource } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { coded } from "../errors.ts";
import { lockStreams } from "../events/streams.ts";
import type { Queryable } from "../prepared.ts";

/** `setBy`: an opaque principal id. */
export interface GroupNamed {
  workGroup: string;
  name: string;
  setBy: string;
  setAt: Instant;
}

interface Known {
  latest: string | null;
  names: ReadonlyMap<string, string>;
}

const NONE: Known = { latest: null, names: new Map() };
const KNOWN = new WeakMap<DataSource, Known>();

/** Calls a group so from now on; the same name again changes nothing. Rejects with StoreError. */
export async function nameGroup(dataSource: DataSource, named: GroupNamed): Promise<void> {
  await coded(() =>
    dataSource.transaction(async (manager) => {
      await lockStreams(manager, [`group-name/${named.workGroup}`]);
      const [before] = await read(manager, "where work_group = $1", [named.workGroup]);
      if (before?.name === named.name) return;
      await manager.query("insert into group_names (work_group, name, set_by, set_at) values ($1, $2, $3, $4)", [
        named.workGroup,
        named.name,
        named.setBy,
        named.setAt,
      ]);
    }),
  );
}

/** The names that hubs have given, by Work Group. Rejects with StoreError. */
export async function namesOfGroups(dataSource: DataSource): Promise<ReadonlyMap<string, string>> {
  const [last] = await coded<{ id: string }[]>(() =>
    dataSource.query("select id from group_names order by no desc limit 1"),
  );
  const latest = last?.id ?? null;
  const known = KNOWN.get(dataSource) ?? NONE;
  if (known.latest === latest) return known.names;
  const all = await coded(() => read(dataSource, "", []));
  const names = new Map(all.map(({ workGroup, name }) => [workGroup, name]));
  KNOWN.set(dataSource, { latest, names });
  return names;
}

async function read(
  db: Queryable,
  where: string,
  parameters: readonly string[],
): Promise<{ workGroup: string; name: string }[]> {
  return db.query(
    `select distinct on (work_group) work_group as "workGroup", name from group_names ${where}
     order by work_group, no desc`,
    [...parameters],
  );
}
