// What a hub has decided of a programme where no page says: each decision with who, when and why. Nothing is
// overwritten by a later one; the latest holds. `id`: what is known of all hubs is read again once there is another.

import type { MigrationInterface, QueryRunner } from "typeorm";

const HUB_FIGURES = `
create table hub_figures (
  no bigint generated always as identity primary key,
  id uuid not null default gen_random_uuid(),
  hub text collate "C" not null check (hub <> ''),
  prospectus text collate "C" not null check (prospectus <> ''),
  figures jsonb not null,
  reason text not null check (reason <> ''),
  set_by text not null,
  set_at timestamptz not null
)`;

export class HubFigures1700000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HUB_FIGURES);
    await runner.query("create index hub_figures_of on hub_figures (hub, prospectus, no)");
    await runner.query("grant select, insert on hub_figures to journeys_app");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table hub_figures");
  }
}
