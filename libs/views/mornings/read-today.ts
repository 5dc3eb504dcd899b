// What waits at a hub now: as a morning's letter knows it, but all of it, whether it is new or not; and what the next
// days bring.

import type { DataSource } from "typeorm";
import { addDays, type LocalDate } from "../../calendar/dates.ts";
import { localDate } from "../../calendar/instants.ts";
import { calendarAt, rulesAt, type Rules } from "../../journey/rules.ts";
import type { Promised } from "../../journey/sentences.ts";
import type { MorningThing, MorningTime } from "../../letters/morning-lines.ts";
import { taskThing } from "../../letters/morning-things.ts";
import { coded } from "../../store/errors.ts";
import { tasksOfHub, type QueuedTask } from "../promises/read-tasks.ts";
import { groupThings } from "./read-group-things.ts";
import { moneyThings } from "./read-money-things.ts";
import { answers, applications } from "./read-morning.ts";

/** A Work Group meets. Times are local; null while they are not known. */
export interface SessionAhead {
  workGroup: string;
  code: string;
  on: LocalDate;
  startsAt: string | null;
}

/** Somebody of the hub is to come to a school. */
export interface VisitDue {
  journey: string;
  urn: string;
  school: string | null;
  dueOn: LocalDate;
}

/** `coming`: how many schools are at each step of coming in, by status; `schools`: how many journeys there are. */
export interface Today {
  things: MorningThing[];
  sessions: SessionAhead[];
  visits: VisitDue[];
  coming: Readonly<Record<string, number>>;
  schools: number;
}

/** So many tasks are read: no hub goes through more in a day. */
const MOST_TASKS = 500;
const SESSION_DAYS = 7;
const VISIT_DAYS = 14;

/** All that waits at a hub; `since`: from when on answers of schools are told. Rejects with StoreError. */
export async function todayOfHub(db: DataSource, hub: string, time: MorningTime, rules: Rules): Promise<Today> {
  const day = localDate(time.at);
  const there = rulesAt(rules, hub);
  const [waiting, sessions, visits, statuses] = await Promise.all([
    Promise.all([
      tasks(db, hub),
      applications(db, hub, there),
      answers(db, hub, time),
      moneyThings(db, hub),
      groupThings(db, hub, day, calendarAt(there, { hub })),
    ]),
    sessionsAhead(db, hub, day),
    visitsDue(db, hub, day),
    byStatus(db, hub),
  ]);
  const schools = statuses.reduce((sum, { schools }) => sum + schools, 0);
  const coming = Object.fromEntries(statuses.map(({ status, schools }) => [status, schools]));
  // Today's sessions stand among those of the week.
  const things = waiting.flat().filter(({ cause }) => cause !== "session");
  return { things, sessions, visits, coming, schools };
}

async function tasks(db: DataSource, hub: string): Promise<MorningThing[]> {
  const { items } = await tasksOfHub(db, { hub, within: null, status: "open", limit: MOST_TASKS });
  const promised = await promisesOf(db, items);
  return items.map((item) => taskThing(item, item, { promised: promised(item) }));
}

type PromiseRow = Promised & { journey: string; academicYear: string };

/** What each task is about, of the year that its id names, else of the last one. */
async function promisesOf(
  db: DataSource,
  items: readonly QueuedTask[],
): Promise<(task: QueuedTask) => Promised | undefined> {
  const about = items.filter(({ commitment }) => commitment !== null);
  const rows = await coded<PromiseRow[]>(() =>
    db.query(
      `select journey, academic_year as "academicYear", code, kind, by, due_on::text as "dueOn", target
       from commitments where journey = any($1::text[]) and code = any($2::text[]) order by journey, year_no desc`,
      [about.map(({ journey }) => journey), about.map(({ commitment }) => commitment)],
    ),
  );
  return ({ journey, commitment, id }) => {
    const own = rows.filter((row) => row.journey === journey && row.code === commitment);
    return own.find(({ academicYear }) => id.startsWith(academicYear)) ?? own[0];
  };
}

const sessionsAhead = (db: DataSource, hub: string, day: LocalDate): Promise<SessionAhead[]> =>
  coded(() =>
    db.query<SessionAhead[]>(
      `select session.work_group as "workGroup", session.code, session.held_on::text as on,
         session.starts_at as "startsAt"
       from work_group_sessions as session join work_groups on work_groups.id = session.work_group
       where work_groups.hub = $1 and session.status = 'scheduled' and session.held_on >= $2 and session.held_on < $3
       order by session.held_on, session.starts_at, session.work_group, session.code`,
      [hub, day, addDays(day, SESSION_DAYS)],
    ),
  );

const visitsDue = (db: DataSource, hub: string, day: LocalDate): Promise<VisitDue[]> =>
  coded(() =>
    db.query<VisitDue[]>(
      `select one.journey, journeys.urn, schools.name as school, one.due_on::text as "dueOn"
       from commitments as one join journeys on journeys.id = one.journey
       left join schools on schools.urn = journeys.urn
       where journeys.hub = $1 and journeys.status = 'participating' and one.status in ('open', 'missed')
         and one.kind in ('visit', 'in-school-support') and one.due_on < $2
         and one.academic_year = journeys.academic_year
       order by one.due_on, one.journey limit 100`,
      [hub, addDays(day, VISIT_DAYS)],
    ),
  );

const byStatus = (db: DataSource, hub: string): Promise<{ status: string; schools: number }[]> =>
  coded(() =>
    db.query<{ status: string; schools: number }[]>(
      "select status, count(*)::int as schools from journeys where hub = $1 group by status",
      [hub],
    ),
  );
