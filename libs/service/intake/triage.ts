// The applications that wait for a hub, oldest first: what it decides on next, with all that it weighs. PostgreSQL
// alone is asked.

import { addDays, daysBetween } from "../../calendar/dates.ts";
import { instantFromMs, localDate, startOfDay, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { Rules } from "../../journey/rules.ts";
import type { EventOf, Recorded } from "../../journey/events.ts";
import { fold } from "../../journey/evolve.ts";
import type { Begun } from "../../journey/state.ts";
import { coded } from "../../store/errors.ts";
import type { Queryable } from "../../store/prepared.ts";
import { page, pageThere, type ByNumber, type Numbered, type Page } from "../../views/page.ts";
import { eventsOf } from "../../views/events-of.ts";
import { applicationOf, partnersOf, type Partner } from "./triage/applications.ts";
import { actionsFor, judged, type Judged } from "./triage/judged.ts";

/** The statuses in which an application waits for its hub, or for the school's answer to it. */
export const WAITING = ["applied", "information-requested", "waitlisted", "offered"] as const;
export type WaitingStatus = (typeof WAITING)[number];

/**
 * By what the queue is narrowed; `at`: the moment of asking (UTC), by which days are counted; `waited`: so many days at
 * least.
 */
export interface TriageNarrowing {
  hub: string;
  prospectus?: string | undefined;
  status?: WaitingStatus | undefined;
  waited?: number | undefined;
  at: Instant;
}
/** `after`: the `next` of the page before. */
export interface TriageFilter extends TriageNarrowing {
  after?: string | undefined;
  limit: number;
}

export const TRIAGE_SORTS = ["received", "school", "programme", "status"] as const;
export type TriageSort = (typeof TRIAGE_SORTS)[number];
const KEYS: Readonly<Record<TriageSort, string>> = {
  received: "application.at",
  school: "lower(coalesce(schools.name, ''))",
  programme: "journey.prospectus",
  status: "journey.status",
};

/**
 * Where a school stands on a waitlist. `workGroup` and `position` are null on the hub's own list, which has no order of
 * its own but the date.
 */
export interface Turn {
  workGroup: string | null;
  position: number | null;
  since: Instant;
  held: boolean;
  together: number | null;
  reasonCode: string | null;
}

/** A Work Group of the programme with places to offer; `free`: null where no number is set. */
export interface Room {
  workGroup: string;
  free: number | null;
}

/** `daysWaiting`: since it was received, in days of London. Free text stays in the people store: its ids are here. */
export interface Triaged {
  journey: string;
  urn: string;
  school: string | null;
  prospectus: string;
  status: WaitingStatus;
  version: number;
  receivedAt: Instant;
  daysWaiting: number;
  reasonsId: string | null;
  contactId: string | null;
  eligibility: Judged;
  /** What the hub asked of it and when; null where no question is open. */
  asked: { at: Instant; reasonId: string | null } | null;
  turn: Turn | null;
  offer: { workGroup: string | null; respondBy: LocalDate; madeAt: Instant } | null;
  partners: Partner[];
  room: Room[];
  /** Commands that the rules would take now, by the name of their route. */
  actions: string[];
}

/**
 * A page of the queue of a hub, in the order in which applications were received. Of a school that named others, each
 * partner with where it stands at this hub. Rejects with StoreError.
 */
export async function triage(db: Queryable, filter: TriageFilter, rules: Rules): Promise<Page<Triaged, string>> {
  const [from = null, id = null] = filter.after?.split("~") ?? [];
  const behind = `($5::timestamptz is null or (application.at, journey.id) > ($5::timestamptz, $6::text))`;
  const found = await coded(() =>
    db.query<Row[]>(`${WAITING_ROWS} and ${behind} order by application.at, journey.id limit $7`, [
      ...narrowedBy(filter),
      ...[from, id, filter.limit + 1],
    ]),
  );
  const { items, next } = page(found, filter.limit, (row) => `${row.received.toISOString()}~${row.id}`);
  return { items: await triaged(db, items, filter, rules), next };
}

/** The same by pages of their own number, in one of several orders. Rejects with StoreError. */
export async function triageByNumber(
  db: Queryable,
  filter: TriageNarrowing,
  { sort, descending, ...asked }: ByNumber & { sort: TriageSort; descending: boolean },
  rules: Rules,
): Promise<Numbered<Triaged>> {
  const by = narrowedBy(filter);
  const [{ total } = { total: 0 }] = await coded(() =>
    db.query<{ total: number }[]>(`select count(*)::int as total from (${WAITING_ROWS}) as waiting`, by),
  );
  const { page: there, pages, offset } = pageThere(total, asked);
  const way = descending ? "desc" : "asc";
  const order = `order by ${KEYS[sort]} ${way}, application.at ${way}, journey.id ${way} limit $5 offset $6`;
  const found = await coded(() => db.query<Row[]>(`${WAITING_ROWS} ${order}`, [...by, asked.size, offset]));
  return { items: await triaged(db, found, filter, rules), total, page: there, pages };
}

/** Each with all that is weighed. */
async function triaged(
  db: Queryable,
  items: readonly Row[],
  filter: TriageNarrowing,
  rules: Rules,
): Promise<Triaged[]> {
  const events = await eventsOf(
    db,
    items.map(({ id }) => id),
  );
  const partners = await partnersOf(db, filter.hub, [...events.values()]);
  const rooms = await roomsOf(db, filter.hub, [...new Set(items.map(({ prospectus }) => prospectus))]);
  return items.flatMap((row): Triaged[] => {
    const past = events.get(row.id) ?? [];
    const application = applicationOf(past);
    const state = fold(past);
    if (application === null || !isWaiting(state)) return [];
    const { urn } = state.school;
    return [
      {
        journey: row.id,
        urn,
        school: row.school,
        prospectus: application.prospectus,
        status: state.status,
        version: state.seq,
        receivedAt: application.at,
        daysWaiting: daysBetween(localDate(application.at), localDate(filter.at)),
        reasonsId: application.reasonsId,
        contactId: application.contactId || null,
        eligibility: judged(past, application, row.open, rules),
        asked: askedOf(state, past),
        turn: turnOf(state, past, row),
        offer: offerOf(state, past),
        partners: partners(row.id, state, application),
        room: rooms.get(application.prospectus) ?? [],
        actions: actionsFor(state, filter.at, rules),
      },
    ];
  });
}

type Waits = Extract<Begun, { status: WaitingStatus }>;

function isWaiting(state: ReturnType<typeof fold>): state is Waits {
  return (WAITING as readonly string[]).includes(state.status);
}

interface Row {
  id: string;
  prospectus: string;
  received: Date;
  school: string | null;
  open: boolean | null;
  position: number | null;
  held: boolean | null;
  since: Date | null;
  together: number | null;
}

const WAITING_ROWS = `
select journey.id, journey.prospectus, application.at as received, schools.name as school, schools.open,
  turn.position, turn.held, turn.since, turn.together
from journeys as journey
cross join lateral (select at from events where stream = 'journey/' || journey.id and type = 'ApplicationSubmitted'
  order by seq desc limit 1) as application
left join schools on schools.urn = journey.urn
left join work_group_schools as turn on turn.journey = journey.id and turn.work_group = journey.work_group and
  turn.status = 'waiting'
where journey.hub = $1 and journey.status = any($2::text[]) and ($3::text is null or journey.prospectus = $3)
  and ($4::timestamptz is null or application.at < $4::timestamptz)`;

function narrowedBy({ hub, prospectus, status, waited, at }: TriageNarrowing): unknown[] {
  // Days of London, as daysWaiting counts them.
  const before = waited === undefined ? null : startOfDay(addDays(localDate(at), 1 - waited));
  return [hub, status === undefined ? [...WAITING] : [status], prospectus ?? null, before];
}

const latest = <T extends Recorded["type"]>(past: readonly Recorded[], type: T): Recorded<EventOf<T>> | undefined =>
  past.findLast((event): event is Extract<Recorded, { type: T }> => event.type === type) as
    Recorded<EventOf<T>> | undefined;

function askedOf(state: Waits, past: readonly Recorded[]): Triaged["asked"] {
  const asked = latest(past, "InformationRequested");
  return state.status === "information-requested" && asked ? { at: asked.at, reasonId: asked.reasonId ?? null } : null;
}

function offerOf(state: Waits, past: readonly Recorded[]): Triaged["offer"] {
  const made = latest(past, "PlaceOffered");
  return state.status === "offered" && made
    ? { workGroup: state.offer.workGroup, respondBy: state.offer.respondBy, madeAt: made.at }
    : null;
}

function turnOf(state: Waits, past: readonly Recorded[], { position, held, since, together }: Row): Turn | null {
  const put = latest(past, "ApplicationWaitlisted");
  const { waitsIn } = state.application;
  if (state.status === "offered" || !put || (waitsIn === null && state.status !== "waitlisted")) return null;
  const reasonCode = put.reasonCode ?? null;
  if (position === null || since === null || held === null)
    return { workGroup: waitsIn, position: null, since: put.at, held: false, together: null, reasonCode };
  return { workGroup: waitsIn, position, held, together, since: instantFromMs(since.getTime()), reasonCode };
}

/** The Work Groups of a hub that still have a place to offer, by programme. */
async function roomsOf(db: Queryable, hub: string, prospectuses: readonly string[]): Promise<Map<string, Room[]>> {
  const rows = await coded<{ id: string; prospectus: string; free: number | null }[]>(() =>
    db.query(
      `select id, prospectus, most - reserved - taken as free from work_groups
     where hub = $1 and prospectus = any($2::text[]) and status = 'formed' and (most is null or most > reserved +
       taken) order by id`,
      [hub, [...prospectuses]],
    ),
  );
  const rooms = new Map<string, Room[]>();
  for (const { id, prospectus, free } of rows)
    rooms.set(prospectus, [...(rooms.get(prospectus) ?? []), { workGroup: id, free }]);
  return rooms;
}
