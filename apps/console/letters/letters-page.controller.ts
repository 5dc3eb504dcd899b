// GET /journeys/{id}/letters: what people were sent, as a file too; below it each letter, as it went out.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { LETTER_ROLES, Letters, type LetterInFull, type LetterSeen } from "../../../libs/service/journeys/letters.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { numberedOf } from "../../../libs/service/shape/pages.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { askedIn, sizeOf, type ListAsked } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { listPage, type ListSpec } from "../lists/list-view.ts";
import { filledIn } from "../look/templates.ts";
import { FRAMING } from "../page.ts";
import type { Visitor } from "../visitor.ts";
import { letterView, lettersInOrder, lettersList } from "./letters-page.ts";

/** As many as a school has in all its years, and more. */
const MOST = 2_000;

/** It is shown within its page alone, apart from it: nothing is loaded, run, sent or followed. */
const APART =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox";

@Controller("journeys/:id/letters")
export class LettersPageController {
  constructor(
    private readonly desk: Desk,
    private readonly letters: Letters,
    private readonly names: SchoolNames,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @Visitors()
  async list(
    @Param("id") id: string,
    @Query() query: Typed,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, LETTER_ROLES.list);
    const { spec, asked, sorted, school } = await this.found(person.principal, id, query);
    const page = numberedOf(sorted, { page: asked.page, size: sizeOf(asked) });
    const back = { href: `/journeys/${id}`, words: `Back to ${school}` };
    answerPage(response, 200, "Letters", listPage(page, asked, spec), person, undefined, { back });
  }

  @Get("letters.csv")
  @Visitors()
  async file(
    @Param("id") id: string,
    @Query() query: Typed,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, LETTER_ROLES.list);
    const by = person.principal;
    const { spec, sorted } = await this.found(by, id, query);
    const about = `journey ${id}`;
    await this.security.note({ what: "list-exported", by, about, code: "letters", request: request.id });
    answerFile(response, "letters", fileOf(sorted, spec.columns));
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
    const view = letterView(letter, { journey: id, school: await this.school(id) });
    const body = filledIn("letters/letter.njk", view);
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

  private async found(
    principal: Principal,
    id: string,
    query: Typed,
  ): Promise<{ spec: ListSpec<LetterSeen>; asked: ListAsked; sorted: LetterSeen[]; school: string }> {
    const { items } = await this.letters.list(principal, id, { limit: MOST });
    const opens = (LETTER_ROLES.read as readonly string[]).includes(principal.role);
    const school = await this.school(id);
    const spec = lettersList(items, { journey: id, school, opens });
    const asked = askedIn(query, spec);
    return { spec, asked, sorted: lettersInOrder(items, asked), school };
  }

  private async read(
    request: ApiRequest,
    response: ApiResponse,
    id: string,
    no: string,
  ): Promise<{ visitor: Visitor; letter: LetterInFull }> {
    const visitor = await this.desk.visitor(request, response, LETTER_ROLES.read);
    return { visitor, letter: await this.letters.read(visitor.person.principal, id, no, request.id) };
  }

  private async school(id: string): Promise<string> {
    return (await this.names.of([{ journey: id }])).get(id) ?? "the school";
  }
}
