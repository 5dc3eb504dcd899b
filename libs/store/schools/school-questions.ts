// Journeys that the register has something to say about: their school has closed, or it does not know it.

import type { JourneyAtStake, Question, QuestionWhy } from "../../register/moves.ts";
import { CLOSED } from "../../register/register-school.ts";
import { coded } from "../errors.ts";
import { REGISTER } from "./schools.ts";
import type { Queryable } from "../prepared.ts";

/** Journeys whose school has closed or is not in the register, by id. Rejects with StoreError. */
export async function journeysAtStake(db: Queryable): Promise<JourneyAtStake[]> {
  return coded<JourneyAtStake[]>(() =>
    db.query(
      `select journeys.id, hub, journeys.urn, journeys.phase, aliases, schools.urn is not null as closed
       from journeys left join schools on schools.urn = journeys.urn and source = $1
       where schools.urn is null or schools.status = $2 order by journeys.id`,
      [REGISTER, CLOSED],
    ),
  );
}

/** Which of these schools have a journey in which phase: `137482-primary` for each. Rejects with StoreError. */
export async function phasesTaken(db: Queryable, urns: readonly string[]): Promise<Set<string>> {
  const rows = await coded<{ taken: string }[]>(() =>
    db.query(`select urn || '-' || phase as taken from journeys where urn = any($1::text[])`, [urns]),
  );
  return new Set(rows.map(({ taken }) => taken));
}

const TO_BE_CONFIRMED: QuestionWhy = "to-be-confirmed";

/** So many successors of a journey wait for an operator at most: beyond, the one named longest ago gives way. */
const MOST_NAMED = 10;

/**
 * A hub has named a successor, and an operator has to decide. One that it named before stays beside it, until an
 * operator confirms one or sets it aside: which of them is right is not for the last word to say. Rejects with
 * StoreError.
 */
export async function askOfOperator(
  db: Queryable,
  { journey, hub, urn, successor }: { journey: string; hub: string; urn: string; successor: string },
): Promise<void> {
  await coded(() =>
    db.query(
      `insert into school_questions (journey, hub, urn, why, successors) values ($1, $2, $3, $4, array[$5])
       on conflict (journey) do update set hub = excluded.hub, urn = excluded.urn, why = excluded.why, asked_at = now(),
         successors = case when (school_questions.why, school_questions.urn) = (excluded.why, excluded.urn)
           then (excluded.successors || array_remove(school_questions.successors, $5))[:$6]
           else excluded.successors end`,
      [journey, hub, urn, TO_BE_CONFIRMED, successor, MOST_NAMED],
    ),
  );
}

/** The successors of a journey that wait for an operator, the latest first. Rejects with StoreError. */
export async function namedFor(db: Queryable, journey: string): Promise<string[]> {
  const rows = await coded<{ successors: string[] }[]>(() =>
    db.query("select successors from school_questions where journey = $1 and why = $2", [journey, TO_BE_CONFIRMED]),
  );
  return rows[0]?.successors ?? [];
}

/**
 * Takes one of them away, and with the last of them the question. Answers whether there was any. Rejects with
 * StoreError.
 */
export async function setAside(db: Queryable, journey: string, successor: string): Promise<boolean> {
  const rows = await coded<unknown[]>(() =>
    db.query(
      `with set_aside as (
         update school_questions set successors = array_remove(successors, $2)
         where journey = $1 and why = $3 and $2 = any(successors) returning journey)
       select journey from set_aside`,
      [journey, successor, TO_BE_CONFIRMED],
    ),
  );
  await coded(() =>
    db.query("delete from school_questions where journey = $1 and why = $2 and successors = '{}'", [
      journey,
      TO_BE_CONFIRMED,
    ]),
  );
  return rows.length > 0;
}

/**
 * Makes the open questions these: others are forgotten, but for what an operator has to decide, which stands before
 * what the register asks of the same journey, and one that stands stays as it is. Rejects with StoreError.
 */
export async function keepQuestions(db: Queryable, questions: readonly Question[]): Promise<void> {
  await coded(() =>
    db.query("delete from school_questions where journey <> all($1::text[]) and why <> $2", [
      questions.map(({ journey }) => journey),
      TO_BE_CONFIRMED,
    ]),
  );
  if (questions.length === 0) return;
  await coded(() =>
    db.query(
      `insert into school_questions (journey, hub, urn, why, successors)
       select journey, hub, urn, why, successors from jsonb_populate_recordset(null::school_questions, $1::jsonb) as
         asked
       where not exists (select from school_questions as stands where (stands.journey, stands.hub, stands.urn,
         stands.why, stands.successors)
         = (asked.journey, asked.hub, asked.urn, asked.why, asked.successors))
       on conflict (journey) do update set hub = excluded.hub, urn = excluded.urn, why = excluded.why, successors =
         excluded.successors, asked_at = now()
       where (school_questions.why, school_questions.urn) <> ($2, excluded.urn)`,
      [JSON.stringify(questions), TO_BE_CONFIRMED],
    ),
  );
}
