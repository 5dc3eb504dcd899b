// Links for calendar programs: an address that is itself the key, made by someone who sees what it shows, revoked by
// them.

import { randomBytes, randomUUID } from "node:crypto";
import { Controller, Get, HttpCode, Param, Post, Req, Res } from "@nestjs/common";
import { IsOptional, Matches } from "class-validator";
import { addDays } from "../../../libs/calendar/dates.ts";
import { endOfDay, instantFromMs, localDate, type Instant } from "../../../libs/calendar/instants.ts";
import {
  keepLink,
  linkBehind,
  linksOf,
  revokeLink,
  type CalendarLink,
  type LinkKind,
} from "../../../libs/store/calendar-links.ts";
import { journeysAhead, workGroupAhead, type Ahead } from "../../../libs/service/ahead/ahead.ts";
import type { Within } from "../../../libs/views/within.ts";
import { Anyone, Roles } from "../../../libs/http/allowed.ts";
import { READERS } from "../../../libs/service/access/roles.ts";
import { sameHub, withinOf } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { journeyBehind } from "../../../libs/service/commands/journey-behind.ts";
import { Database } from "../../../libs/service/database.ts";
import { Problem } from "../../../libs/http/problem.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { LINKED } from "../openapi/ahead-schemas.ts";
import { Doc } from "../openapi/doc.ts";
import { LINK_ID, SECRET } from "../openapi/parameters.ts";
import { ref } from "../../../libs/service/shape/schema.ts";
import { rulesOf } from "../../../libs/service/rules.ts";
import { groupSeen } from "../../../libs/service/work-groups/group-seen.ts";
import { ICalendarAnswer } from "./ahead.dto.ts";
import { icalOf } from "./ical.ts";

type Link = CalendarLink<Within | null>;
interface LinkAnswer {
  id: string;
  kind: LinkKind;
  of: string;
  madeAt: Instant;
  revokedAt: Instant | null;
}

const SECRET_SHAPE = /^[\w-]{43}$/u;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/u;
const DAYS_AHEAD = 120;

class LinkBody {
  @IsOptional()
  @Matches(LINKED.journey, { message: "journey is an id such as 100001-primary." })
  journey?: string | null;

  @IsOptional()
  @Matches(LINKED.workGroup, { message: "workGroup is an id such as north-readiness-1." })
  workGroup?: string | null;

  @IsOptional()
  @Matches(LINKED.hub, { message: "hub is a code such as great-north." })
  hub?: string | null;
}

@Controller()
export class CalendarLinksController {
  constructor(
    private readonly database: Database,
    private readonly settings: WebSettings,
  ) {}

  @Post("api/v1/calendar-links")
  @HttpCode(201)
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "makeCalendarLink",
    tag: "Ahead",
    summary: "Make an address by which a calendar program reads what lies ahead",
    description:
      "Whoever has the address reads it, and what you see alone; it is shown this once. Name one: journey, " +
      "workGroup or hub.",
    body: { schema: ref("CalendarLinkAsked"), example: { hub: "great-north" }, required: true },
    answer: "CalendarLinkMade",
    status: 201,
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async make(@Req() request: ApiRequest): Promise<LinkAnswer & { url: string }> {
    const asked = validated(LinkBody, request.body);
    const madeAt = instantFromMs(this.settings.clock());
    const target = await this.target(asked, request);
    const secret = randomBytes(32).toString("base64url");
    const link = {
      id: randomUUID(),
      ...target,
      scope: withinOf(callerOf(request)),
      madeBy: callerOf(request).who,
      madeAt,
    };
    await keepLink(await this.database.open(), link, secret);
    return { ...shown({ ...link, revokedAt: null }), url: `${this.settings.publicUrl}/calendars/${secret}.ics` };
  }

