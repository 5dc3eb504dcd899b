// The tasks of a hub's Work Groups themselves.

import type { DataSource } from "typeorm";
import { instantFromMs, localDate } from "../../calendar/instants.ts";
import type { TaskAbout } from "../../journey/event-words.ts";
import { groupTasksOfHub, type GroupTask } from "../../views/promises/read-group-tasks.ts";
import type { TaskNarrowing } from "../../views/promises/tasks.ts";
import type { Principal } from "../access/principal.ts";
import { withinOf } from "../access/scope.ts";
import { slugOf } from "../commands/journey-commands.ts";
import type { ServiceSettings } from "../settings.ts";
import type { GROUP_COMMANDS } from "../work-groups/group-commands.ts";

/** A Work Group's own task. `commitment`: the session whose register it is; `commands`: what settles it. */
export interface WholeGroupTask extends Omit<GroupTask, "session"> {
  commitment: string | null;
  commands: string[];
}

const SETTLED_BY: Readonly<Record<GroupTask["about"], readonly (keyof typeof GROUP_COMMANDS)[]>> = {
  group: ["DecideGroup"],
  register: ["TakeRegister", "MoveSession", "CancelSession"],
};

/** As they are asked for of a list of tasks. */
export interface GroupTaskFilter extends TaskNarrowing {
  hub: string;
  status?: string;
}

/** The open tasks of the Work Groups of a hub that a caller sees, by the day by which they are to be decided. */
export async function groupTasks(
  source: DataSource,
  settings: Pick<ServiceSettings, "calendarOf" | "clock">,
  caller: Principal,
  { hub, about, status = "open", assignee, givenBeside, workGroup, dueBefore }: GroupTaskFilter,
): Promise<WholeGroupTask[]> {
  const mayBe: readonly (TaskAbout | undefined)[] = [undefined, "group", "register"];
  if (status !== "open" || !mayBe.some((one) => one === about)) return [];
  const day = localDate(instantFromMs(settings.clock()));
  const found = await groupTasksOfHub(source, { hub, within: withinOf(caller), day }, settings.calendarOf({ hub }));
  return found
    .filter((one) => about === undefined || one.about === about)
    .filter((one) => assignee === undefined || one.assignee === assignee)
    .filter((one) => givenBeside === undefined || (one.assignee !== null && one.assignee !== givenBeside))
    .filter((one) => workGroup === undefined || one.workGroup === workGroup)
    .filter((one) => dueBefore === undefined || one.dueOn < dueBefore)
    .map(whole)
    .sort((one, other) => (placeOfTask(one) < placeOfTask(other) ? -1 : 1));
}

const whole = ({ session, ...task }: GroupTask): WholeGroupTask => ({
  ...task,
  commitment: session,
  commands: SETTLED_BY[task.about].map(slugOf),
});

/** Where a task stands in their list: by the day by which it is to be settled, then the oldest. */
export const placeOfTask = ({ workGroup, id, openedAt, dueOn }: WholeGroupTask): string =>
  [dueOn, openedAt.slice(0, 19), workGroup, id].join("~");
