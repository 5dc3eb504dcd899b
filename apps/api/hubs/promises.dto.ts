// What is asked and answered of a hub's tasks and of the account of its reminders.

import { TASK_DECISIONS } from "../../../libs/journey/commands.ts";
import { GRANT_CAUSES, TASK_ABOUT } from "../../../libs/journey/event-words.ts";
import { REPORT_AFTER } from "../../../libs/service/hubs/reminder-report.ts";
import { TASKS_AFTER } from "../../../libs/service/hubs/tasks.ts";
import {
  Day,
  Flag,
  ListOf,
  Moment,
  Named,
  One,
  Pence,
  Text,
  Texts,
  Whole,
  Word,
  Words,
} from "../../../libs/service/shape/field.ts";
import { STAGES } from "../../../libs/prospectus/prospectus.ts";
import { PageQuery, YEAR_PATTERN } from "../journeys/page.dto.ts";

const TASK_STATUSES = ["open", "decided", "closed"];
const REMINDER_KINDS = ["termly", "chaser", "missed", "announcement", "resent"];
const REMINDER_OUTCOMES = ["sent", "merged", "held-back", "superseded", "pending", "stalled"] as const;
const TERMS = ["autumn", "spring", "summer"];
const AFTER = {
  optional: true,
  says: "The `next` of the page before",
  else: "after is the `next` of the page before.",
  told: false,
} as const;

const GIVEN_TO = {
  optional: true,
  says: "Given to this person",
  example: "hub-coordinator.great-north",
  shape: /^[\w./:-]{1,100}$/u,
  else: "assignee is an opaque id.",
  told: false,
} as const;
const GROUP_TASK_ABOUT = ["group", "register"];

export class GroupTasksQuery extends PageQuery {
  @Word(GROUP_TASK_ABOUT, { optional: true, says: "About this" })
  about?: string;

  @Text(GIVEN_TO)
  assignee?: string;

  @Text({ ...AFTER, shape: TASKS_AFTER })
  after?: string;
}

export class TasksQuery extends PageQuery {
  @Word(TASK_STATUSES, { optional: true, says: "Tasks in this status", default: "open" })
  status?: string;

  @Word(TASK_ABOUT, { optional: true, says: "About this" })
  about?: string;

  @Text(GIVEN_TO)
  assignee?: string;

  @Text({ ...AFTER, shape: TASKS_AFTER })
  after?: string;
}

@Named("TaskHappening")
class HappeningAnswer {
  @Whole({ example: 31 }) seq: number;
  @Moment({ example: "2020-12-09T00:00:00Z" }) at: string;
  @Text({ example: "Missed: gap-task-1, which was due on 8 December 2020." }) what: string;
}

@Named("GrantAsks")
export class GrantAsksAnswer {
  @Word(STAGES, { example: "development" }) stage: string;
  @Text({ example: "2021/22" }) academicYear: string;
  @Word(GRANT_CAUSES, { says: "Why it waits for a person", example: "teachers-missing" }) cause: string;
  @Text({ example: "The school was placed when sessions of the year were over." }) why: string;
  @Flag({ says: "It has gone out already", example: false }) paid: boolean;
  @Pence({ says: "What the rules would give; null: all of it", orNull: true, example: null }) proposedPence:
    number | null;
  @Whole({
    says: "How many of the teachers that the page asks for were at no session; null: not asked",
    orNull: true,
    example: 1,
  })
  missing: number | null;
}

@Named("HubTask")
export class TaskAnswer {
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Text({ orNull: true, example: "Example Primary School" }) school: string | null;
  @Text({ orNull: true, example: "north-readiness-1" }) workGroup: string | null;
  @Text({ example: "2020/21/gap-task-1" }) id: string;
  @Word(TASK_ABOUT, { example: "missed-commitment" }) about: string;
  @Text({ orNull: true, example: "gap-task-1" }) commitment: string | null;
  @Moment({ example: "2021-01-18T09:00:00Z" }) openedAt: string;
  @Day({ says: "By when it is to be decided", orNull: true, example: "2021-01-25" }) dueOn: string | null;
  @Word(TASK_STATUSES, { example: "open" }) status: string;
  @Text({ says: "An opaque id; null: the hub lead", orNull: true, example: null }) assignee: string | null;
  @One(GrantAsksAnswer, { says: "Of a task about a grant", orNull: true }) asks: GrantAsksAnswer | null;
  @ListOf(HappeningAnswer) soFar: HappeningAnswer[];
  @Words(TASK_DECISIONS, { example: ["extend", "waive", "visit", "concern", "withdraw"] }) choices: string[];
}

