// What hubs have decided of programmes where no page says: who, when and why; the latest decision holds.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import type { HubFigures } from "../../prospectus/hub-figures.ts";
import { coded } from "../errors.ts";
import { lockStreams } from "../events/streams.ts";
import { named, type Queryable } from "../prepared.ts";

/** `setBy`: an opaque principal id; `reason`: in the hub's words. */
export interface FiguresSet {
  hub: string;
  prospectus: string;
  figures: HubFigures;
  reason: string;
  setBy: string;
  setAt: Instant;
}

interface Row {
  hub: string;
  prospectus: string;
  figures: HubFigures;
  reason: string;
  setBy: string;
  setAt: Date;
}

const COLUMNS = 'hub, prospectus, figures, reason, set_by as "setBy", set_at as "setAt"';

/** Keeps a decision, after those before it; the same figures again leave the earlier one. Rejects with StoreError. */
export async function setFigures(dataSource: DataSource, set: FiguresSet): Promise<FiguresSet> {
  return coded(() =>
    dataSource.transaction(async (manager) => {
      await lockStreams(manager, [`hub-figures/${set.hub}/${set.prospectus}`]);
      const [before] = await decisionsOn(manager, set.hub, set.prospectus);
      if (before !== undefined && same(before.figures, set.figures)) return before;
      await manager.query(
        "insert into hub_figures (hub, prospectus, figures, reason, set_by, set_at) values ($1, $2, $3, $4, $5, $6)",
        [set.hub, set.prospectus, JSON.stringify(set.figures), set.reason, set.setBy, set.setAt],
      );
      return set;
    }),
  );
}

/** All that a hub has decided of a programme, the latest first. Rejects with StoreError. */
export async function decisionsOn(db: Queryable, hub: string, prospectus: string): Promise<FiguresSet[]> {
  return read(db, `select ${COLUMNS} from hub_figures where hub = $1 and prospectus = $2 order by no desc`, [
    hub,
    prospectus,
  ]);
}

/** What holds of every hub and programme. Rejects with StoreError. */
export async function figuresOfHubs(db: Queryable): Promise<FiguresSet[]> {
  return read(
    db,
    `select distinct on (hub, prospectus) ${COLUMNS} from hub_figures order by hub, prospectus, no desc`,
    [],
  );
}

/** The latest decision of all hubs, by an id that no other has; null before the first. Rejects with StoreError. */
export async function latestFigures(db: Queryable): Promise<string | null> {
  return (await named<{ id: string }>(db, LATEST, []))[0]?.id ?? null;
}

const LATEST = { name: "latest_figures", text: "select id from hub_figures order by no desc limit 1" };

async function read(db: Queryable, sql: string, parameters: readonly string[]): Promise<FiguresSet[]> {
  const rows = await coded<Row[]>(() => db.query(sql, [...parameters]));
  return rows.map((row) => ({ ...row, setAt: instantFromMs(row.setAt.getTime()) }));
}

/** Whether they say the same; jsonb keeps keys in an order of its own. */
function same(a: HubFigures, b: HubFigures): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, ordered(part)]),
  );
}
