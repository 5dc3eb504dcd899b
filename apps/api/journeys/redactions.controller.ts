// /api/v1/journeys/{id}/redactions: names taken out of what was written in a journey.

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
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID, PREVIEW } from "../openapi/parameters.ts";
import { RedactionAnswer, RedactionPageAnswer } from "./redaction.dto.ts";

@Controller("api/v1/journeys/:id/redactions")
export class RedactionsController {
  constructor(private readonly redactions: Redactions) {}

  @Get()
  @Roles(...REDACTION_ROLES)
  @Doc({
    id: "listRedactions",
    tag: "People",
    summary: "What was taken out of a journey’s texts: by whom, when and why, the latest first",
    parameters: [JOURNEY_ID],
    answer: RedactionPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("id") id: string): Promise<RedactionPageAnswer> {
    return { items: await this.redactions.list(caller, "journeys", id), next: null };
  }

  @Post()
  @HttpCode(201)
  @Roles(...REDACTION_ROLES)
  @Doc({
    id: "redact",
    tag: "People",
    summary: "Take a name out of every text of a journey, with the reason",
    description:
      "Case and the space between words do not matter; parts of longer words stay. Where the words stood, [redacted] " +
      "stands. Events have the ids of texts alone and stay as they are.",
    parameters: [JOURNEY_ID, PREVIEW],
    body: RedactionBody,
    answer: RedactionAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  redact(@Param("id") id: string, @AskedHere() asked: Asked): Promise<RedactionSeen & Partial<Foreseen>> {
    return this.redactions.redact("journeys", id, asked);
  }
}
