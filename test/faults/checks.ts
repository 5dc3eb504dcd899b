// What must hold after any number of kills, counted in PostgreSQL and in the inbox. Each check gives the sentences that
// are wrong.

import type { DataSource } from "typeorm";
import type { Inbox } from "../../apps/inbox/inbox.ts";
import { effectOf } from "../../libs/journey/effects.ts";
import type { JourneyEvent } from "../../libs/journey/events.ts";
import type { EffectKind } from "../../libs/journey/state.ts";
import type { Ledger } from "./school.ts";

/** An event as PostgreSQL has it. */
export interface Row {
  stream: string;
  seq: number;
  type: string;
  at: string | Date;
  command_id: string | null;
  data: Record<string, unknown>;
}

export interface Verdict {
  faults: string[];
  facts: Record<string, number>;
}

/**
 * Everything that was acknowledged is there once, nothing else is, time goes on in each stream, every effect was
 * performed and recorded once, and nothing stands still. `heard`: what a reader of the feed had, who has read it to its
 * end; `aheadMs`: how far the rules' clock is before this machine's.
 */
export async function check(
  dataSource: DataSource,
  inbox: Inbox,
  ledger: Ledger,
  heard: readonly Heard[],
  aheadMs: number,
): Promise<Verdict> {
  const rows: Row[] = await dataSource.query(
    "select stream, seq, type, at, command_id, data from events order by stream, seq",
  );
  const streams = groupedBy(rows, ({ stream }) => stream);
  const open: { stream: string }[] = await dataSource.query(
    "select stream from streams where open_effects > 0 or due_at < $1 order by stream",
    [new Date(Date.now() + aheadMs - LATE_MS)],
  );
  const faults = [
    ...[...streams].flatMap(([stream, events]) => gaps(stream, events)),
    ...[...streams].flatMap(([stream, events]) => backwards(stream, events)),
    ...acknowledgedOnce(rows, ledger),
    ...[...streams].flatMap(([stream, events]) => effects(stream, events)),
    ...open.map(({ stream }) => `${stream} stands still`),
    ...unheard(rows, heard),
  ];
  const mail = await mailCount(rows, inbox);
  const notAccepted = ledger.acknowledged.filter(({ outcome }) => !("accepted" in outcome) || !outcome.accepted);
  faults.push(...mail.faults, ...notAccepted.map((one) => `not accepted: ${JSON.stringify(one)}`));
  return {
    faults,
    facts: {
      journeys: streams.size,
      events: rows.length,
      acknowledged: ledger.acknowledged.length,
      resent: ledger.resent,
      heard: heard.length,
      ...mail.facts,
    },
  };
}

/** What was due so long ago should have happened. */
const LATE_MS = 120_000;

/** An event as a reader of the feed had it. */
export interface Heard {
  stream: string;
  seq: number;
}

/** Every event once, and those of a stream in their order. */
export function unheard(rows: readonly Row[], heard: readonly Heard[]): string[] {
  const had = groupedBy(heard, ({ stream }) => stream);
  return [...groupedBy(rows, ({ stream }) => stream)].flatMap(([stream, events]) => {
    const [told, there] = [had.get(stream) ?? [], events].map((all) => all.map(({ seq }) => seq).join(" "));
    return told === there ? [] : [`${stream}: the feed told ${told}, there is ${there}`];
  });
}

/** An event is no earlier than the one before it. */
export function backwards(stream: string, events: readonly Row[]): string[] {
  const at = events.map((event) => new Date(event.at).getTime());
  return at.every((ms, index) => index === 0 || ms >= (at[index - 1] ?? ms)) ? [] : [`${stream}: time goes back`];
}

/** The events of a stream are numbered from 1 on. */
export function gaps(stream: string, events: readonly Row[]): string[] {
  return events.every(({ seq }, index) => seq === index + 1) ? [] : [`${stream}: seq has gaps`];
}

/** One command, one unbroken run of events that ends at the version its caller was told. */
export function acknowledgedOnce(rows: readonly Row[], { acknowledged }: Pick<Ledger, "acknowledged">): string[] {
  const byCommand = groupedBy(
    rows.filter(({ command_id }) => command_id !== null),
    ({ command_id }) => String(command_id),
  );
  const idAt = new Map(rows.map(({ stream, seq, command_id }) => [`${stream} ${seq}`, command_id]));
  const known = new Set<string>();
  const faults = acknowledged.flatMap(({ journey, command, outcome, type }) => {
    // Of one that came over HTTP the version is known alone: the event there is the last of its own.
    const at = "version" in outcome ? outcome.version : 0;
    const id = command ?? idAt.get(`journey/${journey} ${at}`) ?? `${journey} at ${at}`;
    if (command === null && known.has(id)) return [`${id} was acknowledged as two commands`];
    known.add(id);
    const events = byCommand.get(id) ?? [];
    const first = events[0]?.seq ?? 0;
    if (events.length === 0) return [`${id} was acknowledged and is lost`];
    if (events.some(({ seq }, index) => seq !== first + index)) return [`${id} was carried out twice`];
    if (new Set(events.map(({ type: happened, data }) => JSON.stringify([happened, data]))).size !== events.length)
      return [`${id} (${type}) has an event twice`];
    return "version" in outcome && outcome.version !== events.at(-1)?.seq ? [`${id} was told another version`] : [];
  });
  const unknown = [...byCommand.keys()].filter((id) => !id.startsWith("effect:") && !known.has(id));
  return [...faults, ...unknown.map((id) => `${id} was carried out and never acknowledged`)];
}

/** What the world was owed, and only that, was performed, once. */
export function effects(stream: string, events: readonly Row[]): string[] {
  const performed = events.filter(({ type }) => type === "EffectPerformed").map(({ data }) => Number(data["effect"]));
  const asked = events.filter((row) => asksOf(row) !== null).map(({ seq }) => seq);
  return JSON.stringify(performed.toSorted((a, b) => a - b)) === JSON.stringify(asked)
    ? []
    : [`${stream}: effects ${asked.join(" ")} were asked for, ${performed.join(" ")} performed`];
}

/** What an event asks of the world; null for most. */
export const asksOf = ({ type, data }: Row): EffectKind | null =>
  effectOf({ type, ...data } as unknown as JourneyEvent);

/**
 * By Message-ID: none lost; a second copy of one is allowed (an e-mail is at least once) and counted. A letter whose
 * sender was killed before noting it may be superseded by the time of the next try, and is then recorded without its
 * Message-ID.
 */
async function mailCount(rows: readonly Row[], inbox: Inbox): Promise<Verdict> {
  const performed = rows.filter(({ type }) => type === "EffectPerformed");
  const recorded = performed.flatMap(({ data }) =>
    String(data["messageId"] ?? "")
      .split(" ")
      .filter(Boolean),
  );
  const effects = new Set(
    performed.map(({ stream, data }) => `${stream.replace("journey/", "")}.${String(data["effect"])}`),
  );
  const arrived = (await inbox.messages()).map(({ messageId }) => messageId);
  const distinct = new Set(arrived);
  const lost = recorded.filter((id) => !distinct.has(id));
  const unasked = [...distinct].filter((id) => !effects.has(id.slice(1).split(".").slice(0, 2).join(".")));
  return {
    faults: [
      ...lost.map((id) => `${id} is recorded as sent and did not arrive`),
      ...unasked.map((id) => `${id} arrived and nothing asked for it`),
    ],
    facts: { letters: distinct.size, copies: arrived.length - distinct.size },
  };
}

/** Things by what `key` calls them, in their order. */
export function groupedBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
