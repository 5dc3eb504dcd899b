// What can be asked of a hub's turn into the next academic year, and the steps of which it is made.

import type { Instant } from "../calendar/instants.ts";
import type { Actor, CommandData as JourneyData } from "../journey/commands.ts";
import type { Rejection } from "../journey/rejection.ts";
import type { CommandData as GroupData } from "../work-group/commands.ts";
import type { TurnPlan } from "./plan.ts";

/** One thing to do: form a group, or bring a school its invitation or its place. `no`: their order, from 1. */
export type Step =
  | { no: number; kind: "group"; subject: string; type: "FormWorkGroup"; data: GroupData["FormWorkGroup"] }
  | { no: number; kind: "school"; subject: string; type: "InviteToNextStage"; data: JourneyData["InviteToNextStage"] }
  | { no: number; kind: "school"; subject: string; type: "PlaceInWorkGroup"; data: JourneyData["PlaceInWorkGroup"] };

export interface CommandData {
  /** `plan`: as the hub wants it; `wishesDigest`: of what it was asked for with. */
  BeginTurn: { hub: string; into: string; plan: TurnPlan; wishesDigest: string; steps: readonly Step[] };
  /** What became of a step, by the service itself; `rejection`: why it was turned down, null where it was done. */
  RecordStep: { no: number; rejection: Rejection | null };
  InterruptTurn: Record<never, never>;
  ResumeTurn: Record<never, never>;
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
