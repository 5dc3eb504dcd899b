// The account of a hub's reminders: every one that was due, and what became of it.

import { Controller, Get, Param, Query, UseGuards } from "@nestjs/common";
import { Roles } from "../../../libs/http/allowed.ts";
import { OwnHubGuard } from "../../../libs/http/own-hub.guard.ts";
import { Caller } from "../../../libs/http/parameters.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { REPORT_ROLES, ReminderReports } from "../../../libs/service/hubs/reminder-report.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { ReportAnswer, ReportQuery } from "./promises.dto.ts";

@Controller("api/v1/hubs/:hub/reminders/report")
@UseGuards(OwnHubGuard)
export class ReminderReportController {
  constructor(private readonly reports: ReminderReports) {}

  @Get()
  @Roles(...REPORT_ROLES.read)
  @Doc({
    id: "reportReminders",
    tag: "Reminders",
    summary: "Every reminder that was due to this hub’s schools, and what became of it",
    description:
      "sent, merged, heldBack, superseded, pending and stalled add up to due. `dueAt` is when it was due, `sentAt` " +
      "when it had gone, in so many letters, each to one " +
      "reader. heldBack and superseded say why: opted-out, paused, withdrawn, no-letter, twelve-a-year, " +
      "one-a-day, held-by-hub; too-late, no-longer-so.",
    parameters: [HUB],
    answer: ReportAnswer,
    problems: [403, 404, 422, 503],
  })
  async report(
    @Caller() caller: Principal,
    @Param("hub") hub: string,
    @Query() query: ReportQuery,
  ): Promise<ReportAnswer> {
    return present(ReportAnswer, await this.reports.report(caller, hub, query));
  }
}
