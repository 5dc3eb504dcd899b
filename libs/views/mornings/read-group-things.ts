// What a hub's Work Groups bring to its morning: sessions of the day, registers that nobody took, too few schools.

import type { DataSource } from "typeorm";
import type { LocalDate } from "../../calendar/instants.ts";
import type { SchoolCalendar } from "../../calendar/terms.ts";
import type { MorningThing } from "../../letters/morning-lines.ts";
import { registerThing, sessionThing, tooFewThing, type Meeting } from "../../letters/morning-things.ts";
import { coded } from "../../store/errors.ts";
import { groupTasksOfHub, type GroupTask } from "../promises/read-group-tasks.ts";

/** Of the groups of a hub, on a day. Rejects with StoreError. */
export async function groupThings(
  db: DataSource,
  hub: string,
  day: LocalDate,
  calendar: SchoolCalendar,
): Promise<MorningThing[]> {
  const tasks = await groupTasksOfHub(db, { hub, within: null, day }, calendar);
  return [...(await meetings(db, hub, day)), ...tasks.sort(inOrder).map(ofTask)];
}

const inOrder = (one: GroupTask, other: GroupTask): number =>
  `${one.dueOn} ${one.workGroup} ${one.id}` < `${other.dueOn} ${other.workGroup} ${other.id}` ? -1 : 1;

function ofTask({ workGroup, session, on, openedAt, dueOn, assignee, givenAt }: GroupTask): MorningThing {
  const task = { openedAt, dueOn, assignee, givenAt };
  return session === null || on === null
    ? tooFewThing(workGroup, task)
    : registerThing({ workGroup, code: session, on }, task);
}

/** The sessions of the day. */
async function meetings(db: DataSource, hub: string, day: LocalDate): Promise<MorningThing[]> {
  const rows = await coded<Meeting[]>(() =>
    db.query(
      `select session.work_group as "workGroup", session.code, session.held_on::text as on
       from work_group_sessions as session join work_groups on work_groups.id = session.work_group
       where work_groups.hub = $1 and session.status = 'scheduled' and session.held_on = $2
       order by session.work_group, session.code`,
      [hub, day],
    ),
  );
  return rows.map(sessionThing);
}

/** A group, who leads it (an opaque id) and as what. */
export interface LedGroup {
  id: string;
  lead: string;
  leadRole: string;
  prospectus: string;
}

/** The groups of a hub that have not ended. Rejects with StoreError. */
export async function leadsOfGroups(db: DataSource, hub: string): Promise<LedGroup[]> {
  return coded(() =>
    db.query<LedGroup[]>(
      `select id, lead, lead_role as "leadRole", prospectus from work_groups
       where hub = $1 and status = 'formed' order by id`,
      [hub],
    ),
  );
}
