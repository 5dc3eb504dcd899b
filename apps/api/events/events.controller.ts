// GET /api/v1/events: everything that happened, for whoever follows along.

import { Controller, Get, Query, Req } from "@nestjs/common";
import { readFeed } from "../../../libs/store/feed/feed.ts";
import { presentFeedItem } from "../../../libs/store/feed/feed-item.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { withinOf } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { Database } from "../../../libs/service/database.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { EVENTS_PARAMETERS, EventsQuery } from "../journeys/page.dto.ts";
import { Doc } from "../openapi/doc.ts";

@Controller("api/v1/events")
export class EventsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Roles("operator", "auditor", "hub-coordinator", "hub-lead", "finance-officer")
  @Doc({
    id: "listEvents",
    tag: "Events",
    summary: "All events of all journeys, in an order that never skips one and keeps each journey’s own",
    description:
      "Keep `next` and ask again with it: it stays where it is while nothing new has happened. 422 after a " +
      "restore: begin again without `after`. A hub sees the events of journeys and Work Groups that are its " +
      "own now: " +
      "where one comes to it from another hub, the feed tells its whole past, then goes on; the hub that it " +
      "left is told no more of it.",
    parameters: EVENTS_PARAMETERS,
    answer: "EventPage",
    problems: [403, 422, 503],
  })
  async list(@Query() query: unknown, @Req() request: ApiRequest): Promise<{ items: object[]; next: string | null }> {
    const { after, limit } = validated(EventsQuery, query, { only: true });
    const { items, next } = await readFeed(
      await this.database.open(),
      after ?? null,
      limit,
      withinOf(callerOf(request))?.hub ?? null,
    );
    return { items: items.map(presentFeedItem), next };
  }
}
