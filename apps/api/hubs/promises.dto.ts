// The query parameters of a hub's tasks and of the account of its reminders.

import { IsIn, IsOptional, IsString, Matches } from "class-validator";
import { LIMIT, PageQuery, query } from "../journeys/page.dto.ts";
import type { Parameter } from "../openapi/doc.ts";
import { words } from "../../../libs/service/shape/schema.ts";
import { REMINDER_KINDS, REMINDER_OUTCOMES, TASK_ABOUT, TASK_STATUSES } from "./promise-words.ts";

const TERMS = ["autumn", "spring", "summer"] as const;
const NEXT = "after is the `next` of the page before.";

export class TasksQuery extends PageQuery {
  @IsOptional()
  @IsIn(TASK_STATUSES)
  status?: string;

  @IsOptional()
  @IsIn(TASK_ABOUT)
  about?: string;

  @IsOptional()
  @IsString()
  @Matches(/^[\w./:-]{1,100}$/u, { message: "assignee is an opaque id." })
  assignee?: string;

  @IsOptional()
  @IsString()
  @Matches(/^[\w.~/:-]{1,250}$/u, { message: NEXT })
  after?: string;
}

export class ReportQuery extends PageQuery {
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}\/\d{2}$/u, { message: "academicYear is written 2020/21." })
  academicYear?: string;

  @IsOptional()
  @IsIn(TERMS)
  term?: string;

  @IsOptional()
  @IsIn(REMINDER_KINDS)
  kind?: string;

  @IsOptional()
  @IsIn(REMINDER_OUTCOMES)
  outcome?: string;

  @IsOptional()
  @IsString()
  @Matches(/^[\w./:-]{1,150}$/u, { message: NEXT })
  after?: string;
}

const AFTER = query("after", "The `next` of the page before", { type: "string" });

export const TASKS_PARAMETERS: readonly Parameter[] = [
  query("status", "Tasks in this status", { ...words(TASK_STATUSES), default: "open" }),
  query("about", "About this", words(TASK_ABOUT)),
  query("assignee", "Given to this person", { type: "string" }, "hub-coordinator.great-north"),
  AFTER,
  LIMIT,
];
export const REPORT_PARAMETERS: readonly Parameter[] = [
  query("academicYear", "Of this academic year", { type: "string", pattern: "^\\d{4}/\\d{2}$" }, "2020/21"),
  query("term", "Of this term", words(TERMS)),
  query("kind", "Of this kind", words(REMINDER_KINDS)),
  query("outcome", "Of these alone the items; the totals are of all", words(REMINDER_OUTCOMES)),
  AFTER,
  LIMIT,
];
