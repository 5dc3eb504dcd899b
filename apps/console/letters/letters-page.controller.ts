// GET /journeys/{id}/letters: what people were sent; below it each letter, as it went out.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { LETTER_NO, LETTER_ROLES, Letters, type LetterInFull } from "../../../libs/service/journeys/letters.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { afterIn } from "../next-page.ts";
import { FRAMING } from "../page.ts";
import type { Visitor } from "../visitor.ts";
import { letterPage, lettersPage } from "./letters-page.ts";

const A_PAGE = 50;

/** It is shown within its page alone, apart from it: nothing is loaded, run, sent or followed. */
const APART =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox";

@Controller("journeys/:id/letters")
export class LettersPageController {
  constructor(
    private readonly desk: Desk,
    private readonly letters: Letters,
    private readonly names: SchoolNames,
  ) {}

  @Get()
  @Visitors()
  async list(
    @Param("id") id: string,
    @Query("after") asked: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, LETTER_ROLES.list);
    const which = { ...afterIn(asked, LETTER_NO), limit: A_PAGE };
    const { items, next } = await this.letters.list(person.principal, id, which);
    const opens = (LETTER_ROLES.read as readonly string[]).includes(person.principal.role);
    const look = { journey: id, school: await this.school(id), next, opens };
    answerPage(response, 200, "Letters", lettersPage(items, look), person);
  }

  @Get(":letter")
  @Visitors()
  async one(
    @Param("id") id: string,
    @Param("letter") no: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { visitor, letter } = await this.read(request, response, id, no);
    const body = letterPage(letter, { journey: id, school: await this.school(id) });
    answerPage(response, 200, letter.subject ?? "A letter that can be read no more", body, visitor.person, FRAMING);
  }

  @Get(":letter/as-sent")
  @Visitors()
  async asSent(
    @Param("id") id: string,
    @Param("letter") no: string,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { letter } = await this.read(request, response, id, no);
    response
      .writeHead(200, { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": APART })
      .end(letter.letter?.html ?? "");
  }

  private async read(
    request: ApiRequest,
    response: ApiResponse,
    id: string,
    no: string,
  ): Promise<{ visitor: Visitor; letter: LetterInFull }> {
    const visitor = await this.desk.visitor(request, response, LETTER_ROLES.read);
    return { visitor, letter: await this.letters.read(visitor.person.principal, id, no) };
  }

  private async school(id: string): Promise<string> {
    return (await this.names.of([{ journey: id }])).get(id) ?? "the school";
  }
}
