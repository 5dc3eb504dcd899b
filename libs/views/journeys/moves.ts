// Schools for which another hub asks: who asks whom, and whose answer is waited for.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant, LocalDate } from "../../calendar/instants.ts";
import { INSTANT } from "../columns.ts";
import type { History } from "../history.ts";

@Entity("moves")
export class MoveRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  @Column({ name: "from_hub", type: "text" }) from: string;
  @Column({ name: "to_hub", type: "text" }) to: string;
  /** What the school is asked for: the id of a programme. */
  @Column({ type: "text" }) prospectus: string;
  @Column({ ...INSTANT, name: "asked_at" }) askedAt: Instant;
  /** Its hub answers to the end of this day. */
  @Column({ type: "date" }) until: LocalDate;
  /** `hub` or `operator`. */
  @Column({ name: "waits_for", type: "text" }) waitsFor: string;
}

/** What another hub asks of a journey; nothing of most. */
export function project({ journey, state }: History): MoveRow[] {
  if (state.status === "none" || state.move === null) return [];
  const { to, askedAt, until, waitsFor, asks } = state.move;
  return [{ journey, from: state.hub, to, prospectus: asks.prospectus, askedAt, until, waitsFor }];
}
