// Why grants stand where they do, in short: the sessions of their stage-years, since when they are payable, what a
// person has decided. One statement for all of a list.

import type { DataSource } from "typeorm";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { coded } from "../../store/errors.ts";

/**
 * `attended` and `missed`: sessions so far, null where the school has gone to another hub, whose business they are.
 * `decidedBy`: an opaque id, of who decided that it is paid or, of one withheld, that it is not; null: no person did.
 */
export interface GrantGround {
  attended: number | null;
  missed: number | null;
  payableAt: Instant | null;
  decidedAt: Instant | null;
  decidedBy: string | null;
}

type Key = { journey: string; no: number };
interface Raw extends Key, Omit<GrantGround, "payableAt" | "decidedAt"> {
  payableAt: Date | null;
  decidedAt: Date | null;
}

export const NO_GROUND: GrantGround = {
  ...{ attended: null, missed: null, payableAt: null, decidedAt: null, decidedBy: null },
};

// What belongs to another hub is not told: a grant has what its own was told of it.
const GROUNDS = `select g.journey, g.no, held.attended, held.missed, told."payableAt", decided.at as "decidedAt",
    case when decided.actor ->> 'role' <> 'service' then decided.actor ->> 'who' end as "decidedBy"
  from unnest($1::text[], $2::int[]) as asked (journey, no)
  join grants as g on g.journey = asked.journey and g.no = asked.no
  join journeys as journey on journey.id = g.journey
  left join lateral (
    select count(*) filter (where status = 'met')::int as attended, count(*) filter (where status = 'missed')::int as
      missed
    from commitments as one where one.journey = g.journey and one.stage = g.stage
      and one.academic_year = g.academic_year and one.kind = 'meeting'
  ) as held on journey.hub = g.hub
  cross join lateral (
    select max(at) filter (where type = 'GrantPayable') as "payableAt", max(seq) filter (where
      case g.status when 'withheld' then type = 'GrantWithheld' else data ->> 'decision' in ('release', 'part') end) as
      seq
    from events as e where e.stream = 'journey/' || g.journey
      and type in ('GrantPayable', 'GrantDecided', 'GrantWithheld') and data ->> 'stage' = g.stage
      and data ->> 'academicYear' = g.academic_year and (of_hub is null or of_hub = g.hub)
  ) as told
  left join events as decided on decided.stream = 'journey/' || g.journey and decided.seq = told.seq`;

/** The ground of each of these grants. Rejects with StoreError. */
export async function groundsOf(source: DataSource, grants: readonly Key[]): Promise<(of: Key) => GrantGround> {
  if (grants.length === 0) return () => NO_GROUND;
  const rows = await coded(() =>
    source.query<Raw[]>(GROUNDS, [grants.map(({ journey }) => journey), grants.map(({ no }) => no)]),
  );
  const found = new Map(
    rows.map(({ journey, no, payableAt, decidedAt, ...ground }) => [
      keyOf({ journey, no }),
      { ...ground, payableAt: instantOf(payableAt), decidedAt: instantOf(decidedAt) },
    ]),
  );
  return (of) => found.get(keyOf(of)) ?? NO_GROUND;
}

const keyOf = ({ journey, no }: Key): string => `${journey}~${no}`;
const instantOf = (at: Date | null): Instant | null => (at === null ? null : instantFromMs(at.getTime()));
