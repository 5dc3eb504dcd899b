// One turn of a journey, decided in memory: each command apart, then what time brings. Nothing is written here.

import { instantFromMs, type Instant } from '../libs/calendar/instants.ts';
import type { AdvanceRequest, Outcome } from '../libs/contract/journey.ts';
import type { Actor, Command } from '../libs/journey/commands.ts';
import { decide, type Rules } from '../libs/journey/decide.ts';
import type { Recorded } from '../libs/journey/events.ts';
import { evolve, fold } from '../libs/journey/evolve.ts';
import type { Journey } from '../libs/journey/state.ts';
import type { CommandRecord } from '../libs/store/command-log.ts';
import type { NewEvent } from '../libs/store/event-store.ts';
import { whereItBroke } from './failures.ts';

/** What time itself asks, no person behind it. */
export const SERVICE: Actor = { who: 'service', role: 'service' };

export interface Turn {
  before: Journey; state: Journey; past: readonly Recorded[]; added: readonly Recorded[];
  /** The same events with who asked, for the store. */
  news: readonly NewEvent[];
  /** For every command of the request, in its order. */
  outcomes: readonly Outcome[];
  /** Those decided in this turn, to be kept; a fault is not, it may be sent again. */
  settled: readonly { command: Command; outcome: Outcome }[];
  /** Where `Tick` broke, or null. */
  tickFault: string | null;
}

interface Standing { state: Journey; added: Recorded[]; news: NewEvent[] }

/**
 * Decides a request on a journey's past. `known`: commands of it that were met before; what was answered is answered again.
 * A command that breaks the rules' code becomes its own `fault`; the others and the clock go on.
 */
export function takeTurn(rules: Rules, request: AdvanceRequest, past: readonly Recorded[], known: ReadonlyMap<string, CommandRecord>): Turn {
  const before = fold(past);
  let standing: Standing = { state: before, added: [], news: [] };
  const outcomes = new Map<string, Outcome>();
  const settled: { command: Command; outcome: Outcome }[] = [];
  for (const command of request.commands) {
    if (outcomes.has(command.id)) continue;
    const answered = answeredBefore(request.journey, command, known.get(command.id));
    if (answered !== null) {
      outcomes.set(command.id, answered);
      continue;
    }
    const result = decideOne(rules, standing, command);
    standing = result.standing;
    outcomes.set(command.id, result.outcome);
    if (!('fault' in result.outcome)) settled.push({ command, outcome: result.outcome });
  }
  const ticked = tick(rules, standing, request);
  const { state, added, news } = ticked.standing;
  const inOrder = request.commands.flatMap((command) => outcomes.get(command.id) ?? []);
  return { before, state, past, added, news, outcomes: inOrder, settled, tickFault: ticked.fault };
}

function answeredBefore(journey: string, command: Command, record: CommandRecord | undefined): Outcome | null {
  if (record === undefined) return null;
  if (record.journey !== journey) {
    const detail = 'This key was used for another journey. Send a new Idempotency-Key.';
    return { command: command.id, accepted: false, rejection: { code: 'key-reused', detail } };
  }
  return record.outcome;
}

function decideOne(rules: Rules, standing: Standing, command: Command): { standing: Standing; outcome: Outcome } {
  try {
    const decision = decide(standing.state, { ...command, at: notBefore(standing.state, wholeSecond(command.at)) }, rules);
    if ('rejection' in decision) return { standing, outcome: { command: command.id, accepted: false, rejection: decision.rejection } };
    const after = follow(standing, decision.events, command.by, command.id);
    return { standing: after, outcome: { command: command.id, accepted: true, version: versionOf(after.state) } };
  } catch (error) {
    return { standing, outcome: { command: command.id, fault: whereItBroke(error) } };
  }
}

function tick(rules: Rules, standing: Standing, request: AdvanceRequest): { standing: Standing; fault: string | null } {
  if (standing.state.status === 'none') return { standing, fault: null };
  const id = `tick/${request.journey}/${versionOf(standing.state)}`;
  try {
    const at = notBefore(standing.state, wholeSecond(request.now));
    const decision = decide(standing.state, { id, type: 'Tick', at, by: SERVICE, data: {} }, rules);
    if ('rejection' in decision) return { standing, fault: null };
    return { standing: follow(standing, decision.events, SERVICE, null), fault: null };
  } catch (error) {
    return { standing, fault: whereItBroke(error) };
  }
}

/** A copy that has gone on by these events: the one given stays, for the case that one of them breaks. */
function follow(standing: Standing, events: readonly NewEvent['event'][], actor: Actor, commandId: string | null): Standing {
  let { state } = standing;
  const added: Recorded[] = [];
  const news: NewEvent[] = [];
  for (const event of events) {
    const dated = { ...event, at: notBefore(state, event.at) };
    const next: Recorded = { ...dated, seq: versionOf(state) + 1 };
    state = evolve(state, next);
    added.push(next);
    news.push({ event: dated, actor, commandId });
  }
  return { state, added: [...standing.added, ...added], news: [...standing.news, ...news] };
}

/** The `seq` of the last event, 0 before the first. */
export function versionOf(state: Journey): number {
  return state.status === 'none' ? 0 : state.seq;
}

/** Clocks show milliseconds, the rules whole seconds. Throws RangeError for what is no instant. */
function wholeSecond(at: string): Instant {
  return instantFromMs(Date.parse(at));
}

/** Time never goes back within a journey, whatever clock it was read from. */
function notBefore(state: Journey, at: Instant): Instant {
  return state.status !== 'none' && state.lastAt > at ? state.lastAt : at;
}
