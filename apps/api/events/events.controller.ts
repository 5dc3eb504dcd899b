import { Controller, Get, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { EventFeed, FEED_READERS } from "../../../libs/service/events/event-feed.ts";
import { Doc } from "../openapi/doc.ts";
import { EventPageAnswer, EventsQuery } from "./events.dto.ts";

@Controller("api/v1/events")
export class EventsController {
  constructor(private readonly feed: EventFeed) {}

  @Get()
  @Roles(...FEED_READERS)
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
    answer: EventPageAnswer,
    problems: [403, 422, 503],
  })
  list(@Caller() caller: Principal, @Query() query: EventsQuery): Promise<EventPageAnswer> {
    return this.feed.read(caller, query);
  }
}
