// What a search looks through: the schools that somebody sees, each with the words by which it is found.

import type { DataSource } from "typeorm";
import { coded } from "../../store/errors.ts";
import type { Within } from "../within.ts";
import { journeysThatFit } from "./narrow-journeys.ts";

/** `words`: of its name, URN and postcode, as they are stored to be searched; `address`: its town is part of it. */
export interface SchoolToFind {
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
  words: string;
}

/** All of them, in no order: a hub has some hundreds. Rejects with StoreError. */
export async function schoolsToFind(dataSource: DataSource, within: Within | null): Promise<SchoolToFind[]> {
  const query = journeysThatFit(dataSource, { within })
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
    .addSelect("school.address", "address")
    .addSelect("coalesce(school.searched, '')", "words");
  return coded(() => query.getRawMany<SchoolToFind>());
}
