// Which notes of a hub somebody is to come back to, about which school and on which day. The words of a note are sealed
// and not read here: nobody opens them to make a list.

import type { DataSource } from "typeorm";
import type { LocalDate } from "../../calendar/dates.ts";
import { instantFromMs, type Instant } from "../../calendar/instants.ts";
import { coded } from "../../store/errors.ts";
import { page as pageOf, pageThere, type ByNumber, type Numbered, type Page } from "../page.ts";
import { idsOf, withinSql, withinValues, type Within } from "../within.ts";

/** `by`: who wrote it, an opaque id in a role; `own`: whoever asks did. */
export interface FollowUp {
  note: string;
  journey: string;
  urn: string;
  school: string | null;
  on: LocalDate;
  at: Instant;
  by: { who: string; role: string };
  own: boolean;
}

/** Days in London: to be followed up from the one, and by the other; `whose`: written by whoever asks, or not. */
export interface FollowUpFilter {
  from?: LocalDate | undefined;
  by?: LocalDate | undefined;
  whose?: "me" | "others" | undefined;
}

export const FOLLOW_UP_SORTS = ["due", "school", "written"] as const;
export type FollowUpSort = (typeof FOLLOW_UP_SORTS)[number];
export type FollowUpOrder = ByNumber & { sort: FollowUpSort; descending: boolean };

const ORDERS: Readonly<Record<FollowUpSort, string>> = {
  due: "note.follow_up_on",
  school: "coalesce(schools.name, journey.urn)",
  written: "note.at",
};

/** Of schools that are at the hub still, whose words are there still. */
const OPEN = `from journey_notes as note
  join (select id, urn, hub from journeys where ${withinSql(1)}) as journey
    on journey.id = note.journey and journey.hub = note.hub
  join people.texts on texts.id = 'note/' || note.id
  join people.keys on keys.owner = texts.owner and keys.wrapped is not null
  left join schools on schools.urn = journey.urn
  where note.hub = $1 and note.follow_up_on is not null and note.followed_up_at is null
    and ($5::date is null or note.follow_up_on >= $5) and ($6::date is null or note.follow_up_on <= $6)
    and ($8::text is null or ($8 = 'me') = (note.by_whom in ${idsOf("$7")}))`;

/** Whose list it is: somebody's of a hub, of the schools that they see. */
export interface FollowUpsFor {
  who: string;
  within: Within & { hub: string };
}

/** A place in the list as it stands by their days. */
export const FOLLOW_UPS_AFTER = /^\d{4}-\d{2}-\d{2}~\d{1,18}$/u;

interface Row extends Omit<FollowUp, "at" | "by"> {
  at: Date;
  by_whom: string;
  by_role: string;
  place: string;
}

const ROWS = `select note.id as note, note.journey, journey.urn, schools.name as school, note.follow_up_on::text as on,
    note.at, note.by_whom, note.by_role, note.by_whom in ${idsOf("$7")} as own,
    note.follow_up_on || '~' || note.kept_no as place
  ${OPEN}`;

const givenOf = ({ who, within }: FollowUpsFor, { from, by, whose }: FollowUpFilter): unknown[] => [
  ...withinValues(within),
  ...[from ?? null, by ?? null, who, whose ?? null],
];

/**
 * What a hub is to follow up, by pages of their number; the longest due first where nothing else is asked for. Rejects
 * with StoreError.
 */
export async function followUpsOf(
  db: DataSource,
  whose: FollowUpsFor,
  filter: FollowUpFilter,
  { sort, descending, ...asked }: FollowUpOrder,
): Promise<Numbered<FollowUp>> {
  const given = givenOf(whose, filter);
  const [{ total } = { total: 0 }] = await coded<{ total: number }[]>(() =>
    db.query(`select count(*)::int as total ${OPEN}`, given),
  );
  const { page, pages, offset } = pageThere(total, asked);
  const order = `order by ${ORDERS[sort]} ${descending ? "desc" : "asc"}, note.kept_no`;
  const rows = await coded<Row[]>(() =>
    db.query(`${ROWS} ${order} limit $9 offset $10`, [...given, asked.size, offset]),
  );
  return { items: rows.map(inRow), total, page, pages };
}

/** The same behind a place in it, the longest due first. Rejects with StoreError. */
export async function followUpsAfter(
  db: DataSource,
  whose: FollowUpsFor,
  filter: FollowUpFilter,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Page<FollowUp, string>> {
  const [on = null, no = null] = after?.split("~") ?? [];
  const rows = await coded<Row[]>(() =>
    db.query(
      `${ROWS} and ($9::date is null or (note.follow_up_on, note.kept_no) > ($9::date, $10::bigint))
       order by note.follow_up_on, note.kept_no limit $11`,
      [...givenOf(whose, filter), on, no, limit + 1],
    ),
  );
  const { items, next } = pageOf(rows, limit, ({ place }) => place);
  return { items: items.map(inRow), next };
}

const inRow = ({ at, by_whom, by_role, place: _, ...row }: Row): FollowUp => ({
  ...row,
  at: instantFromMs(at.getTime()),
  by: { who: by_whom, role: by_role },
});

/** The days of those that are due by this day, the longest due first. Rejects with StoreError. */
export async function daysToFollowUp(db: DataSource, hub: string, by: LocalDate): Promise<LocalDate[]> {
  const rows = await coded<{ on: LocalDate }[]>(() =>
    db.query(`select note.follow_up_on::text as on ${OPEN} order by note.follow_up_on, note.kept_no`, [
      ...withinValues({ hub }),
      ...[null, by, null, null],
    ]),
  );
  return rows.map(({ on }) => on);
}
