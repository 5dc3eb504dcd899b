// Schools that somebody keeps an eye on: a mark of their own, by which they find them again.

import { setWatch, watchedOf } from "../../store/watches.ts";
import type { JourneyRow } from "../../views/journeys/journeys.ts";
import { findJourneys, type JourneyFilter } from "../../views/journeys/read-journeys.ts";
import type { Page } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import { journeyBehind } from "../commands/journey-behind.ts";
import type { Database } from "../database.ts";

/** Those who find schools in a list. */
export const WATCH_ROLES = READERS;

export class Watching {
  constructor(private readonly database: Database) {}

  /**
   * Those that the caller watches, still sees, and that fit every filter, by id or as sorted.
   * @throws Refusal `forbidden`
   */
  async list(
    caller: Principal,
    filter: Omit<JourneyFilter, "within" | "watchedBy">,
  ): Promise<Page<JourneyRow, string>> {
    mustHold(caller, WATCH_ROLES);
    const which = { ...filter, watchedBy: caller.who, within: withinOf(caller) };
    return findJourneys(await this.database.open(), which);
  }

  /**
   * Marks the journey that goes by `id`, or takes the mark away; twice is once. Answers its own id.
   * @throws Refusal `forbidden`, `not-found`
   */
  async set(caller: Principal, id: string, on: boolean): Promise<string> {
    mustHold(caller, WATCH_ROLES);
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, caller);
    await setWatch(source, caller.who, journey, on);
    return journey;
  }

  /** Whether the caller watches a journey; null for who has no list of schools. Rejects with StoreError. */
  async has(caller: Principal, journey: string): Promise<boolean | null> {
    if (!WATCH_ROLES.includes(caller.role)) return null;
    return (await watchedOf(await this.database.open(), caller.who, [journey])).has(journey);
  }
}
