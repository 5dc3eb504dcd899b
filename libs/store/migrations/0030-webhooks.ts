// Webhooks: where a hub's own systems hear of its events, how far each has heard, and what was done with it.

import type { MigrationInterface, QueryRunner } from "typeorm";

const WEBHOOKS = `
-- "sealed": the whole address and the secrets, under a key of the webhook's own, which is kept wrapped beside it.
-- "cursor": all up to there is delivered or was not asked for; null: nothing yet.
-- "failures": tries in a row that failed.
create table webhooks (
  id text collate "C" primary key check (id <> ''),
  hub text not null check (hub <> ''),
  shown_url text not null,
  sealed bytea,
  wrapped bytea,
  kek text,
  event_types text[],
  cursor text,
  delivered_id text,
  delivered_cursor text,
  delivered_at timestamptz,
  failures int not null default 0 check (failures >= 0),
  failing_since timestamptz,
  failed_at timestamptz,
  failed_code text,
  next_try_at timestamptz,
  disabled_at timestamptz,
  disabled_because text check (disabled_because in ('failing', 'gone', 'asked')),
  ping_id text,
  ping_asked_at timestamptz,
  ping_done_at timestamptz,
  ping_code text,
  created_by text not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  check ((disabled_at is null) = (disabled_because is null)),
  check ((sealed is null) = (deleted_at is not null) and (wrapped is null) = (sealed is null)
    and (kek is null) = (sealed is null))
);
create index webhooks_hub on webhooks (hub, id) where deleted_at is null;

-- One line a change, under the id of the command that asked for it: asked twice, it is done once.
create table webhook_history (
  no bigint generated always as identity primary key,
  webhook text collate "C" not null references webhooks (id),
  at timestamptz not null,
  what text not null,
  by text not null,
  code text,
  command text collate "C" unique
);
create index webhook_history_webhook on webhook_history (webhook, no);
`;

const GRANTS =
  "grant select, insert, update on webhooks to journeys_app; grant select, insert on webhook_history to journeys_app;";

export class Webhooks1700000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [WEBHOOKS, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table webhook_history, webhooks");
  }
}
