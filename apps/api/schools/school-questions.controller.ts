// What the register leaves open: journeys whose school has closed, where more than a plain conversion is behind it.

import { Controller, Get, Query, Req } from "@nestjs/common";
import { schoolQuestions, type SchoolQuestion } from "../../../libs/store/schools/schools.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { withinOf } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { Database } from "../../../libs/service/database.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { Doc } from "../openapi/doc.ts";
import { SCHOOL_QUESTIONS_PARAMETERS, SchoolQuestionsQuery } from "./schools.dto.ts";

@Controller("api/v1/school-questions")
export class SchoolQuestionsController {
  constructor(private readonly database: Database) {}

  @Get()
  @Roles("hub-coordinator", "hub-lead", "operator")
  @Doc({
    id: "listSchoolQuestions",
    tag: "Schools",
    summary: "Journeys of closed schools that wait for somebody to decide who goes on",
    description:
      "As the last import found them. POST /api/v1/journeys/{id}/succeed-school (or withdraw-school) " +
      "answers one; loop, unresolved and unknown-urn are " +
      "the register’s to mend, and are answered by an import that brings it mended.",
    parameters: SCHOOL_QUESTIONS_PARAMETERS,
    answer: "SchoolQuestionPage",
    problems: [403, 422, 503],
  })
  async list(
    @Query() query: unknown,
    @Req() request: ApiRequest,
  ): Promise<{ items: SchoolQuestion[]; next: string | null }> {
    const filter = validated(SchoolQuestionsQuery, query, { only: true });
    const own = withinOf(callerOf(request))?.hub;
    if (own !== undefined && filter.hub !== undefined && filter.hub !== own) return { items: [], next: null };
    return schoolQuestions(await this.database.open(), { ...filter, ...(own === undefined ? {} : { hub: own }) });
  }
}
