// The whole hub's turn into the next academic year: looked at, then done, as one operation that can be interrupted and
// resumed.

import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from "@nestjs/common";
import type { WhichTurn } from "../../../libs/contract/turn.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { sameHub } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { hubCode } from "../../../libs/service/hub-code.ts";
import { bodySchema, exampleBody } from "../openapi/command-schema.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, YEAR } from "../openapi/parameters.ts";
import { presentPreview, presentTurn } from "./present-turn.ts";
import { INTO, TurnQuery } from "./turn.dto.ts";
import { TURN_FIELDS, TurnDoer } from "./turn-doer.ts";
import { yearOf } from "./turn-year.ts";

@Controller("api/v1/hubs/:hub/turn")
export class TurnController {
  constructor(private readonly turns: TurnDoer) {}

  @Get()
  @Roles("hub-coordinator", "hub-lead", "operator", "auditor")
  @Doc({
    id: "previewTurn",
    tag: "Turn",
    summary: "The year’s turn of a hub, as it would be done now; nothing is done",
    description:
      "Every school that takes part, pauses or may come back, once: how its year ends as things stand, what " +
      "it still owes, whether it is ready, its next " +
      "stage, whether it is invited or why not, the themes open to it, and its place in next year’s groups, " +
      "which are proposed from this year’s. It can be " +
      "looked at all year. `plan` (and the ETag) names what was looked at.",
    parameters: [HUB, INTO],
    answer: "TurnPreview",
    etag: true,
    problems: [403, 404, 422, 503],
  })
  async preview(
    @Param("hub") hub: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<object> {
    sameHub(callerOf(request), hub);
    const preview = await this.turns.preview(hubCode(hub), validated(TurnQuery, query, { only: true }).into);
    response.setHeader("ETag", `"${preview.digest}"`);
    return presentPreview(preview);
  }

  @Post()
  @HttpCode(201)
  @Roles("hub-lead")
  @Doc({
    id: "beginTurn",
    tag: "Turn",
    summary:
      "Do the turn that was looked at: form next year’s groups and invite each school, with a place kept for " + "it",
    description:
      "From 1 March before the year (window-closed until then). `plan` is that of the preview; where it has " +
      "changed meanwhile: 412. A group without a fit " +
      "lead is given one in `groups`, or left out (lead-not-fit). Each school is judged again when its turn " +
      "comes: what no longer holds is listed with its " +
      "code, never forced. Begun twice it is one operation. Roles: hub-lead.",
    parameters: [HUB],
    body: { schema: bodySchema(TURN_FIELDS), example: exampleBody(TURN_FIELDS), required: true },
    answer: "Turn",
    status: 201,
    command: true,
    problems: [400, 403, 404, 409, 412, 413, 415, 422, 503],
  })
  async begin(@Param("hub") hub: string, @Req() request: ApiRequest): Promise<object> {
    sameHub(callerOf(request), hub);
    return presentTurn(await this.turns.begin(hubCode(hub), request));
  }

  @Get(":year")
  @Roles("hub-coordinator", "hub-lead", "operator", "auditor")
  @Doc({
    id: "getTurn",
    tag: "Turn",
    summary: "How far the turn is, and what became of each school and each group",
    parameters: [HUB, YEAR],
    answer: "Turn",
    problems: [403, 404, 422, 503],
  })
  async one(@Param("hub") hub: string, @Param("year") year: string, @Req() request: ApiRequest): Promise<object> {
    return presentTurn(await this.turns.read(whichOf(hub, year, request)));
  }

  @Post(":year/interrupt")
  @HttpCode(200)
  @Roles("hub-lead", "operator")
  @Doc({
    id: "interruptTurn",
    tag: "Turn",
    summary: "Stop the turn after the step at hand; what is done stays done",
    description: "Roles: hub-lead, operator.",
    parameters: [HUB, YEAR],
    answer: "Turn",
    command: true,
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  async interrupt(@Param("hub") hub: string, @Param("year") year: string, @Req() request: ApiRequest): Promise<object> {
    return presentTurn(await this.turns.run(whichOf(hub, year, request), false, request));
  }

  @Post(":year/resume")
  @HttpCode(200)
  @Roles("hub-lead", "operator")
  @Doc({
    id: "resumeTurn",
    tag: "Turn",
    summary: "Go on with a turn that was interrupted",
    description: "Roles: hub-lead, operator.",
    parameters: [HUB, YEAR],
    answer: "Turn",
    command: true,
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  async resume(@Param("hub") hub: string, @Param("year") year: string, @Req() request: ApiRequest): Promise<object> {
    return presentTurn(await this.turns.run(whichOf(hub, year, request), true, request));
  }
}

function whichOf(hub: string, year: string, request: ApiRequest): WhichTurn {
  sameHub(callerOf(request), hub);
  return { hub: hubCode(hub), into: yearOf(year) };
}
