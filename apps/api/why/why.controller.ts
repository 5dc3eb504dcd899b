import { Controller, Get, Param, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { AsOfQuery, Explanations, WHY_ROLES } from "../../../libs/service/why/explanations.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID, SEQ, YEAR } from "../openapi/parameters.ts";
import { ExplanationAnswer } from "./why.dto.ts";

const HOW =
  "Made from the events alone: each step names its event, what happened, who asked (null: time itself), the " +
  "rule and the page it comes from. `text` is the same for a person to read.";

@Controller("api/v1/journeys/:id")
export class WhyController {
  constructor(private readonly explanations: Explanations) {}

  @Get("grants/:year/why")
  @Roles(...WHY_ROLES.read)
  @Doc({
    id: "whyGrant",
    tag: "Money",
    summary: "Why the grant of an academic year is where it is; or why there is none",
    description: HOW,
    parameters: [JOURNEY_ID, YEAR],
    answer: ExplanationAnswer,
    problems: [403, 404, 422, 503],
  })
  grant(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Param("year") year: string,
    @Query() query: AsOfQuery,
  ): Promise<ExplanationAnswer> {
    return this.explanations.grant(caller, id, year, query);
  }

  @Get("events/:seq/why")
  @Roles(...WHY_ROLES.read)
  @Doc({
    id: "whyEvent",
    tag: "Reminders",
    summary: "Why a reminder or an escalation went out, or was held back",
    description: `The seq is in \`reminders\` and \`escalations\` of the journey. ${HOW}`,
    parameters: [JOURNEY_ID, SEQ],
    answer: ExplanationAnswer,
    problems: [403, 404, 422, 503],
  })
  event(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Param("seq") seq: string,
    @Query() query: AsOfQuery,
  ): Promise<ExplanationAnswer> {
    return this.explanations.event(caller, id, seq, query);
  }
}
