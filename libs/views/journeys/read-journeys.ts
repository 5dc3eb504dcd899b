// What the API and the console read. PostgreSQL alone is asked.

import type { DataSource, EntityManager } from "typeorm";
import { COMMAND_COLUMNS, recordOf, type Claim, type CommandRecord, type CommandRow } from "../../store/command-log.ts";
import { coded } from "../../store/errors.ts";
import { loadAfter, type StoredEvent } from "../../store/events/event-store.ts";
import { streamOf } from "../../store/events/streams.ts";
import { named, prepared, type Queryable } from "../../store/prepared.ts";
import { ENDED_STATUSES } from "../../journey/state.ts";
import { CommitmentRow } from "../promises/commitments.ts";
import { EscalationRow } from "../promises/escalations.ts";
import { GrantRow } from "../money/grants.ts";
import { JourneyRow } from "./journeys.ts";
import { inOrder, journeysThatFit, type JourneySort, type Narrowing } from "./narrow-journeys.ts";
import { page, type Page } from "../page.ts";
import { ParticipantRow } from "./participants.ts";
import { rowsOfJourney } from "../rows-of-journey.ts";
import { ReminderRow } from "../reminders/reminders.ts";
import { TaskRow } from "../promises/tasks.ts";
import { keepWithin, shortWithin, withinSql, withinValues, type Within } from "../within.ts";

/** `sort`: by id where nothing is said. `after`: the id of the last journey of the page before. */
export interface JourneyFilter extends Narrowing {
  sort?: JourneySort | undefined;
  descending?: boolean | undefined;
  after?: string;
  limit: number;
}

export interface JourneyWhole extends JourneyRow {
  commitments: CommitmentRow[];
  reminders: ReminderRow[];
  escalations: EscalationRow[];
  grants: GrantRow[];
  tasks: TaskRow[];
  participants: ParticipantRow[];
}

/** Journeys that fit everything asked. Rejects with StoreError. */
export async function findJourneys(dataSource: DataSource, filter: JourneyFilter): Promise<Page<JourneyRow, string>> {
  const { sort, descending = false, after, limit, ...which } = filter;
  const query = journeysThatFit(dataSource, which).limit(limit + 1);
  if (sort === undefined) {
    query.orderBy("journey.id", descending ? "DESC" : "ASC");
    if (after !== undefined) query.andWhere(`journey.id ${descending ? "<" : ">"} :after`, { after });
  } else inOrder(query, { sort, descending, after });
  const found = await coded(() => query.getMany());
  return page(found, limit, (row) => row.id);
}

/**
 * A journey with all its lists, by its id or by one made of a successor's (or a former) URN; null where there is none.
 * All of one moment, so that what is read fits its `version`. Rejects with StoreError.
 */
export async function findJourney(dataSource: DataSource, id: string): Promise<JourneyWhole | null> {
  return coded(() =>
    dataSource.transaction("REPEATABLE READ", async (manager) => {
      const journey = (await byId(manager, id)) ?? (await byAlias(manager, id));
      if (journey === null) return null;
      return {
        ...journey,
        commitments: await rowsOfJourney(manager, CommitmentRow, journey.id, "year_no, due_on, code"),
        reminders: await rowsOfJourney(manager, ReminderRow, journey.id, "seq"),
        escalations: await rowsOfJourney(manager, EscalationRow, journey.id, "seq"),
        grants: await rowsOfJourney(manager, GrantRow, journey.id, "no"),
        tasks: await rowsOfJourney(manager, TaskRow, journey.id, "opened_at, id"),
        participants: await rowsOfJourney(manager, ParticipantRow, journey.id, "role, participant"),
      };
    }),
  );
}

const OF_THESE = `select id from journeys where phase = $3 and (urn = $2 or aliases @> array[$2]) and ${withinSql(4)}
    order by id = $1 desc, urn = $2 desc, id limit 1`;
const MEANT = { name: "journey_that_is_meant", text: OF_THESE };

/** A journey as it is asked for: its own id, or one made of a successor's (or a former) URN. */
export interface Sought {
  id: string;
  urn: string;
  phase: string;
}

/**
 * The id of the journey that someone means, among those that they see (null: all); null where there is none. Rejects
 * with StoreError.
 */
export async function journeyMeant(
  dataSource: DataSource,
  { id, urn, phase }: Sought,
  within: Within | null,
): Promise<string | null> {
  const rows = await prepared<{ id: string }>(dataSource, MEANT, [id, urn, phase, ...withinValues(within)]);
  return rows[0]?.id ?? null;
}

const MEANT_AND_COMMAND = {
  name: "journey_that_is_meant_and_command",
  text: `select meant.id as journey, command.*, restored_epoch() as epoch from (select) as once
    left join (${OF_THESE}) as meant on true
    left join (select ${COMMAND_COLUMNS} from commands where id = $8) as command on true`,
};

/** The same, and what is known of a command by its id, in one question. */
export async function journeyMeantAndCommand(
  dataSource: DataSource,
  { id, urn, phase }: Sought,
  within: Within | null,
  command: string,
): Promise<{ journey: string | null; known: CommandRecord | null }> {
  const values = [id, urn, phase, ...withinValues(within), command];
  const [row] = await prepared<CommandRow & { journey: string | null }>(dataSource, MEANT_AND_COMMAND, values);
  return row === undefined
    ? { journey: null, known: null }
    : { journey: row.journey, known: (row.id as string | null) === null ? null : recordOf(row) };
}

