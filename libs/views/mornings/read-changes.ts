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
import { heardAtOnce, type CameAbout } from "../../store/hubs/lead-news.ts";

/** So many are read at most: no hub goes through more in a day. */
const MOST = 2_000;

/** Of its schools, and of what somebody else than their leads has decided about its groups. Rejects with StoreError. */
export async function changesOfHub(db: DataSource, hub: string, time: MorningTime): Promise<MorningThing[]> {
  const heard = await heardAtOnce(db, hub, time);
  const [schools, groups] = await Promise.all([ofSchools(db, hub, time, heard), ofGroups(db, hub, time, heard)]);
  return [...schools, ...groups];
}

type Heard = (one: CameAbout) => boolean;

async function ofSchools(
  db: DataSource,
  hub: string,
  { since, at }: MorningTime,
  heard: Heard,
): Promise<MorningThing[]> {
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
  return rows.flatMap((row) => {
    const when = instantFromMs(row.at.getTime());
    const isHeard = (workGroup: string | null): boolean =>
      workGroup !== null && heard({ workGroup, journey: row.journey, at: when });
    return changeThings(row, { ...row, at: when }).map((one) => marked(one, isHeard(one.workGroup)));
  });
}

async function ofGroups(
  db: DataSource,
  hub: string,
  { since, at }: MorningTime,
  heard: Heard,
): Promise<MorningThing[]> {
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
  return rows.flatMap((row) => {
    const when = instantFromMs(row.at.getTime());
    const isHeard = heard({ workGroup: row.workGroup, journey: null, at: when });
    return groupChangeThings({ ...row, at: when }).map((one) => marked(one, isHeard));
  });
}

const marked = (thing: MorningThing, isHeard: boolean): MorningThing => (isHeard ? { ...thing, atOnce: true } : thing);
