// What schools are called. Their names are the register's, open to everybody.

import type { DataSource } from "typeorm";
import { namesOf } from "../../store/schools/schools.ts";
import type { Database } from "../database.ts";

export class SchoolNames {
  constructor(private readonly database: Database) {}

  /** The names of the schools of these journeys, by journey. */
  async of(journeys: readonly { journey: string }[]): Promise<ReadonlyMap<string, string>> {
    return schoolNames(
      await this.database.open(),
      journeys.map(({ journey }) => journey),
    );
  }
}

/** The names of the schools of these journeys, by journey. Rejects with StoreError. */
export async function schoolNames(source: DataSource, journeys: readonly string[]): Promise<Map<string, string>> {
  const urnOf = (journey: string): string => journey.slice(0, 6);
  const names = await namesOf(source, [...new Set(journeys.map(urnOf))]);
  return new Map(journeys.map((journey) => [journey, names.get(urnOf(journey)) ?? `School ${urnOf(journey)}`]));
}