/**
 * Notes a command of a journey that goes by its own id, where it is among those that someone sees (null: all) and
 * nothing stands under the command's id yet: the epoch of the feed then; null where it is not noted. Rejects with
 * StoreError.
 */
export async function claimOfJourney(
  dataSource: DataSource,
  within: Within | null,
  { id, subject, name, bodyDigest, principal, receivedAt, asked }: Claim,
): Promise<{ epoch: string | null } | null> {
  const { sql, values, as } = shortWithin(within, 9);
  const statement = {
    name: `command_of_journey_is_claimed_${as}`,
    text: `insert into commands (id, stream, name, body_digest, principal, received_at, command)
      select $1::text, $2::text, $3::text, $4::text, $5::text, $6::timestamptz, $7::jsonb
      from journeys where id = $8 and ${sql} on conflict (id) do nothing returning restored_epoch() as epoch`,
  };
  const claim = [id, streamOf(subject), name, bodyDigest, principal, receivedAt, JSON.stringify(asked), subject];
  const [row] = await prepared<{ epoch: string | null }>(dataSource, statement, [...claim, ...values]);
  return row ?? null;
}

/** A journey's grants, in the order they became due. Rejects with StoreError. */
export async function grantsOf(dataSource: DataSource, journey: string): Promise<GrantRow[]> {
  return coded(() => dataSource.manager.find(GrantRow, { where: { journey }, order: { no: "asc" } }));
}

/**
 * The id of the journey that a school of this URN has in a phase; where there is none yet, the id it will have. Rejects
 * with StoreError.
 */
export async function journeyIdOf(dataSource: DataSource, urn: string, phase: string): Promise<string> {
  return (await idOfSchool(dataSource, urn, phase)) ?? `${urn}-${phase}`;
}

/** Should two ever fit, the one that bears the URN today, and of two that do the one that goes on. */
const OF_SCHOOL = {
  name: "journey_of_school",
  text: `select id from journeys where phase = $1 and (urn = $2 or aliases @> array[$2])
    order by urn = $2 desc, status = any($3::text[]), id limit 1`,
};

async function idOfSchool(db: Queryable, urn: string, phase: string): Promise<string | null> {
  const [found] = await named<{ id: string }>(db, OF_SCHOOL, [phase, urn, [...ENDED_STATUSES]]);
  return found?.id ?? null;
}

/** The journey of a school and phase of which a hub was ever told something; null where there is none. */
export async function heardOf(
  dataSource: DataSource,
  { id, urn, phase }: { id: string; urn: string; phase: string },
  hub: string,
): Promise<string | null> {
  const rows = await coded<{ id: string }[]>(() =>
    dataSource.query(
      `select id from journeys
       where phase = $1 and (urn = $2 or aliases @> array[$2])
         and (exists (select from journey_stays as stay where stay.journey = journeys.id and stay.hub = $3)
           or exists (select from events where stream = 'journey/' || journeys.id and events.of_hub = $3))
       order by id = $4 desc, urn = $2 desc, id limit 1`,
      [phase, urn, hub, id],
    ),
  );
  return rows[0]?.id ?? null;
}

/**
 * A journey's events after `after` (a `seq`; null: from the first), of one hub or (null) all. An unknown journey has
 * none. Rejects with StoreError.
 */
export async function journeyEvents(
  dataSource: DataSource,
  id: string,
  after: number | null,
  limit: number,
  hub: string | null = null,
): Promise<Page<StoredEvent, number>> {
  const found = await loadAfter(dataSource, streamOf(id), after ?? 0, limit + 1, hub);
  return page(found, limit, (event) => event.seq);
}

/** Which of these journeys someone may see. Rejects with StoreError. */
export async function journeysSeen(dataSource: DataSource, ids: readonly string[], within: Within): Promise<string[]> {
  const query = dataSource
    .getRepository(JourneyRow)
    .createQueryBuilder("journey")
    .select("journey.id")
    .where("journey.id = any(:ids)", { ids: [...ids] });
  keepWithin(query, within);
  return (await coded(() => query.getMany())).map(({ id }) => id);
}

async function byId(manager: EntityManager, id: string): Promise<JourneyRow | null> {
  const [row] = await rowsOfJourney(manager, JourneyRow, id, "id");
  return row ?? null;
}

async function byAlias(manager: EntityManager, id: string): Promise<JourneyRow | null> {
  const [, urn, phase] = /^(\d+)-([a-z]+)$/.exec(id) ?? [];
  if (urn === undefined || phase === undefined) return null;
  const found = await idOfSchool(manager, urn, phase);
  return found === null ? null : byId(manager, found);
}

/** The teachers who take part now, of these journeys. Rejects with StoreError. */
export async function participantsOf(dataSource: DataSource, journeys: readonly string[]): Promise<ParticipantRow[]> {
  return coded(() =>
    dataSource
      .getRepository(ParticipantRow)
      .createQueryBuilder("participant")
      .where("participant.journey = any(:journeys) and not participant.left", { journeys: [...journeys] })
      .orderBy("participant.journey")
      .addOrderBy("participant.role")
      .addOrderBy("participant.participant")
      .getMany(),
  );
}
