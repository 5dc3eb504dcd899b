// Which schools are asked for by another hub. PostgreSQL alone is asked.

import type { DataSource } from "typeorm";
import { coded } from "../../store/errors.ts";
import { page, type Page } from "../page.ts";
import { JourneyRow } from "./journeys.ts";
import { MoveRow } from "./moves.ts";

/** A move that is asked for, with its school. */
export interface MoveAsked extends MoveRow {
  urn: string;
  school: string | null;
}

/**
 * By journey; `hub`: that asks or is asked, null for all; `after`: the `next` of the page before. Rejects with
 * StoreError.
 */
export async function findMoves(
  dataSource: DataSource,
  { hub, after, limit }: { hub: string | null; after?: string; limit: number },
): Promise<Page<MoveAsked, string>> {
  const query = dataSource
    .getRepository(MoveRow)
    .createQueryBuilder("move")
    .innerJoin(JourneyRow, "journey", "journey.id = move.journey")
    .leftJoin("schools", "school", "school.urn = journey.urn")
    .addSelect("journey.urn", "urn")
    .addSelect("school.name", "school")
    .orderBy("move.journey")
    .limit(limit + 1);
  if (hub !== null) query.andWhere("(move.from = :hub or move.to = :hub)", { hub });
  if (after !== undefined) query.andWhere("move.journey > :after", { after });
  const { entities, raw } = await coded(() => query.getRawAndEntities<{ urn: string; school: string | null }>());
  const found = entities.map((move, index) => {
    const { urn = "", school = null } = raw[index] ?? {};
    return { ...move, urn, school };
  });
  return page(found, limit, (one) => one.journey);
}
