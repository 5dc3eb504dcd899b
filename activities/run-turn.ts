// One turn of a payment run, decided in memory: each command with all that it means for the schools it pays. Nothing is
// written here.

import type { Outcome } from "../libs/contract/journey.ts";
import { runName, type RunRequest } from "../libs/contract/payment-run.ts";
import type { Rules } from "../libs/journey/rules.ts";
import { decideOnRun } from "../libs/payments/decide.ts";
import type { Book, RunDecision } from "../libs/payments/decision.ts";
import type { Command } from "../libs/payments/commands.ts";
import type { Recorded, RunEvent } from "../libs/payments/events.ts";
import { evolve, fold } from "../libs/payments/evolve.ts";
import type { Line, PaymentRun } from "../libs/payments/state.ts";
import type { CommandRecord } from "../libs/store/command-log.ts";
import type { NewEvent } from "../libs/store/events/event-store.ts";
import { whereItBroke } from "./failures.ts";
import type { JourneyStanding } from "./group-turn.ts";
import { answeredBefore, goOn, notBefore, versionOf, wholeSecond } from "./turn.ts";

/** What has happened to a run so far; nothing to one that nobody prepared. */
export interface RunPast {
  run: string;
  events: readonly Recorded[];
}

/** A payment run within a turn: as it was, and what it records now. */
export interface RunStanding {
  run: string;
  past: readonly Recorded[];
  before: PaymentRun;
  state: PaymentRun;
  added: readonly Recorded[];
  news: readonly NewEvent<RunEvent>[];
  /** The lines that are new or changed, as they are now. */
  lines: ReadonlyMap<string, Line>;
}

export interface RunTurn {
  standing: RunStanding;
  state: PaymentRun;
  journeys: readonly JourneyStanding[];
  outcomes: readonly Outcome[];
  settled: readonly { command: Command; outcome: Outcome }[];
}

interface Standing {
  run: RunStanding;
  journeys: ReadonlyMap<string, JourneyStanding>;
}

/**
 * Decides a request on a payment run. `book` and `journeys`: what its commands concern, under lock. As `takeTurn` in
 * all else.
 */
export function takeRunTurn(
  rules: Rules,
  request: RunRequest,
  { run, events }: RunPast,
  book: Book,
  journeys: readonly JourneyStanding[],
  known: ReadonlyMap<string, CommandRecord>,
): RunTurn {
  const before = fold(events);
  let standing: Standing = {
    run: { run, past: events, before, state: before, added: [], news: [], lines: new Map() },
    journeys: new Map(journeys.map((one) => [one.journey, one])),
  };
  const outcomes = new Map<string, Outcome>();
  const settled: { command: Command; outcome: Outcome }[] = [];
  for (const command of request.commands) {
    if (outcomes.has(command.id)) continue;
    const answered = answeredBefore(runName(run), command, known.get(command.id));
    if (answered !== null) {
      outcomes.set(command.id, answered);
      continue;
    }
    const result = decideOne(rules, standing, book, command);
    standing = result.standing;
    outcomes.set(command.id, result.outcome);
    if (!("fault" in result.outcome)) settled.push({ command, outcome: result.outcome });
  }
  const inOrder = request.commands.flatMap((command) => outcomes.get(command.id) ?? []);
  return {
    standing: standing.run,
    state: standing.run.state,
    journeys: [...standing.journeys.values()],
    outcomes: inOrder,
    settled,
  };
}

function decideOne(
  rules: Rules,
  standing: Standing,
  book: Book,
  command: Command,
): { standing: Standing; outcome: Outcome } {
  const { run, journeys } = standing;
  try {
    const dated = { ...command, at: notBefore(run.state, wholeSecond(command.at)) };
    const now = {
      ...book,
      lines: new Map([...book.lines].map(([payment, line]) => [payment, run.lines.get(payment) ?? line])),
    };
    const decision = decideOnRun(
      run.run,
      run.state,
      now,
      new Map([...journeys].map(([id, { state }]) => [id, state])),
      dated,
      rules,
    );
    if ("rejection" in decision)
      return { standing, outcome: { command: command.id, accepted: false, rejection: decision.rejection } };
    const after = follow(standing, decision, dated);
    const { skipped } = decision;
    return {
      standing: after,
      outcome: {
        command: command.id,
        accepted: true,
        version: versionOf(after.run.state),
        ...(skipped.length > 0 && { skipped }),
      },
    };
  } catch (error) {
    return { standing, outcome: { command: command.id, fault: whereItBroke(error) } };
  }
}

function follow(
  { run, journeys }: Standing,
  { events, lines, journeys: inJourneys, by }: RunDecision,
  command: Command,
): Standing {
  let { state } = run;
  const added: Recorded[] = [];
  for (const event of events) {
    const next: Recorded = { ...event, seq: versionOf(state) + 1 };
    state = evolve(state, next);
    added.push(next);
  }
  const news = events.map((event) => ({ event, actor: command.by, commandId: command.id }));
  const gone = new Map(journeys);
  for (const [journey, asked] of inJourneys) {
    const before = gone.get(journey);
    if (!before) throw new Error(`${journey} is not at hand`);
    const { state: after, added: more, news: told } = goOn(before.state, asked, by, `${command.id}/${journey}`);
    gone.set(journey, { ...before, state: after, added: [...before.added, ...more], news: [...before.news, ...told] });
  }
  const changed = new Map([...run.lines, ...lines.map((line): [string, Line] => [line.payment, line])]);
  return {
    run: { ...run, state, added: [...run.added, ...added], news: [...run.news, ...news], lines: changed },
    journeys: gone,
  };
}
