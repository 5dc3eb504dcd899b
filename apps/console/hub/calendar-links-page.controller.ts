// GET /calendar-links: the links to the hub's calendars. POST /calendar-links/{id}/revoke: one of them ends.

import { Controller, Get, Param, Post, Query, Req, Res } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { CalendarLinks } from "../../../libs/service/ahead/calendar-links.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { newKey } from "../form-page.ts";
import { hubInWords } from "../words.ts";
import { calendarLinksPage } from "./calendar-links-page.ts";

@Controller("calendar-links")
export class CalendarLinksPageController {
  constructor(
    private readonly desk: Desk,
    private readonly links: CalendarLinks,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Visitors()
  async list(@Query("done") done: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, ["hub-coordinator", "hub-lead"]);
    const { principal } = visitor.person;
    const hub = principal.hub ?? "";
    const look = {
      token: visitor.token,
      key: newKey(),
      now: instantFromMs(this.settings.clock()),
      done: done === "revoked" ? "The link shows nothing from now on." : null,
    };
    const title = `Calendar links of ${hubInWords(hub)}`;
    answerPage(response, 200, title, calendarLinksPage(await this.links.ofHub(principal, hub), look), visitor.person);
  }

  @Post(":id/revoke")
  @Visitors()
  async revoke(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { visitor } = await this.desk.sent(request, response);
    await this.links.revoke({ caller: visitor.person.principal }, id);
    response.writeHead(303, { Location: "/calendar-links?done=revoked" }).end();
  }
}
