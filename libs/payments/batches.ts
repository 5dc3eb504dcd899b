// Payments in batches: each is a step of its own school's journey, decided by that journey's rules, and kept in one
// transaction with the line and the run's count of it.

import { notBefore } from "../calendar/instants.ts";
import type { Actor, Command as JourneyCommand, TextRef } from "../journey/commands.ts";
import { decide as decideOnJourney } from "../journey/decide.ts";
import type { Rules } from "../journey/rules.ts";
import type { JourneyEvent } from "../journey/events.ts";
import { reject, type Rejection, concerning } from "../journey/rejection.ts";
import { step } from "../journey/settle.ts";
import type { Journey } from "../journey/state.ts";
import type { Command, CommandOf } from "./commands.ts";
import type { Decision, RunDecision, Scene, Skipped } from "./decision.ts";
import type { Person } from "./events.ts";
import { reference, sumOf, type Line, type LineStatus, type OpenEffect, type Payable } from "./state.ts";

type Name = "PreparePaymentRun" | "AuthorisePaymentRun" | "CancelPaymentRun" | Named["type"];
/** What is said of payments by their references. */
type Named = Extract<Command, { type: "ConfirmPayment" | "FailPayment" | "HoldPayment" | "ReturnPayment" }>;
type Came = { events: readonly JourneyEvent[] } | { rejection: Rejection };

/** What a journey is told beside which grant and run are meant. */
interface Said {
  reasonCode?: string;
  reason?: TextRef;
  made?: boolean;
  nextRun?: boolean;
}

/** The journeys of a batch, each gone on by what its payments brought. */
class Journeys {
  readonly events = new Map<string, JourneyEvent[]>();
  private readonly states: Map<string, Journey>;
  private readonly run: string;
  private readonly rules: Rules;

  constructor({ id, journeys, rules }: Scene) {
    this.states = new Map(journeys);
    this.run = id;
    this.rules = rules;
  }

  /** One step of one payment: the journey's own events, or why its rules turn it down. */
  ask(type: Name, line: Line | Payable, command: Command, by: Actor, why: Said = {}): Came {
    const { journey, stage, academicYear } = line;
    const state = this.states.get(journey) ?? { status: "none" };
    const asked = {
      id: `${command.id}/${journey}`,
      type,
      at: notBefore(state, command.at),
      by,
      data: { stage, academicYear, run: this.run, ...why },
    } as JourneyCommand;
    const decision = decideOnJourney(state, asked, this.rules);
    if ("rejection" in decision) return decision;
    this.states.set(journey, decision.events.reduce(step, state));
    this.events.set(journey, [...(this.events.get(journey) ?? []), ...decision.events]);
    return decision;
  }
}

/**
 * Takes the next grants into the run; what their schools owe back is kept back. A grant that its journey does not let
 * go is put by.
 */
export function takeBatch(scene: Scene, command: CommandOf<"CarryOn">, effect: OpenEffect): RunDecision {
  const { id, book } = scene;
  const journeys = new Journeys(scene);
  const lines = book.payables.map((payable, index): Line => {
    const no = effect.after + index + 1;
    const { id: of, amountPence, ...rest } = payable;
    const school = scene.journeys.get(payable.journey);
    const urn = school === undefined || school.status === "none" ? "" : school.school.urn;
    const line: Line = {
      ...rest,
      urn,
      payment: reference(id, no),
      run: id,
      no,
      payable: of,
      grossPence: amountPence,
      recoveredPence: 0,
      netPence: amountPence,
      status: "prepared",
      reasonCode: null,
    };
    const came = journeys.ask("PreparePaymentRun", payable, command, actorOf(effect.by));
    if ("rejection" in came) return { ...line, status: "refused", reasonCode: came.rejection.code };
    const recoveredPence = came.events.reduce(
      (sum, event) => sum + (event.type === "PaymentRunPrepared" ? total(event.nets ?? []) : 0),
      0,
    );
    return { ...line, recoveredPence, netPence: amountPence - recoveredPence };
  });
  const taken = sumOf(lines.filter(({ status }) => status === "prepared"));
  return batch(command, effect, lines, journeys, {
    type: "PaymentsTaken",
    at: command.at,
    ...taken,
    ...progress(scene, effect, lines),
  });
}

/**
 * Authorises the next payments. Where nothing is left to pay, all of it being kept back, the payment is settled with
 * it.
 */
export function authoriseBatch(scene: Scene, command: CommandOf<"CarryOn">, effect: OpenEffect): RunDecision {
  const journeys = new Journeys(scene);
  const by = actorOf(effect.by);
  const lines = [...scene.book.lines.values()].map((line): Line => {
    const came = journeys.ask("AuthorisePaymentRun", line, command, by);
    // The bank has not heard of it: it is taken out, and waits for whoever decides.
    if ("rejection" in came) {
      journeys.ask("CancelPaymentRun", line, command, by);
      return { ...line, status: "failed", reasonCode: came.rejection.code };
    }
    if (line.netPence > 0) return { ...line, status: "authorised" };
    const settled = journeys.ask("ConfirmPayment", line, command, by);
    return { ...line, status: "rejection" in settled ? "authorised" : "paid" };
  });
  const [failed, settled] = (["failed", "paid"] as const).map((status) =>
    sumOf(lines.filter((line) => line.status === status)),
  );
  return batch(command, effect, lines, journeys, {
    type: "PaymentsAuthorised",
    at: command.at,
    failed: failed ?? sumOf([]),
    settled: settled ?? sumOf([]),
    ...progress(scene, effect, lines),
  });
}

