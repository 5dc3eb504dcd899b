// What an operator watches of the read tables, in few numbers: each is found by an index, however many years there are.

import type { DataSource } from "typeorm";
import { academicYearOf, nextAcademicYear } from "../calendar/academic-years.ts";
import { addSeconds, localDate, type Instant } from "../calendar/instants.ts";
import { coded } from "../store/errors.ts";
import type { ReminderOutcome } from "./reminders/due-reminders.ts";

export interface Watched {
  /** Of the last 24 hours, by what became of them. */
  reminders: ReadonlyMap<ReminderOutcome, number>;
  /** Due for a quarter of an hour, and not gone: to be sent, or tried in vain. */
  late: { waiting: number; stalled: number };
  /** Open ones, opened within 7 days, within 28, and before; and those whose day has passed. */
  tasks: { week: number; month: number; older: number; overdue: number };
  /** By hub: `payable` wait for approval, `released` for a payment run. */
  grants: { hub: string; status: "payable" | "released"; count: number }[];
}

const DAY_SECONDS = 86_400;
const LATE_SECONDS = 900;
/** As they stand in due_reminders; a year without terms of its own has none. */
const TERMS = ["autumn", "spring", "summer", ""];
const OUTCOMES: readonly ReminderOutcome[] = [
  "planned",
  "pending",
  "stalled",
  "sent",
  "merged",
  "superseded",
  "held-back",
];

/** How it stands at `now` (UTC). Rejects with StoreError. */
export async function readWatched(source: DataSource, now: Instant): Promise<Watched> {
  const ask = <Row>(sql: string, values: unknown[] = []) => coded<Row[]>(() => source.query(sql, values));
  const year = academicYearOf(localDate(now));
  const reminders = await ask<{ outcome: ReminderOutcome; count: number }>(
    `select outcome, count(*)::int as count from due_reminders
     where academic_year = any ($1::text[]) and term = any ($2::text[]) and due_at > $3 and due_at <= $4 group by 1`,
    [[nextAcademicYear(year, -1), year], TERMS, addSeconds(now, -DAY_SECONDS), now],
  );
  const [late] = await ask<Watched["late"]>(
    `select count(*) filter (where outcome <> 'stalled')::int as waiting,
       count(*) filter (where outcome = 'stalled')::int as stalled
     from due_reminders where outcome in ('planned', 'pending', 'stalled') and due_at < $1`,
    [addSeconds(now, -LATE_SECONDS)],
  );
  const [tasks] = await ask<Watched["tasks"]>(
    `select count(*) filter (where opened_at > $1)::int as week,
       count(*) filter (where opened_at <= $1 and opened_at > $2)::int as month,
       count(*) filter (where opened_at <= $2)::int as older,
       count(*) filter (where due_on < $3)::int as overdue
     from tasks where status = 'open'`,
    [addSeconds(now, -7 * DAY_SECONDS), addSeconds(now, -28 * DAY_SECONDS), localDate(now)],
  );
  const grants = await ask<Watched["grants"][number]>(
    `select hub, status, count(*)::int as count from grants where status in ('payable', 'released')
     group by hub, status order by hub, status`,
  );
  const counted = new Map(reminders.map(({ outcome, count }) => [outcome, count]));
  return {
    reminders: new Map(OUTCOMES.map((outcome) => [outcome, counted.get(outcome) ?? 0])),
    late: late ?? { waiting: 0, stalled: 0 },
    tasks: tasks ?? { week: 0, month: 0, older: 0, overdue: 0 },
    grants,
  };
}
