// Journeys as whoever has signed in finds them first: hub staff at a glance, a school its own.

import type { DataSource } from "typeorm";
import { comingOf, type Coming } from "../../journey/due.ts";
import { fold } from "../../journey/evolve.ts";
import { eventsOf } from "../../views/events-of.ts";
import { overview, type Glance, type Overview, type Show } from "../../views/journeys/overview.ts";
import { findJourney, type JourneyWhole } from "../../views/journeys/read-journeys.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";

export type { Show } from "../../views/journeys/overview.ts";

/** What comes next of a journey by itself; null where nothing does. */
interface Ahead {
  coming: Coming | null;
}
/** One line for hub staff. */
export type JourneyAtAGlance = Glance & Ahead;
/** The page of them. */
export type HubAtAGlance = Omit<Overview, "items"> & { items: JourneyAtAGlance[] };
/** A school's own journey; `school`: its name, where the register has one. */
export type OwnJourney = JourneyWhole & { school: string | null } & Ahead;

const A_PAGE = 100;
/** One school may have a primary and a secondary phase, and one person several schools. */
const SCHOOLS_AT_ONCE = 20;

export class JourneysAtAGlance {
  constructor(private readonly database: Database) {}

  /** The journeys that hub staff see, by id, a hundred a page, with the totals of all. @throws Refusal `forbidden` */
  async ofHub(caller: Principal, asked: { show: Show; after: string | null }): Promise<HubAtAGlance> {
    mustHold(caller, READERS);
    const source = await this.database.open();
    const seen = await overview(source, { ...asked, within: withinOf(caller), limit: A_PAGE });
    const coming = await comingTo(source, seen.items);
    return { ...seen, items: seen.items.map((one) => ({ ...one, coming: coming.get(one.row.id) ?? null })) };
  }

  /** The journeys of the schools someone speaks for. @throws Refusal `forbidden` */
  async ofSchools(caller: Principal): Promise<OwnJourney[]> {
    mustHold(caller, ["school-contact"]);
    const source = await this.database.open();
    const asked = { within: withinOf(caller), show: "all", after: null, limit: SCHOOLS_AT_ONCE } as const;
    const { items } = await overview(source, asked);
    const coming = await comingTo(source, items);
    const journeys = await Promise.all(
      items.map(async ({ row, school }) => {
        const journey = await findJourney(source, row.id);
        return journey === null ? [] : [{ ...journey, school, coming: coming.get(row.id) ?? null }];
      }),
    );
    return journeys.flat();
  }
}

/** What comes next to each of these, for which anything does: from their events, for a list holds it in no parts. */
async function comingTo(source: DataSource, items: readonly Glance[]): Promise<Map<string, Coming>> {
  const going = items.flatMap(({ row }) => (row.nextAt === null ? [] : [row.id]));
  const events = await eventsOf(source, going);
  return new Map([...events].map(([id, happened]) => [id, comingOf(fold(happened))]));
}
