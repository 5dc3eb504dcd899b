// What every effect shares: performed by one worker at a time under a lease in PostgreSQL, recorded once, failing in
// codes alone.

import { randomUUID } from "node:crypto";
import { ApplicationFailure } from "@temporalio/common";
import type { DataSource } from "typeorm";
import { MailError } from "../libs/mail/mail.ts";
import { effectIdOf, type EffectResult, type PerformEffect } from "../libs/contract/journey.ts";
import type { EventOf, EventType, Recorded } from "../libs/journey/events.ts";
import { fold } from "../libs/journey/evolve.ts";
import type { Begun } from "../libs/journey/state.ts";
import type { Held } from "../libs/people/sent-letters.ts";
import { clusterOf } from "../libs/store/cluster-of.ts";
import { coded } from "../libs/store/errors.ts";
import { loadWithEpoch } from "../libs/store/events/told.ts";
import { recorded } from "../libs/store/events/known-events.ts";
import { streamOf } from "../libs/store/events/streams.ts";
import { noteAttempt, noteDone } from "../libs/store/effect-records.ts";
import { prepared } from "../libs/store/prepared.ts";
import { failingByCode } from "./failures.ts";

/** A lease outlasts any one message (20 s at most); it is renewed before each. */
const LEASE_SECONDS = 60;

export interface Lease {
  /** Message-IDs that a mail server took in an earlier attempt. */
  sent: ReadonlySet<string>;
  /** What it is held on to by, before each message. */
  held: Held;
}

/** The event that asked, and the journey as it stands now, at the moment of performing. */
export interface Asked {
  event: Recorded;
  /** What its letters are named by, beside its number (libs/contract/message-id.ts). */
  epoch: string | null;
  /** The latest decision of any hub on its figures. */
  figures: string | null;
  events: readonly Recorded[];
  state: Begun;
}

/** What was done: `code` says what was particular about it (`superseded`, `fell-back`). */
export type Done = Pick<EffectResult, "messageId" | "code" | "bounced">;

/**
 * Performs an effect once: what was done before is answered from the record. Rejects with an ApplicationFailure whose
 * type and message are a code (`effect-leased`, `database-unavailable`, `mail-unavailable`, `mail-refused`, …) and
 * nothing else.
 */
export async function performOnce(
  dataSource: DataSource,
  request: PerformEffect,
  perform: (asked: Asked, lease: Lease) => Promise<Done>,
): Promise<EffectResult> {
  return failingByCode(async () => {
    mustBeItsOwn(request);
    return underLease(dataSource, request, async (lease) => perform(await asked(dataSource, request), lease));
  });
}

/**
 * Does something once by its id, by one worker at a time: what was done before is answered from the record. Rejects
 * with an ApplicationFailure where another has it, or a mail server does not take what it sends; else as `perform`.
 */
export async function underLease(
  dataSource: DataSource,
  { id, seq }: Pick<PerformEffect, "id" | "seq">,
  perform: (lease: Lease) => Promise<Done>,
): Promise<EffectResult> {
  const holder = randomUUID();
  const before = await takeLease(dataSource, id, holder);
  if ("result" in before) return before.result;
  try {
    const held = { effect: id, holder, seconds: LEASE_SECONDS, cluster: clusterOf(dataSource) };
    const done = await perform({ sent: new Set(before.sent), held });
    const result: EffectResult = { seq, outcome: "performed", ...done, ...allThatWent(before.sent, done) };
    await finish(dataSource, id, holder, result);
    return result;
  } catch (error) {
    await letGo(dataSource, id, holder);
    throw error instanceof MailError ? failure(error.code, { why: error.why }) : error;
  }
}

/**
 * The same for what may be done twice without harm, by two workers even: what it asks for has an id of its own. Noted
 * is that it was tried, and what it came to: no word of a workflow's says that it was done.
 */
export async function performNoted(
  dataSource: DataSource,
  request: PerformEffect,
  perform: () => Promise<Done>,
): Promise<EffectResult> {
  return failingByCode(async () => {
    mustBeItsOwn(request);
    const before = await noteAttempt(dataSource, request.id, randomUUID());
    if (before !== null) return before;
    const result: EffectResult = { seq: request.seq, outcome: "performed", ...(await perform()) };
    await noteDone(dataSource, request.id, result);
    return result;
  });
}

