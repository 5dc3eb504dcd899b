// GET /journeys/{id}/letters-ahead, /groups/{id}/letters-ahead and /letters-ahead: the letters to come of a school, a
// Work Group and the hub; below each, letters-to-come.csv: the same as a file.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { isLocalDate } from "../../../libs/calendar/dates.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import {
  LETTERS_AFTER,
  LETTERS_AHEAD_ROLES,
  LettersAhead,
  type LettersAsked,
  type LettersPage,
} from "../../../libs/service/ahead/letters-ahead.ts";
import { JOURNEY_COMMANDS } from "../../../libs/service/commands/journey-commands.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { answerPage } from "../answer-page.ts";
import { textIn, withDates, type Typed } from "../form-fields.ts";
import { Desk } from "../desk.ts";
import { saysDone } from "../journeys/done.ts";
import { IN_FILE } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { filledIn } from "../look/templates.ts";
import { byName } from "../../../libs/words/naming.ts";
import type { Visitor } from "../visitor.ts";
import { hubInWords } from "../words.ts";
import { LETTERS_AHEAD_COLUMNS, lettersAheadView, type AheadLook } from "./letters-ahead-page.ts";

type Query = Readonly<Record<string, unknown>>;
/** Each letter stands there whole: more is more than one reads, and takes longer than one waits. */
const A_PAGE = 20;

@Controller()
export class LettersAheadPageController {
  constructor(
    private readonly desk: Desk,
    private readonly ahead: LettersAhead,
    private readonly names: SchoolNames,
    private readonly security: SecurityLog,
  ) {}

  @Get("journeys/:id/letters-ahead")
  @Visitors()
  async journey(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, LETTERS_AHEAD_ROLES);
    const page = await this.ahead.journey(person.principal, id, { ...askedIn(query, called), request: request.id });
    const school = (await this.names.of([{ journey: id }])).get(id) ?? "The school";
    const back = { href: `/journeys/${id}`, words: `Back to ${school}` };
    show(response, person, page, {
      ...{ whose: school, address: `/journeys/${id}/letters-ahead`, back, several: false },
      done: saysDone(query["done"]),
    });
  }

  @Get("groups/:id/letters-ahead")
  @Visitors()
  async group(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, LETTERS_AHEAD_ROLES);
    const page = await this.ahead.workGroup(person.principal, id, { ...askedIn(query, called), request: request.id });
    const back = { href: `/groups/${id}`, words: `Back to ${called(id)}` };
    const whose = `The schools of ${called(id)}`;
    show(response, person, page, { whose, address: `/groups/${id}/letters-ahead`, back, several: true, done: null });
  }

  @Get("letters-ahead")
  @Visitors()
  async hub(@Query() query: Query, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, OF_A_HUB);
    const hub = person.principal.hub ?? "";
    const page = await this.ahead.hub(person.principal, hub, { ...askedIn(query, called), request: request.id });
    const whose = `The schools of ${hubInWords(hub)}`;
    show(response, person, page, { whose, address: "/letters-ahead", back: null, several: true, done: null });
  }

  @Get("journeys/:id/letters-ahead/letters-to-come.csv")
  @Visitors()
  async journeyFile(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, LETTERS_AHEAD_ROLES);
    const page = await this.ahead.journey(person.principal, id, wholeOf(query, called, request.id));
    await this.give(response, person, page, { about: `journey ${id}`, request: request.id });
  }

  @Get("groups/:id/letters-ahead/letters-to-come.csv")
  @Visitors()
  async groupFile(
    @Param("id") id: string,
    @Query() query: Query,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, LETTERS_AHEAD_ROLES);
    const page = await this.ahead.workGroup(person.principal, id, wholeOf(query, called, request.id));
    await this.give(response, person, page, { about: `work-group ${id}`, request: request.id });
  }

  @Get("letters-ahead/letters-to-come.csv")
  @Visitors()
  async hubFile(@Query() query: Query, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, OF_A_HUB);
    const hub = person.principal.hub ?? "";
    const page = await this.ahead.hub(person.principal, hub, wholeOf(query, called, request.id));
    await this.give(response, person, page, { about: `hub ${hub}`, request: request.id });
  }

  /** Gives out a file, once that is noted. */
  private async give(
    response: ApiResponse,
    { principal: by }: Visitor["person"],
    { items }: LettersPage,
    noted: { about: string; request: string },
  ): Promise<void> {
    await this.security.note({ what: "list-exported", by, code: "letters-to-come", ...noted });
    answerFile(response, "letters-to-come", fileOf(items, LETTERS_AHEAD_COLUMNS));
  }
}

/** Whose hub is meant is known of these alone. */
const OF_A_HUB = LETTERS_AHEAD_ROLES.filter((role) => role !== "operator");

/** Where it goes on is a moment, and no number: each page is worked out anew. What no page has said begins anew. */
function askedIn({ after, ...query }: Query, called: GroupNaming): Omit<LettersAsked, "request"> {
  const until = textIn(withDates(query as Typed), "until");
  return {
    ...(isLocalDate(until) && { until }),
    ...(typeof after === "string" && LETTERS_AFTER.test(after) && { after }),
    limit: A_PAGE,
    namingOf: byName("the", called),
  };
}

/** All of them to the day that is asked for, as a file has them. */
const wholeOf = (query: Query, called: GroupNaming, request: string): LettersAsked => ({
  ...askedIn({ ...query, after: undefined }, called),
  limit: IN_FILE.size,
  request,
});

function show(
  response: ApiResponse,
  person: Visitor["person"],
  page: LettersPage,
  look: Omit<AheadLook, "holds">,
): void {
  const holds = (JOURNEY_COMMANDS.HoldLetter.roles as readonly Role[]).includes(person.principal.role);
  const body = filledIn("letters/letters-ahead.njk", lettersAheadView(page, { ...look, holds }));
  answerPage(response, 200, "Letters to come", body, person);
}
