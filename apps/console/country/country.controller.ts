// GET /country: all hubs in an academic year. GET /country/{table}.csv: one of its tables as a file.

import { Controller, Get, Param, Query, Req, Res } from "@nestjs/common";
import { Visitors } from "../../../libs/http/allowed.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { Country, COUNTRY_ROLES } from "../../../libs/service/country/country.ts";
import { Refusal } from "../../../libs/service/refusal.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { answerFile } from "../lists/list-file.ts";
import { filledIn } from "../look/templates.ts";
import { countryFile, countryView } from "./country-page.ts";

@Controller("country")
export class CountryPagesController {
  constructor(
    private readonly desk: Desk,
    private readonly country: Country,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @Visitors()
  async show(@Query("year") year: unknown, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, COUNTRY_ROLES.read);
    const view = countryView(await this.country.year(person.principal, yearIn(year)));
    answerPage(response, 200, `All hubs in ${view.year}`, filledIn("country/country.njk", view), person);
  }

  @Get(":table.csv")
  @Visitors()
  async file(
    @Param("table") table: string,
    @Query("year") year: unknown,
    @Req() request: ApiRequest,
    @Res() response: ApiResponse,
  ): Promise<void> {
    const { person } = await this.desk.visitor(request, response, COUNTRY_ROLES.read);
    const country = await this.country.year(person.principal, yearIn(year));
    const file = countryFile(country, table);
    if (file === null) throw new Refusal("not-found", "There is no such table of all hubs.");
    const code = `country-${table}`;
    await this.security.note({ what: "list-exported", by: person.principal, code, request: request.id });
    answerFile(response, `${table}-${country.now.academicYear.replaceAll("/", "-")}`, file);
  }
}

/** `2024-25` in an address is 2024/25. */
const yearIn = (year: unknown): string | undefined =>
  typeof year === "string" ? year.replaceAll("-", "/") : undefined;
