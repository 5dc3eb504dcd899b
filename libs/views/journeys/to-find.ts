// What a search looks through: the schools that somebody sees, each with the words by which it is found; and what is
// told of those that it found.

import type { DataSource } from "typeorm";
import { coded } from "../../store/errors.ts";
import type { Within } from "../within.ts";
import { journeysThatFit } from "./narrow-journeys.ts";

/**
 * `words`: of its name, URN and postcode, as they are stored to be searched; `address`: its town is part of it;
 * `called`: by which it is sorted; `aliases`: null where it has none.
 */
export interface SchoolToFind {
  journey: string;
  aliases: string[] | null;
  called: string;
  address: string | null;
  words: string;
}

/** One that was found, and where it is. */
export interface SchoolFound {
  journey: string;
  urn: string;
  aliases: string[];
  phase: string;
  hub: string;
  status: string;
  stage: string | null;
  academicYear: string | null;
  school: string | null;
  postcode: string | null;
  address: string | null;
}

/**
 * All of them, in no order: a hub has some hundreds, and an operator sees ten thousand, of which nothing is read but
 * what a search looks at. Rejects with StoreError.
 */
export async function schoolsToFind(dataSource: DataSource, within: Within | null): Promise<SchoolToFind[]> {
  const query = journeysThatFit(dataSource, { within })
    .leftJoin("schools", "school", "school.urn = journey.urn")
    .select("journey.id", "journey")
    // Hardly any has one, and to take ten thousand empty lists apart takes longer than to read the names.
    .addSelect("nullif(journey.aliases, '{}')", "aliases")
    .addSelect("coalesce(school.name, journey.urn)", "called")
    .addSelect("school.address", "address")
    .addSelect("coalesce(school.searched, journey.urn)", "words");
  return coded(() => query.getRawMany<SchoolToFind>());
}

/** Those of these journeys that somebody sees still, in no order. Rejects with StoreError. */
export async function schoolsFound(
  dataSource: DataSource,
  within: Within | null,
  journeys: readonly string[],
): Promise<SchoolFound[]> {
  if (journeys.length === 0) return [];
  const query = journeysThatFit(dataSource, { within })
    .andWhere("journey.id = any(:journeys)", { journeys })
    .leftJoin("schools", "school", "school.urn = journey.urn")
    .select("journey.id", "journey")
    .addSelect("journey.urn", "urn")
    .addSelect("journey.aliases", "aliases")
    .addSelect("journey.phase", "phase")
    .addSelect("journey.hub", "hub")
    .addSelect("journey.status", "status")
    .addSelect("journey.stage", "stage")
    .addSelect("journey.academicYear", "academicYear")
    .addSelect("school.name", "school")
    .addSelect("school.postcode", "postcode")
    .addSelect("school.address", "address");
  return coded(() => query.getRawMany<SchoolFound>());
}
