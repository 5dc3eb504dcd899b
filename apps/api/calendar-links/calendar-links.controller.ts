import { Controller, Get, HttpCode, Param, Post, Res } from "@nestjs/common";
import { icalendar } from "../../../libs/calendar/ical.ts";
import { Anyone, Roles } from "../../../libs/http/allowed.ts";
import { AskedHere, Caller } from "../../../libs/http/parameters.ts";
import type { ApiResponse } from "../../../libs/http/request.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { Asked } from "../../../libs/service/commands/asked.ts";
import type { Foreseen } from "../../../libs/service/commands/foreseen.ts";
import { CalendarLinks, HUB_LINK_ROLES, LINK_ROLES, LinkBody } from "../../../libs/service/ahead/calendar-links.ts";
import { ICalendarAnswer } from "../ahead/ahead.dto.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB, LINK_ID, PREVIEW, SECRET } from "../openapi/parameters.ts";
import { LinkAnswer, LinkMadeAnswer, LinkPageAnswer } from "./calendar-links.dto.ts";

@Controller()
export class CalendarLinksController {
  constructor(
    private readonly links: CalendarLinks,
    private readonly settings: WebSettings,
  ) {}

  @Post("api/v1/calendar-links")
  @HttpCode(201)
  @Roles(...LINK_ROLES)
  @Doc({
    id: "makeCalendarLink",
    tag: "Ahead",
    summary: "Make an address by which a calendar program reads what lies ahead",
    description:
      "Whoever has the address reads it, and what you see alone, until it ends or is revoked; it is shown to this " +
      "request alone, sent again with its key too. Name one: journey, workGroup or hub.",
    parameters: [PREVIEW],
    body: LinkBody,
    answer: LinkMadeAnswer,
    status: 201,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async make(@AskedHere() asked: Asked): Promise<LinkMadeAnswer | Foreseen> {
    const made = await this.links.make(asked);
    if (!("secret" in made)) return made;
    const { secret, ...link } = made;
    return { ...link, url: `${this.settings.publicUrl}/calendars/${secret}.ics` };
  }

  @Get("api/v1/calendar-links")
  @Roles(...LINK_ROLES)
  @Doc({
    id: "listCalendarLinks",
    tag: "Ahead",
    summary: "The links you made, newest first",
    answer: LinkPageAnswer,
    problems: [403, 503],
  })
  async list(@Caller() caller: Principal): Promise<LinkPageAnswer> {
    return { items: await this.links.list(caller), next: null };
  }

  @Get("api/v1/hubs/:hub/calendar-links")
  @Roles(...HUB_LINK_ROLES)
  @Doc({
    id: "listHubCalendarLinks",
    tag: "Ahead",
    summary: "The links to a hub, its Work Groups and its schools, whoever made them, newest first",
    parameters: [HUB],
    answer: LinkPageAnswer,
    problems: [403, 404, 503],
  })
  async ofHub(@Caller() caller: Principal, @Param("hub") hub: string): Promise<LinkPageAnswer> {
    return { items: await this.links.ofHub(caller, hub), next: null };
  }

  @Post("api/v1/calendar-links/:id/revoke")
  @HttpCode(200)
  @Roles(...LINK_ROLES)
  @Doc({
    id: "revokeCalendarLink",
    tag: "Ahead",
    summary: "Revoke a link that you made, or one of your hub: its address shows nothing from now on",
    parameters: [LINK_ID, PREVIEW],
    answer: LinkAnswer,
    command: "without If-Match",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  revoke(@AskedHere() asked: Asked, @Param("id") id: string): Promise<LinkAnswer> {
    return this.links.revoke(asked, id);
  }

  @Get("calendars/:secret.ics")
  @Anyone()
  @Doc({
    id: "readCalendarLink",
    tag: "Ahead",
    summary: "What lies ahead, for a calendar program that holds the address",
    parameters: [SECRET],
    answer: ICalendarAnswer,
    as: "text/calendar",
    problems: [404, 429, 503],
  })
  async read(@Param("secret") secret: string, @Res({ passthrough: true }) response: ApiResponse): Promise<string> {
    const { name, entries } = await this.links.read(secret);
    response.setHeader("Content-Type", "text/calendar; charset=utf-8");
    response.setHeader("Cache-Control", "private, max-age=900");
    return icalendar("PUBLISH", entries, name);
  }
}
