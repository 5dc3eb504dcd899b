// /api/v1/payment-runs/{id}/redactions: names taken out of what was written with a payment run.

import { Controller, Get, HttpCode, Param, Post } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import type { Foreseen } from "../../../libs/service/commands/foreseen.ts";
import {
  RUN_REDACTION_ROLES,
  RedactionBody,
  Redactions,
  type RedactionSeen,
} from "../../../libs/service/journeys/redactions.ts";
import { RedactionAnswer, RedactionPageAnswer } from "../journeys/redaction.dto.ts";
import { Doc } from "../openapi/doc.ts";
import { PAYMENT_RUN_ID, PREVIEW } from "../openapi/parameters.ts";

@Controller("api/v1/payment-runs/:id/redactions")
export class RunRedactionsController {
  constructor(private readonly redactions: Redactions) {}

  @Get()
  @Roles(...RUN_REDACTION_ROLES)
  @Doc({
    id: "listPaymentRunRedactions",
    tag: "Payments",
    summary: "What was taken out of the texts of a payment run: by whom, when and why, the latest first",
    parameters: [PAYMENT_RUN_ID],
    answer: RedactionPageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("id") id: string): Promise<RedactionPageAnswer> {
    return { items: await this.redactions.list(caller, "payment-runs", id), next: null };
  }

  @Post()
  @HttpCode(201)
  @Roles(...RUN_REDACTION_ROLES)
  @Doc({
    id: "redactPaymentRun",
    tag: "Payments",
    summary: "Take a name out of every text of a payment run, with the reason",
    description: "As of a journey: what stood there is [redacted], events stay as they are.",
    parameters: [PAYMENT_RUN_ID, PREVIEW],
    body: RedactionBody,
    answer: RedactionAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  redact(@Param("id") id: string, @AskedHere() asked: Asked): Promise<RedactionSeen & Partial<Foreseen>> {
    return this.redactions.redact("payment-runs", id, asked);
  }
}
