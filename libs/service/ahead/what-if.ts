import type { Instant } from "../../calendar/instants.ts";
import type { Rules } from "../../journey/rules.ts";
import { compare, NOTHING_COMPARED, type WhatIf } from "../../rehearsal/forward/what-if.ts";
import type { Database } from "../database.ts";
import { countJourneys, eachJourney, type WhichJourneys } from "./each-journey.ts";

/** What other rules would mean: nothing is written. */
export class WhatIfs {
  constructor(private readonly database: Database) {}

  /**
   * These journeys as they go on by the `rules` that hold and by those `supposed`, compared. Rejects with StoreError.
   */
  async compare(
    rules: Rules,
    supposed: Rules,
    { from, until, ...which }: WhichJourneys & { from: Instant; until: Instant },
  ): Promise<WhatIf> {
    let found: WhatIf = NOTHING_COMPARED;
    await eachJourney(await this.database.open(), which, (journey, state, atHand) => {
      found = compare(found, { journey, state }, rules, supposed, { from, until, atHand });
    });
    return found;
  }

  /** How many journeys there are, of one hub (null: of all). Rejects with StoreError. */
  async count(hub: string | null): Promise<number> {
    return countJourneys(await this.database.open(), hub);
  }
}
