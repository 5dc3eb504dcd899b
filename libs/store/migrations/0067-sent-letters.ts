// Every letter as it went out: who it was for, by opaque ids, and its words sealed under their key. "id" is what an
// address names it by; "no" tells apart what went out under one Message-ID in several wordings.

import type { MigrationInterface, QueryRunner } from "typeorm";

// "journey": a journey's id, or the name of a Work Group; null for a letter that is about no school in particular.
// Kept before it is sent, so that nothing goes out unkept: "sent_at" and "refused_at" say what the mail server said.
// A stream's key that was destroyed gives its name free (libs/people/erasure.ts): its letters follow it.
const SENT_LETTERS = `
create table people.sent_letters (
  id bigint generated always as identity primary key,
  message_id text collate "C" not null,
  no int not null,
  journey text collate "C",
  hub text collate "C" not null,
  effect text collate "C" not null,
  addressee text not null,
  person text,
  role text not null,
  kind text not null,
  owner text not null references people.keys (owner) on update cascade,
  sealed bytea,
  kept_at timestamptz not null default now(),
  at timestamptz not null,
  sent_at timestamptz,
  refused_at timestamptz,
  unique (message_id, no)
);
create index sent_letters_of on people.sent_letters (journey, id);
create index sent_letters_owner on people.sent_letters (owner);
grant select, insert, update, delete on people.sent_letters to journeys_app;
`;

export class SentLetters1700000000067 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SENT_LETTERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("drop table people.sent_letters");
  }
}
