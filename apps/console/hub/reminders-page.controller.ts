// GET /reminders: what became of every reminder that was due to the hub's schools.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { academicYearOf, nextAcademicYear } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { REPORT_AFTER, ReminderReports } from "../../../libs/service/hubs/reminder-report.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import { textIn, type Typed } from "../form-fields.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { afterIn } from "../next-page.ts";
import { STAFF } from "../staff.ts";
import { hubInWords } from "../words.ts";
import { OUTCOME_CODES, remindersPage, TERM_CODES } from "./reminders-page.ts";

const A_PAGE = 50;
const YEARS_BACK = 4;

@Controller("reminders")
export class RemindersPageController {
  constructor(
    private readonly desk: Desk,
    private readonly reports: ReminderReports,
    private readonly names: SchoolNames,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Visitors()
  async report(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const visitor = await this.desk.visitor(request, response, STAFF);
    const hub = visitor.person.principal.hub ?? "";
    const now = academicYearOf(localDate(instantFromMs(this.settings.clock())));
    const years = Array.from({ length: YEARS_BACK }, (_, index) => nextAcademicYear(now, -index));
    const among = (name: string, known: readonly string[]): string =>
      known.find((one) => one === textIn(query, name)) ?? "";
    const show = {
      outcome: among("outcome", OUTCOME_CODES),
      term: among("term", TERM_CODES),
      academicYear: among("academicYear", years),
    };
    const after = textIn(query, "after");
    const { totals, items, next } = await this.reports.report(visitor.person.principal, hub, {
      ...Object.fromEntries(Object.entries(show).filter(([, value]) => value !== "")),
      ...(after !== "" && afterIn(after, REPORT_AFTER)),
      limit: A_PAGE,
    });
    const names = await this.names.of(items);
    answerPage(
      response,
      200,
      `Reminders to schools of ${hubInWords(hub)}`,
      remindersPage(totals, items, { show, next, names, years }),
      visitor.person,
    );
  }
}
