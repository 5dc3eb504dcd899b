// The schools' register: what it says of a school, its links, and what it leaves to a hub to decide.

import type { MigrationInterface, QueryRunner } from "typeorm";

// "phase" and "funding" stay what they were; an all-through school has no one phase but both "phases". "digest" is of
// all that the register says of the school: a row that says the same is not written again.
const SCHOOLS = `
alter table schools
  add column la_name text,
  add column establishment_number text,
  add column type text,
  add column status text,
  add column register_phase text,
  add column phases text[] not null default '{}',
  add column section41 boolean not null default false,
  add column trust text,
  add column trust_name text,
  add column ukprn text,
  add column opened_on date,
  add column closed_on date,
  add column website text,
  add column district text,
  add column region text,
  add column last_changed_on date,
  add column digest text,
  add column changed_at timestamptz;
create index schools_la on schools (la, urn);
`;

const LINKS = `
create table school_links (
  urn text not null,
  link_urn text not null,
  type text not null,
  established_on date,
  primary key (urn, link_urn, type)
);
`;

// "urn" is the journey's when it was asked: a journey that has moved on since has its answer.
const QUESTIONS = `
create table school_questions (
  journey text collate "C" primary key,
  hub text not null,
  urn text not null,
  why text not null,
  successors text[] not null,
  asked_at timestamptz not null default now()
);
create index school_questions_hub on school_questions (hub, journey);
`;

const GRANTS = `
grant select, insert, update, delete on school_links, school_questions to journeys_app;
`;

export class Register1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [SCHOOLS, LINKS, QUESTIONS, GRANTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table school_questions, school_links");
    await runner.query(`alter table schools drop column la_name, drop column establishment_number, drop column type,
      drop column status,
      drop column register_phase, drop column phases, drop column section41, drop column trust, drop column trust_name,
        drop column ukprn,
      drop column opened_on, drop column closed_on, drop column website, drop column district, drop column region, drop
        column last_changed_on,
      drop column digest, drop column changed_at`);
  }
}
