// One row a Work Group: its places, who leads it, how many wait.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant, LocalDate } from "../../calendar/instants.ts";
import { describe } from "../../work-group/describe.ts";
import { INSTANT, WORDS } from "../columns.ts";
import type { GroupHistory } from "../history.ts";

@Entity("work_groups")
export class WorkGroupRow {
  @PrimaryColumn({ type: "text" }) id: string;
  @Column({ type: "text" }) hub: string;
  @Column({ type: "text" }) prospectus: string;
  /** The other programmes that it holds. */
  @Column(WORDS) also: string[];
  @Column({ name: "academic_year", type: "text" }) academicYear: string;
  @Column({ type: "text" }) status: string;
  @Column({ type: "text" }) lead: string;
  @Column({ name: "lead_role", type: "text" }) leadRole: string;
  @Column({ type: "text" }) delivery: string;
  /** How many schools it is to have; null where no number is set. */
  @Column({ type: "int", nullable: true }) least: number | null;
  @Column({ type: "int", nullable: true }) most: number | null;
  /** Places that are offered, and those that are taken up. */
  @Column({ type: "int" }) reserved: number;
  @Column({ type: "int" }) taken: number;
  @Column({ type: "int" }) waiting: number;
  /** It has too few schools: by when somebody is to decide; null where nothing is to be decided. */
  @Column({ type: "date", nullable: true }) below: LocalDate | null;
  /** To whom that was given (an opaque id), and when; null where it is the hub lead's. */
  @Column({ name: "below_assignee", type: "text", nullable: true }) belowAssignee: string | null;
  @Column({ ...INSTANT, name: "below_given_at", nullable: true }) belowGivenAt: Instant | null;
  /** The `seq` of its last event: its ETag. */
  @Column({ type: "int" }) version: number;
  @Column({ type: "text" }) summary: string;
  @Column({ ...INSTANT, name: "formed_at" }) formedAt: Instant;
  @Column({ ...INSTANT, name: "updated_at" }) updatedAt: Instant;
}

/** A Work Group's row; none before it is formed. */
export function project({ group: id, events, state }: GroupHistory): WorkGroupRow[] {
  if (state.status === "none") return [];
  const { hub, prospectus, also, academicYear, status, lead, leadRole, delivery, places, taken, waitlist, task } =
    state;
  const reserved = taken.filter((one) => one.status === "reserved").length;
  return [
    {
      id,
      hub,
      prospectus,
      also: [...also],
      academicYear,
      status,
      lead,
      leadRole,
      delivery,
      least: places?.least ?? null,
      most: places?.most ?? null,
      reserved,
      taken: taken.length - reserved,
      waiting: waitlist.length,
      below: task?.dueOn ?? null,
      belowAssignee: task?.given?.assignee ?? null,
      belowGivenAt: task?.given?.at ?? null,
      version: state.seq,
      summary: describe(id, state).summary,
      formedAt: events[0]?.at ?? state.lastAt,
      updatedAt: state.lastAt,
    },
  ];
}
