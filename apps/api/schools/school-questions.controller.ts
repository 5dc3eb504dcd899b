// What the register leaves open: journeys whose school has closed, where more than a plain conversion is behind it.

import { Controller, Get, HttpCode, Param, Post, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import { NamedSuccessors, SET_ASIDE_ROLES, SetAsideBody } from "../../../libs/service/schools/named-successors.ts";
import { SCHOOL_ROLES, Schools } from "../../../libs/service/schools/schools.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID, PREVIEW } from "../openapi/parameters.ts";
import { SchoolQuestionPageAnswer, SchoolQuestionsQuery, SetAsideAnswer } from "./schools.dto.ts";

@Controller("api/v1/school-questions")
export class SchoolQuestionsController {
  constructor(
    private readonly schools: Schools,
    private readonly successors: NamedSuccessors,
  ) {}

  @Get()
  @Roles(...SCHOOL_ROLES.questions)
  @Doc({
    id: "listSchoolQuestions",
    tag: "Schools",
    summary: "Journeys of closed schools that wait for somebody to decide who goes on",
    description:
      "As the last import found them, and successors that a hub has named and an operator has to confirm " +
      "(to-be-confirmed; the latest first, where it has named several). " +
      "POST /api/v1/journeys/{id}/succeed-school (or withdraw-school) " +
      "answers one; loop, unresolved and unknown-urn are " +
      "the register’s to mend, and are answered by an import that brings it mended.",
    answer: SchoolQuestionPageAnswer,
    problems: [403, 422, 503],
  })
  list(@Caller() caller: Principal, @Query() query: SchoolQuestionsQuery): Promise<SchoolQuestionPageAnswer> {
    return this.schools.questions(caller, query);
  }

  @Post(":id/set-aside")
  @HttpCode(200)
  @Roles(...SET_ASIDE_ROLES)
  @Doc({
    id: "setSuccessorAside",
    tag: "Schools",
    summary: "Set aside a successor that a hub has named and that is not to go on",
    description:
      "The journey stays as it is. Others that the hub has named go on waiting; with the last of them the question " +
      "is gone. The hub may name one again.",
    parameters: [JOURNEY_ID, PREVIEW],
    body: SetAsideBody,
    answer: SetAsideAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  setAside(@Param("id") id: string, @AskedHere() asked: Asked): Promise<SetAsideAnswer> {
    return this.successors.setAside(id, asked);
  }
}
