// GET /reminders: what became of every reminder that was due to the hub's schools; GET /reminders/reminders.csv: the
// same as a file.

import { Controller, Get, Query, Req, Res } from "@nestjs/common";
import { academicYearOf, nextAcademicYear } from "../../../libs/calendar/academic-years.ts";
import { instantFromMs, localDate } from "../../../libs/calendar/instants.ts";
import { Visitors } from "../../../libs/http/allowed.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { SecurityLog } from "../../../libs/service/access/security-log.ts";
import { ReminderReports, type ReminderReport } from "../../../libs/service/hubs/reminder-report.ts";
import type { ApiRequest, ApiResponse } from "../../../libs/http/request.ts";
import { SchoolNames } from "../../../libs/service/schools/school-names.ts";
import { answerPage } from "../answer-page.ts";
import { Desk } from "../desk.ts";
import type { Typed } from "../form-fields.ts";
import { html } from "../html.ts";
import { askedIn, IN_FILE, sizeOf, type ListAsked } from "../lists/list-asked.ts";
import { answerFile, fileOf } from "../lists/list-file.ts";
import { listPage } from "../lists/list-view.ts";
import { STAFF } from "../staff.ts";
import { hubInWords } from "../words.ts";
import { remindersList, remindersTotals, totalOf } from "./reminders-page.ts";

const YEARS_BACK = 4;
/** By what is asked alone, before anything is read. */
const NOTHING_READ = { names: new Map<string, string>(), totals: null };

@Controller("reminders")
export class RemindersPageController {
  constructor(
    private readonly desk: Desk,
    private readonly reports: ReminderReports,
    private readonly names: SchoolNames,
    private readonly settings: WebSettings,
    private readonly security: SecurityLog,
  ) {}

  @Get()
  @Visitors()
  async report(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, STAFF);
    const hub = person.principal.hub ?? "";
    const years = this.years();
    const asked = askedIn(query, remindersList({ ...NOTHING_READ, years }));
    const size = sizeOf(asked);
    const { totals, items } = await this.read(person.principal, asked, asked.page * size);
    const total = totalOf(totals, asked);
    const pages = Math.max(1, Math.ceil(total / size));
    const page = Math.min(asked.page, pages);
    const shown = items.slice((page - 1) * size, page * size);
    const spec = remindersList({ names: await this.names.of(shown), years, totals });
    const list = listPage({ items: shown, total, page, pages }, asked, spec);
    const body = html`${remindersTotals(totals, asked, spec)}${list}`;
    answerPage(response, 200, `Reminders to schools of ${hubInWords(hub)}`, body, person);
  }

  @Get("reminders.csv")
  @Visitors()
  async file(@Query() query: Typed, @Req() request: ApiRequest, @Res() response: ApiResponse): Promise<void> {
    const { person } = await this.desk.visitor(request, response, STAFF);
    const by = person.principal;
    const years = this.years();
    const asked = askedIn(query, remindersList({ ...NOTHING_READ, years }));
    const { items } = await this.read(by, asked, IN_FILE.size);
    const spec = remindersList({ ...NOTHING_READ, names: await this.names.of(items), years });
    await this.security.note({
      ...{ what: "list-exported", by, about: `hub ${by.hub ?? ""}`, code: "reminders", request: request.id },
    });
    answerFile(response, "reminders", fileOf(items, spec.columns));
  }

  private read(principal: Principal, { filters }: ListAsked, limit: number): Promise<ReminderReport> {
    return this.reports.report(principal, principal.hub ?? "", { ...filters, limit });
  }

  private years(): string[] {
    const now = academicYearOf(localDate(instantFromMs(this.settings.clock())));
    return Array.from({ length: YEARS_BACK }, (_, index) => nextAcademicYear(now, -index));
  }
}
