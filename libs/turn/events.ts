// What happened to a hub's turn. What it brought to schools and groups stands in their own events.

import type { Instant } from "../calendar/instants.ts";
import type { Actor } from "../journey/commands.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { Step } from "./commands.ts";
import type { TurnPlan } from "./plan.ts";

export interface EventData {
  TurnBegun: {
    hub: string;
    into: string;
    plan: TurnPlan;
    wishesDigest: string;
    steps: readonly Step[];
    startedBy: Actor;
  };
  StepTaken: { no: number; rejection: Rejection | null };
  TurnInterrupted: Record<never, never>;
  TurnResumed: Record<never, never>;
  TurnDone: Record<never, never>;
  EffectPerformed: { effect: number };
  EffectStalled: { effect: number; code: string };
}

export type EventType = keyof EventData;
export type EventOf<T extends EventType> = { type: T; at: Instant } & EventData[T];
export type TurnEvent = { [T in EventType]: EventOf<T> }[EventType];
export type Recorded<E = TurnEvent> = E & { seq: number };

/** A record and not a list: the compiler misses none. */
export const EVENT_TYPES: Readonly<Record<EventType, true>> = {
  TurnBegun: true,
  StepTaken: true,
  TurnInterrupted: true,
  TurnResumed: true,
  TurnDone: true,
  EffectPerformed: true,
  EffectStalled: true,
};
