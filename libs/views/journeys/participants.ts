// The teachers of a journey by opaque id; their names are in the people store.

import { Column, Entity, PrimaryColumn } from "typeorm";
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
}

/** A journey's participants, those who left too. */
export function project({ journey, state }: History): ParticipantRow[] {
  if (state.status === "none") return [];
  return state.participants.map(({ id, role, experienced, authority, releasedForAllSessions, left }) => ({
    journey,
    participant: id,
    role,
    experienced,
    authority,
    releasedForAllSessions,
    left,
  }));
}