  @Get("api/v1/calendar-links")
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "listCalendarLinks",
    tag: "Ahead",
    summary: "The links you made, newest first",
    answer: "CalendarLinkPage",
    problems: [403, 503],
  })
  async list(@Req() request: ApiRequest): Promise<{ items: LinkAnswer[]; next: null }> {
    withinOf(callerOf(request));
    return {
      items: (await linksOf<Within | null>(await this.database.open(), callerOf(request).who)).map(shown),
      next: null,
    };
  }

  @Post("api/v1/calendar-links/:id/revoke")
  @HttpCode(200)
  @Roles(...READERS, "school-contact")
  @Doc({
    id: "revokeCalendarLink",
    tag: "Ahead",
    summary: "Revoke a link you made: its address shows nothing from now on",
    parameters: [LINK_ID],
    answer: "CalendarLink",
    problems: [400, 403, 404, 413, 415, 422, 503],
  })
  async revoke(@Param("id") id: string, @Req() request: ApiRequest): Promise<LinkAnswer> {
    withinOf(callerOf(request));
    const at = instantFromMs(this.settings.clock());
    const link = UUID.test(id)
      ? await revokeLink<Within | null>(await this.database.open(), id, callerOf(request).who, at)
      : null;
    if (link) return shown(link);
    throw new Problem("not-found", "You made no link of this id. GET /api/v1/calendar-links lists yours.");
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
    const source = await this.database.open();
    const link = SECRET_SHAPE.test(secret) ? await linkBehind<Within | null>(source, secret) : null;
    if (!link) throw new Problem("not-found", "There is no such calendar: its link was revoked, or never made.");
    const now = instantFromMs(this.settings.clock());
    response.setHeader("Content-Type", "text/calendar; charset=utf-8");
    response.setHeader("Cache-Control", "private, max-age=900");
    return icalOf(
      `${link.kind === "work-group" ? "Work Group" : link.kind} ${link.target}`,
      await this.entries(link, now),
      now,
    );
  }

  private async entries({ kind, target, scope: within }: Link, from: Instant): Promise<readonly Ahead[]> {
    const source = await this.database.open();
    const span = { from, until: endOfDay(addDays(localDate(from), DAYS_AHEAD)) };
    const rules = rulesOf(this.settings);
    if (kind === "work-group") return workGroupAhead(source, target, within, rules, span);
    return kind === "hub"
      ? journeysAhead(source, { within: { ...within, hub: target } }, rules, span)
      : journeysAhead(source, { ids: [target], within }, rules, span);
  }

  /**
   * What the link is of. @throws Problem `invalid` where not one thing is named, `not-found` for what the caller does
   * not see
   */
  private async target(
    { journey, workGroup, hub }: LinkBody,
    request: ApiRequest,
  ): Promise<{ kind: LinkKind; target: string }> {
    const caller = callerOf(request);
    const source = await this.database.open();
    if ([journey, workGroup, hub].filter((one) => typeof one === "string").length !== 1) {
      throw new Problem("invalid", "Name one of journey, workGroup and hub.", {
        errors: [{ pointer: "", detail: "Name one of journey, workGroup and hub." }],
      });
    }
    if (typeof journey === "string") return { kind: "journey", target: await journeyBehind(source, journey, caller) };
    if (typeof hub === "string") {
      if (caller.role === "school-contact" || caller.role === "work-group-lead")
        throw new Problem("forbidden", "The calendar of a whole hub is for its staff: name a journey or a Work Group.");
      sameHub(caller, hub);
      return { kind: "hub", target: hub };
    }
    const group = await groupSeen(source, workGroup ?? "", caller);
    if (!group)
      throw new Problem("not-found", "There is no Work Group with this id. GET /api/v1/work-groups lists them.");
    return { kind: "work-group", target: group.id };
  }
}

function shown({ id, kind, target: of, madeAt, revokedAt }: Omit<Link, "scope" | "madeBy">): LinkAnswer {
  return { id, kind, of, madeAt, revokedAt };
}
