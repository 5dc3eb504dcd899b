// The grants of a hub's schools, as those see them who approve them. PostgreSQL alone is asked.

import type { DataSource } from "typeorm";
import type { AskedOfGrant } from "../../journey/event-words.ts";
import { coded } from "../../store/errors.ts";
import { GrantRow } from "./grants.ts";
import { JourneyRow } from "../journeys/journeys.ts";
import { page, type Page } from "../page.ts";

/** A grant with its school. `left`: the school has gone to another hub. `approvers`: opaque ids. */
export interface GrantOfHub {
  journey: string;
  no: number;
  urn: string;
  school: string | null;
  stage: string;
  academicYear: string;
  amountPence: number;
  status: string;
  approvers: string[];
  run: string | null;
  left: boolean;
  /** What a person has to decide on it; null where nothing is. */
  asks: AskedOfGrant | null;
}

interface Raw extends GrantOfHub {
  place: string;
}

/**
 * A hub's grants in one status, by academic year and school; `after`: the `next` of the page before. Rejects with
 * StoreError.
 */
export async function grantsOfHub(
  dataSource: DataSource,
  { hub, status, after, limit }: { hub: string; status: string; after?: string; limit: number },
): Promise<Page<GrantOfHub, string>> {
  const place = `concat_ws('~', "grant".academic_year, "grant".journey, "grant".no) collate "C"`;
  const query = dataSource
    .getRepository(GrantRow)
    .createQueryBuilder("grant")
    .innerJoin(JourneyRow, "journey", "journey.id = grant.journey")
    .leftJoin("schools", "school", "school.urn = journey.urn")
    .select("grant.journey", "journey")
    .addSelect("grant.no", "no")
    .addSelect("journey.urn", "urn")
    .addSelect("school.name", "school")
    .addSelect("grant.stage", "stage")
    .addSelect("grant.academic_year", "academicYear")
    .addSelect("grant.amount_pence", "amountPence")
    .addSelect("grant.status", "status")
    .addSelect("grant.approvers", "approvers")
    .addSelect("grant.run", "run")
    .addSelect("grant.asks", "asks")
    .addSelect("journey.hub <> grant.hub", "left")
    .addSelect(place, "place")
    // Whose money it is: also once the school has gone to another hub.
    .where("grant.hub = :hub and grant.status = :status", { hub, status })
    .orderBy("place")
    .limit(limit + 1);
  if (after !== undefined) query.andWhere(`${place} > :after`, { after });
  const found = await coded(() => query.getRawMany<Raw>());
  const { items, next } = page(found, limit, (row) => row.place);
  return { items: items.map(({ place: _, ...row }) => row), next };
}
