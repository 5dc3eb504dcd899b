// What waits for somebody at a hub of its Work Groups themselves, one task a thing: a group that has too few schools, a
// register that nobody took. It opens nothing in the schools of the group.

import type { DataSource } from "typeorm";
import { academicYearOf, firstDay } from "../../calendar/academic-years.ts";
import { instantFromMs, type Instant, type LocalDate } from "../../calendar/instants.ts";
import type { SchoolCalendar } from "../../calendar/terms.ts";
import { coded } from "../../store/errors.ts";
import { registerTask } from "../../work-group/register-task.ts";
import { registerTaskId, tooFewTaskId } from "../../work-group/task-ids.ts";
import { keepGroupsWithin, type Within } from "../within.ts";
import { WorkGroupSessionRow } from "../work-groups/work-group-sessions.ts";
import { WorkGroupRow } from "../work-groups/work-groups.ts";

/** `session`, `on`: whose register it is, and when it was; null where the group has too few schools. */
export interface GroupTask {
  workGroup: string;
  id: string;
  about: "group" | "register";
  session: string | null;
  on: LocalDate | null;
  openedAt: Instant;
  dueOn: LocalDate;
  /** Whose it is, by an opaque id, and since when; null: the hub lead's, or that of whoever leads the group. */
  assignee: string | null;
  givenAt: Instant | null;
}

/** Of the groups of a hub that somebody sees, as they stand on a day (London), in no order. Rejects with StoreError. */
export async function groupTasksOfHub(
  source: DataSource,
  { hub, within, day }: { hub: string; within: Within | null; day: LocalDate },
  calendar: SchoolCalendar,
): Promise<GroupTask[]> {
  const groups = () => {
    const query = source
      .getRepository(WorkGroupRow)
      .createQueryBuilder("work_group")
      .select("work_group.id", "workGroup")
      .addSelect("work_group.academic_year", "academicYear")
      .where("work_group.hub = :hub", { hub });
    if (within) keepGroupsWithin(query, within);
    return query;
  };
  const fell = "(select max(at) from events where stream = 'work-group/' || work_group.id and type = 'GroupFellBelow')";
  const tooFew = groups()
    .addSelect("work_group.below::text", "dueOn")
    .addSelect(fell, "at")
    .addSelect("work_group.below_assignee", "assignee")
    .addSelect("work_group.below_given_at", "givenAt")
    .andWhere("work_group.below is not null");
  // Of years that are over nobody takes one.
  const untaken = groups()
    .innerJoin(WorkGroupSessionRow, "session", "session.work_group = work_group.id")
    .addSelect("session.code", "session")
    .addSelect("session.held_on::text", "on")
    .addSelect("session.assignee", "assignee")
    .addSelect("session.given_at", "givenAt")
    .addSelect("session.due_on::text", "newDueOn")
    .andWhere("session.status = 'scheduled' and work_group.taken > 0")
    .andWhere("session.held_on >= :first and session.held_on < :day", { first: firstDay(academicYearOf(day)), day });
  const [few, registers] = await coded(() => Promise.all([tooFew.getRawMany<TooFew>(), untaken.getRawMany<Untaken>()]));
  return [...few.map(ofTooFew), ...registers.map((one) => ofUntaken(one, calendar))];
}

interface Row {
  workGroup: string;
  academicYear: string;
  assignee: string | null;
  givenAt: Date | null;
}
type TooFew = Row & { dueOn: LocalDate; at: Date };
type Untaken = Row & { session: string; on: LocalDate; newDueOn: LocalDate | null };

const whose = ({ assignee, givenAt }: Pick<Row, "assignee" | "givenAt">): Pick<GroupTask, "assignee" | "givenAt"> => ({
  assignee,
  givenAt: givenAt && instantFromMs(givenAt.getTime()),
});

const ofTooFew = ({ workGroup, academicYear, dueOn, at, assignee, givenAt }: TooFew): GroupTask => ({
  workGroup,
  id: tooFewTaskId(academicYear),
  about: "group",
  session: null,
  on: null,
  openedAt: instantFromMs(at.getTime()),
  dueOn,
  ...whose({ assignee, givenAt }),
});

function ofUntaken(
  { workGroup, academicYear, session, on, newDueOn, ...row }: Untaken,
  calendar: SchoolCalendar,
): GroupTask {
  const task = registerTask(calendar, on);
  return {
    workGroup,
    id: registerTaskId(academicYear, session),
    about: "register" as const,
    session,
    on,
    ...task,
    dueOn: newDueOn ?? task.dueOn,
    ...whose(row),
  };
}
