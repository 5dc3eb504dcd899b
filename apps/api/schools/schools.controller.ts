import { Controller, Get, Param, Query, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SCHOOL_ROLES, Schools } from "../../../libs/service/schools/schools.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { told } from "../../../libs/words/rejection.ts";
import { Doc } from "../openapi/doc.ts";
import { OwnSchoolGuard } from "./own-school.guard.ts";
import {
  EligibilityAnswer,
  EligibilityQuery,
  SCHOOL_URN,
  SchoolAnswer,
  SchoolPageAnswer,
  SchoolsQuery,
} from "./schools.dto.ts";

@Controller("api/v1/schools")
export class SchoolsController {
  constructor(private readonly schools: Schools) {}

  @Get()
  @Roles(...SCHOOL_ROLES.read)
  @Doc({
    id: "listSchools",
    tag: "Schools",
    summary: "Schools by URN, those that fit every filter",
    description:
      "From the Department’s register, once it has been imported (npm run import-schools); else as " +
      "applications told of them.",
    answer: SchoolPageAnswer,
    problems: [403, 422, 503],
  })
  async list(@Caller() caller: Principal, @Query() query: SchoolsQuery): Promise<SchoolPageAnswer> {
    const { items, next } = await this.schools.list(caller, query);
    return { items: items.map((school) => present(SchoolAnswer, school)), next };
  }

  @Get(":urn")
  @Roles(...SCHOOL_ROLES.read)
  @Doc({
    id: "getSchool",
    tag: "Schools",
    summary: "One school",
    parameters: [SCHOOL_URN],
    answer: SchoolAnswer,
    problems: [403, 404, 503],
  })
  async one(@Caller() caller: Principal, @Param("urn") urn: string): Promise<SchoolAnswer> {
    return present(SchoolAnswer, await this.schools.one(caller, urn));
  }

  @Get(":urn/eligibility")
  @UseGuards(OwnSchoolGuard)
  @Roles(...SCHOOL_ROLES.read)
  @Doc({
    id: "getEligibility",
    tag: "Schools",
    summary: "May this school apply for a programme now? Before any form is filled",
    description:
      "By the very rules an application is judged by: each reason with its code, in their order. The form " +
      "is taken as rightly filled; an earlier stage " +
      "that this service does not know of is told in the application (school.history), and answers " +
      "prior-stage-missing.",
    parameters: [SCHOOL_URN],
    answer: EligibilityAnswer,
    problems: [403, 404, 422, 503],
  })
  async eligibility(
    @Caller() caller: Principal,
    @Param("urn") urn: string,
    @Query() query: EligibilityQuery,
  ): Promise<EligibilityAnswer> {
    const { reasons, ...found } = await this.schools.eligibility(caller, urn, query);
    return { ...found, reasons: reasons.map((one) => told(one)) };
  }
}
