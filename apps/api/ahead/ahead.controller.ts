// What lies ahead, and what would cancel it: for a school, a Work Group and a hub; the same as iCalendar.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { addDays, type LocalDate } from "../../../libs/calendar/dates.ts";
import { endOfDay, instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { journeysAhead, workGroupAhead, type Ahead, type Span } from "../../../libs/service/ahead/ahead.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { READERS } from "../../../libs/service/access/roles.ts";
import { sameHub, withinOf } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { journeyBehind } from "../../../libs/service/commands/journey-behind.ts";
import { Database } from "../../../libs/service/database.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, JOURNEY_ID, WORK_GROUP_ID } from "../openapi/parameters.ts";
import { rulesOf } from "../../../libs/service/rules.ts";
import { groupSeen } from "../../../libs/service/work-groups/group-seen.ts";
import { AheadQuery, UNTIL } from "./ahead.dto.ts";
import { icalOf } from "./ical.ts";

interface Answer {
  from: string;
  until: LocalDate;
  items: readonly Ahead[];
}

/**
 * Days ahead, where nothing is asked; and at most. A hub's calendar has an entry or more a week for each of its
 * schools.
 */
const DAYS = {
  journey: { usual: 400, most: 800 },
  group: { usual: 120, most: 400 },
  hub: { usual: 31, most: 120 },
} as const;
const PROBLEMS = [403, 404, 422, 503] as const;
const NOTHING_IS_CERTAIN =
  "It is what holds if no command comes: `unless` says what would cancel an entry. Dated `at` in UTC, `on` in London.";
const ICAL =
  "The same as iCalendar (RFC 5545). To subscribe from a calendar program, make a link: POST /api/v1/calendar-links.";

@Controller("api/v1")
export class AheadController {
  constructor(
    private readonly database: Database,
    private readonly settings: WebSettings,
  ) {}

  @Get("journeys/:id/calendar")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "getJourneyCalendar",
    tag: "Ahead",
    summary: "What lies ahead of a school",
    description: NOTHING_IS_CERTAIN,
    parameters: [JOURNEY_ID, UNTIL],
    answer: "Calendar",
    problems: PROBLEMS,
  })
  async journey(@Param("id") id: string, @Query() query: unknown, @Req() request: ApiRequest): Promise<Answer> {
    const span = this.spanOf(query, "journey");
    const source = await this.database.open();
    const journey = await journeyBehind(source, id, callerOf(request));
    return answer(span, await journeysAhead(source, { ids: [journey], within: null }, rulesOf(this.settings), span));
  }

  @Get("journeys/:id/calendar.ics")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "getJourneyICalendar",
    tag: "Ahead",
    summary: "What lies ahead of a school, as iCalendar",
    description: ICAL,
    parameters: [JOURNEY_ID, UNTIL],
    answer: "ICalendar",
    as: "text/calendar",
    problems: PROBLEMS,
  })
  async journeyIcal(
    @Param("id") id: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<string> {
    return this.asIcal(`Journey ${id}`, await this.journey(id, query, request), response);
  }

  @Get("work-groups/:id/calendar")
  @Roles(...READERS)
  @Doc({
    id: "getWorkGroupCalendar",
    tag: "Ahead",
    summary: "What lies ahead of a Work Group and its schools",
    description: NOTHING_IS_CERTAIN,
    parameters: [WORK_GROUP_ID, UNTIL],
    answer: "Calendar",
    problems: PROBLEMS,
  })
  async workGroup(@Param("id") id: string, @Query() query: unknown, @Req() request: ApiRequest): Promise<Answer> {
    const span = this.spanOf(query, "group");
    const caller = callerOf(request);
    const source = await this.database.open();
    if ((await groupSeen(source, id, caller)) === null)
      throw new Problem("not-found", "There is no Work Group with this id. GET /api/v1/work-groups lists them.");
    return answer(span, await workGroupAhead(source, id, withinOf(caller), rulesOf(this.settings), span));
  }

  @Get("work-groups/:id/calendar.ics")
  @Roles(...READERS)
  @Doc({
    id: "getWorkGroupICalendar",
    tag: "Ahead",
    summary: "What lies ahead of a Work Group, as iCalendar",
    description: ICAL,
    parameters: [WORK_GROUP_ID, UNTIL],
    answer: "ICalendar",
    as: "text/calendar",
    problems: PROBLEMS,
  })
  async workGroupIcal(
    @Param("id") id: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<string> {
    return this.asIcal(`Work Group ${id}`, await this.workGroup(id, query, request), response);
  }

  @Get("hubs/:hub/calendar")
  @Roles("hub-coordinator", "hub-lead", "finance-officer", "operator", "auditor")
  @Doc({
    id: "getHubCalendar",
    tag: "Ahead",
    summary: "What lies ahead of a hub’s schools",
    description: `${NOTHING_IS_CERTAIN} A month ahead if nothing is asked, ${DAYS.hub.most} days at most.`,
    parameters: [HUB, UNTIL],
    answer: "Calendar",
    problems: PROBLEMS,
  })
  async hub(@Param("hub") hub: string, @Query() query: unknown, @Req() request: ApiRequest): Promise<Answer> {
    sameHub(callerOf(request), hub);
    const span = this.spanOf(query, "hub");
    return answer(
      span,
      await journeysAhead(await this.database.open(), { within: { hub } }, rulesOf(this.settings), span),
    );
  }

  @Get("hubs/:hub/calendar.ics")
  @Roles("hub-coordinator", "hub-lead", "finance-officer", "operator", "auditor")
  @Doc({
    id: "getHubICalendar",
    tag: "Ahead",
    summary: "What lies ahead of a hub’s schools, as iCalendar",
    description: ICAL,
    parameters: [HUB, UNTIL],
    answer: "ICalendar",
    as: "text/calendar",
    problems: PROBLEMS,
  })
  async hubIcal(
    @Param("hub") hub: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<string> {
    return this.asIcal(`Hub ${hub}`, await this.hub(hub, query, request), response);
  }

  private spanOf(query: unknown, of: keyof typeof DAYS): Span & { day: LocalDate } {
    const { until } = validated(AheadQuery, query, { only: true });
    const from = instantFromMs(this.settings.clock());
    const today = localDate(from);
    const last = addDays(today, DAYS[of].most);
    const day = until ?? addDays(today, DAYS[of].usual);
    if (day < today || day > last) {
      const detail = `until lies from ${today} to ${last}: ${DAYS[of].most} days at most.`;
      throw new Problem("invalid", detail, { errors: [{ pointer: "/until", detail }] });
    }
    return { from, until: endOfDay(day), day };
  }

  private asIcal(name: string, { items }: Answer, response: ApiResponse): string {
    response.setHeader("Content-Type", "text/calendar; charset=utf-8");
    return icalOf(name, items, instantFromMs(this.settings.clock()));
  }
}

function answer({ from, day }: Span & { day: LocalDate }, items: readonly Ahead[]): Answer {
  return { from, until: day, items };
}
