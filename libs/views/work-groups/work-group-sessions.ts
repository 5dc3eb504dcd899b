// When a Work Group meets.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { LocalDate } from "../../calendar/instants.ts";
import type { GroupHistory } from "../history.ts";

@Entity("work_group_sessions")
export class WorkGroupSessionRow {
  @PrimaryColumn({ name: "work_group", type: "text" }) workGroup: string;
  @PrimaryColumn({ type: "text" }) code: string;
  @Column({ name: "held_on", type: "date" }) on: LocalDate;
  @Column({ type: "text" }) length: string;
  @Column({ name: "place", type: "text" }) where: string;
  /** `scheduled`, `held` or `cancelled`. */
  @Column({ type: "text" }) status: string;
}

/** A Work Group's sessions. */
export function project({ group: workGroup, state }: GroupHistory): WorkGroupSessionRow[] {
  return state.status === "none"
    ? []
    : state.sessions.map(({ code, on, length, where, status }) => ({ workGroup, code, on, length, where, status }));
}
