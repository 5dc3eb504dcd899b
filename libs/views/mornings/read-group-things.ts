// What a hub's Work Groups bring to its morning: sessions of the day, registers that nobody took, too few schools.

import type { DataSource } from "typeorm";
import { academicYearOf, firstDay } from "../../calendar/academic-years.ts";
import { instantFromMs, type LocalDate } from "../../calendar/instants.ts";
import type { MorningThing } from "../../letters/morning-lines.ts";
import { registerThing, sessionThing, tooFewThing, type Meeting } from "../../letters/morning-things.ts";
import { coded } from "../../store/errors.ts";

/** Of the groups of a hub, on a day. Rejects with StoreError. */
export async function groupThings(db: DataSource, hub: string, day: LocalDate): Promise<MorningThing[]> {
  return [...(await meetings(db, hub, day)), ...(await tooFew(db, hub))];
}

/** Scheduled until its register is taken; of years that are over nobody takes one. */
async function meetings(db: DataSource, hub: string, day: LocalDate): Promise<MorningThing[]> {
  const rows = await coded<Meeting[]>(() =>
    db.query(
      `select session.work_group as "workGroup", session.code, session.held_on::text as on
       from work_group_sessions as session join work_groups on work_groups.id = session.work_group
       where work_groups.hub = $1 and session.status = 'scheduled' and session.held_on between $2 and $3
       order by session.held_on, session.work_group, session.code`,
      [hub, firstDay(academicYearOf(day)), day],
    ),
  );
  return rows.map((row) => (row.on === day ? sessionThing(row) : registerThing(row)));
}

async function tooFew(db: DataSource, hub: string): Promise<MorningThing[]> {
  const rows = await coded<{ id: string; dueOn: LocalDate; at: Date }[]>(() =>
    db.query(
      `select id, below::text as "dueOn", fell.at from work_groups
       cross join lateral (select at from events where stream = 'work-group/' || work_groups.id and type =
         'GroupFellBelow' order by seq desc limit 1) as fell
       where hub = $1 and below is not null order by below, id`,
      [hub],
    ),
  );
  return rows.map(({ id, dueOn, at }) => tooFewThing(id, instantFromMs(at.getTime()), dueOn));
}

/** The groups of a hub that have not ended, each with its lead (an opaque id). Rejects with StoreError. */
export async function leadsOfGroups(
  db: DataSource,
  hub: string,
): Promise<{ id: string; lead: string; prospectus: string }[]> {
  return coded(() =>
    db.query<{ id: string; lead: string; prospectus: string }[]>(
      "select id, lead, prospectus from work_groups where hub = $1 and status = 'formed' order by id",
      [hub],
    ),
  );
}
