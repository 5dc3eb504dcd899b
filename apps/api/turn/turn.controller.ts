// The whole hub's turn into the next academic year: looked at, then done, as one operation that can be interrupted and
// resumed.

import { Controller, Get, HttpCode, Param, Post, Query, Res, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import type { Foreseen } from "../../../libs/service/commands/foreseen.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { HubTurns, TURN_ROLES } from "../../../libs/service/turn/hub-turns.ts";
import type { Outcome, TurnAsItStands } from "../../../libs/service/turn/read-turn-progress.ts";
import { inAddress } from "../../../libs/service/turn/turn-year.ts";
import { TURN_FIELDS } from "../../../libs/turn/wishes.ts";
import { bodySchema, exampleBody } from "../openapi/command-schema.ts";
import { whyNothing } from "../../../libs/words/turn.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, PREVIEW, YEAR } from "../openapi/parameters.ts";
import { TurnAnswer, TurnPreviewAnswer, TurnQuery } from "./turn.dto.ts";

@Controller("api/v1/hubs/:hub/turn")
@UseGuards(OwnHubGuard)
export class TurnController {
  constructor(private readonly turns: HubTurns) {}

  @Get()
  @Roles(...TURN_ROLES.read)
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
    parameters: [HUB],
    answer: TurnPreviewAnswer,
    etag: true,
    problems: [403, 404, 422, 503],
  })
  async preview(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() { into }: TurnQuery,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<TurnPreviewAnswer> {
    const { plan, digest, totals } = await this.turns.preview(caller, hub, into);
    response.setHeader("ETag", `"${digest}"`);
    return present(TurnPreviewAnswer, { ...plan, into: inAddress(plan.into), plan: digest, totals });
  }

  @Post()
  @HttpCode(201)
  @Roles(...TURN_ROLES.begin)
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
    parameters: [HUB, PREVIEW],
    body: { schema: bodySchema(TURN_FIELDS), example: exampleBody(TURN_FIELDS), required: true },
    answer: TurnAnswer,
    status: 201,
    command: true,
    problems: [400, 403, 404, 409, 412, 413, 415, 422, 503],
  })
  async begin(@Param("hub") hub: string, @AskedHere() asked: Asked): Promise<TurnAnswer | Foreseen> {
    if (asked.preview) return this.turns.wouldBegin(hub, asked);
    return presented(await this.turns.begin(hub, asked));
  }

  @Get(":year")
  @Roles(...TURN_ROLES.read)
  @Doc({
    id: "getTurn",
    tag: "Turn",
    summary: "How far the turn is, and what became of each school and each group",
    parameters: [HUB, YEAR],
    answer: TurnAnswer,
    problems: [403, 404, 422, 503],
  })
  async one(@Caller() caller: Principal, @Param("hub") hub: string, @Param("year") year: string): Promise<TurnAnswer> {
    return presented(await this.turns.read(caller, hub, year));
  }

  @Post(":year/interrupt")
  @HttpCode(200)
  @Roles(...TURN_ROLES.run)
  @Doc({
    id: "interruptTurn",
    tag: "Turn",
    summary: "Stop the turn after the step at hand; what is done stays done",
    description: "Roles: hub-lead, operator.",
    parameters: [HUB, YEAR, PREVIEW],
    answer: TurnAnswer,
    command: true,
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  async interrupt(
    @Param("hub") hub: string,
    @Param("year") year: string,
    @AskedHere() asked: Asked,
  ): Promise<TurnAnswer> {
    return presented(await this.turns.run(hub, year, false, asked));
  }

  @Post(":year/resume")
  @HttpCode(200)
  @Roles(...TURN_ROLES.run)
  @Doc({
    id: "resumeTurn",
    tag: "Turn",
    summary: "Go on with a turn that was interrupted",
    description: "Roles: hub-lead, operator.",
    parameters: [HUB, YEAR, PREVIEW],
    answer: TurnAnswer,
    command: true,
    problems: [400, 403, 404, 409, 413, 415, 422, 503],
  })
  async resume(@Param("hub") hub: string, @Param("year") year: string, @AskedHere() asked: Asked): Promise<TurnAnswer> {
    return presented(await this.turns.run(hub, year, true, asked));
  }
}

/** A turn that has begun: progress first, then each group and school. */
function presented(turn: TurnAsItStands): TurnAnswer {
  const inWords = <O extends Outcome>(one: O): O => ({ ...one, detail: whyNothing(one) });
  const [schools, groups] = [turn.schools.map(inWords), turn.groups.map(inWords)];
  return present(TurnAnswer, { ...turn, schools, groups, into: inAddress(turn.into) });
}
