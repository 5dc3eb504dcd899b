// The years of a demonstration, made: both hubs live from their first application to the day that is shown, day by day
// side by side, each in an order of its own that is the same from the same seed.

import { addDays } from "../../libs/calendar/dates.ts";
import { instantAt, type LocalDate } from "../../libs/calendar/instants.ts";
import { isSchoolDay, nextSchoolDay } from "../../libs/calendar/terms.ts";
import { startYear } from "../../libs/calendar/academic-years.ts";
import { JOURNEY_STATUSES, type JourneyStatus } from "../../libs/journey/state.ts";
import type { DemoHub, DemoSchool } from "./cast.ts";
import { castOf } from "./cast.ts";
import type { Size } from "./cohorts.ts";
import { DEMO_BEGINS, DEMO_DAY } from "./demo-day.ts";
import { deskOf, morningAt, sharedOf, type Making, type Shared } from "./desk.ts";
import { formForReady, formGroup, leadsComeIn, takeInGroups, turnInto } from "./groups.ts";
import { HubAtWork, type TurnedDown } from "./hub.ts";
import { comes } from "./intake.ts";
import { paysMonthly, prepares, setsBudget } from "./money.ts";
import { takeInRegister } from "./register.ts";
import { prospectusOf, type School } from "./school.ts";
import { happens } from "./stories.ts";

export interface Filling {
  size: Size;
  seed: number;
  /** Told now and then which day has been made. */
  told?: (day: LocalDate) => void;
}

/** What was made. */
export interface Filled {
  schools: number;
  rounds: number;
  effects: number;
  turnedDown: readonly TurnedDown[];
  /** In which no school is. */
  missing: readonly JourneyStatus[];
}

const FIRST_DAY: Readonly<Record<Size, LocalDate>> = { full: "2022-01-10", small: "2024-01-10" };
/** Of the mornings of a hub those since this day are made: nobody reads what came before them. */
const MORNINGS_FROM: LocalDate = "2025-02-24";

/** Fills an empty database, which has every migration. Rejects with StoreError. */
export async function fill(making: Making, { size, seed, told }: Filling): Promise<Filled> {
  const shared = sharedOf(making);
  try {
    const begins = FIRST_DAY[size];
    const hubs: HubAtWork[] = [];
    const cast = castOf(size, seed);
    await takeInRegister(shared, cast);
    for (const hub of cast) hubs.push(await atWork(shared, hub, seed, begins));
    for (let day = begins; day <= DEMO_DAY; day = addDays(day, 1)) {
      const ends = day === DEMO_DAY ? DEMO_BEGINS : instantAt(day, "23:59:59");
      const morning = instantAt(day, "07:30");
      await Promise.all(hubs.map((hub) => hub.until(morning)));
      if (day >= MORNINGS_FROM && isSchoolDay(shared.rules.calendar, day)) await morningAt(shared, morning);
      await Promise.all(hubs.map((hub) => hub.until(ends)));
      told?.(day);
    }
    return {
      schools: hubs.reduce((sum, { schools }) => sum + schools.size, 0),
      rounds: hubs.reduce((sum, { desk }) => sum + desk.clockwork.done.rounds, 0),
      effects: hubs.reduce((sum, { desk }) => sum + desk.clockwork.done.effects, 0),
      turnedDown: hubs.flatMap(({ turnedDown }) => turnedDown),
      missing: missingIn(hubs),
    };
  } finally {
    await shared.database.close();
  }
}

function missingIn(hubs: readonly HubAtWork[]): JourneyStatus[] {
  const there = new Set<string>(hubs.flatMap(({ schools }) => [...schools.values()].map(({ state }) => state.status)));
  return JOURNEY_STATUSES.filter((status) => !there.has(status));
}

