// What is known of schools, and whether one may apply. They need PostgreSQL alone.

import { Controller, Get, Param, Query, Req } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import type { SchoolFacts } from "../../../libs/journey/commands.ts";
import { fold } from "../../../libs/journey/evolve.ts";
import { factsByRegister, obstacles } from "../../../libs/register/eligibility.ts";
import type { Phase } from "../../../libs/prospectus/prospectus.ts";
import { load } from "../../../libs/store/events/event-store.ts";
import { recorded } from "../../../libs/store/events/known-events.ts";
import { isListed } from "../../../libs/store/hubs/lists.ts";
import { findSchools, knownSchool, type KnownSchool } from "../../../libs/store/schools/schools.ts";
import { streamOf } from "../../../libs/store/events/streams.ts";
import { findWindow } from "../../../libs/store/hubs/windows.ts";
import { journeyIdOf } from "../../../libs/views/journeys/read-journeys.ts";
import { READERS, Roles } from "../access/roles.ts";
import { callerOf, mayAskFor } from "../access/scope.ts";
import { ApiSettings } from "../api-settings.ts";
import { Database } from "../database.ts";
import { HubDirectory } from "../hubs/hub-directory.ts";
import { Problem } from "../http/problem.ts";
import type { ApiRequest } from "../http/request.ts";
import { validated } from "../http/validated.ts";
import { rulesOf } from "../rules.ts";
import { Doc } from "../openapi/doc.ts";
import {
  ELIGIBILITY_PARAMETERS,
  EligibilityQuery,
  SCHOOL_URN,
  SCHOOLS_PARAMETERS,
  SchoolsQuery,
} from "./schools.dto.ts";

@Controller("api/v1/schools")
export class SchoolsController {
  constructor(
    private readonly database: Database,
    private readonly settings: ApiSettings,
    private readonly directory: HubDirectory,
  ) {}

  @Get()
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "listSchools",
    tag: "Schools",
    summary: "Schools by URN, those that fit every filter",
    description:
      "From the Department’s register, once it has been imported (npm run import-schools); else as " +
      "applications told of them.",
    parameters: SCHOOLS_PARAMETERS,
    answer: "SchoolPage",
    problems: [403, 422, 503],
  })
  async list(@Query() query: unknown): Promise<{ items: object[]; next: string | null }> {
    const filter = validated(SchoolsQuery, query, { only: true });
    const { items, next } = await findSchools(await this.database.open(), {
      ...filter,
      ...(filter.q !== undefined && { q: filter.q.trim() }),
    });
    return { items: items.map((school) => this.present(school)), next };
  }

  @Get(":urn")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "getSchool",
    tag: "Schools",
    summary: "One school",
    parameters: [SCHOOL_URN],
    answer: "SchoolRecord",
    problems: [403, 404, 503],
  })
  async one(@Param("urn") urn: string): Promise<object> {
    return this.present(known(await knownSchool(await this.database.open(), urn)));
  }

  @Get(":urn/eligibility")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "getEligibility",
    tag: "Schools",
    summary: "May this school apply for a programme now? Before any form is filled",
    description:
      "By the very rules an application is judged by: each reason with its code, in their order. The form " +
      "is taken as rightly filled; an earlier stage " +
      "that this service does not know of is told in the application (school.history), and answers " +
      "prior-stage-missing.",
    parameters: [SCHOOL_URN, ...ELIGIBILITY_PARAMETERS],
    answer: "Eligibility",
    problems: [403, 404, 422, 503],
  })
  async eligibility(@Param("urn") urn: string, @Query() query: unknown, @Req() request: ApiRequest): Promise<object> {
    const caller = callerOf(request);
    mayAskFor(caller, { urn });
    const { prospectus: id, hub: asked } = validated(EligibilityQuery, query, { only: true });
    mayAskFor(caller, { hub: asked });
    const prospectus = this.settings.catalogue.get(id);
    if (!prospectus)
      throw new Problem("not-found", "There is no such prospectus. GET /api/v1/prospectuses lists them.");
    const source = await this.database.open();
    const school = known(await knownSchool(source, urn));
    const hub = asked ?? this.directory.hubs.ofLa(school.la)?.code ?? null;
    const at = instantFromMs(this.settings.clock());
    const set = hub === null ? null : await findWindow(source, hub, id, at);
    const journey = await journeyIdOf(source, urn, prospectus.phase);
    const state = fold(recorded(await load(source, streamOf(journey))));
    const listed = hub === null || (await isListed(source, hub, id, urn, at));
    const application = {
      school: factsOf(school, prospectus.phase),
      hub: hub ?? "",
      listed,
      ...(set && { window: { opensOn: set.opensOn, closesOn: set.closesOn } }),
    };
    const found = obstacles(state, application, prospectus, at, rulesOf(this.settings));
    return {
      urn,
      prospectus: id,
      journey,
      hub,
      eligible: found.length === 0,
      reasons: found.map(({ code, detail }) => ({ code, detail })),
      forTheHub: school.section41 ? ["section-41"] : [],
    };
  }

  private present(school: KnownSchool): object {
    return { ...school, hub: this.directory.hubs.ofLa(school.la)?.code ?? null };
  }
}

/** What the rules will be told of it, as far as it is known before an application. */
function factsOf(school: KnownSchool, asked: Phase): SchoolFacts {
  // Of section 41 the hub decides: nothing stands against its application.
  return { urn: school.urn, ...factsByRegister(school, asked, "state"), headteacher: false, history: [] };
}

function known(school: KnownSchool | null): KnownSchool {
  if (school === null)
    throw new Problem("not-found", "There is no school with this URN. GET /api/v1/schools?q= finds one by its name.");
  return school;
}
