import { Controller, Get, Param, Query, Res } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { etagOf } from "../../../libs/http/if-match.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { ApiResponse } from "../../../libs/http/request.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { JOURNEY_ROLES, Journeys } from "../../../libs/service/journeys/journeys.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID } from "../openapi/parameters.ts";
import { JourneyEventPageAnswer, JourneyWordsPageAnswer } from "./event.dto.ts";
import { JourneyAnswer, JourneyPageAnswer } from "./journey.dto.ts";
import { JourneyEventsQuery, JourneysQuery, whichOf } from "./page.dto.ts";
import { presentRow, presentWhole } from "./present.ts";

@Controller("api/v1/journeys")
export class JourneysController {
  constructor(private readonly journeys: Journeys) {}

  @Get()
  @Roles(...JOURNEY_ROLES.read)
  @Doc({
    id: "listJourneys",
    tag: "Journeys",
    summary: "Journeys that fit every filter, by id or as sorted; you see those of your hub, groups or school alone",
    answer: JourneyPageAnswer,
    problems: [403, 422, 503],
  })
  async list(@Caller() caller: Principal, @Query() query: JourneysQuery): Promise<JourneyPageAnswer> {
    const { items, next } = await this.journeys.list(caller, whichOf(query));
    return { items: items.map(presentRow), next };
  }

  @Get(":id")
  @Roles(...JOURNEY_ROLES.read)
  @Doc({
    id: "getJourney",
    tag: "Journeys",
    summary: "One journey with all that belongs to it",
    description:
      "The ETag is the journey’s version: sent back as If-Match, a command is carried out only if nothing " +
      "happened since.",
    parameters: [JOURNEY_ID],
    answer: JourneyAnswer,
    etag: true,
    problems: [403, 404, 503],
  })
  async one(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<JourneyAnswer> {
    const { journey, stages } = await this.journeys.one(caller, id);
    response.setHeader("ETag", etagOf(journey.version));
    return presentWhole(journey, stages);
  }

  @Get(":id/events")
  @Roles(...JOURNEY_ROLES.read)
  @Doc({
    id: "listJourneyEvents",
    tag: "Journeys",
    summary: "What happened to one journey, by seq; a hub hears what is its own",
    description:
      "A school that went to another hub leaves behind what was said there: a hub hears what happened while it " +
      "was with it, and of its own grants to the end, so that its view may have gaps.",
    parameters: [JOURNEY_ID],
    answer: JourneyEventPageAnswer,
    problems: [403, 404, 422, 503],
  })
  events(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() query: JourneyEventsQuery,
  ): Promise<JourneyEventPageAnswer> {
    return this.journeys.events(caller, id, query);
  }

  @Get(":id/words")
  @Roles(...JOURNEY_ROLES.words)
  @Doc({
    id: "listJourneyWords",
    tag: "Journeys",
    summary:
      "What was written in words: why a school applied, what was asked, what a visit found, why something " +
      "was decided; by the seq of its event",
    description:
      "Events have the ids of such texts alone. Of events without words, and of words that were erased, " +
      "nothing is listed: `next` goes on all the same.",
    parameters: [JOURNEY_ID],
    answer: JourneyWordsPageAnswer,
    problems: [403, 404, 422, 503],
  })
  words(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() query: JourneyEventsQuery,
  ): Promise<JourneyWordsPageAnswer> {
    return this.journeys.words(caller, id, query);
  }
}
