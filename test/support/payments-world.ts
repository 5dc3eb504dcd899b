// Schools with released grants, payment runs and their books, in memory: the rules alone, without a database. What the
// service does by itself (the next batch) is done when `carryOn` is called; batches are small, so that much can come
// between two of them.

import type {
  Actor,
  Command as JourneyCommand,
  CommandData as JourneyData,
  CommandName as JourneyName,
} from "../../libs/journey/commands.ts";
import { decide } from "../../libs/journey/decide.ts";
import type { JourneyEvent, Recorded } from "../../libs/journey/events.ts";
import { evolve, fold } from "../../libs/journey/evolve.ts";
import { questionOf } from "../../libs/journey/grant-questions.ts";
import type { RejectionCode } from "../../libs/journey/rejection.ts";
import type { Grant, Journey, Task } from "../../libs/journey/state.ts";
import type { Command, CommandData, CommandName } from "../../libs/payments/commands.ts";
import { decideOnRun } from "../../libs/payments/decide.ts";
import type { Book } from "../../libs/payments/decision.ts";
import { NO_RUN, step } from "../../libs/payments/evolve.ts";
import { postingsOf, type Posting } from "../../libs/payments/postings.ts";
import type { Line, Payable, PaymentRun } from "../../libs/payments/state.ts";
import { RULES } from "./journey.ts";
import { lifeOfReleased, RELEASED_ON } from "./released-grants.ts";

const BATCH = 2;
const AT = "2024-11-05T09:00:00Z";
const LIVE: readonly string[] = ["prepared", "authorised", "paid"];

interface Kept {
  state: Journey;
  events: Recorded[];
}

export class PaymentsWorld {
  readonly journeys = new Map<string, Kept>();
  readonly payables: Payable[] = [];
  readonly runs = new Map<string, PaymentRun>();
  readonly lines = new Map<string, Line>();
  readonly postings: Posting[] = [];
  private commands = 0;

  constructor(schools: readonly { urn: string; hub: string }[]) {
    for (const school of schools) {
      const { journey, events } = lifeOfReleased(school);
      const state = fold(events);
      this.journeys.set(journey, { state, events });
      const grant = state.status === "none" ? undefined : state.grants[0];
      if (!grant) throw new Error(`${journey} has no grant`);
      const { hub, stage, academicYear, amountPence } = grant;
      this.payables.push({ id: `${journey}:released`, journey, hub, stage, academicYear, amountPence });
    }
  }

  /**
   * A command to a run; the code that turned it down, or null. `id`: the same again is the same command, and does
   * nothing.
   */
  ask<N extends CommandName>(run: string, type: N, data: CommandData[N], who = "service"): RejectionCode | null {
    this.commands += 1;
    const command = {
      id: `command-${this.commands}`,
      type,
      at: AT,
      by: { who, role: "finance-officer" },
      data,
    } as Command;
    const before = this.runs.get(run) ?? NO_RUN;
    const states = new Map([...this.journeys].map(([id, { state }]) => [id, state]));
    const decision = decideOnRun(run, before, this.bookFor(run, before, command), states, command, RULES);
    if ("rejection" in decision) return decision.rejection.code;
    this.runs.set(run, decision.events.reduce(step, before));
    for (const line of decision.lines) this.lines.set(line.payment, line);
    for (const [journey, events] of decision.journeys) this.keep(journey, events);
    return null;
  }

  /** The next batch of what a run has under way, if anything is. */
  carryOn(run: string): void {
    const state = this.runs.get(run) ?? NO_RUN;
    const effect = state.status === "none" ? undefined : state.effects[0];
    if (effect) this.ask(run, "CarryOn", { effect: effect.seq });
  }

  /** All batches of all runs. */
  settle(): this {
    for (const [run] of this.runs) {
      for (
        let state = this.runs.get(run);
        state && state.status !== "none" && state.effects.length > 0;
        state = this.runs.get(run)
      )
        this.carryOn(run);
    }
    return this;
  }

  /** A command to a school's journey. */
  tell<N extends JourneyName>(
    journey: string,
    type: N,
    data: JourneyData[N],
    by: Actor = { who: "hub-1", role: "hub-lead" },
  ): RejectionCode | null {
    this.commands += 1;
    const { state } = this.kept(journey);
    const decision = decide(state, { id: `command-${this.commands}`, type, at: AT, by, data } as JourneyCommand, RULES);
    if ("rejection" in decision) return decision.rejection.code;
    this.keep(journey, decision.events);
    return null;
  }

