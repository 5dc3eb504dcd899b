// The account of a hub's reminders: every one that was due, and what became of it.

import { instantFromMs } from "../../calendar/instants.ts";
import type { Page } from "../../views/page.ts";
import type { ReminderOutcome } from "../../views/reminders/due-reminders.ts";
import {
  accountedReminders,
  reminderTotals,
  type AccountedReminder,
  type ReminderTotals,
  type ReportFilter,
} from "../../views/reminders/read-due-reminders.ts";
import type { Principal } from "../access/principal.ts";
import { mustHold, READERS } from "../access/roles.ts";
import { sameHub, withinOf } from "../access/scope.ts";
import type { Database } from "../database.ts";
import { hubCode } from "../hub-code.ts";
import type { ServiceSettings } from "../settings.ts";

export const REPORT_ROLES = { read: READERS } as const;
/** What the `next` of a page of the report looks like. */
export const REPORT_AFTER = /^[\w./:-]{1,150}$/u;

/** A reminder of the account; one whose time has only just come is `pending`. */
export interface ReportedReminder extends Omit<AccountedReminder, "outcome"> {
  outcome: Exclude<ReminderOutcome, "planned">;
}

/** `outcome`: of these alone the items; the totals are of all. */
export interface ReportAsked extends Omit<ReportFilter, "hub" | "within" | "now"> {
  outcome?: string;
  after?: string;
  limit: number;
}

export interface ReminderReport extends Page<ReportedReminder, string> {
  totals: ReminderTotals;
}

export class ReminderReports {
  constructor(
    private readonly database: Database,
    private readonly settings: Pick<ServiceSettings, "clock">,
  ) {}

  /** What became of all that was due to the schools that a caller sees. @throws Refusal `forbidden`, `not-found` */
  async report(
    caller: Principal,
    hub: string,
    { outcome, after, limit, ...asked }: ReportAsked,
  ): Promise<ReminderReport> {
    mustHold(caller, REPORT_ROLES.read);
    sameHub(caller, hub);
    const source = await this.database.open();
    const filter = { ...asked, hub: hubCode(hub), within: withinOf(caller), now: instantFromMs(this.settings.clock()) };
    const { items, next } = await accountedReminders(source, filter, {
      limit,
      ...(outcome !== undefined && { outcome }),
      ...(after !== undefined && { after }),
    });
    return {
      totals: await reminderTotals(source, filter),
      items: items.map((one) => ({ ...one, outcome: one.outcome === "planned" ? "pending" : one.outcome })),
      next,
    };
  }
}
