// A payment run's book: what it decides, its lines, and the step of each school's journey, a batch at a time.

import { localDate } from "../../calendar/instants.ts";
import { runName, runOfName } from "../../contract/payment-run.ts";
import type { Command } from "../../payments/commands.ts";
import { decideOnRun } from "../../payments/decide.ts";
import type { Book } from "../../payments/decision.ts";
import { PAYMENT_RUN } from "../../payments/kind.ts";
import type { Line, LineStatus, PaymentRun, RunEffect } from "../../payments/state.ts";
import { recordedOfRun } from "../../store/events/known-events.ts";
import type { Queryable } from "../../store/prepared.ts";
import {
  countWaiting,
  gatheringRun,
  linesNamed,
  linesOf,
  PAYABLES,
  saveLines,
  waitingPayables,
} from "../../store/money/payment-lines.ts";
import { RUN_TABLES } from "../../views/tables.ts";
import type { Kind, RunHand } from "../kind.ts";
import { statesOf } from "../standing.ts";

/**
 * So many payments in one transaction: a second or two, and few enough journeys under lock that nobody waits long for
 * theirs. What a test tells of between two batches it can tell of small ones.
 */
export const batch = { payments: 100 };

const idOf = (subject: string): string => runOfName(subject) ?? subject;

export const paymentRun: Kind<"payment-run"> = {
  name: "payment-run",
  prefix: runName(""),
  pure: PAYMENT_RUN,
  timeFirst: false,
  idOf,
  recorded: recordedOfRun,
  tables: RUN_TABLES,
  history: (id, events, state) => ({ run: id, events, state }),

  guess: async (_, __, commands) => ({ subjects: [], locks: heapOf(commands) }),

  async needs(db, subject, state, commands) {
    const book = await bookFor(db, idOf(subject), state, commands);
    const subjects = [...book.lines.values(), ...book.payables].map(({ journey }) => journey);
    return { subjects, locks: heapOf(commands), hand: { book, changed: new Map() } };
  },

  // Its lines and what waits stand in tables of their own.
  concerns: () => null,

  decide({ subject, state, books, rules, hand }, command) {
    const { book, changed } = hand;
    const lines = new Map([...book.lines].map(([payment, line]) => [payment, changed.get(payment) ?? line]));
    const journeys = statesOf(books, "journey", (id) => id);
    const decision = decideOnRun(idOf(subject), state, { ...book, lines }, journeys, command, rules);
    if ("rejection" in decision) return { rejection: decision.rejection, entries: {} };
    const { by: inJourneys, skipped } = decision;
    return {
      skipped,
      hand: withLines(hand, decision.lines),
      entries: {
        "payment-run": [{ subject, events: decision.events, actor: command.by, commandId: command.id }],
        journey: [...decision.journeys].map(([journey, events]) => ({
          subject: journey,
          events,
          actor: inJourneys,
          commandId: `${command.id}/${journey}`,
        })),
      },
    };
  },

  // Nothing comes to it by itself but the batches of what is under way.
  tick: null,

  keepHand: (db, { changed }) => saveLines(db, [...changed.values()]),
};

/** Two runs never take grants at the same time from the same heap. */
const heapOf = (commands: readonly Command[]): string[] =>
  commands.some(({ type }) => type === "PreparePaymentRun") ? [PAYABLES] : [];

const withLines = ({ book, changed }: RunHand, lines: readonly Line[]): RunHand => ({
  book,
  changed: new Map([...changed, ...lines.map((line): [string, Line] => [line.payment, line])]),
});

/** The status that lines have before each kind of batch. */
const BEFORE: Record<Exclude<RunEffect, "take-payables">, LineStatus> = {
  "authorise-payments": "prepared",
  "confirm-payments": "authorised",
  "let-payments-go": "prepared",
};

type Found = Partial<Pick<Book, "waiting" | "gathering" | "payables" | "more">> & { lines?: readonly Line[] };

/** What commands find in the books: the next batch, the payments they name, what waits. */
async function bookFor(db: Queryable, run: string, state: PaymentRun, commands: readonly Command[]): Promise<Book> {
  const nothing: Book = { waiting: 0, gathering: null, payables: [], more: false, lines: new Map() };
  let book = nothing;
  for (const command of commands) {
    const { lines = [], ...found } = await foundBy(db, run, state, command);
    const all = new Map([...book.lines, ...lines.map((line): [string, Line] => [line.payment, line])]);
    book = { ...book, ...found, lines: all };
  }
  return book;
}

async function foundBy(db: Queryable, run: string, state: PaymentRun, command: Command): Promise<Found> {
  switch (command.type) {
    case "PreparePaymentRun": {
      if (state.status !== "none") return {};
      const hub = command.data.hub ?? null;
      // In this order: a run that is done with taking in between has taken what would still be counted as waiting.
      const gathering = await gatheringRun(db, hub);
      const waiting = await countWaiting(db, { hub, cutOff: command.data.cutOff ?? localDate(command.at) });
      return { waiting, gathering };
    }
    case "ConfirmPayment":
    case "FailPayment":
    case "HoldPayment":
    case "ReturnPayment":
      return { lines: await linesNamed(db, run, command.data.payments ?? []) };
    case "CarryOn":
      return nextBatch(db, run, state, command.data.effect);
    default:
      return {};
  }
}

async function nextBatch(db: Queryable, run: string, state: PaymentRun, seq: number): Promise<Found> {
  const { payments: most } = batch;
  if (state.status === "none") return {};
  const effect = state.effects.find((one) => one.seq === seq);
  if (effect === undefined) return {};
  if (effect.kind === "take-payables") {
    const found = await waitingPayables(db, run, state, most + 1);
    return { payables: found.slice(0, most), more: found.length > most };
  }
  const found = await linesOf(db, run, { statuses: [BEFORE[effect.kind]], after: effect.after, limit: most + 1 });
  return { lines: found.slice(0, most), more: found.length > most };
}
