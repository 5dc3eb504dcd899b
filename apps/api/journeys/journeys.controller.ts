// Reads of journeys. They need PostgreSQL alone.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { fold } from "../../../libs/journey/evolve.ts";
import { stagesOf } from "../../../libs/journey/state.ts";
import { getTexts } from "../../../libs/people/people.ts";
import { load } from "../../../libs/store/events/event-store.ts";
import { presentEvent } from "../../../libs/store/feed/feed-item.ts";
import { recorded } from "../../../libs/store/events/known-events.ts";
import { streamOf } from "../../../libs/store/events/streams.ts";
import { findJourney, findJourneys, journeyEvents } from "../../../libs/views/journeys/read-journeys.ts";
import { READERS, Roles } from "../access/roles.ts";
import { callerOf, withinOf } from "../access/scope.ts";
import { journeyBehind, noJourney } from "../commands/journey-behind.ts";
import { Database } from "../database.ts";
import { etagOf } from "../http/if-match.ts";
import type { ApiRequest, ApiResponse } from "../http/request.ts";
import { validated } from "../http/validated.ts";
import { Doc } from "../openapi/doc.ts";
import { JOURNEY_ID } from "../openapi/parameters.ts";
import { JOURNEY_EVENTS_PARAMETERS, JOURNEYS_PARAMETERS, JourneyEventsQuery, JourneysQuery } from "./page.dto.ts";
import { idsIn, presentRow, presentWhole, presentWords } from "./present.ts";

interface Page {
  items: object[];
  next: string | number | null;
}

@Controller("api/v1/journeys")
export class JourneysController {
  constructor(private readonly database: Database) {}

  @Get()
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "listJourneys",
    tag: "Journeys",
    summary: "Journeys, by id, those that fit every filter; you see those of your hub, groups or school alone",
    parameters: JOURNEYS_PARAMETERS,
    answer: "JourneyPage",
    problems: [403, 422, 503],
  })
  async list(@Query() query: unknown, @Req() request: ApiRequest): Promise<Page> {
    const filter = validated(JourneysQuery, query, { only: true });
    const { items, next } = await findJourneys(await this.database.open(), {
      ...filter,
      within: withinOf(callerOf(request)),
    });
    return { items: items.map(presentRow), next };
  }

  @Get(":id")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "getJourney",
    tag: "Journeys",
    summary: "One journey with all that belongs to it",
    description:
      "The ETag is the journey’s version: sent back as If-Match, a command is carried out only if nothing " +
      "happened since.",
    parameters: [JOURNEY_ID],
    answer: "Journey",
    etag: true,
    problems: [403, 404, 503],
  })
  async one(
    @Param("id") id: string,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<object> {
    const source = await this.database.open();
    const journey = await findJourney(source, await journeyBehind(source, id, callerOf(request)));
    if (!journey) throw noJourney();
    const events = await load(source, streamOf(journey.id));
    const stages = stagesOf(fold(recorded(events.filter((event) => event.seq <= journey.version))));
    response.setHeader("ETag", etagOf(journey.version));
    return presentWhole(journey, stages);
  }

  @Get(":id/events")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "listJourneyEvents",
    tag: "Journeys",
    summary: "What happened to one journey, by seq, from 1 without gaps",
    parameters: [JOURNEY_ID, ...JOURNEY_EVENTS_PARAMETERS],
    answer: "JourneyEventPage",
    problems: [403, 404, 422, 503],
  })
  async events(@Param("id") id: string, @Query() query: unknown, @Req() request: ApiRequest): Promise<Page> {
    const { after, limit } = validated(JourneyEventsQuery, query, { only: true });
    const source = await this.database.open();
    const { items, next } = await journeyEvents(
      source,
      await journeyBehind(source, id, callerOf(request)),
      after ?? null,
      limit,
    );
    return { items: items.map(presentEvent), next };
  }

  @Get(":id/words")
  @Roles("hub-coordinator", "hub-lead", "work-group-lead")
  @Doc({
    id: "listJourneyWords",
    tag: "Journeys",
    summary:
      "What was written in words: why a school applied, what was asked, what a visit found, why something " +
      "was decided; by the seq of its event",
    description:
      "Events have the ids of such texts alone. Of events without words, and of words that were erased, " +
      "nothing is listed: `next` goes on all the same.",
    parameters: [JOURNEY_ID, ...JOURNEY_EVENTS_PARAMETERS],
    answer: "JourneyWordsPage",
    problems: [403, 404, 422, 503],
  })
  async words(@Param("id") id: string, @Query() query: unknown, @Req() request: ApiRequest): Promise<Page> {
    const { after, limit } = validated(JourneyEventsQuery, query, { only: true });
    const source = await this.database.open();
    const { items, next } = await journeyEvents(
      source,
      await journeyBehind(source, id, callerOf(request)),
      after ?? null,
      limit,
    );
    const named = items.map((event) => ({ event, named: idsIn(event.data) }));
    const texts = await getTexts(
      source,
      named.flatMap((one) => one.named.map(([, text]) => text)),
    );
    return { items: named.flatMap((one) => presentWords(one.event, one.named, texts)), next };
  }
}
