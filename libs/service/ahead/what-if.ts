import type { Instant } from "../../calendar/instants.ts";
import type { Rules } from "../../journey/rules.ts";
import { compare, NOTHING_COMPARED, type WhatIf } from "../../rehearsal/forward/what-if.ts";
import type { Database } from "../database.ts";
import { eachJourney } from "./each-journey.ts";

/** What other rules would mean: nothing is written. */
export class WhatIfs {
  constructor(private readonly database: Database) {}

  /**
   * Every journey (those of one hub, if one is named) as it goes on by the `rules` that hold and by those `supposed`,
   * compared. Rejects with StoreError.
   */
  async compare(
    rules: Rules,
    supposed: Rules,
    { hub, from, until }: { hub: string | null; from: Instant; until: Instant },
  ): Promise<WhatIf> {
    let found: WhatIf = NOTHING_COMPARED;
    await eachJourney(await this.database.open(), hub, (journey, state, atHand) => {
      found = compare(found, { journey, state }, rules, supposed, { from, until, atHand });
    });
    return found;
  }
}
