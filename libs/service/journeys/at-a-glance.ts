// Journeys as whoever has signed in finds them first: hub staff at a glance, a school its own.

import type { DataSource } from "typeorm";
import { comingOf, type Coming } from "../../journey/due.ts";
import { fold } from "../../journey/evolve.ts";
import { namesOf } from "../../store/schools/schools.ts";
import { eventsOf } from "../../views/events-of.ts";
import type { JourneyRow } from "../../views/journeys/journeys.ts";
import { journeyChoices, type JourneyChoice, type Narrowing } from "../../views/journeys/narrow-journeys.ts";
import { overview, type Glance, type OverviewAsked } from "../../views/journeys/overview.ts";
import { findJourney, findJourneys, type JourneyWhole } from "../../views/journeys/read-journeys.ts";
import type { Numbered } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";

export { JOURNEY_SORTS, type JourneyChoice, type JourneySort } from "../../views/journeys/narrow-journeys.ts";

/** What comes next of a journey by itself; null where nothing does. */
interface Ahead {
  coming: Coming | null;
}
/** One line for hub staff. */
export type JourneyAtAGlance = Glance & Ahead;
/** A school's own journey; `school`: its name, where the register has one. */
export type OwnJourney = JourneyWhole & { school: string | null } & Ahead;

/** By what a list is narrowed; `watched`: to those that the caller watches. */
export type GlanceFilter = Omit<Narrowing, "within" | "watchedBy"> & { watched?: boolean | undefined };
/** Which page, in what order. */
export type GlanceAsked = Omit<OverviewAsked, "who">;

/** One school may have a primary and a secondary phase, and one person several schools. */
const SCHOOLS_AT_ONCE = 20;

export class JourneysAtAGlance {
  constructor(private readonly database: Database) {}

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

  /** The journeys of the schools someone speaks for. @throws Refusal `forbidden` */
  async ofSchools(caller: Principal): Promise<OwnJourney[]> {
    mustHold(caller, ["school-contact"]);
    const source = await this.database.open();
    const { items } = await findJourneys(source, { within: withinOf(caller), limit: SCHOOLS_AT_ONCE });
    const names = await namesOf(
      source,
      items.map(({ urn }) => urn),
    );
    const coming = await comingTo(source, items);
    const journeys = await Promise.all(
      items.map(async ({ id, urn }) => {
        const journey = await findJourney(source, id);
        const beside = { school: names.get(urn) ?? null, coming: coming.get(id) ?? null };
        return journey === null ? [] : [{ ...journey, ...beside }];
      }),
    );
    return journeys.flat();
  }
}

/** What comes next to each of these, for which anything does: from their events, for a list holds it in no parts. */
async function comingTo(source: DataSource, rows: readonly JourneyRow[]): Promise<Map<string, Coming>> {
  const going = rows.flatMap(({ id, nextAt }) => (nextAt === null ? [] : [id]));
  const events = await eventsOf(source, going);
  return new Map([...events].map(([id, happened]) => [id, comingOf(fold(happened))]));
}
