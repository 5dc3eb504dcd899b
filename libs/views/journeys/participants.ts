// The teachers of a journey by opaque id; their names are in the people store.

import { Column, Entity, PrimaryColumn } from "typeorm";
import { teachersNow } from "../../journey/teachers.ts";
import type { History } from "../history.ts";

@Entity("participants")
export class ParticipantRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  @PrimaryColumn({ type: "text" }) participant: string;
  @PrimaryColumn({ type: "text" }) role: string;
  @Column({ type: "boolean" }) experienced: boolean;
  @Column({ type: "boolean" }) authority: boolean;
  @Column({ name: "released_for_all_sessions", type: "boolean" }) releasedForAllSessions: boolean;
  @Column({ name: "has_left", type: "boolean" }) left: boolean;
  /** The hub lead lets them take a place that asks for more. */
  @Column({ type: "boolean" }) exception: boolean;
  /** In the stage-year under way, where it asks who its teachers are; else while they have not left. */
  @Column({ name: "takes_part", type: "boolean" }) takesPart: boolean;
}

/** A journey's participants, those who left too. */
export function project({ journey, state }: History): ParticipantRow[] {
  if (state.status === "none") return [];
  const now = teachersNow(state);
  return state.participants.map((one) => ({
    journey,
    participant: one.id,
    role: one.role,
    experienced: one.experienced,
    authority: one.authority,
    releasedForAllSessions: one.releasedForAllSessions,
    left: one.left,
    exception: one.exception,
    takesPart: now.includes(one),
  }));
}
