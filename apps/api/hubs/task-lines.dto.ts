// What is asked and answered of a hub's tasks as lines, and of one decision on several schools.

import { TASK_DECISIONS } from "../../../libs/journey/commands.ts";
import { TASK_ABOUT } from "../../../libs/journey/event-words.ts";
import { TASKS_AFTER } from "../../../libs/service/hubs/tasks.ts";
import type { CameOf } from "../../../libs/service/commands/to-each.ts";
import { Day, ListOf, Named, Text, Texts, Word, Words } from "../../../libs/service/shape/field.ts";
import { told } from "../../../libs/words/rejection.ts";
import { PageQuery, YES_NO, type YesNo } from "../journeys/page.dto.ts";
import { TaskAnswer } from "./promises.dto.ts";

export class TaskLinesQuery extends PageQuery {
  @Word(TASK_ABOUT, { optional: true, says: "About this" })
  about?: string;

  @Text({
    optional: true,
    says: "Of this Work Group",
    example: "north-readiness-1",
    shape: /^[\w.:-]{1,80}$/u,
    else: "workGroup is an id.",
  })
  workGroup?: string;

  @Word(YES_NO, { optional: true, says: "true: only what was to be decided before today" })
  overdue?: YesNo;

  @Text({
    optional: true,
    says: "The `next` of the page before",
    shape: TASKS_AFTER,
    else: "after is the `next` of the page before.",
    told: false,
  })
  after?: string;
}

@Named("TaskLine")
export class TaskLineAnswer {
  @Text({ orNull: true, example: "north-readiness-1" }) workGroup: string | null;
  @Text({ says: "The id that the tasks of its schools share", example: "2020/21/gap-task-1" }) task: string;
  @Word(TASK_ABOUT, { example: "missed-commitment" }) about: string;
  @Text({ orNull: true, example: "gap-task-1" }) commitment: string | null;
  @Day({ says: "By when the first of them is to be decided", orNull: true, example: "2021-01-25" })
  dueOn: string | null;
  @Words(TASK_DECISIONS, { says: "What can be decided alike for all of them", example: ["waive", "concern"] })
  choices: string[];
  @Texts({ says: "Of a line that is the Work Group’s own task: the commands of the group that settle it", example: [] })
  commands: string[];
  @ListOf(TaskAnswer) schools: TaskAnswer[];
}

@Named("TaskLinePage")
export class TaskLinePageAnswer {
  @ListOf(TaskLineAnswer) items: TaskLineAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

export class DecideLineBody {
  @Text({
    orNull: true,
    optional: true,
    says: "The Work Group of the line; null: of none",
    example: "north-readiness-1",
  })
  workGroup?: string | null;
  @Text({ says: "The id that the tasks of its schools share", example: "2020/21/gap-task-1" }) task: string;
  @Word(TASK_DECISIONS, { says: "One of its choices", example: "concern" }) decision: string;
  @Text({ optional: true, says: "Why, in words", example: "Agreed with both headteachers" }) reason?: string;
  @Day({ optional: true, says: "The new date, for extend", example: "2021-02-10" }) dueOn?: string;
}

@Named("CameOfSchool")
class CameAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Word(["accepted", "rejected"], { example: "accepted" }) outcome: string;
  @Text({ orNull: true, example: null }) code: string | null;
  @Text({ orNull: true, example: null }) detail: string | null;
}

@Named("CameOfEach")
export class CameOfEachAnswer {
  @ListOf(CameAnswer) schools: CameAnswer[];
}

/** What came of each school, in words. */
export function cameInWords(came: readonly CameOf[]): CameOfEachAnswer {
  return { schools: came.map(withWhy) };
}

/** One of them with why it was turned down, in words. */
export function withWhy<T extends Pick<CameOf, "because">>({
  because,
  ...one
}: T): Omit<T, "because"> & { code: string | null; detail: string | null } {
  return { ...one, ...(because ? told(because) : { code: null, detail: null }) };
}
