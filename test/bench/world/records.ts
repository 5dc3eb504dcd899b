// A command that a school sends often: days of release of a teacher. It asks for no letter, so that what is measured is
// the command alone.

import { addDays } from "../../../libs/calendar/dates.ts";
import { localDate, type LocalDate } from "../../../libs/calendar/instants.ts";
import { ENGLAND, isSchoolDay } from "../../../libs/calendar/terms.ts";
import type { Bench } from "../bench.ts";
import { COUNTRY_DAY } from "../../support/country/cohorts.ts";
import type { Reply } from "../measure/ask.ts";
import { Requests } from "./requests.ts";
import type { Caller, Service } from "./service.ts";

/** A journey under way, and its teachers. */
export interface Live {
  id: string;
  hub: string;
  workGroup: string;
  teachers: readonly string[];
}

/** How many records each journey has had so far, whichever figure sent them. */
export function recordsSoFar(bench: Bench): Promise<Map<string, number>> {
  return bench.once("records", async () => new Map<string, number>());
}

/** Records that come after each other: each journey of these in turn, each time another day or another teacher. */
export class Records {
  private readonly requests: Requests;
  private readonly days = schoolDaysSoFar();
  private next = 0;

  constructor(
    service: Service,
    private readonly live: readonly Live[],
    private readonly soFar: Map<string, number>,
  ) {
    this.requests = new Requests(service);
  }

  /** The next record; sent again where nobody could say what became of it, for it must be taken. */
  async send(): Promise<void> {
    const { path, body, as } = this.nextOne();
    await this.requests.insist(path, body, as);
  }

  /** The next record, whatever becomes of it. */
  try(): Promise<Reply> {
    const { path, body, as } = this.nextOne();
    return this.requests.post(path, body, as);
  }

  private nextOne(): { path: string; body: object; as: Caller } {
    const journey = this.live[this.next++ % this.live.length];
    if (!journey) throw new Error("no journey is under way");
    const { id, hub, teachers } = journey;
    const no = this.soFar.get(id) ?? 0;
    this.soFar.set(id, no + 1);
    const on = this.days[Math.floor(no / teachers.length) % this.days.length];
    return {
      path: `/api/v1/journeys/${id}/record-release-days`,
      body: { participant: teachers[no % teachers.length], days: 1, on },
      as: { role: "hub-coordinator", hub },
    };
  }
}

/** So many journeys that take part in a formed group, of all hubs in turn. */
export async function liveJourneys({ country: { dataSource } }: Service, most: number): Promise<Live[]> {
  const rows = await dataSource.query<Live[]>(
    `select journeys.id, journeys.hub, work_group as "workGroup",
       array_agg(participant order by participant) as teachers
     from journeys join participants on participants.journey = journeys.id and takes_part and not has_left
     where journeys.status = 'participating' and work_group is not null and academic_year = '2026/27'
     group by 1, 2, 3 order by right(journeys.urn, 1), journeys.id limit $1`,
    [most],
  );
  return rows;
}

function schoolDaysSoFar(): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day: LocalDate = "2026-09-07"; day < localDate(COUNTRY_DAY); day = addDays(day, 1))
    if (isSchoolDay(ENGLAND, day)) days.push(day);
  return days;
}
