// When a hub takes applications for a programme, as the hub itself decided.

import { instantFromMs, type Instant, type LocalDate } from "../../calendar/instants.ts";
import { coded } from "../errors.ts";
import { named, type Queryable } from "../prepared.ts";

/** Both days are part of it, in Europe/London. `setBy`: an opaque principal id. */
export interface HubWindow {
  hub: string;
  prospectus: string;
  opensOn: LocalDate;
  closesOn: LocalDate;
  setBy: string;
  setAt: Instant;
}

interface WindowRow {
  hub: string;
  prospectus: string;
  opens_on: LocalDate;
  closes_on: LocalDate;
  set_by: string;
  set_at: Date;
}

const COLUMNS = "hub, prospectus, opens_on::text as opens_on, closes_on::text as closes_on, set_by, set_at";

/**
 * Sets a hub's window for a prospectus and answers the one that stands: the same dates again leave the earlier
 * decision, who took it and when. Rejects with StoreError.
 */
export async function setWindow(db: Queryable, window: HubWindow): Promise<HubWindow> {
  const rows = await coded<WindowRow[]>(() =>
    db.query(
      // A clock that is behind another one's does not bring a decision before the one it replaces.
      `with latest as (select * from windows where hub = $1 and prospectus = $2 order by set_at desc limit 1),
       decided as (
         insert into windows (hub, prospectus, opens_on, closes_on, set_by, set_at)
         select $1, $2, $3::date, $4::date, $5, greatest($6::timestamptz, (select set_at from latest))
         where not exists (select from latest where opens_on = $3::date and closes_on = $4::date)
         on conflict (hub, prospectus, set_at) do update set opens_on = excluded.opens_on, closes_on =
           excluded.closes_on, set_by = excluded.set_by
         returning *)
       select ${COLUMNS} from decided union all select ${COLUMNS} from latest where not exists (select from decided)`,
      [window.hub, window.prospectus, window.opensOn, window.closesOn, window.setBy, window.setAt],
    ),
  );
  const row = rows[0];
  if (row === undefined) throw new Error("A window was to come back.");
  return windowOf(row);
}

/**
 * The window that held for a hub and a prospectus at an instant; null where the hub had set none. Rejects with
 * StoreError.
 */
export async function findWindow(
  db: Queryable,
  hub: string,
  prospectus: string,
  at: Instant,
): Promise<HubWindow | null> {
  const [row] = await named<WindowRow>(db, FIND, [hub, prospectus, at]);
  return row ? windowOf(row) : null;
}

const FIND = {
  name: "window_that_held",
  text: `select ${COLUMNS} from windows where hub = $1 and prospectus = $2 and set_at <= $3
    order by set_at desc limit 1`,
};

/** The windows of a hub by prospectus: as they stand, or as they stood at an instant. Rejects with StoreError. */
export async function windowsOf(db: Queryable, hub: string, at?: Instant): Promise<HubWindow[]> {
  const rows = await coded<WindowRow[]>(() =>
    db.query(
      `select distinct on (prospectus) ${COLUMNS} from windows
       where hub = $1 and ($2::timestamptz is null or windows.set_at <= $2) order by prospectus, windows.set_at desc`,
      [hub, at ?? null],
    ),
  );
  return rows.map(windowOf);
}

/**
 * A window that stands, for a journey that waits for one of its phase and stage. `command`: under which id it is told,
 * once.
 */
export interface Untold {
  command: string;
  journey: string;
  window: HubWindow;
}

/**
 * What hubs have set and interested schools were not told: at most `limit`. Nothing is noted of it here: a journey is
 * told by a command of that id, and what came of that is what is looked for. Rejects with StoreError.
 */
export async function untoldWindows(db: Queryable, limit: number): Promise<Untold[]> {
  const rows = await coded<(WindowRow & { command: string; journey: string })[]>(() =>
    db.query(
      `with latest as (select distinct on (hub, prospectus) * from windows order by hub, prospectus, set_at desc),
       waiting as (
         -- With its days: two decisions of one second stand in one row.
         select concat_ws('/', 'window', latest.hub, latest.prospectus, extract(epoch from latest.set_at)::bigint,
           opens_on, closes_on, journeys.id) as command,
           journeys.id as journey, latest.*
         from latest join journeys on journeys.hub = latest.hub and journeys.status = 'interested'
           and split_part(latest.prospectus, '/', 2) = split_part(journeys.prospectus, '/', 2) and latest.prospectus >=
             journeys.prospectus collate "C")
       select command, journey, ${COLUMNS} from waiting
       where not exists (select from commands where commands.id = waiting.command and commands.outcome is not null)
         order by set_at, journey limit $1`,
      [limit],
    ),
  );
  return rows.map(({ command, journey, ...row }) => ({ command, journey, window: windowOf(row) }));
}

function windowOf({
  hub,
  prospectus,
  opens_on: opensOn,
  closes_on: closesOn,
  set_by: setBy,
  set_at: setAt,
}: WindowRow): HubWindow {
  return { hub, prospectus, opensOn, closesOn, setBy, setAt: instantFromMs(setAt.getTime()) };
}
