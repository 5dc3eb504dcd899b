// What waits for the hub lead to decide, and what did.

import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { AskedOfGrant, TaskAbout } from "../../journey/event-words.ts";
import type { Begun } from "../../journey/state.ts";
import { INSTANT } from "../columns.ts";
import type { History } from "../history.ts";

@Entity("tasks")
export class TaskRow {
  @PrimaryColumn({ type: "text" }) journey: string;
  @PrimaryColumn({ type: "text" }) id: string;
  @Column({ type: "text" }) about: TaskAbout;
  @Column({ type: "text", nullable: true }) commitment: string | null;
  @Column({ ...INSTANT, name: "opened_at" }) openedAt: Instant;
  @Column({ type: "text" }) status: string;
  /** An opaque id; null: the hub lead's own. */
  @Column({ type: "text", nullable: true }) assignee: string | null;
  @Column({ ...INSTANT, name: "given_at", nullable: true }) givenAt: Instant | null;
  @Column({ name: "due_on", type: "date", nullable: true }) dueOn: LocalDate | null;
  /** What it asks of which grant, where it is about one. */
  @Column({ type: "jsonb", nullable: true }) asks: AskedOfGrant | null;
  /** Whose task it is where it is not that of the school's hub of now: a grant is the hub's at which it fell due. */
  @Column({ type: "text", nullable: true }) hub: string | null;
}

/** Whose a `task` of a `journey` is, and its Work Group as that hub knows it: none of a school that has left. */
export const HUB_OF_TASK = "coalesce(task.hub, journey.hub)";
export const GROUP_OF_TASK = `(case when journey.hub = ${HUB_OF_TASK} then journey.work_group end)`;

/** A journey's tasks. */
export function project({ journey, state }: History): TaskRow[] {
  if (state.status === "none") return [];
  return state.tasks.map(({ id, about, commitment, openedAt, status, assignee, givenAt, dueOn, grant }) => ({
    journey,
    id,
    about,
    commitment,
    openedAt,
    status,
    assignee,
    givenAt: givenAt ?? null,
    dueOn,
    asks: grant,
    hub: grant === null ? null : hubOfGrant(state, grant),
  }));
}

const hubOfGrant = ({ grants }: Begun, { stage, academicYear }: AskedOfGrant): string | null =>
  grants.find((one) => one.stage === stage && one.academicYear === academicYear)?.hub ?? null;
