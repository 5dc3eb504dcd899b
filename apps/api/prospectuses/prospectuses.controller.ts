import { Controller, Get, Param } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Prospectus } from "../../../libs/prospectus/prospectus.ts";
import { ROLES, type Principal } from "../../../libs/service/access/principal.ts";
import { Prospectuses } from "../../../libs/service/prospectuses/prospectuses.ts";
import { Doc } from "../openapi/doc.ts";
import { PROGRAMME, YEAR } from "../openapi/parameters.ts";
import { ProspectusAnswer, ProspectusPageAnswer } from "./prospectuses.dto.ts";

@Controller("api/v1/prospectuses")
export class ProspectusesController {
  constructor(private readonly prospectuses: Prospectuses) {}

  @Get()
  @Roles(...ROLES)
  @Doc({
    id: "listProspectuses",
    tag: "Prospectuses",
    summary: "Every programme of every academic year",
    answer: ProspectusPageAnswer,
    problems: [],
  })
  list(@Caller() caller: Principal): ProspectusPageAnswer {
    return { items: this.prospectuses.list(caller).map(line), next: null };
  }

  @Get(":year/:programme")
  @Roles(...ROLES)
  @Doc({
    id: "getProspectus",
    tag: "Prospectuses",
    summary: "One programme of one year, as published: every figure with its source",
    parameters: [YEAR, PROGRAMME],
    answer: ProspectusAnswer,
    problems: [404],
  })
  one(
    @Caller() caller: Principal,
    @Param("year") year: string,
    @Param("programme") programme: string,
  ): ProspectusAnswer {
    return this.prospectuses.one(caller, `${year}/${programme}`);
  }
}

function line(prospectus: Prospectus): ProspectusPageAnswer["items"][number] {
  const { id, academicYear, phase, stage, title, hub, basis, window, grant } = prospectus;
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