@Named("GroupTask")
export class GroupTaskAnswer {
  @Text({ example: "north-readiness-1" }) workGroup: string;
  @Text({ says: "As assign-task of the group takes it", example: "2020/21/register/session-1" }) id: string;
  @Word(GROUP_TASK_ABOUT, { says: "It has too few schools, or nobody took a register", example: "register" })
  about: string;
  @Text({ says: "Of a register: its session", orNull: true, example: "session-1" }) commitment: string | null;
  @Day({ says: "Of a register: the day of its session", orNull: true, example: "2021-01-13" }) on: string | null;
  @Moment({ example: "2021-01-14T00:00:00Z" }) openedAt: string;
  @Day({ says: "By when it is to be settled", example: "2021-01-21" }) dueOn: string;
  @Text({ says: "An opaque id; null: nobody was named", orNull: true, example: null }) assignee: string | null;
  @Texts({ says: "The commands below work-groups/{id} that settle it", example: ["take-register"] })
  commands: string[];
}

@Named("GroupTaskPage")
export class GroupTaskPageAnswer {
  @ListOf(GroupTaskAnswer) items: GroupTaskAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

@Named("TaskPage")
export class TaskPageAnswer {
  @ListOf(TaskAnswer) items: TaskAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}

export class ReportQuery extends PageQuery {
  @Text({
    optional: true,
    says: "Of this academic year, written 2020/21",
    example: "2020/21",
    shape: YEAR_PATTERN,
    else: "academicYear is written 2020/21.",
    told: false,
  })
  academicYear?: string;

  @Word(TERMS, { optional: true, says: "Of this term" })
  term?: string;

  @Word(REMINDER_KINDS, { optional: true, says: "Of this kind" })
  kind?: string;

  @Word(REMINDER_OUTCOMES, { optional: true, says: "Of these alone the items; the totals are of all" })
  outcome?: string;

  @Text({ ...AFTER, shape: REPORT_AFTER })
  after?: string;
}

class ReminderTotalsAnswer {
  @Whole({ example: 1 }) due: number;
  @Whole({ example: 1 }) sent: number;
  @Whole({ says: "Told within a letter that is headed by something else", example: 0 }) merged: number;
  @Whole({ example: 0 }) heldBack: number;
  @Whole({ example: 0 }) superseded: number;
  @Whole({ example: 0 }) pending: number;
  @Whole({ example: 0 }) stalled: number;
  @Whole({ example: 3 }) letters: number;
  @Whole({ example: 0 }) bounced: number;
}

@Named("ReportedReminder")
class ReminderAnswer {
  @Text({ example: "100001-primary:1-autumn" }) id: string;
  @Text({ example: "100001-primary" }) journey: string;
  @Text({ example: "100001" }) urn: string;
  @Word(REMINDER_KINDS, { example: "termly" }) kind: string;
  @Text({ example: "2020/21" }) academicYear: string;
  @Word(TERMS, { example: "autumn" }) term: string;
  @Text({ example: "the autumn term of 2020/21" }) cause: string;
  @Moment({ example: "2020-09-14T08:00:00Z" }) dueAt: string;
  @Word(REMINDER_OUTCOMES, { example: "sent" }) outcome: string;
  @Text({ orNull: true, example: null }) why: string | null;
  @Moment({ orNull: true, example: "2020-09-14T08:02:11Z" }) sentAt: string | null;
  @Whole({ says: "Each to one reader", example: 3 }) letters: number;
  @Flag({ example: false }) fellBack: boolean;
  @Whole({ example: 0 }) bounced: number;
  @Whole({ orNull: true, example: 11 }) seq: number | null;
}

@Named("ReminderReport")
export class ReportAnswer {
  @One(ReminderTotalsAnswer) totals: ReminderTotalsAnswer;
  @ListOf(ReminderAnswer) items: ReminderAnswer[];
  @Text({ orNull: true, example: null }) next: string | null;
}
