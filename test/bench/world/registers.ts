// Registers of sessions that were held, of every group of the year under way: taken again, each is a whole register.

import type { DataSource } from "typeorm";

export interface Register {
  session: string;
  on: string;
  schools: { journey: string; present: string[] }[];
}
export interface OfGroup {
  group: string;
  hub: string;
  register: Register;
}

/** One of each group whose schools take part. */
export async function registersOf(source: DataSource): Promise<OfGroup[]> {
  const rows = await source.query<(Register & { group: string; hub: string })[]>(
    `select work_groups.id as "group", work_groups.hub, held.code as session, held.held_on::text as on,
       jsonb_agg(jsonb_build_object('journey', member.journey, 'present', member.teachers)) as schools
     from work_groups
     cross join lateral (select code, held_on from work_group_sessions where work_group = work_groups.id
       and status = 'held' order by code limit 1) as held
     cross join lateral (select work_group_schools.journey, jsonb_agg(participant) as teachers
       from work_group_schools join participants using (journey)
       join journeys on journeys.id = work_group_schools.journey and journeys.status = 'participating'
         and journeys.work_group = work_groups.id
       where work_group_schools.work_group = work_groups.id and work_group_schools.status = 'taken' and takes_part
       group by 1) as member
     where work_groups.status = 'formed' group by 1, 2, 3, 4 order by md5(work_groups.id)`,
  );
  return rows.map(({ group, hub, ...register }) => ({ group, hub, register }));
}
