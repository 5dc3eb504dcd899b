// GET /calendar and /groups/{id}/calendar: the days ahead of a hub and of a Work Group, to look at.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { addDays, isLocalDate, type LocalDate } from "../../../libs/calendar/dates.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { LINK_ROLES } from "../../../libs/service/ahead/calendar-links.ts";
import { CALENDAR_ROLES, Calendars } from "../../../libs/service/ahead/calendars.ts";
import { byName } from "../../../libs/words/naming.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { textIn, withDates, type Typed } from "../form-fields.ts";
import { filledIn } from "../look/templates.ts";
import { hubInWords } from "../words.ts";
import { calendarView, SHOWS, type Shows } from "./calendar-page.ts";

/** Whose hub is meant is known of these alone. */
const OF_A_HUB = ["hub-coordinator", "hub-lead", "finance-officer"] as const;
/** A hub of two hundred schools has a page full of things in so many days. */
const DAYS = 14;

@Controller()
export class CalendarController {
  constructor(
    private readonly desk: Desk,
    private readonly calendars: Calendars,
    private readonly settings: WebSettings,
  ) {}

  @Get("calendar")
  @Visitors()
  async hub(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, OF_A_HUB);
    const hub = person.principal.hub ?? "";
    const until = untilIn(query) ?? addDays(localDate(instantFromMs(this.settings.clock())), DAYS);
    const calendar = await this.calendars.hub(person.principal, hub, until, byName("the", called));
    const links = linksFor(person.principal, hub);
    const look = { whose: `The schools of ${hubInWords(hub)}`, address: "/calendar", shows: showsIn(query), links };
    answerPage(response, 200, "The days ahead", filledIn("ahead/calendar.njk", calendarView(calendar, look)), person);
  }

  @Get("groups/:id/calendar")
  @Visitors()
  async group(
    @Param("id") id: string,
    @Query() query: Typed,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person, called } = await this.desk.visitor(request, response, CALENDAR_ROLES.workGroup);
    const calendar = await this.calendars.workGroup(person.principal, id, untilIn(query), byName("the", called));
    const [address, links] = [`/groups/${id}/calendar`, linksFor(person.principal, id)];
    const look = { whose: `${called(id)} and its schools`, address, shows: showsIn(query), links };
    const body = filledIn("ahead/calendar.njk", calendarView(calendar, look));
    const back = { href: `/groups/${id}`, words: `Back to ${called(id)}` };
    answerPage(response, 200, `The days ahead of ${called(id)}`, body, person, undefined, { back });
  }
}

function untilIn(query: Typed): LocalDate | undefined {
  const until = textIn(withDates(query), "until");
  return isLocalDate(until) ? until : undefined;
}

const showsIn = (query: Typed): Shows => SHOWS.find((one) => one === textIn(query, "show")) ?? "all";

/** Where a link to this calendar is made, by who may. */
const linksFor = ({ role }: Principal, of: string): string | null =>
  role !== "auditor" && role !== "operator" && LINK_ROLES.includes(role) ? `/calendar-links?of=${of}` : null;
