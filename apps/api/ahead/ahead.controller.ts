// What lies ahead, and what would cancel it: for a school, a Work Group and a hub; the same as iCalendar.

import { Controller, Get, Param, Query, Res, UseGuards } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { icalendar } from "../../../libs/calendar/ical.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { CALENDAR_ROLES, Calendars, DAYS_AHEAD, type Calendar } from "../../../libs/service/ahead/calendars.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, JOURNEY_ID, WORK_GROUP_ID } from "../openapi/parameters.ts";
import { icalEntries } from "../../../libs/service/ahead/ical-entries.ts";
import { AheadQuery, CalendarAnswer, ICalendarAnswer } from "./ahead.dto.ts";

const PROBLEMS = [403, 404, 422, 503] as const;
const NOTHING_IS_CERTAIN =
  "It is what holds if no command comes: `unless` says what would cancel an entry. Dated `at` in UTC, `on` in London.";
const ICAL =
  "The same as iCalendar (RFC 5545). To subscribe from a calendar program, make a link: POST /api/v1/calendar-links.";

const OF_SCHOOL =
  "Its meetings with their times and places, its visits and what is due, in words for the school (RFC 5545): nothing " +
  "of how it is reminded. To subscribe from a calendar program, make a link: POST /api/v1/calendar-links.";

@Controller("api/v1")
export class AheadController {
  constructor(
    private readonly calendars: Calendars,
    private readonly settings: WebSettings,
  ) {}

  @Get("journeys/:id/calendar")
  @Roles(...CALENDAR_ROLES.journey)
  @Doc({
    id: "getJourneyCalendar",
    tag: "Ahead",
    summary: "What lies ahead of a school",
    description: NOTHING_IS_CERTAIN,
    parameters: [JOURNEY_ID],
    answer: CalendarAnswer,
    problems: PROBLEMS,
  })
  journey(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() { until }: AheadQuery,
  ): Promise<CalendarAnswer> {
    return this.calendars.journey(caller, id, until);
  }

  @Get("journeys/:id/calendar.ics")
  @Roles(...CALENDAR_ROLES.journey)
  @Doc({
    id: "getJourneyICalendar",
    tag: "Ahead",
    summary: "A school’s dates, as iCalendar",
    description: OF_SCHOOL,
    parameters: [JOURNEY_ID],
    answer: ICalendarAnswer,
    as: "text/calendar",
    problems: PROBLEMS,
  })
  async journeyIcal(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() { until }: AheadQuery,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<string> {
    response.setHeader("Content-Type", "text/calendar; charset=utf-8");
    const { name, entries } = await this.calendars.school(caller, id, until);
    return icalendar("PUBLISH", entries, name);
  }

  @Get("work-groups/:id/calendar")
  @Roles(...CALENDAR_ROLES.workGroup)
  @Doc({
    id: "getWorkGroupCalendar",
    tag: "Ahead",
    summary: "What lies ahead of a Work Group and its schools",
    description: NOTHING_IS_CERTAIN,
    parameters: [WORK_GROUP_ID],
    answer: CalendarAnswer,
    problems: PROBLEMS,
  })
  async workGroup(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() { until }: AheadQuery,
  ): Promise<CalendarAnswer> {
    const { items, ...calendar } = await this.calendars.workGroup(caller, id, until);
    return { ...calendar, items: items.filter(({ cancelled }) => !cancelled) };
  }

  @Get("work-groups/:id/calendar.ics")
  @Roles(...CALENDAR_ROLES.workGroup)
  @Doc({
    id: "getWorkGroupICalendar",
    tag: "Ahead",
    summary: "What lies ahead of a Work Group, as iCalendar",
    description: ICAL,
    parameters: [WORK_GROUP_ID],
    answer: ICalendarAnswer,
    as: "text/calendar",
    problems: PROBLEMS,
  })
  async workGroupIcal(
    @Caller() caller: Principal,
    @Param("id") id: string,
    @Query() { until }: AheadQuery,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<string> {
    const calendar = await this.calendars.workGroup(caller, id, until);
    return this.asIcal(await this.calendars.nameOf(id), calendar, response);
  }

  @Get("hubs/:hub/calendar")
  @Roles(...CALENDAR_ROLES.hub)
  @UseGuards(OwnHubGuard)
  @Doc({
    id: "getHubCalendar",
    tag: "Ahead",
    summary: "What lies ahead of a hub’s schools",
    description: `${NOTHING_IS_CERTAIN} A month ahead if nothing is asked, ${DAYS_AHEAD.hub.most} days at most.`,
    parameters: [HUB],
    answer: CalendarAnswer,
    problems: PROBLEMS,
  })
  hub(@Caller() caller: Principal, @Param("hub") hub: string, @Query() { until }: AheadQuery): Promise<CalendarAnswer> {
    return this.calendars.hub(caller, hub, until);
  }

  @Get("hubs/:hub/calendar.ics")
  @Roles(...CALENDAR_ROLES.hub)
  @UseGuards(OwnHubGuard)
  @Doc({
    id: "getHubICalendar",
    tag: "Ahead",
    summary: "What lies ahead of a hub’s schools, as iCalendar",
    description: ICAL,
    parameters: [HUB],
    answer: ICalendarAnswer,
    as: "text/calendar",
    problems: PROBLEMS,
  })
  async hubIcal(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() { until }: AheadQuery,
    @Res({ passthrough: true }) response: ApiResponse,
  ): Promise<string> {
    return this.asIcal(`Hub ${hub}`, await this.calendars.hub(caller, hub, until), response);
  }

  private asIcal(name: string, { items }: Calendar, response: ApiResponse): string {
    response.setHeader("Content-Type", "text/calendar; charset=utf-8");
    return icalendar("PUBLISH", icalEntries(items, instantFromMs(this.settings.clock())), name);
  }
}
