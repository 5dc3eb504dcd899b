// What takes days or years to come about, written into the store as it stands then.

import type pg from "pg";

/** A webhook that was given up, a reminder that did not go, tasks that wait. Answers what takes it all away again. */
export async function brokenInStore(db: pg.Client): Promise<() => Promise<void>> {
  await db.query(
    `insert into webhooks (id, hub, shown_url, sealed, wrapped, kek, disabled_at, disabled_because, created_by,
       created_at)
     values ('w-1', 'great-north', 'https://example.org', '\\x00', '\\x00', 'k', now(), 'failing', 'x', now())`,
  );
  await db.query(
    `insert into due_reminders (journey, id, kind, academic_year, term, due_at, cause, outcome, letters, fell_back,
       bounced)
     values ('j', 'j:1', 'termly', '2026/27', 'autumn', now() - interval '1 hour', 'x', 'stalled', 0, false, 0)`,
  );
  await db.query(
    `insert into tasks (journey, id, about, opened_at, status)
     select 'j', no::text, 'grant', now() - interval '40 days', 'open' from generate_series(1, 201) as no`,
  );
  return async () => {
    await db.query("delete from webhooks");
    await db.query("delete from due_reminders where journey = 'j'");
    await db.query("delete from tasks where journey = 'j'");
  };
}
