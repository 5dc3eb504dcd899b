// What became of every reminder that was due, in all hubs or one: for who runs the service.

import type { DataSource } from "typeorm";
import { instantFromMs } from "../../calendar/instants.ts";
import {
  accountedReminders,
  reminderTotals,
  type AccountedReminder,
  type ReminderTotals,
  type ReportFilter,
} from "../../views/reminders/read-due-reminders.ts";
import type { Database } from "../database.ts";

const AT_ONCE = 200;

export class ReminderAccounts {
  constructor(private readonly database: Database) {}

  /** The totals, of those that were due by now and fit every filter. Rejects with StoreError. */
  async totals(filter: Omit<ReportFilter, "within" | "now">): Promise<ReminderTotals> {
    return reminderTotals(await this.database.open(), ofAll(filter));
  }

  /** Those of them that are pending or stalled, one by one. Rejects with StoreError. */
  async open(filter: Omit<ReportFilter, "within" | "now">): Promise<AccountedReminder[]> {
    const source = await this.database.open();
    const asked = ofAll(filter);
    return (await Promise.all(["pending", "stalled"].map((outcome) => all(source, asked, outcome)))).flat();
  }
}

function ofAll(filter: Omit<ReportFilter, "within" | "now">): ReportFilter {
  return { ...filter, within: null, now: instantFromMs(Date.now()) };
}

async function all(source: DataSource, filter: ReportFilter, outcome: string): Promise<AccountedReminder[]> {
  const found: AccountedReminder[] = [];
  for (let after: string | undefined; ;) {
    const asked = { outcome, limit: AT_ONCE, ...(after !== undefined && { after }) };
    const { items, next } = await accountedReminders(source, filter, asked);
    found.push(...items);
    if (next === null) return found;
    after = next;
  }
}
