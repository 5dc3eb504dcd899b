// GET /api/v1/country: all hubs in an academic year.

import { Controller, Get, Query } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { Country, COUNTRY_ROLES } from "../../../libs/service/country/country.ts";
import { Doc } from "../openapi/doc.ts";
import { CountryAnswer, CountryQuery } from "./country.dto.ts";

@Controller("api/v1/country")
export class CountryController {
  constructor(private readonly country: Country) {}

  @Get()
  @Roles(...COUNTRY_ROLES.read)
  @Doc({
    id: "getCountry",
    tag: "Journeys",
    summary: "All hubs in an academic year: schools by stage and outcome, money, promises kept, letters; no names",
    description:
      "Beside the academic year before, and hub by hub. A school counts where it was when it signed up or began; its " +
      "promises and letters where it is now. A promise that was waived is not counted. Roles: operator, auditor.",
    answer: CountryAnswer,
    problems: [403, 404, 422, 503],
  })
  year(@Caller() caller: Principal, @Query() { academicYear }: CountryQuery): Promise<CountryAnswer> {
    return this.country.year(caller, academicYear);
  }
}
