// The account of reminders: every one that was due, and totals that add up to how many there were.

import type { DataSource, SelectQueryBuilder } from "typeorm";
import type { Instant } from "../../calendar/instants.ts";
import { coded } from "../../store/errors.ts";
import { DueReminderRow } from "./due-reminders.ts";
import { JourneyRow } from "../journeys/journeys.ts";
import { page, type Page } from "../page.ts";
import { keepWithin, type Within } from "../within.ts";

export interface ReportFilter {
  /** Undefined: of every hub. */
  hub?: string;
  within: Within | null;
  /** Due at or before this instant. */
  now: Instant;
  academicYear?: string;
  term?: string;
  kind?: string;
}

/** `sent + merged + heldBack + superseded + pending + stalled = due`. `letters`: each with a Message-ID of its own. */
export interface ReminderTotals {
  due: number;
  sent: number;
  merged: number;
  heldBack: number;
  superseded: number;
  pending: number;
  stalled: number;
  letters: number;
  bounced: number;
}

export type AccountedReminder = DueReminderRow & { urn: string; hub: string };

const NONE: ReminderTotals = {
  due: 0,
  sent: 0,
  merged: 0,
  heldBack: 0,
  superseded: 0,
  pending: 0,
  stalled: 0,
  letters: 0,
  bounced: 0,
};

/** What became of all that was due. What is planned and has its time behind it is pending. Rejects with StoreError. */
export async function reminderTotals(dataSource: DataSource, filter: ReportFilter): Promise<ReminderTotals> {
  const count = (outcome: string): string => `(count(*) filter (where reminder.outcome in (${outcome})))::int`;
  const query = of(dataSource, filter)
    .select("count(*)::int", "due")
    .addSelect(count("'sent'"), "sent")
    .addSelect(count("'merged'"), "merged")
    .addSelect(count("'held-back'"), "heldBack")
    .addSelect(count("'superseded'"), "superseded")
    .addSelect(count("'pending', 'planned'"), "pending")
    .addSelect(count("'stalled'"), "stalled")
    .addSelect("coalesce(sum(reminder.letters), 0)::int", "letters")
    .addSelect("coalesce(sum(reminder.bounced), 0)::int", "bounced");
  const totals = await coded(() => query.getRawOne<ReminderTotals>());
  return totals ?? NONE;
}

/**
 * Those reminders one by one, by journey; `outcome`: these alone. `after`: the `next` of the page before. Rejects with
 * StoreError.
 */
export async function accountedReminders(
  dataSource: DataSource,
  filter: ReportFilter,
  { outcome, after, limit }: { outcome?: string; after?: string; limit: number },
): Promise<Page<AccountedReminder, string>> {
  const query = of(dataSource, filter)
    .addSelect(["journey.urn", "journey.hub", "journey.id"])
    .orderBy("reminder.id")
    .limit(limit + 1);
  if (outcome !== undefined)
    query.andWhere("reminder.outcome in (:...outcomes)", {
      outcomes: outcome === "pending" ? ["pending", "planned"] : [outcome],
    });
  if (after !== undefined) query.andWhere("reminder.id > :after", { after });
  const { entities, raw } = await coded(() => query.getRawAndEntities<{ journey_urn: string; journey_hub: string }>());
  const found = entities.map((row, index) => ({
    ...row,
    urn: raw[index]?.journey_urn ?? "",
    hub: raw[index]?.journey_hub ?? "",
  }));
  return page(found, limit, (row) => row.id);
}

function of(
  dataSource: DataSource,
  { hub, within, now, academicYear, term, kind }: ReportFilter,
): SelectQueryBuilder<DueReminderRow> {
  const query = dataSource
    .getRepository(DueReminderRow)
    .createQueryBuilder("reminder")
    .innerJoin(JourneyRow, "journey", "journey.id = reminder.journey")
    .where("reminder.due_at <= :now", { now });
  if (hub !== undefined) query.andWhere("journey.hub = :hub", { hub });
  if (within) keepWithin(query, within);
  if (academicYear !== undefined) query.andWhere("reminder.academic_year = :academicYear", { academicYear });
  for (const [field, value] of Object.entries({ term, kind }))
    if (value !== undefined) query.andWhere(`reminder.${field} = :${field}`, { [field]: value });
  return query;
}
