// GET /calendar-links: the links to a hub's calendars. POST /calendar-links/{id}/revoke: one of them ends.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { CalendarLinks, HUB_LINK_ROLES } from "../../../libs/service/ahead/calendar-links.ts";
import { HUB_CODE } from "../../../libs/service/hub-code.ts";
import { HubDirectory } from "../../../libs/service/hub-directory.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { answerPage } from "../answer-page.ts";
import { askedBy, Desk } from "../desk.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { newKey } from "../form-page.ts";
import { hubInWords } from "../words.ts";
import { calendarLinksPage, whichHubPage } from "./calendar-links-page.ts";

@Controller("calendar-links")
export class CalendarLinksPageController {
  constructor(
    private readonly desk: Desk,
    private readonly links: CalendarLinks,
    private readonly settings: WebSettings,
    private readonly schools: SchoolNames,
    private readonly directory: HubDirectory,
  ) {}

  @Get()
  @Visitors()
  async list(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, HUB_LINK_ROLES);
    const { principal } = visitor.person;
    // An operator looks after the links of every hub, one hub after the other.
    const hub = principal.hub ?? textIn(query, "hub").trim();
    const hubs = principal.hub === null ? this.directory.hubs.all.map(({ code }) => code) : [];
    if (!HUB_CODE.test(hub)) {
      answerPage(response, 200, "Calendar links", whichHubPage(hubs, ""), visitor.person);
      return;
    }
    const links = await this.links.ofHub(principal, hub);
    const journeys = links.flatMap(({ kind, of }) => (kind === "journey" ? [{ journey: of }] : []));
    const look = {
      token: visitor.token,
      key: newKey(),
      now: instantFromMs(this.settings.clock()),
      done: query["done"] === "revoked" ? "The link shows nothing from now on." : null,
      who: principal.who,
      hub,
      hubs,
      called: visitor.called,
      names: await this.schools.of(journeys),
    };
    answerPage(response, 200, `Calendar links of ${hubInWords(hub)}`, calendarLinksPage(links, look), visitor.person);
  }

  @Post(":id/revoke")
  @Visitors()
  async revoke(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const sent = await this.desk.sent(request, response);
    await this.links.revoke(askedBy(sent, {}), id);
    const hub = textIn(sent.typed, "hub");
    const to = new URLSearchParams({ done: "revoked", ...(HUB_CODE.test(hub) && { hub }) }).toString();
    response.writeHead(303, { Location: `/calendar-links?${to}` }).end();
  }
}
