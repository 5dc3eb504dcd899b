// The letters that will go out if nothing comes in: of a school, a Work Group and a hub.

import { Controller, Get, Param, Query, Req, UseGuards } from "@nestjs/common";
import { renderHtml, renderText } from "../../../libs/letters/render.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import {
  LETTER_DAYS,
  LETTERS_AHEAD_ROLES,
  LettersAhead,
  type LettersPage,
} from "../../../libs/service/ahead/letters-ahead.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, JOURNEY_ID, WORK_GROUP_ID } from "../openapi/parameters.ts";
import { LettersAheadAnswer, LettersAheadQuery } from "./letters-ahead.dto.ts";

const PROBLEMS = [403, 404, 422, 503] as const;
const HOW =
  "The very letters, one a reader, in order of time: written by what writes them when they go, from the journey as " +
  `it will stand then. ${LETTER_DAYS.usual} days ahead if nothing is asked, ${LETTER_DAYS.most} at most. Computed, ` +
  "and kept nowhere. Not among them: what is on its way already, what another school’s answer brings (a place from " +
  "a waitlist), and the hub’s own morning letter. To hold one: POST hold-letter with its codes.";

@Controller("api/v1")
export class LettersAheadController {
  constructor(private readonly ahead: LettersAhead) {}

  @Get("journeys/:id/letters-ahead")
  @Roles(...LETTERS_AHEAD_ROLES)
  @Doc({
    id: "listLettersAhead",
    tag: "Ahead",
    summary: "The letters that a school will have if nothing comes in, why, and what would cancel them",
    description: HOW,
    parameters: [JOURNEY_ID],
    answer: LettersAheadAnswer,
    problems: PROBLEMS,
  })
  async journey(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() query: LettersAheadQuery,
    @Req() request: ApiRequest,
  ): Promise<LettersAheadAnswer> {
    return answerOf(await this.ahead.journey(caller, id, { ...query, request: request.id }));
  }

  @Get("work-groups/:id/letters-ahead")
  @Roles(...LETTERS_AHEAD_ROLES)
  @Doc({
    id: "listLettersAheadOfWorkGroup",
    tag: "Ahead",
    summary: "The same of all schools of a Work Group",
    description: HOW,
    parameters: [WORK_GROUP_ID],
    answer: LettersAheadAnswer,
    problems: PROBLEMS,
  })
  async workGroup(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() query: LettersAheadQuery,
    @Req() request: ApiRequest,
  ): Promise<LettersAheadAnswer> {
    return answerOf(await this.ahead.workGroup(caller, id, { ...query, request: request.id }));
  }

  @Get("hubs/:hub/letters-ahead")
  @Roles(...LETTERS_AHEAD_ROLES)
  @UseGuards(OwnHubGuard)
  @Doc({
    id: "listLettersAheadOfHub",
    tag: "Ahead",
    summary: "The same of all schools of a hub",
    description: HOW,
    parameters: [HUB],
    answer: LettersAheadAnswer,
    problems: PROBLEMS,
  })
  async hub(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() query: LettersAheadQuery,
    @Req() request: ApiRequest,
  ): Promise<LettersAheadAnswer> {
    return answerOf(await this.ahead.hub(caller, hub, { ...query, request: request.id }));
  }
}

function answerOf({ until, items, next }: LettersPage): LettersAheadAnswer {
  return {
    until,
    next,
    items: items.map(({ at, journey, urn, school, kind, cause, to, letter, tells, held, holds }) => ({
      ...{ at, journey, urn, school, kind, cause },
      to: { role: to.reader.role, standsInFor: [...to.reader.standsInFor] },
      subject: letter.subject,
      text: renderText(letter),
      html: renderHtml(letter),
      tells: tells.map(({ codes, why, unless }) => ({ codes: [...codes], why, unless })),
      held: [...held],
      holds: [...holds],
    })),
  };
}
