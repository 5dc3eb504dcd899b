// /api/v1/journeys/{id}/letters: what people were sent, as it went out.

import { Controller, Get, Param, Query, Req } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { LETTER_ROLES, Letters } from "../../../libs/service/journeys/letters.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID, LETTER } from "../openapi/parameters.ts";
import { LetterAnswer, LetterPageAnswer, LettersQuery } from "./letters.dto.ts";

@Controller("api/v1/journeys/:id/letters")
export class LettersController {
  constructor(private readonly letters: Letters) {}

  @Get()
  @Roles(...LETTER_ROLES.list)
  @Doc({
    id: "listLetters",
    tag: "People",
    summary: "The letters of a journey, the latest first: when, of which kind, to whom, and what became of each",
    description:
      "A hub sees those that it sent itself, a school those that were sent to it. An auditor sees no subjects: they " +
      "are words to people.",
    parameters: [JOURNEY_ID],
    answer: LetterPageAnswer,
    problems: [403, 404, 422, 503],
  })
  list(@Caller() caller: Principal, @Param("id") id: string, @Query() query: LettersQuery): Promise<LetterPageAnswer> {
    return this.letters.list(caller, id, query);
  }

  @Get(":letter")
  @Roles(...LETTER_ROLES.read)
  @Doc({
    id: "getLetter",
    tag: "People",
    summary: "One letter, as it went out",
    description: "Sealed under the key of whom it was for: once they are erased, nobody can read it any more.",
    parameters: [JOURNEY_ID, LETTER],
    answer: LetterAnswer,
    problems: [403, 404, 503],
  })
  one(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Param("letter") letter: string,
    @Req() request: ApiRequest,
  ): Promise<LetterAnswer> {
    return this.letters.read(caller, id, letter, request.id);
  }
}
