import type { Instant } from "../../calendar/instants.ts";
import type { Rules } from "../../journey/rules.ts";
import { compare, NOTHING_COMPARED, type WhatIf } from "../../rehearsal/forward/what-if.ts";
import type { Database } from "../database.ts";
import { eachJourney, journeyIds } from "./each-journey.ts";
import { piecesOf, type Pieces } from "./pieces.ts";

/** What other rules would mean: nothing is written. */
export class WhatIfs {
  constructor(private readonly database: Database) {}

  /** Journeys as they go on by the `rules` that hold and by those `supposed`, compared. Rejects with StoreError. */
  async compare(
    rules: Rules,
    supposed: Rules,
    { journeys, from, until }: { journeys: Pieces; from: Instant; until: Instant },
  ): Promise<WhatIf> {
    let found: WhatIf = NOTHING_COMPARED;
    await eachJourney(await this.database.open(), journeys, (journey, state, atHand) => {
      found = compare(found, { journey, state }, rules, supposed, { from, until, atHand });
    });
    return found;
  }

  /** All journeys, of one hub (null: of all), by id. Rejects with StoreError. */
  async journeys(hub: string | null): Promise<Pieces> {
    return piecesOf(await journeyIds(await this.database.open(), hub));
  }
}
