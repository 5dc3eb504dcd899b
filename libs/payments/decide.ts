// Decisions on a payment run: one person prepares it, another authorises it, and each payment of it is confirmed or
// fails. Pure: the lines and journeys that a command concerns are handed in, what each records comes out.

import { localDate } from "../calendar/instants.ts";
import type { Actor } from "../journey/commands.ts";
import type { Rules } from "../journey/rules.ts";
import { because, needsReason } from "../journey/decide/common.ts";
import type { JourneyEvent } from "../journey/events.ts";
import { reject, type Rejection } from "../journey/rejection.ts";
import type { Journey } from "../journey/state.ts";
import { invalid } from "../journey/wire.ts";
import { authoriseBatch, confirmBatch, letGoBatch, settleNamed, takeBatch } from "./batches.ts";
import { MOST_PAYMENTS } from "./command-fields.ts";
import type { Command, CommandName, CommandOf } from "./commands.ts";
import type { Person, RunEvent } from "./events.ts";
import { step } from "./evolve.ts";
import { openPayments, type Line, type Payable, type PaymentRun, type Run } from "./state.ts";

/** What a command on a run finds in the books, read under the lock of this round. */
export interface Book {
  /**
   * For PreparePaymentRun: how many released grants wait for it, and which other run is taking such grants just now.
   */
  waiting: number;
  gathering: string | null;
  /** For CarryOn, the next batch; `more`: it is not the last. */
  payables: readonly Payable[];
  more: boolean;
  /** The next batch, or the payments that are named, by reference. */
  lines: ReadonlyMap<string, Line>;
}

/** A payment that was passed over: why, as a code of the rules. */
export interface Skipped {
  payment: string;
  why: Rejection["code"];
  detail: string;
}

/**
 * What a command comes to: the run's own events, its lines as they are now, each journey's events and who asked for
 * them.
 */
export interface RunDecision {
  events: RunEvent[];
  lines: Line[];
  journeys: ReadonlyMap<string, readonly JourneyEvent[]>;
  by: Actor;
  skipped: Skipped[];
}
export type Decision = RunDecision | { rejection: Rejection };

export interface Scene {
  id: string;
  run: Run;
  book: Book;
  journeys: ReadonlyMap<string, Journey>;
  rules: Rules;
}
type Decide<N extends CommandName> = (scene: Scene, command: CommandOf<N>) => Decision;

/** Decides a command of the payment run `id`. Never throws for what a caller sent. */
export function decideOnRun(
  id: string,
  run: PaymentRun,
  book: Book,
  journeys: ReadonlyMap<string, Journey>,
  command: Command,
  rules: Rules,
): Decision {
  const version = run.status === "none" ? 0 : run.seq;
  if (command.expected !== undefined && command.expected !== version) {
    return reject(
      "version-conflict",
      `The payment run has changed since: its version is ${version}, not ${command.expected}. Read it again.`,
    );
  }
  if (command.type === "PreparePaymentRun") return prepare(run, book, command);
  if (run.status === "none") return reject("not-found", "There is no such payment run.");
  const decision = (VERBS[command.type] as Decide<Exclude<CommandName, "PreparePaymentRun">>)(
    { id, run, book, journeys, rules },
    command as never,
  );
  return "rejection" in decision ? decision : { ...decision, events: completed(run, decision.events, command) };
}

function prepare(run: PaymentRun, { waiting, gathering }: Book, command: CommandOf<"PreparePaymentRun">): Decision {
  const { at, by, data } = command;
  if (run.status !== "none") return reject("not-in-this-state", "A payment run of that name is prepared already.");
  const today = localDate(at);
  const cutOff = data.cutOff ?? today;
  if (cutOff > today) return reject("in-the-future", `${cutOff} is still to come: a run takes what has been released.`);
  if (gathering !== null)
    return reject("not-in-this-state", `Payment run ${gathering} is being put together: wait until it is prepared.`);
  if (waiting === 0) return reject("grant-not-due", `No grant released by ${cutOff} waits for a payment run.`);
  return only(command, { type: "PaymentRunPrepared", at, hub: data.hub ?? null, cutOff, preparedBy: personOf(by) });
}

