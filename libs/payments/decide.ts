// Decisions on a payment run: one person prepares it, another authorises it, and each payment of it is confirmed or
// fails. Pure: the lines and journeys that a command concerns are handed in, what each records comes out.

import { localDate } from "../calendar/instants.ts";
import type { Actor } from "../journey/commands.ts";
import type { Rules } from "../journey/rules.ts";
import { because, needsReason } from "../journey/decide/common.ts";
import { reject, type Rejection, inField } from "../journey/rejection.ts";
import type { Journey } from "../journey/state.ts";
import { invalid } from "../journey/wire.ts";
import { authoriseBatch, confirmBatch, letGoBatch, settleNamed, takeBatch } from "./batches.ts";
import { MOST_PAYMENTS } from "./command-fields.ts";
import type { Command, CommandName, CommandOf } from "./commands.ts";
import type { Book, Decision, RunDecision, Scene } from "./decision.ts";
import type { Person, RunEvent } from "./events.ts";
import { step } from "./evolve.ts";
import { openPayments, type PaymentRun, type Run } from "./state.ts";

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
    return reject("version-conflict", "payment-run", { version, expected: command.expected });
  }
  if (command.type === "PreparePaymentRun") return prepare(run, book, command);
  if (run.status === "none") return reject("not-found", "payment-run");
  const decision = (VERBS[command.type] as Decide<Exclude<CommandName, "PreparePaymentRun">>)(
    { id, run, book, journeys, rules },
    command as never,
  );
  return "rejection" in decision ? decision : { ...decision, events: completed(run, decision.events, command) };
}

function prepare(run: PaymentRun, { waiting, gathering }: Book, command: CommandOf<"PreparePaymentRun">): Decision {
  const { at, by, data } = command;
  if (run.status !== "none") return reject("not-in-this-state", "run-prepared");
  const today = localDate(at);
  const cutOff = data.cutOff ?? today;
  if (cutOff > today) return reject("in-the-future", "cut-off", { on: cutOff });
  if (gathering !== null) return reject("not-in-this-state", "run-gathering", { run: gathering });
  if (waiting === 0) return reject("grant-not-due", "nothing-waits", { cutOff });
  return only(command, { type: "PaymentRunPrepared", at, hub: data.hub ?? null, cutOff, preparedBy: personOf(by) });
}

const VERBS: { [N in Exclude<CommandName, "PreparePaymentRun">]: Decide<N> } = {
  AuthorisePaymentRun: ({ run }, command) => {
    if (run.status !== "prepared") return notNow(run, "authorises-prepared");
    if (run.preparedBy.who === command.by.who) return reject("self-approval", "payment-run");
    return only(command, { type: "PaymentRunAuthorised", at: command.at, authorisedBy: personOf(command.by) });
  },

  ConfirmPayment: (scene, command) => {
    const { at, by, data } = command;
    if (scene.run.status !== "authorised") return notNow(scene.run, "confirms-authorised");
    if (data.payments !== undefined) return tooMany(data.payments) ?? settleNamed(scene, command, data.payments);
    if (scene.run.effects.some(({ kind }) => kind === "confirm-payments"))
      return notNow(scene.run, "confirming-already");
    return only(command, { type: "AllConfirmed", at, confirmedBy: personOf(by) });
  },

  FailPayment: (scene, command) => {
    if (scene.run.status !== "authorised") return notNow(scene.run, "fails-authorised");
    return tooMany(command.data.payments) ?? settleNamed(scene, command, command.data.payments);
  },

  HoldPayment: (scene, command) => {
    const { status } = scene.run;
    if (status !== "prepared" && status !== "authorised") return notNow(scene.run, "holds-before-the-bank");
    return (
      tooMany(command.data.payments) ?? needsReason(command.data) ?? settleNamed(scene, command, command.data.payments)
    );
  },

  ReturnPayment: (scene, command) => {
    const { status } = scene.run;
    if (status !== "authorised" && status !== "complete") return notNow(scene.run, "returns-once-authorised");
    return tooMany(command.data.payments) ?? settleNamed(scene, command, command.data.payments);
  },

  CancelPaymentRun: ({ run }, command) => {
    if (run.status !== "gathering" && run.status !== "prepared") return notNow(run, "cancels-unauthorised");
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

function notNow({ status }: Run, why: NotNow): { rejection: Rejection } {
  return reject("not-in-this-state", why, { status });
}
type NotNow =
  | "authorises-prepared"
  | "confirms-authorised"
  | "confirming-already"
  | "fails-authorised"
  | "cancels-unauthorised"
  | "holds-before-the-bank"
  | "returns-once-authorised";

function tooMany(payments: readonly string[]): { rejection: Rejection } | null {
  if (payments.length > 0 && payments.length <= MOST_PAYMENTS) return null;
  return invalid([inField("/payments", "payments", { most: MOST_PAYMENTS })]);
}

const personOf = ({ who, role }: Actor): Person => ({ who, role });