  /** What time brings to a school's journey. */
  tick(journey: string): void {
    this.tell(journey, "Tick", {}, { who: "service", role: "service" });
  }

  tasks(journey: string): readonly Task[] {
    const { state } = this.kept(journey);
    return state.status === "none" ? [] : state.tasks;
  }

  grant(journey: string): Grant {
    const { state } = this.kept(journey);
    const grant = state.status === "none" ? undefined : state.grants[0];
    if (!grant) throw new Error(`${journey} has no grant`);
    return grant;
  }

  linesOf(run: string): Line[] {
    return [...this.lines.values()].filter((line) => line.run === run);
  }

  /** What stands in each account, in pence; those with nothing left out. */
  balances(): Map<string, number> {
    const sums = new Map<string, number>();
    for (const { account, amountPence } of this.postings.flatMap(({ entries }) => entries))
      sums.set(account, (sums.get(account) ?? 0) + amountPence);
    return new Map([...sums].filter(([, sum]) => sum !== 0));
  }

  /** As the read table of grants has it: released, and nobody has to decide on it first. */
  private waits(journey: string): boolean {
    const { state } = this.kept(journey);
    const [grant] = state.status === "none" ? [] : state.grants;
    return state.status !== "none" && grant?.status === "released" && questionOf(state, grant) === null;
  }

  private kept(journey: string): Kept {
    const kept = this.journeys.get(journey);
    if (!kept) throw new Error(`no ${journey}`);
    return kept;
  }

  private keep(journey: string, events: readonly JourneyEvent[]): void {
    const kept = this.kept(journey);
    const added = events.map((event, index): Recorded => ({ ...event, seq: kept.events.length + 1 + index }));
    this.postings.push(...postingsOf(journey, kept.state, added));
    kept.state = added.reduce(evolve, kept.state);
    kept.events.push(...added);
  }

  /** As the store answers it (libs/store/money/payment-lines.ts). */
  private bookFor(run: string, state: PaymentRun, command: Command): Book {
    const waiting = (hub: string | null) =>
      this.payables.filter(
        (payable) =>
          (hub === null || payable.hub === hub) &&
          this.waits(payable.journey) &&
          ![...this.lines.values()].some(
            (line) => line.payable === payable.id && (LIVE.includes(line.status) || line.run === run),
          ),
      );
    const book = {
      waiting: 0,
      gathering: null as string | null,
      payables: [] as Payable[],
      more: false,
      lines: new Map<string, Line>(),
    };
    if (command.type === "PreparePaymentRun") {
      const hub = command.data.hub ?? null;
      const overlaps = (other: PaymentRun) =>
        other.status === "gathering" && (hub === null || other.hub === null || other.hub === hub);
      return {
        ...book,
        waiting: (command.data.cutOff ?? AT) >= RELEASED_ON ? waiting(hub).length : 0,
        gathering: [...this.runs].find(([, other]) => overlaps(other))?.[0] ?? null,
      };
    }
    if (
      command.type === "ConfirmPayment" ||
      command.type === "FailPayment" ||
      command.type === "HoldPayment" ||
      command.type === "ReturnPayment"
    ) {
      return {
        ...book,
        lines: new Map(
          this.linesOf(run)
            .filter(({ payment }) => command.data.payments?.includes(payment))
            .map((line) => [line.payment, line]),
        ),
      };
    }
    const effect =
      command.type === "CarryOn" && state.status !== "none"
        ? state.effects.find(({ seq }) => seq === command.data.effect)
        : undefined;
    if (!effect || state.status === "none") return book;
    if (effect.kind === "take-payables")
      return { ...book, payables: waiting(state.hub).slice(0, BATCH), more: waiting(state.hub).length > BATCH };
    const before = effect.kind === "confirm-payments" ? "authorised" : "prepared";
    const next = this.linesOf(run)
      .filter(({ status, no }) => status === before && no > effect.after)
      .sort((a, b) => a.no - b.no);
    return {
      ...book,
      lines: new Map(next.slice(0, BATCH).map((line) => [line.payment, line])),
      more: next.length > BATCH,
    };
  }
}
