// Journeys as whoever has signed in finds them first: hub staff at a glance, a school its own.

import type { DataSource } from "typeorm";
import { addDays, type LocalDate } from "../../calendar/dates.ts";
import { endOfDay, instantFromMs, localDate } from "../../calendar/instants.ts";
import { comingOf, type Coming } from "../../journey/due.ts";
import { fold } from "../../journey/evolve.ts";
import { rulesAt } from "../../journey/rules.ts";
import type { Begun } from "../../journey/state.ts";
import { toDo, type ToDo } from "../../journey/to-do.ts";
import { schoolDates, type SchoolDate } from "../../letters/school-dates.ts";
import { eventsOf } from "../../views/events-of.ts";
import type { JourneyRow } from "../../views/journeys/journeys.ts";
import { journeyChoices, type JourneyChoice, type Narrowing } from "../../views/journeys/narrow-journeys.ts";
import { overview, type Glance, type OverviewAsked } from "../../views/journeys/overview.ts";
import type { Numbered } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { Refusal } from "../refusal.ts";
import { rulesNow } from "../rules.ts";
import type { ServiceSettings } from "../settings.ts";
import { wordsOfPlaces } from "../work-groups/places.ts";

export { JOURNEY_SORTS, type JourneyChoice, type JourneySort } from "../../views/journeys/narrow-journeys.ts";

/** What comes next of a journey by itself; null where nothing does. */
interface Ahead {
  coming: Coming | null;
}
/** One line for hub staff. */
export type JourneyAtAGlance = Glance & Ahead;
/** `place`, `link`: where it is held, in words; null where nobody has said it. */
export type OwnDate = SchoolDate & { place: string | null; link: string | null };
/**
 * A school's own journey; `school`: its name, where the register has one. `toDo`: the first thing first; `dates`: those
 * of the next months, where it is of one school alone that is asked.
 */
export interface OwnJourney {
  row: JourneyRow;
  school: string | null;
  toDo: readonly ToDo[];
  dates: readonly OwnDate[];
  today: LocalDate;
  state: Begun;
}

/** By what a list is narrowed; `watched`: to those that the caller watches. */
export type GlanceFilter = Omit<Narrowing, "within" | "watchedBy"> & { watched?: boolean | undefined };
/** Which page, in what order. */
export type GlanceAsked = Omit<OverviewAsked, "who">;

/** One person may speak for all schools of a trust, and a school may have two journeys. */
const SCHOOLS_AT_ONCE = 200;
const DAYS_AHEAD = 120;

export class JourneysAtAGlance {
  constructor(
    private readonly database: Database,
    private readonly settings: ServiceSettings,
  ) {}

  /** A page of the journeys that someone sees and that fit. @throws Refusal `forbidden` */
  async page(caller: Principal, filter: GlanceFilter, asked: GlanceAsked): Promise<Numbered<JourneyAtAGlance>> {
    const source = await this.database.open();
    const found = await this.rows(caller, filter, asked);
    const coming = await comingTo(
      source,
      found.items.map(({ row }) => row),
    );
    return { ...found, items: found.items.map((one) => ({ ...one, coming: coming.get(one.row.id) ?? null })) };
  }

  /** The same without what comes next, which is read from the events of each. @throws Refusal `forbidden` */
  async rows(caller: Principal, { watched, ...filter }: GlanceFilter, asked: GlanceAsked): Promise<Numbered<Glance>> {
    mustHold(caller, READERS);
    const watchedBy = watched === true ? { watchedBy: caller.who } : {};
    const which = { ...filter, ...watchedBy, within: withinOf(caller) };
    return overview(await this.database.open(), which, { ...asked, who: caller.who });
  }

  /** What they can be narrowed by. @throws Refusal `forbidden` */
  async choices(caller: Principal): Promise<JourneyChoice[]> {
    mustHold(caller, READERS);
    return journeyChoices(await this.database.open(), withinOf(caller));
  }

  /**
   * The journeys of the schools someone speaks for, or of one of them, each with what it is to do.
   * @throws Refusal `forbidden`, `not-found` for a school of others
   */
  async ofSchools(caller: Principal, urn: string | null): Promise<OwnJourney[]> {
    mustHold(caller, ["school-contact"]);
    if (urn !== null && !caller.urns.includes(urn)) throw new Refusal("not-found", "This is not one of your schools.");
    const source = await this.database.open();
    const within = urn === null ? withinOf(caller) : { urns: [urn] };
    const asked = { who: caller.who, sort: "school", descending: false, page: 1, size: SCHOOLS_AT_ONCE } as const;
    const { items } = await overview(source, { within }, asked);
    const all = await eventsOf(
      source,
      items.map(({ row }) => row.id),
    );
    const rules = await rulesNow(source, this.settings);
    const at = instantFromMs(this.settings.clock());
    const today = localDate(at);
    const journeys = items.flatMap(({ row, school }): Omit<OwnJourney, "dates" | "today">[] => {
      const state = fold(all.get(row.id) ?? []);
      return state.status === "none" ? [] : [{ row, school, state, toDo: toDo(state, rulesAt(rules, state.hub)) }];
    });
    const until = endOfDay(addDays(today, DAYS_AHEAD));
    const ofOne = new Set(journeys.map(({ row }) => row.urn)).size === 1;
    const dated = journeys.map((one) => ({
      ...one,
      dates: ofOne ? schoolDates(one.row.id, one.state, rulesAt(rules, one.state.hub), at, until) : [],
    }));
    const words = await wordsOfPlaces(
      source,
      dated.flatMap(({ dates }) => dates.map(({ held }) => held)),
      caller,
    );
    const inWords = (id: string | undefined): string | null => (id === undefined ? null : (words.get(id) ?? null));
    return dated.map(({ dates, ...one }) => ({
      ...one,
      today,
      dates: dates.map((date) => ({ ...date, place: inWords(date.held.placeId), link: inWords(date.held.linkId) })),
    }));
  }
}

/** What comes next to each of these, for which anything does: from their events, for a list holds it in no parts. */
async function comingTo(source: DataSource, rows: readonly JourneyRow[]): Promise<Map<string, Coming>> {
  const going = rows.flatMap(({ id, nextAt }) => (nextAt === null ? [] : [id]));
  const events = await eventsOf(source, going);
  return new Map([...events].map(([id, happened]) => [id, comingOf(fold(happened))]));
}
