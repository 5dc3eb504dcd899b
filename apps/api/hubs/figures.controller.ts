// What a hub decides of a programme where no page says: looked at first, then kept.

import { Body, Controller, Get, Param, Put, Req, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import { isPreview } from "../../../libs/http/query.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { FIGURE_ROLES, HubFiguresDesk } from "../../../libs/service/hubs/figures.ts";
import { FiguresBody } from "../../../libs/service/hubs/figures-body.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PREVIEW, PROGRAMME, YEAR } from "../openapi/parameters.ts";
import { HubProgrammeAnswer, HubProgrammePageAnswer } from "./figures.dto.ts";
import { KnownProgrammeGuard } from "./known-programme.guard.ts";

@Controller("api/v1/hubs/:hub/figures")
export class FiguresController {
  constructor(private readonly figures: HubFiguresDesk) {}

  @Get()
  @Roles(...FIGURE_ROLES.read)
  @Doc({
    id: "listHubFigures",
    tag: "Prospectuses",
    summary: "The programmes of this year and later ones as the hub has them: every figure with who says so",
    parameters: [HUB],
    answer: HubProgrammePageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<HubProgrammePageAnswer> {
    return { items: await this.figures.list(caller, hub), next: null };
  }

  @Get(":year/:programme")
  @Roles(...FIGURE_ROLES.read)
  @Doc({
    id: "getHubFigures",
    tag: "Prospectuses",
    summary: "One programme as the hub has it, with all that it has decided: who, when and why",
    parameters: [HUB, YEAR, PROGRAMME],
    answer: HubProgrammeAnswer,
    problems: [403, 404, 503],
  })
  one(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Param("programme") programme: string,
  ): Promise<HubProgrammeAnswer> {
    return this.figures.one(caller, hub, `${year}/${programme}`);
  }

  @Put(":year/:programme")
  @UseGuards(OwnHubGuard, KnownProgrammeGuard)
  @Roles(...FIGURE_ROLES.set)
  @Doc({
    id: "setHubFigures",
    tag: "Prospectuses",
    summary: "Decide what no page states of a programme: its size, sessions, days, themes",
    description:
      "For a year that has not begun; of one that has, its links alone. What a page states is `stated-by-page`. The " +
      "decision is whole: a figure that it leaves out is as the page or the assumption has it. With preview=true it " +
      "is only looked at: `whatFollows`. Work Groups that are formed keep their places and days. Who decided, when " +
      "and why is kept. Role: hub-lead.",
    parameters: [HUB, YEAR, PROGRAMME, PREVIEW],
    answer: HubProgrammeAnswer,
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  async set(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Param("year") year: string,
    @Param("programme") programme: string,
    @Body() body: FiguresBody,
    @Req() request: ApiRequest,
  ): Promise<HubProgrammeAnswer> {
    const id = `${year}/${programme}`;
    if (!isPreview(request)) return this.figures.set(caller, hub, id, body);
    const { programme: seen, whatIf, groups } = await this.figures.wouldSet(caller, hub, id, body);
    const { now, then, changed } = whatIf;
    return { ...seen, preview: true, whatFollows: { now, then, changed: changed.length, groups } };
  }
}