const VERBS: { [N in Exclude<CommandName, "PreparePaymentRun">]: Decide<N> } = {
  AuthorisePaymentRun: ({ run }, command) => {
    if (run.status !== "prepared") return notNow(run, "Only a run that is prepared can be authorised.");
    if (run.preparedBy.who === command.by.who)
      return reject("self-approval", "You prepared this run: another person must authorise it.");
    return only(command, { type: "PaymentRunAuthorised", at: command.at, authorisedBy: personOf(command.by) });
  },

  ConfirmPayment: (scene, command) => {
    const { at, by, data } = command;
    if (scene.run.status !== "authorised")
      return notNow(scene.run, "Payments are confirmed once the run is authorised.");
    if (data.payments !== undefined) return tooMany(data.payments) ?? settleNamed(scene, command, data.payments);
    if (scene.run.effects.some(({ kind }) => kind === "confirm-payments"))
      return notNow(scene.run, "All its payments are being confirmed already.");
    return only(command, { type: "AllConfirmed", at, confirmedBy: personOf(by) });
  },

  FailPayment: (scene, command) => {
    if (scene.run.status !== "authorised") return notNow(scene.run, "A payment can fail once the run is authorised.");
    return tooMany(command.data.payments) ?? settleNamed(scene, command, command.data.payments);
  },

  CancelPaymentRun: ({ run }, command) => {
    if (run.status !== "gathering" && run.status !== "prepared")
      return notNow(run, "A run can be cancelled until it is authorised.");
    return (
      needsReason(command.data) ??
      only(command, { type: "PaymentRunCancelled", at: command.at, ...because(command.data) })
    );
  },

  CarryOn: (scene, command) => {
    const effect = scene.run.effects.find(({ seq }) => seq === command.data.effect);
    // Done before, or dropped by a cancellation.
    if (!effect) return only(command);
    switch (effect.kind) {
      case "take-payables":
        return takeBatch(scene, command, effect);
      case "authorise-payments":
        return authoriseBatch(scene, command, effect);
      case "confirm-payments":
        return confirmBatch(scene, command, effect);
      case "let-payments-go":
        return letGoBatch(scene, command, effect);
      default:
        return effect.kind satisfies never;
    }
  },

  RecordEffect: ({ run }, command) => {
    const { effect, outcome, code, messageId } = command.data;
    const open = run.effects.find((one) => one.seq === effect);
    if (!open || (outcome === "stalled" && open.stalled)) return only(command);
    if (outcome === "stalled")
      return only(command, { type: "EffectStalled", at: command.at, effect, code: code ?? "unknown" });
    return only(command, { type: "EffectPerformed", at: command.at, effect, messageId: messageId ?? null });
  },
};

/** A run into which nothing came is cancelled; one is complete when every payment of it is confirmed or has failed. */
function completed(run: Run, events: readonly RunEvent[], { at }: Command): RunEvent[] {
  const after = events.reduce<PaymentRun>(step, run);
  if (events.length === 0 || after.status === "none") return [...events];
  if (after.status === "prepared" && after.taken.payments === 0)
    return [...events, { type: "PaymentRunCancelled", at, reasonCode: "nothing-to-pay" }];
  if (after.status !== "authorised" || openPayments(after) > 0) return [...events];
  return [...events, { type: "PaymentRunCompleted", at, paid: after.paid, failed: after.failed }];
}

/** A decision that concerns the run alone. */
function only({ by }: Command, ...events: RunEvent[]): RunDecision {
  return { events, lines: [], journeys: new Map(), by, skipped: [] };
}

function notNow({ status }: Run, what: string): { rejection: Rejection } {
  return reject("not-in-this-state", `${what} The run is ${status}.`);
}

function tooMany(payments: readonly string[]): { rejection: Rejection } | null {
  if (payments.length > 0 && payments.length <= MOST_PAYMENTS) return null;
  return invalid([{ pointer: "/payments", detail: `Name 1 to ${MOST_PAYMENTS} payments at a time.` }]);
}

const personOf = ({ who, role }: Actor): Person => ({ who, role });
