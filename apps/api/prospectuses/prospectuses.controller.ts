// The programmes as published, every figure with where it comes from. They need no database.

import { Controller, Get, Param } from "@nestjs/common";
import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { ROLES } from "../../../libs/service/access/principal.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Problem } from "../../../libs/http/problem.ts";
import { Doc } from "../openapi/doc.ts";
import { PROGRAMME, YEAR } from "../openapi/parameters.ts";

@Controller("api/v1/prospectuses")
export class ProspectusesController {
  constructor(private readonly settings: WebSettings) {}

  @Get()
  @Roles(...ROLES)
  @Doc({
    id: "listProspectuses",
    tag: "Prospectuses",
    summary: "Every programme of every academic year",
    answer: "ProspectusPage",
    problems: [],
  })
  list(): { items: object[]; next: null } {
    return { items: this.settings.catalogue.all().map(line), next: null };
  }

  @Get(":year/:programme")
  @Roles(...ROLES)
  @Doc({
    id: "getProspectus",
    tag: "Prospectuses",
    summary: "One programme of one year, as published: every figure with its source",
    parameters: [YEAR, PROGRAMME],
    answer: "Prospectus",
    problems: [404],
  })
  one(@Param("year") year: string, @Param("programme") programme: string): Prospectus {
    const prospectus = this.settings.catalogue.get(`${year}/${programme}`);
    if (!prospectus)
      throw new Problem("not-found", "There is no such prospectus. GET /api/v1/prospectuses lists them.");
    return prospectus;
  }
}

function line({ id, academicYear, phase, stage, title, hub, basis, window, grant }: Prospectus): object {
  return {
    id,
    academicYear,
    phase,
    stage,
    title,
    hub,
    basis,
    opensOn: window.opensOn.value,
    closesOn: window.closesOn.value,
    grant: grant === null ? null : { amount: grant.amountPence.value, currency: "GBP" },
  };
}
