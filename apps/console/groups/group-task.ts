// A task of a Work Group itself, among the tasks of a morning: too few schools, or a register that nobody took.

import type { WholeGroupTask } from "../../../libs/service/hubs/group-tasks.ts";
import { GROUP_COMMANDS } from "../../../libs/service/work-groups/group-commands.ts";
import type { StaffChoice } from "../../../libs/service/hubs/staff.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { TASK_WORDS } from "../../../libs/words/task-words.ts";
import type { Html } from "../html.ts";
import { filledIn } from "../look/templates.ts";
import { day, inWords, low } from "../words.ts";

const WAYS = {
  "decide-group": { command: "DecideGroup", words: "Decide what becomes of it" },
  "take-register": { command: "TakeRegister", words: "Take the register" },
  "move-session": { command: "MoveSession", words: "Move the session" },
  "cancel-session": { command: "CancelSession", words: "Call it off" },
} as const;

/** What template group-task.njk is filled with. `at`: an id on the page; `given`: to whom, null where to nobody. */
export interface GroupTaskView {
  at: string;
  group: string;
  href: string;
  what: string;
  late: boolean;
  by: string;
  since: string;
  given: string | null;
  ways: readonly { words: string; href: string; look: string }[];
}

/** `today` in London; `staff`: who may be given it, by name. */
interface TaskLook {
  principal: Principal;
  today: string;
  called: GroupNaming;
  staff: readonly StaffChoice[];
}

/** By name, as far as they are on the list of the hub's staff. */
export function givenTo(assignee: string, staff: readonly StaffChoice[]): string {
  const found = staff.find(({ id }) => id === assignee);
  return found === undefined
    ? "Given to somebody who is not on the list of staff"
    : `Given to ${found.own ? "you" : found.name}`;
}

/** The view model, with the ways to settle it that somebody in this role has; the first is the one to take. */
export function groupTaskView(task: WholeGroupTask, at: string, look: TaskLook): GroupTaskView {
  const { principal, today, called, staff } = look;
  const { workGroup, about, commitment, on, openedAt, dueOn, assignee, commands } = task;
  const { role } = principal;
  const late = dueOn < today;
  const query = commitment === null ? "" : `?session=${commitment}`;
  const ways = Object.entries(WAYS).filter(
    ([slug, { command }]) =>
      commands.includes(slug) && (GROUP_COMMANDS[command].roles as readonly string[]).includes(role),
  );
  return {
    at,
    group: called(workGroup),
    href: `/groups/${workGroup}`,
    what:
      commitment === null || on === null ? TASK_WORDS[about] : `Register of ${low(inWords(commitment))} on ${day(on)}`,
    late,
    by: `${late ? "Overdue: to be settled by" : "To be settled by"} ${day(dueOn)}`,
    since: day(openedAt),
    given: assignee === null ? null : givenTo(assignee, staff),
    ways: [
      ...ways.map(([slug, { words }], index) => ({
        words,
        href: `/groups/${workGroup}/${slug}${slug === "take-register" ? query : ""}`,
        look: index === 0 ? "" : "govuk-button--secondary",
      })),
      ...waysToGive(task, look).map(([to, words]) => ({
        words,
        href: `/groups/${workGroup}/assign-task${to}`,
        look: "govuk-button--secondary",
      })),
    ],
  };
}

/** The same as it stands on a page. `at`: an id there; `today` in London; `called`: what groups are called. */
export const groupTask = (task: WholeGroupTask, at: string, look: TaskLook): Html =>
  filledIn("groups/group-task.njk", groupTaskView(task, at, look));

/** To take it on oneself, or to give it to somebody, for who may. */
function waysToGive({ id, assignee }: WholeGroupTask, { principal, staff }: TaskLook): [to: string, words: string][] {
  if (!(GROUP_COMMANDS.AssignTask.roles as readonly string[]).includes(principal.role)) return [];
  const given = `?task=${encodeURIComponent(id)}`;
  const own = staff.find((one) => one.own && one.id !== assignee);
  return [
    ...(own === undefined
      ? []
      : [[`${given}&assignee=${encodeURIComponent(own.id)}`, "Take it on"] as [string, string]]),
    [given, "Give it to somebody"],
  ];
}
