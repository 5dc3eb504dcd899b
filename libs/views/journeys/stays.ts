// At which hub a school was when: whose events are that name no hub.

import { Column, Entity, PrimaryColumn } from "typeorm";
import { staysOf } from "../../journey/stays.ts";
import type { History } from "../history.ts";

@Entity("journey_stays")
export class StayRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  /** The `seq` of the event by which it came, and of its last there; null while it is there. */
  @PrimaryColumn({ type: "int" }) since: number;
  @Column({ type: "int", nullable: true }) until: number | null;
  @Column({ type: "text" }) hub: string;
}

/** A journey's stays. */
export function project({ journey, events }: History): StayRow[] {
  return staysOf(events).map(({ since, until, hub }) => ({ journey, since, until, hub }));
}
