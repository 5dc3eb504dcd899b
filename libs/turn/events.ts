// What happened to a hub's turn. What it brought to schools and groups stands in their own events.

import type { Instant } from "../calendar/instants.ts";
import type { Actor } from "../journey/commands.ts";
import { carries, type DataOf } from "../journey/event-map.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { Step } from "./commands.ts";
import type { TurnPlan } from "./plan.ts";

/** Every event of a hub's turn, with what it carries. */
export const EVENTS = {
  TurnBegun: carries<{
    hub: string;
    into: string;
    plan: TurnPlan;
    wishesDigest: string;
    steps: readonly Step[];
    startedBy: Actor;
  }>(),
  StepTaken: carries<{ no: number; rejection: Rejection | null }>(),
  TurnInterrupted: carries<Record<never, never>>(),
  TurnResumed: carries<Record<never, never>>(),
  TurnDone: carries<Record<never, never>>(),
  EffectPerformed: carries<{ effect: number }>(),
  EffectStalled: carries<{ effect: number; code: string }>(),
};

type EventData = DataOf<typeof EVENTS>;
export type EventType = keyof EventData;
export type EventOf<T extends EventType> = { type: T; at: Instant } & EventData[T];
export type TurnEvent = { [T in EventType]: EventOf<T> }[EventType];
export type Recorded<E = TurnEvent> = E & { seq: number };
