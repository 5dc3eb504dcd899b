// What can be asked of a payment run.

import type { Instant, LocalDate } from "../calendar/instants.ts";
import type { Actor, TextRef } from "../journey/commands.ts";

interface Because {
  reason?: TextRef;
  reasonCode?: string;
}

/** Why a bank did not make a payment. */
export const FAILURES = [
  "account-closed",
  "account-details-wrong",
  "returned-by-bank",
  "school-asked",
  "other",
] as const;

export interface CommandData {
  /**
   * `hub` left out: every hub's. `cutOff`: the last day (London) on which a grant may have been released; else today.
   */
  PreparePaymentRun: { hub?: string; cutOff?: LocalDate };
  AuthorisePaymentRun: Record<never, never>;
  /** `payments`: these, by their references; none named: all that are neither confirmed nor failed. */
  /** `made`: the bank has made those that are named, whatever has happened to their schools. */
  ConfirmPayment: { payments?: string[]; made?: boolean };
  FailPayment: Because & { payments: string[] };
  /** Taken out before the bank has it; `nextRun`: the next run takes it, else a person decides first. */
  HoldPayment: Because & { payments: string[]; nextRun?: boolean };
  /** Made, and given back by the bank. */
  ReturnPayment: Because & { payments: string[] };
  CancelPaymentRun: Because;
  /** The next batch of what the event `effect` asked for, by the service itself. */
  CarryOn: { effect: number };
  RecordEffect: { effect: number; outcome: "performed" | "stalled"; messageId?: string; code?: string };
}

export type CommandName = keyof CommandData;
export type CommandOf<N extends CommandName> = {
  id: string;
  type: N;
  at: Instant;
  by: Actor;
  data: CommandData[N];
  expected?: number;
};
export type Command = { [N in CommandName]: CommandOf<N> }[CommandName];
