// The grants of a hub's schools, as those see them who approve them. PostgreSQL alone is asked.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import type { AskedOfGrant } from "../../journey/event-words.ts";
import { coded } from "../../store/errors.ts";
import { GrantRow } from "./grants.ts";
import { JourneyRow } from "../journeys/journeys.ts";
import { page, type Page } from "../page.ts";

/** A grant with its school. `left`: the school has gone to another hub. `approvers`: opaque ids. */
export interface GrantRead {
  journey: string;
  no: number;
  urn: string;
  school: string | null;
  stage: string;
  academicYear: string;
  amountPence: number;
  status: string;
  approvers: string[];
  releasedAt: Instant | null;
  run: string | null;
  left: boolean;
  /** What a person has to decide on it; null where nothing is. */
  asks: AskedOfGrant | null;
}

interface Raw extends Omit<GrantRead, "releasedAt"> {
  releasedAt: Date | null;
  place: string;
}

/** Those of an academic year; those that were released from a moment on, to another. */
export interface GrantFilter {
  academicYear?: string;
  released?: { from: Instant; to: Instant };
}

/**
 * A hub's grants in one status, by academic year and school, those that fit; `after`: the `next` of the page before.
 * Rejects with StoreError.
 */
export async function grantsOfHub(
  dataSource: DataSource,
  {
    hub,
    status,
    after,
    limit,
    academicYear,
    released,
  }: { hub: string; status: string; after?: string; limit: number } & GrantFilter,
): Promise<Page<GrantRead, string>> {
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
    .addSelect("grant.released_at", "releasedAt")
    .addSelect("grant.run", "run")
    .addSelect("grant.asks", "asks")
    .addSelect("journey.hub <> grant.hub", "left")
    .addSelect(place, "place")
    // Whose money it is: also once the school has gone to another hub.
    .where("grant.hub = :hub and grant.status = :status", { hub, status })
    .orderBy("place")
    .limit(limit + 1);
  if (academicYear !== undefined) query.andWhere(`"grant".academic_year = :academicYear`, { academicYear });
  if (released !== undefined) query.andWhere(`"grant".released_at between :from and :to`, released);
  if (after !== undefined) query.andWhere(`${place} > :after`, { after });
  const found = await coded(() => query.getRawMany<Raw>());
  const { items, next } = page(found, limit, (row) => row.place);
  return {
    items: items.map(({ place: _, releasedAt, ...row }) => ({
      ...row,
      releasedAt: releasedAt === null ? null : instantFromMs(releasedAt.getTime()),
    })),
    next,
  };
}

/**
 * What a hub's grants in one status come to, by academic year and the month (London) of their release. `once`: of them
 * approved by one person; `open`: not by this one, and payable, so that they could approve it.
 */
export interface GrantSum {
  academicYear: string;
  month: string | null;
  grants: number;
  pence: number;
  once: number;
  open: number;
  openPence: number;
}

/** Those sums, the latest year first. Rejects with StoreError. */
export async function grantSums(
  dataSource: DataSource,
  { hub, status, who }: { hub: string; status: string; who: string },
): Promise<GrantSum[]> {
  const open = `status = 'payable' and not ($3 = any(approvers))`;
  const rows = await coded<(Omit<GrantSum, "pence" | "openPence"> & { pence: string; openPence: string })[]>(() =>
    dataSource.query(
      `select academic_year as "academicYear", to_char(released_at at time zone 'Europe/London', 'YYYY-MM') as month,
        count(*)::int as grants, sum(amount_pence) as pence,
        (count(*) filter (where cardinality(approvers) = 1))::int as once, (count(*) filter (where ${open}))::int as
        open, coalesce(sum(amount_pence) filter (where ${open}), 0) as "openPence"
       from grants where hub = $1 and status = $2 group by 1, 2 order by 1 desc, 2 desc`,
      [hub, status, who],
    ),
  );
  return rows.map((row) => ({ ...row, pence: Number(row.pence), openPence: Number(row.openPence) }));
}
