// The account of a hub's reminders: every one that was due, and what became of it.

import type { DataSource } from "typeorm";
import { instantFromMs } from "../../calendar/instants.ts";
import type { Recorded } from "../../journey/events.ts";
import { loadEach } from "../../store/events/event-store.ts";
import { recorded } from "../../store/events/known-events.ts";
import { streamOf } from "../../store/events/streams.ts";
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

/**
 * A reminder of the account; one whose time has only just come is `pending`. `event`: by which one that is not a term's
 * own was asked for.
 */
export interface ReportedReminder extends Omit<AccountedReminder, "outcome"> {
  outcome: Exclude<ReminderOutcome, "planned">;
  event: Recorded | null;
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
    const events = await askedBy(source, items);
    return {
      totals: await reminderTotals(source, filter),
      items: items.map((one) => ({
        ...one,
        outcome: one.outcome === "planned" ? "pending" : one.outcome,
        event: events.get(one.id) ?? null,
      })),
      next,
    };
  }
}

/** The events by which those were asked for that are not a term's own, by the reminder's id. */
async function askedBy(source: DataSource, items: readonly AccountedReminder[]): Promise<Map<string, Recorded>> {
  const asked = items.flatMap(({ kind, journey, seq }) =>
    kind === "termly" || seq === null ? [] : [{ stream: streamOf(journey), seq }],
  );
  const stored = asked.length === 0 ? [] : await loadEach(source, asked);
  return new Map(stored.flatMap((one) => recorded([one]).map((event) => [`${one.subject}:${event.seq}`, event])));
}
