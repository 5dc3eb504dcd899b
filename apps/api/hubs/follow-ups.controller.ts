// The notes that a hub is to come back to.

import { Controller, Get, Param, Query, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { FollowUps } from "../../../libs/service/journeys/follow-ups.ts";
import { NOTE_ROLES } from "../../../libs/service/journeys/notes.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { FollowUpPageAnswer, FollowUpsQuery } from "./follow-ups.dto.ts";

@Controller("api/v1/hubs/:hub/follow-ups")
@UseGuards(OwnHubGuard)
export class FollowUpsController {
  constructor(private readonly notes: FollowUps) {}

  @Get()
  @Roles(...NOTE_ROLES)
  @Doc({
    id: "listFollowUps",
    tag: "Journeys",
    summary: "Your hub’s notes that somebody is to come back to, the longest due first",
    description:
      "Of the schools that you see and that are at your hub still, until somebody says that a note was followed up. " +
      "What a note says is read with its school (`journeys/{id}/notes`).",
    parameters: [HUB],
    answer: FollowUpPageAnswer,
    problems: [403, 404, 422, 503],
  })
  async list(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() query: FollowUpsQuery,
  ): Promise<FollowUpPageAnswer> {
    return this.notes.list(caller, hub, query);
  }
}
