// What waits for the hub lead to decide, and what did.

import { Column, Entity, PrimaryColumn, type ObjectLiteral, type SelectQueryBuilder } from "typeorm";
import type { Instant, LocalDate } from "../../calendar/instants.ts";
import type { AskedOfGrant, TaskAbout } from "../../journey/event-words.ts";
import type { Begun } from "../../journey/state.ts";
import { INSTANT } from "../columns.ts";
import type { History } from "../history.ts";
import { idsOf } from "../within.ts";

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

/**
 * By what tasks are narrowed; all that is named must fit. `assignee`: null: of those given to nobody. `givenBeside`:
 * given to somebody other than this person. `dueBefore`: overdue on this day.
 */
export interface TaskNarrowing {
  about?: string | undefined;
  assignee?: string | null | undefined;
  givenBeside?: string | undefined;
  workGroup?: string | undefined;
  dueBefore?: LocalDate | undefined;
}

/** Leaves of a query on `task` and `journey` what fits. */
export function keepTasks(query: SelectQueryBuilder<ObjectLiteral>, filter: TaskNarrowing): void {
  const { about, assignee, givenBeside, workGroup, dueBefore } = filter;
  if (about !== undefined) query.andWhere("task.about = :about", { about });
  if (assignee === null) query.andWhere("task.assignee is null");
  else if (assignee !== undefined) query.andWhere(`task.assignee in ${idsOf(":assignee")}`, { assignee });
  if (givenBeside !== undefined) query.andWhere(`task.assignee not in ${idsOf(":givenBeside")}`, { givenBeside });
  if (workGroup !== undefined) query.andWhere(`${GROUP_OF_TASK} = :ofGroup`, { ofGroup: workGroup });
  if (dueBefore !== undefined) query.andWhere("task.due_on < :dueBefore", { dueBefore });
}

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
