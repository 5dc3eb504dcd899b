// The life of one hub of a demonstration, from its first day: what is on its agenda, and how far it has come.

import { addDays } from "../../libs/calendar/dates.ts";
import { instantAt, type Instant, type LocalDate } from "../../libs/calendar/instants.ts";
import { nextSchoolDay } from "../../libs/calendar/terms.ts";
import { startYear } from "../../libs/calendar/academic-years.ts";
import type { DemoHub, DemoSchool } from "./cast.ts";
import type { Size } from "./cohorts.ts";
import { DEMO_DAY } from "./demo-day.ts";
import { deskOf, type Shared } from "./desk.ts";
import { formForReady, formGroup, leadsComeIn, takeInGroups, turnInto } from "./groups.ts";
import { HubAtWork, type TurnedDown } from "./hub.ts";
import { comes } from "./intake.ts";
import { paysMonthly, prepares, setsBudget } from "./money.ts";
import { prospectusOf, type School } from "./school.ts";
import { happens } from "./stories.ts";

/** On which everything begins. */
export const FIRST_DAY: Readonly<Record<Size, LocalDate>> = { full: "2022-01-10", small: "2024-01-10" };

/** What a hub has done. */
export interface Lived {
  schools: number;
  rounds: number;
  effects: number;
  turnedDown: readonly TurnedDown[];
  /** Of its schools, one each. */
  statuses: readonly string[];
}

/** A hub that lives on when it is told to, wherever it does. */
export interface Life {
  until(at: Instant): Promise<void>;
  /** It is over: what was done. */
  end(): Promise<Lived>;
  /** Ends it wherever it is. */
  stop(): Promise<void>;
}

/** A hub's life in this thread. */
export async function lifeOf(shared: Shared, cast: DemoHub, seed: number, begins: LocalDate): Promise<Life> {
  const hub = await atWork(shared, cast, seed, begins);
  return {
    until: (at) => hub.until(at),
    stop: async () => undefined,
    end: async () => ({
      schools: hub.schools.size,
      ...hub.desk.clockwork.done,
      turnedDown: hub.turnedDown,
      statuses: [...new Set([...hub.schools.values()].map(({ state }) => state.status))],
    }),
  };
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
