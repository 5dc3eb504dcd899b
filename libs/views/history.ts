// What read tables are made from: the events of a journey, a Work Group or a payment run and what they fold to. Nothing
// else, so that a rebuild gives the same rows.

import type { Recorded } from "../journey/events.ts";
import type { Journey } from "../journey/state.ts";
import type { Recorded as RunRecorded } from "../payments/events.ts";
import type { PaymentRun } from "../payments/state.ts";
import type { Recorded as GroupRecorded } from "../work-group/events.ts";
import type { WorkGroup } from "../work-group/state.ts";

export interface History {
  journey: string;
  events: readonly Recorded[];
  state: Journey;
}
export interface GroupHistory {
  group: string;
  events: readonly GroupRecorded[];
  state: WorkGroup;
}
export interface RunHistory {
  run: string;
  events: readonly RunRecorded[];
  state: PaymentRun;
}
