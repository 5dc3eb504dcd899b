// What somebody of a hub's staff has in hand, and how it goes to others when they leave: each open task by its own
// assign-task, each Work Group by its own change-lead. Asked for again under the same key, each is done once.

import type { DataSource } from "typeorm";
import type { InWords } from "../../words/rejection.ts";
import { signInsOf } from "../../people/staff-list.ts";
import { leadsOfGroups, type LedGroup } from "../../views/mornings/read-group-things.ts";
import { tasksOfHub, type QueuedTask } from "../../views/promises/read-tasks.ts";
import { asksSecondYear } from "../../work-group/decide/form.ts";
import type { Principal } from "../access/principal.ts";
import type { Asked } from "../commands/asked.ts";
import type { JourneyCommands } from "../commands/perform-on-journey.ts";
import { becauseOf, toEach, type CameOf } from "../commands/to-each.ts";
import { hubCode } from "../hub-code.ts";
import type { ServiceSettings } from "../settings.ts";
import { groupTasks, type WholeGroupTask } from "./group-tasks.ts";

/** What somebody has in hand: open tasks of schools and of Work Groups, and the groups that they lead. */
export interface InHand {
  tasks: readonly QueuedTask[];
  groupTasks: readonly WholeGroupTask[];
  leads: readonly LedGroup[];
}

/** To whom it goes; `secondYearDone`: who takes the groups has done that of the programme for specialists. */
export interface HandTo {
  handTo?: string;
  leadTo?: string;
  secondYearDone?: boolean;
}

/** What would come, or came, of it for one Work Group. */
export interface CameOfGroup {
  workGroup: string;
  command: "change-lead" | "assign-task";
  outcome: CameOf["outcome"];
  because: InWords | null;
}

/** The commands by which it goes on. */
export interface HandsOn {
  journeys: JourneyCommands;
  groups: { perform(name: "ChangeLead" | "AssignTask", id: string, asked: Asked): Promise<unknown> };
}

export type InHandSettings = Pick<ServiceSettings, "calendarOf" | "catalogue" | "clock">;

/** More open tasks nobody has. */
const MOST_TASKS = 500;
/** A new lead has its reason, of which schools hear. */
const WHY = "Whoever led it until now has left the hub’s staff.";

/** What somebody has in hand, by their id on the list or as they sign in. Rejects with StoreError. */
export async function inHand(
  source: DataSource,
  settings: InHandSettings,
  caller: Principal,
  { hub, person }: { hub: string; person: string },
): Promise<InHand> {
  const ids = [person, ...(await signInsOf(source, [person])).map(({ id }) => id)];
  const code = hubCode(hub);
  // A school's task is found by whichever id; one of a group by its own.
  const { items: tasks } = await tasksOfHub(source, {
    ...{ hub: code, within: null, status: "open", assignee: person, limit: MOST_TASKS },
  });
  const ofGroups = (await groupTasks(source, settings, caller, { hub: code })).filter(
    ({ assignee }) => assignee !== null && ids.includes(assignee),
  );
  const leads = (await leadsOfGroups(source, code)).filter(({ lead }) => ids.includes(lead));
  return { tasks, groupTasks: ofGroups, leads };
}

/** How many tasks that are. */
export const tasksIn = ({ tasks, groupTasks: ofGroups }: InHand): number => tasks.length + ofGroups.length;

/** Whether one of the groups may be led only by who has done the second year of the programme for specialists. */
export function wantsSecondYear({ leads }: InHand, { catalogue }: InHandSettings): boolean {
  return leads.some(({ prospectus }) => {
    const page = catalogue.get(prospectus);
    return page !== null && asksSecondYear(page);
  });
}

/**
 * Hands it on, or only looks where a preview is asked for; the groups stay as they are where nobody is named for them.
 * What the rules turn down is said of it. @throws Refusal `unavailable`: asked again, it goes on there
 */
export async function handOn(
  { journeys, groups }: HandsOn,
  asked: Asked,
  { tasks, groupTasks: ofGroups, leads }: InHand,
  { handTo, leadTo, secondYearDone }: HandTo,
): Promise<{ handedOn: CameOf[]; ofGroups: CameOfGroup[] }> {
  const { caller, request, key, preview = false } = asked;
  const by = { caller, request, preview };
  const handedOn: CameOf[] = [];
  for (const { journey, id: task } of tasks) {
    const each = { ...by, key: `${key} ${task}`, body: { task, assignee: handTo } };
    handedOn.push(...(await toEach(journeys, "AssignTask", each, [{ journey, body: each.body }])));
  }
  const came: CameOfGroup[] = [];
  const toGroup = async (name: "ChangeLead" | "AssignTask", id: string, body: object, of: string): Promise<void> => {
    const because = await groups.perform(name, id, { ...by, body, key: `${key} ${of}` }).then(
      () => null,
      (error: unknown) => becauseOf(error),
    );
    const command = name === "ChangeLead" ? "change-lead" : "assign-task";
    came.push({ workGroup: id, command, outcome: because === null ? "accepted" : "rejected", because });
  };
  for (const { workGroup, id: task } of ofGroups)
    await toGroup("AssignTask", workGroup, { task, assignee: handTo }, `${workGroup} ${task}`);
  if (leadTo !== undefined)
    for (const { id, leadRole } of leads)
      await toGroup(
        "ChangeLead",
        id,
        { lead: leadTo, leadRole, reason: WHY, ...(secondYearDone && { secondYearDone }) },
        `${id} lead`,
      );
  return { handedOn, ofGroups: came };
}

/** The groups that are still theirs, by id. */
export const stillLed = ({ leads }: Pick<InHand, "leads">, came: readonly CameOfGroup[]): string[] =>
  leads
    .map(({ id }) => id)
    .filter(
      (id) => !came.some((one) => one.workGroup === id && one.command === "change-lead" && one.outcome === "accepted"),
    );
