// The whole of a journey's turn, in one transaction: lock, load, decide, append, and what is read of it. Run again, it answers the same.

import type { DataSource, EntityManager } from 'typeorm';
import type { AdvanceAnswer, AdvanceRequest, Outcome } from '../libs/contract/journey.ts';
import type { Rules } from '../libs/journey/decide.ts';
import { findCommands, recordOutcomes } from '../libs/store/command-log.ts';
import { coded, StoreError } from '../libs/store/errors.ts';
import { append, load } from '../libs/store/event-store.ts';
import { recorded } from '../libs/store/known-events.ts';
import { journeyStream, lockStreams, saveStream, streamRow } from '../libs/store/streams.ts';
import { writeViews } from '../libs/views/write.ts';
import { answerOf } from './answer.ts';
import { failingByCode, whereItBroke } from './failures.ts';
import { takeTurn, versionOf } from './turn.ts';

export interface AdvanceDeps { dataSource: DataSource; rules: Rules }

/** The activity `advance`. It rejects with failures by code (failures.ts); a command that is turned down is an answer, no failure. */
export function makeAdvance(deps: AdvanceDeps): (request: AdvanceRequest) => Promise<AdvanceAnswer> {
  const inOneTransaction = (request: AdvanceRequest): Promise<AdvanceAnswer> =>
    coded(() => deps.dataSource.transaction((manager) => advance(manager, deps, request)));
  return (request) => failingByCode(async () => {
    try {
      return await inOneTransaction(request);
    } catch (error) {
      if (request.commands.length === 0 || !isDefect(error)) throw error;
      return oneByOne(request, inOneTransaction);
    }
  });
}

/**
 * The way out where keeping a turn fails for what is in it (a number too large for its column, say): it would fail for ever, and the
 * journey with it. Each command then has its own transaction, and the one at fault its own `fault`.
 */
async function oneByOne(request: AdvanceRequest, inOneTransaction: (part: AdvanceRequest) => Promise<AdvanceAnswer>): Promise<AdvanceAnswer> {
  const outcomes: Outcome[] = [];
  for (const command of request.commands) {
    try {
      outcomes.push(...(await inOneTransaction({ ...request, commands: [command] })).outcomes);
    } catch (error) {
      if (!isDefect(error)) throw error;
      outcomes.push({ command: command.id, fault: whereItBroke(error) });
    }
  }
  return { ...(await inOneTransaction({ ...request, commands: [] })), outcomes };
}

/** Would it fail again, here and elsewhere? Not for an outage, nor for what a newer worker can do. */
function isDefect(error: unknown): boolean {
  return !(error instanceof StoreError) || error.code === 'database-error';
}

async function advance(manager: EntityManager, deps: AdvanceDeps, request: AdvanceRequest): Promise<AdvanceAnswer> {
  const { journey } = request;
  const stream = journeyStream(journey);
  await lockStreams(manager, [stream]);
  const past = recorded(await load(manager, stream));
  const known = await findCommands(manager, request.commands.map((command) => command.id));
  const turn = takeTurn(deps.rules, request, past, known);
  const events = [...past, ...turn.added];
  await append(manager, stream, versionOf(turn.before), turn.news);
  await recordOutcomes(manager, turn.settled.map(({ command, outcome }) =>
    ({ id: command.id, stream, name: command.type, principal: command.by.who, receivedAt: command.at, outcome })));
  if (turn.added.length > 0) {
    await writeViews(manager, { journey, events: past, state: turn.before }, { journey, events, state: turn.state });
  }
  if (events.length > 0) await saveStream(manager, streamRow(stream, events, turn.state));
  return answerOf(request, turn);
}
