// The whole of a payment run's turn, in one transaction: what it decides, its lines, the step of each school's journey,
// the postings.

import type { EntityManager } from "typeorm";
import type { EffectResult, PerformEffect } from "../libs/contract/journey.ts";
import { runName, runOfName, type RunAnswer, type RunRequest } from "../libs/contract/payment-run.ts";
import { instantFromMs, localDate } from "../libs/calendar/instants.ts";
import { SERVICE } from "../libs/journey/commands.ts";
import type { Book } from "../libs/payments/decision.ts";
import { fold } from "../libs/payments/evolve.ts";
import type { Line, LineStatus, PaymentRun, RunEffect } from "../libs/payments/state.ts";
import { findCommands, recordOutcomes } from "../libs/store/command-log.ts";
import { coded } from "../libs/store/errors.ts";
import { load } from "../libs/store/events/event-store.ts";
import { recordedOfRun } from "../libs/store/events/known-events.ts";
import {
  countWaiting,
  gatheringRun,
  linesNamed,
  linesOf,
  PAYABLES,
  waitingPayables,
} from "../libs/store/money/payment-lines.ts";
import { journeyStream, lockStreams } from "../libs/store/events/streams.ts";
import { eventsOf } from "../libs/views/events-of.ts";
import { orOneByOne, withLocks, type AdvanceDeps } from "./advance.ts";
import { runAnswerOf } from "./answer.ts";
import { failure } from "./effects.ts";
import { failingByCode } from "./failures.ts";
import { beginJourney } from "./group-turn.ts";
import { isStirred, keepJourneys, keepRun } from "./keep.ts";
import { takeRunTurn } from "./run-turn.ts";

/**
 * So many payments in one transaction: a second or two, and few enough journeys under lock that nobody waits long for
 * theirs.
 */
const BATCH = 100;

/** The activity `advanceRun`: as `advance`, for a payment run. */
export function makeAdvanceRun(deps: AdvanceDeps): (request: RunRequest) => Promise<RunAnswer> {
  const inOneTransaction = (request: RunRequest): Promise<RunAnswer> =>
    coded(() => withLocks(deps, [], (manager, journeys) => advanceRun(manager, deps, request, journeys)));
  return (request) => failingByCode(() => orOneByOne(request, inOneTransaction));
}

/**
 * The activities `take-payables`, `authorise-payments`, `confirm-payments` and `let-payments-go`: one batch each, a
 * command of its own id. The event that says it is done asks for the next; done before, nothing is done.
 */
export function makeCarryOn(deps: AdvanceDeps): (request: PerformEffect) => Promise<EffectResult> {
  const advance = makeAdvanceRun(deps);
  return async ({ journey, seq, id, now }) => {
    const run = runOfName(journey);
    if (run === null) throw failure("unknown-effect");
    const at = now ?? instantFromMs(Date.now());
    const { outcomes } = await advance({
      run,
      now: at,
      commands: [{ id: `carry-on:${id}`, type: "CarryOn", at, by: SERVICE, data: { effect: seq } }],
    });
    const [outcome] = outcomes;
    if (outcome === undefined || "fault" in outcome) throw failure("fault");
    return { seq, outcome: "performed", ...(outcome.accepted ? {} : { code: "turned-down" }) };
  };
}

async function advanceRun(
  manager: EntityManager,
  { rules }: AdvanceDeps,
  request: RunRequest,
  locked: readonly string[],
): Promise<{ answer: RunAnswer; toWake: string[] } | { needs: string[] }> {
  const { run, commands } = request;
  const stream = runName(run);
  const preparing = commands.some(({ type }) => type === "PreparePaymentRun");
  await lockStreams(manager, [stream, ...(preparing ? [PAYABLES] : []), ...locked.map(journeyStream)]);
  const events = recordedOfRun(await load(manager, stream));
  const book = await bookFor(manager, run, fold(events), request);
  const needs = [...new Set([...book.lines.values(), ...book.payables].map(({ journey }) => journey))];
  if (needs.some((journey) => !locked.includes(journey))) return { needs };
  const pasts = await eventsOf(manager, needs);
  const journeys = needs.map((journey) => beginJourney(journey, pasts.get(journey) ?? []));
  const known = await findCommands(
    manager,
    commands.map((command) => command.id),
  );
  const turn = takeRunTurn(rules, request, { run, events }, book, journeys, known);
  await keepRun(manager, turn.standing);
  const changed = turn.journeys.filter((one) => one.added.length > 0);
  await keepJourneys(manager, changed);
  await recordOutcomes(
    manager,
    turn.settled.map(({ command, outcome }) => ({
      id: command.id,
      stream,
      name: command.type,
      principal: command.by.who,
      receivedAt: command.at,
      outcome,
    })),
  );
  return { answer: runAnswerOf(request, turn), toWake: changed.filter(isStirred).map((one) => one.journey) };
}

/** The status that lines have before each kind of batch. */
const BEFORE: Record<Exclude<RunEffect, "take-payables">, LineStatus> = {
  "authorise-payments": "prepared",
  "confirm-payments": "authorised",
  "let-payments-go": "prepared",
};

/** What the request's commands find in the books: the next batch, the payments they name, what waits. */
async function bookFor(
  manager: EntityManager,
  run: string,
  state: PaymentRun,
  { commands }: RunRequest,
): Promise<Book> {
  const book = {
    waiting: 0,
    gathering: null as string | null,
    payables: [] as Book["payables"],
    more: false,
    lines: new Map<string, Line>(),
  };
  for (const command of commands) {
    if (command.type === "PreparePaymentRun" && state.status === "none") {
      const hub = command.data.hub ?? null;
      book.waiting = await countWaiting(manager, { hub, cutOff: command.data.cutOff ?? localDate(command.at) });
      book.gathering = await gatheringRun(manager, hub);
    }
    if (command.type === "ConfirmPayment" || command.type === "FailPayment") {
      for (const line of await linesNamed(manager, run, command.data.payments ?? []))
        book.lines.set(line.payment, line);
    }
    const effect =
      command.type === "CarryOn" && state.status !== "none"
        ? state.effects.find(({ seq }) => seq === command.data.effect)
        : undefined;
    if (!effect || state.status === "none") continue;
    if (effect.kind === "take-payables") {
      const found = await waitingPayables(manager, run, state, BATCH + 1);
      Object.assign(book, { payables: found.slice(0, BATCH), more: found.length > BATCH });
    } else {
      const found = await linesOf(manager, run, {
        statuses: [BEFORE[effect.kind]],
        after: effect.after,
        limit: BATCH + 1,
      });
      for (const line of found.slice(0, BATCH)) book.lines.set(line.payment, line);
      book.more = found.length > BATCH;
    }
  }
  return book;
}
