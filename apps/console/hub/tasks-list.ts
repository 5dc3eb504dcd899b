// The list of a hub's tasks: what it is narrowed by, in what orders it stands, and what a file has of each.

import { TASK_ABOUT } from "../../../libs/journey/event-words.ts";
import { localDate } from "../../../libs/calendar/instants.ts";
import type { WholeGroupTask } from "../../../libs/service/hubs/group-tasks.ts";
import {
  TASK_SORTS,
  type QueuedTask,
  type TaskNarrowing,
  type TaskSort,
  type WholeLine,
} from "../../../libs/service/hubs/task-lines.ts";
import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import { taskInWords } from "../journeys/task-words.ts";
import type { ListAsked } from "../lists/list-asked.ts";
import { groupChoices, YES } from "../lists/choices.ts";
import type { Column, ListSpec } from "../lists/list-view.ts";
import { inWords } from "../words.ts";
import { taskLine, type TasksLook } from "./tasks-page.ts";

const SORTED_BY: Readonly<Record<TaskSort, string>> = {
  due: "the day by which it is to be decided",
  group: "Work Group",
  about: "what it is about",
};

/** What the list is, for somebody. */
export function tasksList(look: TasksLook): ListSpec<WholeLine> {
  const { groups } = look;
  const under = [...groups.values()].filter(({ status }) => status === "formed");
  return {
    base: "/tasks",
    filters: [
      {
        kind: "choice",
        name: "about",
        label: "About",
        any: "Anything",
        choices: TASK_ABOUT.map((value) => ({ value, words: taskInWords(value, null).split(":", 1)[0] ?? "" })),
      },
      { kind: "choice", name: "group", label: "Work Group", any: "All", choices: groupChoices(under) },
      {
        kind: "choice",
        name: "given",
        label: "Given to",
        any: "Anybody or nobody",
        choices: [
          { value: "me", words: "You" },
          { value: "lead", words: "Nobody: the hub lead’s own" },
          { value: "others", words: "Somebody else" },
        ],
      },
      { kind: "choice", name: "overdue", label: "Overdue", any: "Overdue or not", choices: YES("Overdue") },
    ],
    sorts: TASK_SORTS,
    sortedBy: SORTED_BY,
    noun: ["task", "tasks"],
    caption: "Tasks",
    empty: "Nothing waits for a decision.",
    columns: [],
    card: (line, index) => taskLine(line, `t${index}`, look),
    file: "/tasks/tasks.csv",
  };
}

/** What the list asks of the service. `today` in London; `who` asks. */
export function tasksAsked(
  { filters: { about, group, given, overdue }, sort, descending }: ListAsked,
  { today, who }: { today: string; who: string },
): { filter: TaskNarrowing; order: { sort: TaskSort; descending: boolean } } {
  return {
    filter: {
      ...{ about, workGroup: group },
      ...(given === "me" && { assignee: who }),
      ...(given === "lead" && { assignee: null }),
      ...(given === "others" && { givenBeside: who }),
      ...(overdue === "yes" && { dueBefore: today }),
    },
    order: { sort: sort as TaskSort, descending },
  };
}

/** What a file has of each task by itself. */
export function taskColumns(
  groups: ReadonlyMap<string, NamedGroup>,
  { today, who }: { today: string; who: string },
): Column<QueuedTask | WholeGroupTask>[] {
  return [
    { head: "Task", file: (one) => taskInWords(one.about, one.commitment) },
    { head: "School", file: (one) => ("urn" in one ? (one.school ?? `School ${one.urn}`) : "") },
    { head: "URN", file: (one) => ("urn" in one ? one.urn : "") },
    { head: "Work Group", file: ({ workGroup: id }) => (id === null ? "" : (groups.get(id)?.name ?? inWords(id))) },
    { head: "To be decided by", file: ({ dueOn }) => dueOn ?? "" },
    { head: "Overdue", file: ({ dueOn }) => (dueOn !== null && dueOn < today ? "yes" : "no") },
    {
      head: "Given to",
      file: ({ assignee }) => (assignee === null ? "the hub lead" : assignee === who ? "you" : "somebody else"),
    },
    { head: "Open since", file: ({ openedAt }) => localDate(openedAt) },
  ];
}
