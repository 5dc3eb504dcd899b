// What the register leaves open: journeys whose school has closed, where more than a plain conversion is behind it.

import { Controller, Get, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SCHOOL_ROLES, Schools } from "../../../libs/service/schools/schools.ts";
import { Doc } from "../openapi/doc.ts";
import { SchoolQuestionPageAnswer, SchoolQuestionsQuery } from "./schools.dto.ts";

@Controller("api/v1/school-questions")
export class SchoolQuestionsController {
  constructor(private readonly schools: Schools) {}

  @Get()
  @Roles(...SCHOOL_ROLES.questions)
  @Doc({
    id: "listSchoolQuestions",
    tag: "Schools",
    summary: "Journeys of closed schools that wait for somebody to decide who goes on",
    description:
      "As the last import found them, and successors that a hub has named and an operator has to confirm " +
      "(to-be-confirmed). POST /api/v1/journeys/{id}/succeed-school (or withdraw-school) " +
      "answers one; loop, unresolved and unknown-urn are " +
      "the register’s to mend, and are answered by an import that brings it mended.",
    answer: SchoolQuestionPageAnswer,
    problems: [403, 422, 503],
  })
  list(@Caller() caller: Principal, @Query() query: SchoolQuestionsQuery): Promise<SchoolQuestionPageAnswer> {
    return this.schools.questions(caller, query);
  }
}
