// What all hubs did in an academic year, counted: programmes, money, promises, letters. Each row is of one hub.

import type { DataSource } from "typeorm";
import { coded } from "../../store/errors.ts";

/** `outcome`: null where it has not begun. */
export interface YearsCounted {
  prospectus: string;
  hub: string;
  outcome: string | null;
  schools: number;
}
/** Pence. `recoveredPence`: of what was paid, what came back. */
export interface MoneyCounted {
  academicYear: string;
  hub: string;
  stage: string;
  status: string;
  grants: number;
  pence: number;
  recoveredPence: number;
}
export interface PromisesCounted {
  academicYear: string;
  hub: string;
  by: string;
  status: string;
  promises: number;
}
export interface LettersCounted {
  academicYear: string;
  hub: string;
  outcome: string;
  reminders: number;
  letters: number;
  bounced: number;
}
export interface Counted {
  years: YearsCounted[];
  money: MoneyCounted[];
  promises: PromisesCounted[];
  letters: LettersCounted[];
}

const YEARS = `select prospectus, hub, outcome, count(*)::int as schools from journey_years
  where prospectus = any($1) group by prospectus, hub, outcome`;
const MONEY = `select academic_year as "academicYear", hub, stage, status, count(*)::int as grants,
    sum(amount_pence)::float8 as pence, sum(recovered_pence)::float8 as "recoveredPence"
  from grants where academic_year = any($1) group by academic_year, hub, stage, status`;
const PROMISES = `select commitments.academic_year as "academicYear", hub, by, commitments.status,
    count(*)::int as promises
  from commitments join journeys on journeys.id = commitments.journey
  where commitments.academic_year = any($1) group by commitments.academic_year, hub, by, commitments.status`;
const LETTERS = `select due_reminders.academic_year as "academicYear", hub, outcome, count(*)::int as reminders,
    sum(letters)::int as letters, sum(bounced)::int as bounced
  from due_reminders join journeys on journeys.id = due_reminders.journey
  where due_reminders.academic_year = any($1) group by due_reminders.academic_year, hub, outcome`;

/** What was done in these academic years; `prospectuses`: the ids of theirs. Rejects with StoreError. */
export async function countedOf(
  source: DataSource,
  { academicYears, prospectuses }: { academicYears: readonly string[]; prospectuses: readonly string[] },
): Promise<Counted> {
  const ask = <T>(text: string, of: readonly string[]): Promise<T[]> => coded(() => source.query(text, [of]));
  return {
    years: await ask<YearsCounted>(YEARS, prospectuses),
    money: await ask<MoneyCounted>(MONEY, academicYears),
    promises: await ask<PromisesCounted>(PROMISES, academicYears),
    letters: await ask<LettersCounted>(LETTERS, academicYears),
  };
}
