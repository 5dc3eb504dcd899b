// What has changed in a hub's Work Groups since the morning before.

import type { DataSource } from "typeorm";
import { instantFromMs, type LocalDate } from "../../calendar/instants.ts";
import type { EventType } from "../../journey/events.ts";
import {
  CHANGES_OF_GROUP,
  CHANGES_OF_SCHOOL,
  changeThings,
  groupChangeThings,
  type GroupChange,
} from "../../letters/morning-changes.ts";
import type { MorningThing, MorningTime } from "../../letters/morning-lines.ts";
import type { MorningSchool } from "../../letters/morning-things.ts";
import { coded } from "../../store/errors.ts";

/** So many are read at most: no hub goes through more in a day. */
const MOST = 2_000;

/** Of its schools, and of what somebody else than their leads has decided about its groups. Rejects with StoreError. */
export async function changesOfHub(db: DataSource, hub: string, time: MorningTime): Promise<MorningThing[]> {
  const [schools, groups] = await Promise.all([ofSchools(db, hub, time), ofGroups(db, hub, time)]);
  return [...schools, ...groups];
}

async function ofSchools(db: DataSource, hub: string, { since, at }: MorningTime): Promise<MorningThing[]> {
  type Row = MorningSchool & { type: EventType; at: Date; from: string | null };
  const rows = await coded<Row[]>(() =>
    db.query(
      `select journey.id as journey, journey.urn, schools.name as school, journey.work_group as "workGroup",
         events.type, events.at, case events.type when 'SchoolChangedGroup' then data ->> 'from' end as from
       from journeys as journey
       join events on events.stream = 'journey/' || journey.id
       left join schools on schools.urn = journey.urn
       where journey.hub = $1 and journey.updated_at > $2 and events.at > $2 and events.at <= $3
         and events.type = any($4::text[]) and (events.of_hub is null or events.of_hub = $1)
         and coalesce(data ->> 'reasonCode', '') <> 'no-prospectus'
       order by events.at, journey.id, events.seq limit ${MOST}`,
      [hub, since, at, [...CHANGES_OF_SCHOOL]],
    ),
  );
  return rows.flatMap((row) => changeThings(row, { ...row, at: instantFromMs(row.at.getTime()) }));
}

async function ofGroups(db: DataSource, hub: string, { since, at }: MorningTime): Promise<MorningThing[]> {
  type Row = Omit<GroupChange, "at"> & { at: Date; on: LocalDate | null };
  const rows = await coded<Row[]>(() =>
    db.query(
      `select work_groups.id as "workGroup", events.type, events.at, data ->> 'session' as code, data ->> 'on' as on
       from work_groups join events on events.stream = 'work-group/' || work_groups.id
       where work_groups.hub = $1 and events.at > $2 and events.at <= $3 and events.type = any($4::text[])
         and events.actor ->> 'role' <> 'work-group-lead'
       order by events.at, work_groups.id, events.seq limit ${MOST}`,
      [hub, since, at, [...CHANGES_OF_GROUP]],
    ),
  );
  return rows.flatMap((row) => groupChangeThings({ ...row, at: instantFromMs(row.at.getTime()) }));
}
