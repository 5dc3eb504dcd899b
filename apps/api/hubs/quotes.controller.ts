// What may be passed on of the reports and evaluations of a hub's schools.

import { Controller, Get, Param } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { QUOTE_ROLES, Quotes } from "../../../libs/service/hubs/quotes.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { QuotePageAnswer } from "./quotes.dto.ts";

@Controller("api/v1/hubs/:hub/quotes")
export class QuotesController {
  constructor(private readonly quotes: Quotes) {}

  @Get()
  @Roles(...QUOTE_ROLES.read)
  @Doc({
    id: "listQuotes",
    tag: "Year",
    summary: "What schools said at the end of their years, in quotes in which nobody can be told",
    description:
      "Only what somebody made into a quote (`quote-answer`), the latest of each answer, with programme and " +
      "question: no school, no person, no day. Their order says nothing of whose they are.",
    parameters: [HUB],
    answer: QuotePageAnswer,
    problems: [403, 404, 503],
  })
  async list(@Caller() caller: Principal, @Param("hub") hub: string): Promise<QuotePageAnswer> {
    return { items: await this.quotes.list(caller, hub), next: null };
  }
}
