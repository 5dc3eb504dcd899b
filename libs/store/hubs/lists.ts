// The schools that a hub offers a programme to, where it has named them.

import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { coded } from "../errors.ts";
import { named, type Queryable } from "../prepared.ts";

/** `urns`: the schools that may apply, in their order; null where all may (again). `setBy`: an opaque principal id. */
export interface HubList {
  hub: string;
  prospectus: string;
  urns: string[] | null;
  setBy: string;
  setAt: Instant;
}

interface ListRow {
  hub: string;
  prospectus: string;
  urns: string[] | null;
  set_by: string;
  set_at: Date;
}

/**
 * Sets a hub's list for a prospectus and answers the one that stands: the same schools again leave the earlier
 * decision, and taking away what is not there answers null. Rejects with StoreError.
 */
export async function setList(db: Queryable, list: HubList): Promise<HubList | null> {
  const urns = list.urns === null ? null : [...new Set(list.urns)].sort();
  const rows = await coded<ListRow[]>(() =>
    db.query(
      // A clock that is behind another one's does not bring a decision before the one it replaces.
      `with latest as (select * from lists where hub = $1 and prospectus = $2 order by set_at desc limit 1),
       decided as (
         insert into lists (hub, prospectus, urns, set_by, set_at)
         select $1, $2, $3::text[], $4, greatest($5::timestamptz, (select set_at from latest))
         where not exists (select from latest where urns is not distinct from $3::text[]) and ($3::text[] is not null
           or exists (select from latest))
         on conflict (hub, prospectus, set_at) do update set urns = excluded.urns, set_by = excluded.set_by
         returning *)
       select * from decided union all select * from latest where not exists (select from decided)`,
      [list.hub, list.prospectus, urns, list.setBy, list.setAt],
    ),
  );
  return rows[0] ? listOf(rows[0]) : null;
}

/**
 * May this school apply by the list that held at an instant? True where the hub had set none. Rejects with StoreError.
 */
export async function isListed(
  db: Queryable,
  hub: string,
  prospectus: string,
  urn: string,
  at: Instant,
): Promise<boolean> {
  return (await named<{ listed: boolean | null }>(db, LISTED, [hub, prospectus, urn, at]))[0]?.listed ?? true;
}

const LISTED = {
  name: "school_is_listed",
  text: `select $3 = any(urns) as listed from lists where hub = $1 and prospectus = $2 and set_at <= $4
    order by set_at desc limit 1`,
};

/**
 * The lists of a hub by prospectus, as they stand or as they stood at an instant; none that was taken away. Rejects
 * with StoreError.
 */
export async function listsOf(db: Queryable, hub: string, at?: Instant): Promise<HubList[]> {
  const rows = await coded<ListRow[]>(() =>
    db.query(
      `select distinct on (prospectus) * from lists where hub = $1 and ($2::timestamptz is null or lists.set_at <= $2)
       order by prospectus, lists.set_at desc`,
      [hub, at ?? null],
    ),
  );
  return rows.map(listOf).filter(({ urns }) => urns !== null);
}

function listOf({ hub, prospectus, urns, set_by: setBy, set_at: setAt }: ListRow): HubList {
  return { hub, prospectus, urns, setBy, setAt: instantFromMs(setAt.getTime()) };
}
