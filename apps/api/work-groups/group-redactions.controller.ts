// /api/v1/work-groups/{id}/redactions: names taken out of what was written with a Work Group.

import { Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import type { Foreseen } from "../../../libs/service/commands/foreseen.ts";
import {
  REDACTION_ROLES,
  RedactionBody,
  Redactions,
  type RedactionSeen,
} from "../../../libs/service/journeys/redactions.ts";
import { RedactionAnswer, RedactionPageAnswer } from "../journeys/redaction.dto.ts";
import { Doc } from "../openapi/doc.ts";
import { WORK_GROUP_ID, PREVIEW } from "../openapi/parameters.ts";

@Controller("api/v1/work-groups/:id/redactions")
export class GroupRedactionsController {
  constructor(private readonly redactions: Redactions) {}

  @Get()
  @Roles(...REDACTION_ROLES)
  @Doc({
    id: "listWorkGroupRedactions",
    tag: "Work Groups",
    summary: "What was taken out of the texts of a Work Group: by whom, when and why, the latest first",
    parameters: [WORK_GROUP_ID],
    answer: RedactionPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("id") id: string): Promise<RedactionPageAnswer> {
    return { items: await this.redactions.list(caller, "work-groups", id), next: null };
  }

  @Post()
  @HttpCode(201)
  @Roles(...REDACTION_ROLES)
  @Doc({
    id: "redactWorkGroup",
    tag: "Work Groups",
    summary: "Take a name out of every text of a Work Group, with the reason",
    description: "As of a journey: what stood there is [redacted], events stay as they are.",
    parameters: [WORK_GROUP_ID, PREVIEW],
    body: RedactionBody,
    answer: RedactionAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  redact(@Param("id") id: string, @AskedHere() asked: Asked): Promise<RedactionSeen & Partial<Foreseen>> {
    return this.redactions.redact("work-groups", id, asked);
  }
}