/** A hub with everything on its agenda that nobody but time will put there. */
async function atWork(shared: Shared, cast: DemoHub, seed: number, begins: LocalDate): Promise<HubAtWork> {
  const hub = new HubAtWork(cast, await deskOf(shared, instantAt(begins, "08:00")), seed);
  await leadsComeIn(hub);
  const { staff } = cast;
  const roles = ["hub-lead", "hub-coordinator", "finance-officer"] as const;
  await hub.desk.contacts.set(
    hub.by("hub-lead"),
    cast.code,
    roles.map((role) => ({ role, ...staff[role] })),
  );
  const years = [...new Set(cast.schools.map(({ year }) => year))].sort();
  for (const year of years) yearOf(hub, year);
  for (const school of hub.schools.values()) happens(hub, school, DEMO_DAY);
  // A run that is prepared, and waits for whoever authorises it.
  prepares(hub, addDays(DEMO_DAY, -1));
  return hub;
}

/** An academic year of a hub: its groups before its schools, then the schools, its money, and its turn. */
function yearOf(hub: HubAtWork, year: string): void {
  const starts = startYear(year);
  const forms = nextSchoolDay(hub.desk.shared.rules.calendar, `${starts}-01-10`);
  const groups = new Map<string, DemoSchool>();
  const groupOf = (school: School): string => groupId(hub, school.cast);
  for (const school of hub.schools.values())
    if (school.cast.year === year && !groups.has(groupOf(school))) groups.set(groupOf(school), school.cast);
  hub.on(forms, "09:05", async () => {
    await setsBudget(hub, year.replace("/", "-"));
    for (const [id, cast] of groups) {
      const prospectus = hub.desk.shared.rules.catalogue.get(prospectusOf(cast));
      if (prospectus !== null) await formGroup(hub, id, prospectus, cast.special);
    }
    await takeInGroups(hub, DEMO_DAY);
  });
  for (const school of hub.schools.values())
    if (school.cast.year === year) comes(hub, school, appliesOn(hub, school, forms), groupOf);
  if (`${starts}-09-01` > DEMO_DAY) return;
  paysMonthly(hub, starts, DEMO_DAY);
  if (`${starts + 1}-05-12` < DEMO_DAY) turns(hub, year, starts);
}

/** Late in spring the hub turns; what is left of Readiness goes on once it is decided. */
function turns(hub: HubAtWork, year: string, starts: number): void {
  const { calendar, catalogue } = hub.desk.shared.rules;
  const next = `${starts + 1}-${String(starts + 2).slice(2)}`;
  hub.on(nextSchoolDay(calendar, `${starts + 1}-05-12`), "14:05", () => turnInto(hub, next));
  hub.on(nextSchoolDay(calendar, `${starts + 1}-05-14`), "09:05", () => takeInGroups(hub, DEMO_DAY));
  const development = catalogue.get(`${next}/primary-development`);
  if (development === null) return;
  hub.on(nextSchoolDay(calendar, `${starts + 1}-06-20`), "09:05", async () => {
    await formForReady(hub, year, development, `${hub.hub.code}-${next}-primary-development-9`);
    await takeInGroups(hub, DEMO_DAY);
  });
}

function groupId(hub: HubAtWork, cast: DemoSchool): string {
  const special = cast.special ? "special-" : "";
  return `${hub.hub.code}-${prospectusOf(cast).replace("/", "-")}-${special}${cast.group + 1}`;
}

/** Those who are to be seen on their way apply in the last weeks; the others through the spring. */
function appliesOn(hub: HubAtWork, { cast, journey }: School, opens: LocalDate): LocalDate {
  const { calendar } = hub.desk.shared.rules;
  const soon = cast.fate === "applied" || cast.fate === "interested" ? addDays(DEMO_DAY, -16) : null;
  const ahead = `${startYear(cast.year)}-09-01` > DEMO_DAY;
  const from = ahead ? (soon ?? addDays(opens, BEFORE[cast.fate] ?? 4)) : addDays(opens, 7);
  return nextSchoolDay(calendar, addDays(from, Math.floor(hub.chance(`${journey} applies`) * (ahead ? 10 : 110))));
}

/** Days from the first on which a school applies, where its answer is still to be seen. */
const BEFORE: Readonly<Partial<Record<DemoSchool["fate"], number>>> = { offered: 34, asked: 36, accepted: 26 };
