// What stands with a hub on a morning: its tasks, applications, answers of its schools, notes to come back to, money,
// sessions and registers.

import type { DataSource } from "typeorm";
import { instantFromMs, localDate, type Instant } from "../../calendar/instants.ts";
import type { EventType } from "../../journey/events.ts";
import { fold } from "../../journey/evolve.ts";
import { calendarAt, rulesAt, type Rules } from "../../journey/rules.ts";
import { choicesOf, soFarOf } from "../../journey/tasks.ts";
import { mayBeListed, type MorningThing, type MorningTime } from "../../letters/morning-lines.ts";
import {
  ANSWERING,
  answerThing,
  applicationThing,
  type MorningSchool,
  noteThing,
  taskThing,
} from "../../letters/morning-things.ts";
import { coded } from "../../store/errors.ts";
import { eventsOf } from "../events-of.ts";
import { daysToFollowUp } from "../journeys/read-follow-ups.ts";
import { tasksOfHub, type QueuedTask } from "../promises/read-tasks.ts";
import { changesOfHub } from "./read-changes.ts";
import { groupThings } from "./read-group-things.ts";
import { moneyThings } from "./read-money-things.ts";

/** So many tasks are read at a time, and at most: no hub goes through more in a day. */
const PAGE = 200;
const MOST = 2_000;

/** The hubs with a school or a Work Group. Rejects with StoreError. */
export async function hubsWithSchools(db: DataSource): Promise<string[]> {
  const rows = await coded<{ hub: string }[]>(() =>
    db.query("select hub from journeys union select hub from work_groups order by hub"),
  );
  return rows.map(({ hub }) => hub);
}

/**
 * All that stands with a hub on a morning; what may be listed with its choices as the rules have them then. Rejects
 * with StoreError.
 */
export async function thingsOfHub(
  db: DataSource,
  hub: string,
  time: MorningTime,
  rules: Rules,
): Promise<MorningThing[]> {
  const there = rulesAt(rules, hub);
  const found = await Promise.all([
    tasks(db, hub, time, there),
    applications(db, hub, there),
    answers(db, hub, time),
    moneyThings(db, hub),
    groupThings(db, hub, localDate(time.at), calendarAt(there, { hub })),
    changesOfHub(db, hub, time),
    daysToFollowUp(db, hub, localDate(time.at)).then((days) => days.map(noteThing)),
  ]);
  return found.flat();
}

async function tasks(db: DataSource, hub: string, time: MorningTime, rules: Rules): Promise<MorningThing[]> {
  const things: MorningThing[] = [];
  for (let after: string | undefined; things.length < MOST;) {
    const filter = { hub, within: null, status: "open", limit: PAGE, ...(after !== undefined && { after }) };
    const { items, next } = await tasksOfHub(db, filter);
    things.push(...(await taskThings(db, items, time, rules)));
    if (next === null) break;
    after = next;
  }
  return things;
}

async function taskThings(
  db: DataSource,
  items: readonly QueuedTask[],
  time: MorningTime,
  rules: Rules,
): Promise<MorningThing[]> {
  const listed = items.filter((one) => mayBeListed(taskThing(one, one), time));
  const events = await eventsOf(db, [...new Set(listed.map(({ journey }) => journey))]);
  return items.map((item) => {
    const past = listed.includes(item) ? (events.get(item.journey) ?? []) : [];
    const state = fold(past);
    const task = state.status === "none" ? undefined : state.tasks.find(({ id }) => id === item.id);
    if (task === undefined || state.status === "none") return taskThing(item, item);
    const promised = soFarOf(past, task).promised.find(({ code }) => code === task.commitment);
    const at = state.lastAt > time.at ? state.lastAt : time.at;
    return taskThing(item, item, { promised, choices: choicesOf(state, task, rules, at) });
  });
}

interface Row extends MorningSchool {
  at: Date;
}
const SCHOOL = `journey.id as journey, journey.urn, schools.name as school, journey.work_group as "workGroup"`;

const instantOf = (date: Date): Instant => instantFromMs(date.getTime());

/** Those that nobody has answered yet. Rejects with StoreError. */
export async function applications(db: DataSource, hub: string, { catalogue }: Rules): Promise<MorningThing[]> {
  const rows = await coded<(Row & { prospectus: string })[]>(() =>
    db.query(
      `select ${SCHOOL}, journey.prospectus, application.at from journeys as journey
       cross join lateral (select at from events where stream = 'journey/' || journey.id and type =
         'ApplicationSubmitted' order by seq desc limit 1) as application
       left join schools on schools.urn = journey.urn
       where journey.hub = $1 and journey.status = 'applied' order by application.at, journey.id limit ${MOST}`,
      [hub],
    ),
  );
  return rows.map((row) => {
    const prospectus = catalogue.get(row.prospectus);
    const programme = prospectus === null ? "a programme" : `${prospectus.title} ${prospectus.academicYear}`;
    return applicationThing(row, programme, instantOf(row.at));
  });
}

/** What schools themselves have brought since the morning before. Rejects with StoreError. */
export async function answers(db: DataSource, hub: string, { since, at }: MorningTime): Promise<MorningThing[]> {
  const rows = await coded<(Row & { type: EventType })[]>(() =>
    db.query(
      `select ${SCHOOL}, events.type, events.at from journeys as journey
       join events on events.stream = 'journey/' || journey.id
       left join schools on schools.urn = journey.urn
       where journey.hub = $1 and journey.updated_at > $2 and events.at > $2 and events.at <= $3
         and events.type = any($4::text[]) and events.actor ->> 'role' = 'school-contact'
         and (events.of_hub is null or events.of_hub = $1)
       order by events.at, journey.id, events.seq limit ${MOST}`,
      [hub, since, at, [...ANSWERING]],
    ),
  );
  return rows.flatMap((row) => answerThing(row, { type: row.type, at: instantOf(row.at) }) ?? []);
}