/** Under another id it would be done again. */
function mustBeItsOwn({ id, journey, seq }: PerformEffect): void {
  if (id !== effectIdOf(journey, seq)) throw failure("unknown-effect");
}

/**
 * Whoever had the letter in an earlier attempt had it, also where the rest of it was superseded meanwhile, or they have
 * left since.
 */
function allThatWent(sentBefore: readonly string[], { messageId = "" }: Done): Pick<Done, "messageId"> {
  const all = [...new Set([...messageId.split(" ").filter(Boolean), ...sentBefore])];
  return all.length === 0 ? {} : { messageId: all.join(" ") };
}

/** A failure that Temporal tries again: `code` is its type and its message; `why`: codes for who is to mend it. */
export function failure(
  code: string,
  { nextRetryMs, why = "" }: { nextRetryMs?: number; why?: string } = {},
): ApplicationFailure {
  return ApplicationFailure.create({
    type: code,
    message: code,
    ...(why !== "" && { details: [why] }),
    ...(nextRetryMs !== undefined && { nextRetryDelay: nextRetryMs }),
  });
}

/** The event of the type an effect is for; another one is a defect of the caller. */
export function eventOf<T extends EventType>({ event }: Asked, ...types: T[]): Recorded<{ [K in T]: EventOf<K> }[T]> {
  if (!types.some((type) => type === event.type)) throw failure("wrong-effect");
  return event as Recorded<{ [K in T]: EventOf<K> }[T]>;
}

async function asked(dataSource: DataSource, request: PerformEffect): Promise<Asked> {
  const { events: stored, epoch, figures } = await loadWithEpoch(dataSource, streamOf(request.journey), request.seq);
  const events = recorded(stored);
  const event = events.find(({ seq }) => seq === request.seq);
  const state = fold(events);
  if (!event || state.status === "none") throw failure("unknown-effect");
  return { event, epoch, figures, events, state };
}

interface LeaseRow {
  mine: boolean;
  sent: string[];
  result: EffectResult | null;
  left_ms: number;
}

const TAKE = {
  name: "lease_is_taken",
  text: `with taken as (
      insert into effect_leases as held (effect_id, holder, leased_until, attempts)
      select $1, $2, clock_timestamp() + make_interval(secs => $3), 1 where must_be_home($4)
      on conflict (effect_id) do update
        set holder = excluded.holder, leased_until = excluded.leased_until, attempts = held.attempts + 1
        where held.done_at is null and held.leased_until <= clock_timestamp()
      returning sent)
    select true as mine, sent, null::jsonb as result, 0 as left_ms from taken
    union all
    select false, sent, result, greatest(0, extract(epoch from leased_until - clock_timestamp()) * 1000)::int
    from effect_leases where effect_id = $1 and not exists (select from taken)`,
};
const FINISH = {
  name: "lease_is_finished",
  text: `update effect_leases set done_at = clock_timestamp(), leased_until = clock_timestamp(), result = $3::jsonb
    where effect_id = $1 and holder = $2 and done_at is null returning 1`,
};

async function takeLease(
  dataSource: DataSource,
  id: string,
  holder: string,
): Promise<{ sent: string[] } | { result: EffectResult }> {
  const [row] = await prepared<LeaseRow>(dataSource, TAKE, [id, holder, LEASE_SECONDS, clusterOf(dataSource)]);
  if (row?.mine) return { sent: row.sent };
  if (row?.result) return { result: row.result };
  // Nothing is seen where another worker has just begun: the same as leased.
  throw failure("effect-leased", { nextRetryMs: (row?.left_ms ?? 0) + 1_000 });
}

async function finish(dataSource: DataSource, id: string, holder: string, result: EffectResult): Promise<void> {
  const rows = await prepared(dataSource, FINISH, [id, holder, JSON.stringify(result)]);
  if (rows.length === 0) throw failure("effect-leased");
}

/** So that the next try need not wait for the lease to run out; if PostgreSQL is away, it does. */
async function letGo(dataSource: DataSource, id: string, holder: string): Promise<void> {
  const release =
    "update effect_leases set leased_until = clock_timestamp() where effect_id = $1 and holder = $2 and " +
    "done_at is null";
  await coded(() => dataSource.query(release, [id, holder])).catch(() => undefined);
}
