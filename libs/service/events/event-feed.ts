import { readFeed } from "../../store/feed/feed.ts";
import { presentFeedItem, type FeedItemShown } from "../../store/feed/feed-item.ts";
import type { Page } from "../../views/page.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, type Roles } from "../access/roles.ts";
import { withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";

export const FEED_READERS = [
  "operator",
  "auditor",
  "hub-coordinator",
  "hub-lead",
  "finance-officer",
] as const satisfies Roles;

/** Everything that happened, for whoever follows along. */
export class EventFeed {
  constructor(private readonly database: Database) {}

  /**
   * The events after a place of the feed, those of a caller's own hub, or of all.
   * @throws Refusal `forbidden`, `invalid` for a place that is none of this feed's
   */
  async read(
    caller: Principal,
    { after = null, limit }: { after?: string | null; limit: number },
  ): Promise<Page<FeedItemShown, string>> {
    mustHold(caller, FEED_READERS);
    const { items, next } = await readFeed(await this.database.open(), after, limit, withinOf(caller)?.hub ?? null);
    return { items: items.map(presentFeedItem), next };
  }
}
