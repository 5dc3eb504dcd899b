// Promises as a letter lists them.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import { type Block, heading, type Row, steps } from "./letter.ts";
import type { Promised } from "../journey/sentences.ts";
import { commitmentName, commitmentTodo, type Whose } from "./words.ts";

/**
 * `todo`: with what the school does about each; `over`: the day of each has gone by; `ahead`: it says
 * of what is not on its day that it is due by then; `whose`: how to its reader.
 */
interface Options {
  ahead?: boolean;
  todo: boolean;
  over?: boolean;
  whose?: Whose;
}

/** People meet on the day; all else is done by then. */
export const MEETS: readonly Promised["kind"][] = [
  "session",
  "meeting",
  "headteacher-first-workshop",
  "headteachers-session",
  "headteachers-meeting",
];

/** Earliest first. A session and being there are one. */
export function inOrder<P extends Pick<Promised, "kind" | "dueOn">>(commitments: readonly P[]): P[] {
  const attended = (kind: Promised["kind"], { dueOn }: P): boolean =>
    commitments.some((one) => one.kind === kind && one.dueOn === dueOn);
  return commitments
    .filter((each) => each.kind !== "session" || !attended("meeting", each))
    .filter((each) => each.kind !== "headteachers-session" || !attended("headteachers-meeting", each))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Commitments as rows, earliest first; the hub's own are marked. A session and being there are one row. */
export function rowsOf(
  commitments: readonly Promised[],
  { todo, over = false, ahead = false, whose = "your" }: Options,
): Row[] {
  return inOrder(commitments).map((each) => ({
    what: commitmentName(each, whose),
    when: `${ahead && !MEETS.includes(each.kind) ? "by " : ""}${dateWithWeekday(each.dueOn)}`,
    ...(todo && each.by === "school" ? { todo: commitmentTodo(each, over, whose) } : {}),
    ...(each.by === "hub" ? { todo: "Your hub arranges this." } : {}),
  }));
}

/** Promises in a table under its heading; nothing at all where there are none. */
export function table(title: string, by: string, commitments: readonly Promised[], options: Options): Block[] {
  if (commitments.length === 0) return [];
  return [heading(title), { kind: "table", columns: ["What", by], rows: rowsOf(commitments, options) }];
}

/** What the school does about what it owes and what is still to come; nothing where there is neither. */
export function whatToDo({ outstanding, comingUp }: Record<"outstanding" | "comingUp", readonly Promised[]>): Block[] {
  if (outstanding.length + comingUp.length === 0) return [];
  return steps("What to do", [
    "If something on this list has already been done, reply and tell us when. We will put our records right.",
    "If you cannot do something by its date, reply as soon as you can and ask for a new date.",
  ]);
}
