// The outcomes of a Work Group's year: a list for the whole group, confirmed in one step.

import { Body, Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { GroupOutcomes, OUTCOME_ROLES } from "../../../libs/service/work-groups/outcomes.ts";
import { CameOfEachAnswer, cameInWords } from "../hubs/task-lines.dto.ts";
import { Doc } from "../openapi/doc.ts";
import { PREVIEW, WORK_GROUP_ID } from "../openapi/parameters.ts";
import { GroupOutcomesAnswer, OutcomesBody } from "./outcomes.dto.ts";

@Controller("api/v1/work-groups/:id/outcomes")
export class GroupOutcomesController {
  constructor(private readonly outcomes: GroupOutcomes) {}

  @Get()
  @Roles(...OUTCOME_ROLES.read)
  @Doc({
    id: "listGroupOutcomes",
    tag: "Work Groups",
    summary: "For each school of a group whether it completes its year, as the evidence has it and as it was decided",
    parameters: [WORK_GROUP_ID],
    answer: GroupOutcomesAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("id") id: string): Promise<GroupOutcomesAnswer> {
    const { from, schools } = await this.outcomes.list(caller, id);
    return { workGroup: id, proposedFrom: from, schools };
  }

  @Post()
  @HttpCode(200)
  @Roles(...OUTCOME_ROLES.confirm)
  @Doc({
    id: "confirmGroupOutcomes",
    tag: "Work Groups",
    summary: "Confirm who of a group completed the year, and who did not",
    description:
      "To each school its own ConfirmCompletion, once. With preview=true nothing is kept: what would come of each.",
    parameters: [WORK_GROUP_ID, PREVIEW],
    answer: CameOfEachAnswer,
    problems: [400, 403, 404, 412, 413, 415, 422, 503],
  })
  async confirm(
    @AskedHere() asked: Asked,
    @Param("id") id: string,
    @Body() said: OutcomesBody,
  ): Promise<CameOfEachAnswer> {
    return cameInWords(await this.outcomes.confirm(asked, id, said));
  }
}
