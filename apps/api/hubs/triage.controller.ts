// The applications that wait for a hub: what its staff decide on next.

import { Controller, Get, Param, Query, Req } from "@nestjs/common";
import { IsIn, IsOptional, IsString, Matches } from "class-validator";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import type { Page } from "../../../libs/views/page.ts";
import { triage, WAITING, type Triaged, type WaitingStatus } from "../../../libs/service/intake/triage.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { sameHub } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Database } from "../../../libs/service/database.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { rulesOf } from "../../../libs/service/rules.ts";
import { LIMIT, PageQuery, query } from "../journeys/page.dto.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { words } from "../../../libs/service/shape/schema.ts";
import { hubCode } from "../../../libs/service/hub-code.ts";

class TriageQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Matches(/^[\w./-]{1,100}$/u, { message: "prospectus is an id such as 2020-21/primary-readiness." })
  prospectus?: string;

  @IsOptional()
  @IsIn(WAITING)
  status?: WaitingStatus;

  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z~[\w./:-]{1,100}$/u, {
    message: "after is the `next` of the page before.",
  })
  after?: string;
}

const PARAMETERS = [
  HUB,
  query("prospectus", "Applications for this programme alone", { type: "string" }, "2020-21/primary-readiness"),
  query("status", "In this status alone", words(WAITING)),
  query("after", "The `next` of the page before", { type: "string" }),
  LIMIT,
];

@Controller("api/v1/hubs/:hub/triage")
export class TriageController {
  constructor(
    private readonly database: Database,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Roles("hub-coordinator", "hub-lead", "operator", "auditor")
  @Doc({
    id: "listTriage",
    tag: "Intake",
    summary: "The applications that wait for this hub, the one received first at the top",
    description:
      "Applied, asked for information, on the waitlist (with its place in order and why), offered (with the " +
      "last day to answer). Each with what stands " +
      "against it since it was judged, the schools it names and where they stand, the Work Groups of its " +
      "programme with room, and the commands the rules would " +
      "take now (POST /api/v1/journeys/{id}/{action}). Texts and people by opaque ids.",
    parameters: PARAMETERS,
    answer: "TriagePage",
    problems: [403, 404, 422, 503],
  })
  async list(
    @Param("hub") hub: string,
    @Query() asked: unknown,
    @Req() request: ApiRequest,
  ): Promise<Page<Triaged, string>> {
    sameHub(callerOf(request), hub);
    const filter = validated(TriageQuery, asked, { only: true });
    return triage(
      (await this.database.open()).manager,
      { ...filter, hub: hubCode(hub), at: instantFromMs(this.settings.clock()) },
      rulesOf(this.settings),
    );
  }
}
