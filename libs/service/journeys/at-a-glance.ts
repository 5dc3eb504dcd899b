// Journeys as whoever has signed in finds them first: hub staff at a glance, a school its own.

import { overview, type Overview, type Show } from "../../views/journeys/overview.ts";
import { findJourney, type JourneyWhole } from "../../views/journeys/read-journeys.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";

export type { Glance, Overview, Show } from "../../views/journeys/overview.ts";

/** A school's own journey; `school`: its name, where the register has one. */
export type OwnJourney = JourneyWhole & { school: string | null };

const A_PAGE = 100;
/** One school may have a primary and a secondary phase, and one person several schools. */
const SCHOOLS_AT_ONCE = 20;

export class JourneysAtAGlance {
  constructor(private readonly database: Database) {}

  /** The journeys that hub staff see, by id, a hundred a page, with the totals of all. @throws Refusal `forbidden` */
  async ofHub(caller: Principal, asked: { show: Show; after: string | null }): Promise<Overview> {
    mustHold(caller, READERS);
    return overview(await this.database.open(), { ...asked, within: withinOf(caller), limit: A_PAGE });
  }

  /** The journeys of the schools someone speaks for. @throws Refusal `forbidden` */
  async ofSchools(caller: Principal): Promise<OwnJourney[]> {
    mustHold(caller, ["school-contact"]);
    const source = await this.database.open();
    const asked = { within: withinOf(caller), show: "all", after: null, limit: SCHOOLS_AT_ONCE } as const;
    const { items } = await overview(source, asked);
    const journeys = await Promise.all(
      items.map(async ({ row, school }) => {
        const journey = await findJourney(source, row.id);
        return journey === null ? [] : [{ ...journey, school }];
      }),
    );
    return journeys.flat();
  }
}
