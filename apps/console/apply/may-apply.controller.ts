// GET /journeys/{id}/programmes: what a school may apply for, and why not for the rest, for whoever sees the school;
// the ways to a form are for who may apply.

import { Controller, Get, Param, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { INTAKE_ROLES } from "../../../libs/service/intake/intake.ts";
import { Programmes } from "../../../libs/service/intake/programmes.ts";
import { Journeys } from "../../../libs/service/journeys/journeys.ts";
import { SCHOOL_ROLES } from "../../../libs/service/schools/schools.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { filledIn } from "../look/templates.ts";
import { onlyLookedAt, programmesView } from "./programmes-page.ts";

@Controller("journeys/:id/programmes")
export class MayApplyController {
  constructor(
    private readonly desk: Desk,
    private readonly journeys: Journeys,
    private readonly offers: Programmes,
  ) {}

  @Get()
  @Visitors()
  async show(@Param("id") id: string, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, SCHOOL_ROLES.read);
    const { principal } = person;
    const { journey } = await this.journeys.one(principal, id);
    const { school, programmes } = await this.offers.of(principal, journey.urn);
    const name = school ?? `School ${journey.urn}`;
    const applies = INTAKE_ROLES.begin.some((role) => role === principal.role);
    const view = applies
      ? { ...programmesView(name, programmes, { urn: journey.urn }), others: null }
      : onlyLookedAt(name, programmes);
    const back = { href: `/journeys/${id}`, words: `Back to ${name}` };
    answerPage(response, 200, "What it may apply for", filledIn("apply/programmes.njk", view), person, undefined, {
      back,
    });
  }
}
