// The watch list: schools that the caller keeps an eye on. It is their own: nobody else sees it.

import { Controller, Delete, Get, Param, Put, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { WATCH_ROLES, Watching } from "../../../libs/service/journeys/watching.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID } from "../openapi/parameters.ts";
import { JourneyPageAnswer } from "./journey.dto.ts";
import { WatchListQuery, whichOf } from "./page.dto.ts";
import { presentRow } from "./present.ts";
import { WatchAnswer } from "./watch-list.dto.ts";

@Controller("api/v1/watch-list")
export class WatchListController {
  constructor(private readonly watching: Watching) {}

  @Get()
  @Roles(...WATCH_ROLES)
  @Doc({
    id: "listWatched",
    tag: "Journeys",
    summary: "Journeys on your watch list that fit every filter, by id or as sorted",
    description:
      "It is your own, the same as at the console: nobody else sees it. A school that you see no more (it went to " +
      "another hub) is not listed; should it come back, it is again.",
    answer: JourneyPageAnswer,
    problems: [403, 422, 503],
  })
  async list(@Caller() caller: Principal, @Query() query: WatchListQuery): Promise<JourneyPageAnswer> {
    const { items, next } = await this.watching.list(caller, whichOf(query));
    return { items: items.map(presentRow), next };
  }

  @Put(":id")
  @Roles(...WATCH_ROLES)
  @Doc({
    id: "watchJourney",
    tag: "Journeys",
    summary: "Put a journey on your watch list",
    description: "It needs no body. The same once more changes nothing, and nothing of it stands in the journey.",
    parameters: [JOURNEY_ID],
    answer: WatchAnswer,
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async put(@Caller() caller: Principal, @Param("id") id: string): Promise<WatchAnswer> {
    return { journey: await this.watching.set(caller, id, true), watched: true };
  }

  @Delete(":id")
  @Roles(...WATCH_ROLES)
  @Doc({
    id: "unwatchJourney",
    tag: "Journeys",
    summary: "Take a journey off your watch list",
    description: "Where it is not on it, that changes nothing.",
    parameters: [JOURNEY_ID],
    answer: WatchAnswer,
    problems: [403, 404, 422, 503],
  })
  async remove(@Caller() caller: Principal, @Param("id") id: string): Promise<WatchAnswer> {
    return { journey: await this.watching.set(caller, id, false), watched: false };
  }
}
