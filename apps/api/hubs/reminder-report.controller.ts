// The account of a hub's reminders: every one that was due, and what became of it.

import { Controller, Get, Param, Query, Req } from "@nestjs/common";
import { instantFromMs } from "../../../libs/calendar/instants.ts";
import type { ReminderOutcome } from "../../../libs/views/reminders/due-reminders.ts";
import {
  accountedReminders,
  reminderTotals,
  type AccountedReminder,
  type ReminderTotals,
} from "../../../libs/views/reminders/read-due-reminders.ts";
import { Roles } from "../../../libs/http/allowed.ts";
import { READERS } from "../../../libs/service/access/roles.ts";
import { sameHub, withinOf } from "../../../libs/service/access/scope.ts";
import { callerOf } from "../../../libs/http/caller.ts";
import { WebSettings } from "../../../libs/http/web-settings.ts";
import { Database } from "../../../libs/service/database.ts";
import type { ApiRequest } from "../../../libs/http/request.ts";
import { validated } from "../../../libs/service/shape/checked.ts";
import { Doc } from "../openapi/doc.ts";
import { HUB } from "../openapi/parameters.ts";
import { hubCode } from "../../../libs/service/hub-code.ts";
import { REPORT_PARAMETERS, ReportQuery } from "./promises.dto.ts";

/** A reminder of the account; one whose time has only just come is `pending`. */
export interface ReportedReminder extends Omit<AccountedReminder, "hub" | "outcome"> {
  outcome: Exclude<ReminderOutcome, "planned">;
}

@Controller("api/v1/hubs/:hub/reminders/report")
export class ReminderReportController {
  constructor(
    private readonly database: Database,
    private readonly settings: WebSettings,
  ) {}

  @Get()
  @Roles(...READERS)
  @Doc({
    id: "reportReminders",
    tag: "Reminders",
    summary: "Every reminder that was due to this hub’s schools, and what became of it",
    description:
      "sent, heldBack, superseded, pending and stalled add up to due. `dueAt` is when it was due, `sentAt` " +
      "when it had gone, in so many letters, each to one " +
      "reader. heldBack and superseded say why: opted-out, paused, withdrawn; too-late, no-longer-so.",
    parameters: [HUB, ...REPORT_PARAMETERS],
    answer: "ReminderReport",
    problems: [403, 404, 422, 503],
  })
  async report(
    @Param("hub") hub: string,
    @Query() query: unknown,
    @Req() request: ApiRequest,
  ): Promise<{ totals: ReminderTotals; items: ReportedReminder[]; next: string | null }> {
    const caller = callerOf(request);
    sameHub(caller, hub);
    const { outcome, after, limit, ...asked } = validated(ReportQuery, query, { only: true });
    const source = await this.database.open();
    const filter = { ...asked, hub: hubCode(hub), within: withinOf(caller), now: instantFromMs(this.settings.clock()) };
    const { items, next } = await accountedReminders(source, filter, {
      limit,
      ...(outcome !== undefined && { outcome }),
      ...(after !== undefined && { after }),
    });
    return {
      totals: await reminderTotals(source, filter),
      items: items.map(
        ({
          id,
          journey,
          urn,
          kind,
          academicYear,
          term,
          cause,
          dueAt,
          outcome: now,
          why,
          sentAt,
          letters,
          fellBack,
          bounced,
          seq,
        }) => ({
          id,
          journey,
          urn,
          kind,
          academicYear,
          term,
          cause,
          dueAt,
          outcome: now === "planned" ? "pending" : now,
          why,
          sentAt,
          letters,
          fellBack,
          bounced,
          seq,
        }),
      ),
      next,
    };
  }
}