/**
 * Confirms the next payments. One that its journey turns down stays as it is, for people to look at: the money may have
 * gone.
 */
export function confirmBatch(scene: Scene, command: CommandOf<"CarryOn">, effect: OpenEffect): RunDecision {
  const journeys = new Journeys(scene);
  const asked = [...scene.book.lines.values()];
  const paid = asked.filter(
    (line) =>
      line.status === "authorised" &&
      !("rejection" in journeys.ask("ConfirmPayment", line, command, actorOf(effect.by))),
  );
  return batch(
    command,
    effect,
    paid.map((line): Line => ({ ...line, status: "paid" })),
    journeys,
    { type: "PaymentsConfirmed", at: command.at, ...sumOf(paid), ...progress(scene, effect, asked) },
  );
}

/** Lets the next payments of a cancelled run go: they wait for another run. */
export function letGoBatch(scene: Scene, command: CommandOf<"CarryOn">, effect: OpenEffect): RunDecision {
  const journeys = new Journeys(scene);
  const lines = [...scene.book.lines.values()].map((line): Line => {
    journeys.ask("CancelPaymentRun", line, command, actorOf(effect.by));
    return { ...line, status: "cancelled" };
  });
  return batch(command, effect, lines, journeys, {
    type: "PaymentsLetGo",
    at: command.at,
    payments: lines.length,
    ...progress(scene, effect, lines),
  });
}

/** What becomes of a payment by what is said of it, and as what it must stand before. */
const BECOMES: Readonly<Record<Named["type"], { from: readonly LineStatus[]; to: LineStatus }>> = {
  ConfirmPayment: { from: ["authorised"], to: "paid" },
  FailPayment: { from: ["authorised"], to: "failed" },
  HoldPayment: { from: ["prepared", "authorised"], to: "failed" },
  ReturnPayment: { from: ["paid"], to: "returned" },
};
/** Why a payment is none of the run's that was held back; none of the reasons of a bank. */
export const HELD = { decision: "held-back", nextRun: "left-to-next-run" } as const;

/**
 * Confirms, fails, holds back or returns the payments that are named, each once; one that cannot be is in `skipped`,
 * and where none can, all is turned down.
 */
export function settleNamed(scene: Scene, command: Named, payments: readonly string[]): Decision {
  const journeys = new Journeys(scene);
  const { from, to } = BECOMES[command.type];
  const said = saidOf(command);
  const lines: Line[] = [];
  const skipped: Skipped[] = [];
  for (const payment of new Set(payments)) {
    const line = scene.book.lines.get(payment);
    const came = line === undefined ? reject("not-found", "payment") : settleOne(line);
    if ("rejection" in came) skipped.push({ payment, why: came.rejection.code, rejection: came.rejection });
    else if (line) lines.push({ ...line, status: to, reasonCode: codeOf(command) });
  }
  const [first] = skipped;
  if (lines.length === 0 && first?.rejection) return concerning(first.payment, first.rejection);
  const event = { type: TELLS[command.type], at: command.at, ...sumOf(lines), ...whyOf(command) };
  return { events: [event], lines, journeys: journeys.events, by: command.by, skipped };

  function settleOne(line: Line): Came {
    if (line.status === "paid" && to !== "returned") return reject("already-released", "confirmed");
    if (!from.includes(line.status)) return reject("not-in-this-state", "payment-is", { payment: line.status });
    return journeys.ask(command.type, line, command, command.by, said);
  }
}

const TELLS = {
  ConfirmPayment: "PaymentsConfirmed",
  FailPayment: "PaymentsFailed",
  HoldPayment: "PaymentsHeld",
  ReturnPayment: "PaymentsReturned",
} as const;

function saidOf({ type, data }: Named): Said {
  if (type === "ConfirmPayment") return data.made === true ? { made: true } : {};
  if (type === "HoldPayment")
    return { ...(data.reason && { reason: data.reason }), ...(data.nextRun === true && { nextRun: true }) };
  return data.reasonCode === undefined ? {} : { reasonCode: data.reasonCode };
}

/** As its line has it. */
function codeOf({ type, data }: Named): string | null {
  if (type === "ConfirmPayment") return null;
  if (type === "HoldPayment") return data.nextRun === true ? HELD.nextRun : HELD.decision;
  return data.reasonCode ?? null;
}

/** As the run's own event has it. */
function whyOf({ type, data }: Named): { reasonCode?: string; reasonId?: string } {
  if (type === "ConfirmPayment") return {};
  const { reasonCode, reason } = data;
  return { ...(reasonCode !== undefined && { reasonCode }), ...(reason && { reasonId: reason.id }) };
}

function batch(
  { at }: Command,
  { by }: OpenEffect,
  lines: Line[],
  journeys: Journeys,
  event: RunDecision["events"][number],
): RunDecision {
  return { events: [{ ...event, at }], lines, journeys: journeys.events, by: actorOf(by), skipped: [] };
}

function progress(
  { book }: Scene,
  { seq, after }: OpenEffect,
  lines: readonly Line[],
): { effect: number; after: number; more: boolean } {
  return { effect: seq, after: lines.at(-1)?.no ?? after, more: book.more };
}

const total = (nets: readonly { amountPence: number }[]): number =>
  nets.reduce((sum, { amountPence }) => sum + amountPence, 0);
const actorOf = ({ who, role }: Person): Actor => ({ who, role });
