// Keeps what a turn has decided, in its transaction: events, read rows, postings, where the stream stands.

import type { EntityManager } from "typeorm";
import { runName } from "../libs/contract/payment-run.ts";
import { groupName } from "../libs/contract/work-group.ts";
import { due } from "../libs/journey/due.ts";
import { postingsOf } from "../libs/payments/postings.ts";
import { append, appendAll } from "../libs/store/events/event-store.ts";
import { post } from "../libs/store/money/ledger.ts";
import { saveLines } from "../libs/store/money/payment-lines.ts";
import {
  groupStreamRow,
  journeyStream,
  runStreamRow,
  saveStream,
  saveStreams,
  streamRow,
} from "../libs/store/events/streams.ts";
import { writeGroupViews, writeRunViews, writeAllViews } from "../libs/views/write.ts";
import { due as groupDue } from "../libs/work-group/due.ts";
import type { GroupStanding } from "./group-standing.ts";
import type { JourneyStanding } from "./group-turn.ts";
import type { RunStanding } from "./run-turn.ts";
import { versionOf } from "./turn.ts";

/** Keeps journeys, each table in one statement, and what they post to the ledger. Rejects with StoreError. */
export async function keepJourneys(manager: EntityManager, standings: readonly JourneyStanding[]): Promise<void> {
  const now = standings.map(({ past, added, ...rest }) => ({
    ...rest,
    past,
    added,
    stream: journeyStream(rest.journey),
    events: [...past, ...added],
  }));
  await appendAll(
    manager,
    now.map(({ stream, before, news }) => ({ stream, expectedVersion: versionOf(before), events: news })),
  );
  await writeAllViews(
    manager,
    now
      .filter(({ added }) => added.length > 0)
      .map(({ journey, past, before, events, state }) => ({
        before: { journey, events: past, state: before },
        after: { journey, events, state },
      })),
  );
  await saveStreams(
    manager,
    now.filter(({ events }) => events.length > 0).map(({ stream, events, state }) => streamRow(stream, events, state)),
  );
  await post(
    manager,
    standings.flatMap(({ journey, before, added }) => postingsOf(journey, before, added)),
  );
}

/** Keeps a payment run with its lines. Rejects with StoreError. */
export async function keepRun(
  manager: EntityManager,
  { run, past, before, state, added, news, lines }: RunStanding,
): Promise<void> {
  const stream = runName(run);
  const events = [...past, ...added];
  await append(manager, stream, versionOf(before), news);
  await saveLines(manager, [...lines.values()]);
  if (added.length > 0) await writeRunViews(manager, { run, events: past, state: before }, { run, events, state });
  if (events.length > 0) await saveStream(manager, runStreamRow(stream, events, state));
}

/** Rejects with StoreError. */
export async function keepGroup(
  manager: EntityManager,
  { group, past, before, state, added, news }: GroupStanding,
): Promise<void> {
  const stream = groupName(group);
  const events = [...past, ...added];
  await append(manager, stream, versionOf(before), news);
  if (added.length > 0)
    await writeGroupViews(manager, { group, events: past, state: before }, { group, events, state });
  if (events.length > 0) await saveStream(manager, groupStreamRow(stream, events, state));
}

/** Has its workflow to be told: does something come sooner than it knows of, or is there something new to perform? */
export function isStirred({ before, state }: JourneyStanding | GroupStanding): boolean {
  const known = new Set(before.status === "none" ? [] : before.effects.map(({ seq }) => seq));
  if (state.status !== "none" && state.effects.some(({ seq }) => !known.has(seq))) return true;
  const [was, is] = [dueOf(before), dueOf(state)];
  return is !== null && (was === null || is < was);
}

function dueOf(state: JourneyStanding["state"] | GroupStanding["state"]): string | null {
  return "waitlist" in state ? groupDue(state) : due(state);
}
