// A hub tries a year: what would follow if schools withdrew, sessions moved, a figure were another. Nothing is written.

import { Controller, Get, Param, Query, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { TRY_ROLES, TriedYears } from "../../../libs/service/ahead/try-year.ts";
import { groupNameOf } from "../../../libs/words/group-name.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { askedIn, TriedYearAnswer, TriedYearQuery } from "./tried-year.dto.ts";

@Controller("api/v1/hubs/:hub/tried-year")
export class TriedYearController {
  constructor(private readonly years: TriedYears) {}

  @Get()
  @Roles(...TRY_ROLES)
  @UseGuards(OwnHubGuard)
  @Doc({
    id: "tryYear",
    tag: "Ahead",
    summary: "What would follow if schools withdrew, sessions moved or a figure were another",
    description:
      "Two futures by the rules themselves, both as if nobody did anything more: as things are, and as supposed. " +
      "They are of the schools that it concerns: those that withdraw, those of the Work Groups whose sessions " +
      "move, and where a figure changes, all schools of the hub. Stage-years that have begun keep their figures. " +
      "Who takes a place that falls free is said (`groups`), and not followed further. Nothing is written. What the " +
      "rules turn down is a 409, as it would be if it were meant.",
    parameters: [HUB],
    answer: TriedYearAnswer,
    problems: [403, 404, 409, 422, 503],
  })
  async tried(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() query: TriedYearQuery,
  ): Promise<TriedYearAnswer> {
    const { schools: _, ...found } = await this.years.tried(caller, hub, askedIn(query), { called: groupNameOf });
    return found;
  }
}
