// What a hub can suppose when it tries a year: its schools with a place, its sessions to come, its programmes.

import type { DataSource } from "typeorm";
import { academicYearOf } from "../../calendar/academic-years.ts";
import { localDate, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Catalogue } from "../../prospectus/lookup.ts";
import type { Phase } from "../../prospectus/prospectus.ts";
import { coded } from "../../store/errors.ts";

/** `school`: as the register has it, null where it has no name. */
export interface SchoolToTry {
  journey: string;
  urn: string;
  phase: Phase;
  school: string | null;
}
export interface SessionToTry {
  workGroup: string;
  session: string;
  on: LocalDate;
}
export interface ProgrammeToTry {
  id: string;
  stage: string;
  phase: string;
  academicYear: string;
  title: string;
}

/** All of it; schools by name, sessions by day. */
export interface ToTry {
  schools: readonly SchoolToTry[];
  sessions: readonly SessionToTry[];
  programmes: readonly ProgrammeToTry[];
}

/** What a hub can suppose at an instant. `catalogue`: as the hub has it. Rejects with StoreError. */
export async function whatToTry(source: DataSource, hub: string, at: Instant, catalogue: Catalogue): Promise<ToTry> {
  const today = localDate(at);
  const [schools, sessions] = await Promise.all([
    coded<SchoolToTry[]>(() =>
      source.query(
        `select journeys.id as journey, journeys.urn, journeys.phase, schools.name as school
         from journeys left join schools on schools.urn = journeys.urn
         where journeys.hub = $1 and journeys.status in ('accepted', 'participating', 'paused')
         order by schools.name nulls last, journeys.id`,
        [hub],
      ),
    ),
    coded<SessionToTry[]>(() =>
      source.query(
        `select session.work_group as "workGroup", session.code as session, session.held_on::text as "on"
         from work_group_sessions as session join work_groups on work_groups.id = session.work_group
         where work_groups.hub = $1 and session.status = 'scheduled' and session.held_on >= $2
         order by session.held_on, session.work_group`,
        [hub, today],
      ),
    ),
  ]);
  const year = academicYearOf(today);
  const programmes = catalogue
    .all()
    .filter((one) => one.academicYear >= year)
    .map(({ id, stage, phase, academicYear, title }) => ({ id, stage, phase, academicYear, title }));
  return { schools, sessions, programmes };
}
