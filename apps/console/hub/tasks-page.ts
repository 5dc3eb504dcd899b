// A line of the hub's tasks, with what happened and what can be done.

import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { StaffChoice } from "../../../libs/service/hubs/staff.ts";
import type { WholeLine } from "../../../libs/service/hubs/task-lines.ts";
import type { WholeTask } from "../../../libs/service/hubs/tasks.ts";
import { pounds, sentenceOf } from "../../../libs/journey/sentences.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import type { NamedGroup } from "../../../libs/service/work-groups/named-groups.ts";
import { decisionsInWords } from "../../../libs/letters/words.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { givenTo, groupTask } from "../groups/group-task.ts";
import type { Html } from "../html.ts";
import { taskInWords, waysOut } from "../journeys/task-words.ts";
import { filledIn } from "../look/templates.ts";
import { allInWords } from "../../../libs/words/naming.ts";
import { day, inWords } from "../words.ts";

/**
 * `staff`: who may be given a task, by name; `called`: what groups are called; `today` in London; `groups`: those that
 * somebody sees, by their ids.
 */
export interface TasksLook {
  staff: readonly StaffChoice[];
  called: GroupNaming;
  principal: Principal;
  today: string;
  groups: ReadonlyMap<string, NamedGroup>;
}

interface Way {
  words: string;
  href: string;
  /** The one to take. */
  first: boolean;
}

/** One school's task. `at`: an id on the page; `soFar`: what happened; `giving`: ways to have it done by somebody. */
interface TaskView {
  at: string;
  school: string;
  href: string;
  what: string;
  late: boolean;
  by: string;
  given: string;
  since: string;
  urn: string;
  group: { name: string; href: string } | null;
  asks: string | null;
  soFar: readonly { on: string; says: string }[];
  ways: readonly Way[];
  giving: readonly Way[];
}

/** What template task.njk is filled with. `several`: what stands over the tasks of several schools. */
export interface TaskLineView {
  several: { at: string; group: string; href: string | null; what: string; ways: readonly Way[] } | null;
  tasks: readonly TaskView[];
}

/** A line as it stands on the page. What is a Work Group's own has no school. `at`: an id there. */
export function taskLine(line: WholeLine, at: string, look: TasksLook): Html {
  if (line.ofGroup !== null) return groupTask(line.ofGroup, at, look);
  return filledIn("hub/task.njk", taskLineView(line, at, look));
}

/** One school's task as it is; of several schools the line first, with what can be decided for all of them. */
export function taskLineView(line: Omit<WholeLine, "ofGroup">, at: string, look: TasksLook): TaskLineView {
  const { schools, workGroup, about, commitment } = line;
  if (schools.length === 1) return { several: null, tasks: schools.map((one) => taskView(one, at, look)) };
  return {
    several: {
      at,
      group: workGroup === null ? "Schools without a Work Group" : look.called(workGroup),
      href: workGroup && `/groups/${workGroup}`,
      what: taskInWords(about, commitment),
      ways: waysForAll(line, look),
    },
    tasks: schools.map((one, index) => taskView(one, `${at}-${index}`, look)),
  };
}

function waysForAll(
  { workGroup, task: id, about, choices }: Omit<WholeLine, "ofGroup">,
  { principal }: TasksLook,
): Way[] {
  const query = `group=${encodeURIComponent(workGroup ?? "")}&task=${encodeURIComponent(id)}`;
  const forAll = may(principal, "DecideTask") ? choices.filter((decision) => decision !== "extend") : [];
  return [
    ...(about === "outcome" && workGroup !== null
      ? [{ words: "Decide for the group", href: `/groups/${workGroup}/outcomes`, first: true }]
      : []),
    ...forAll.map((decision) => ({
      words: `For all: ${decisionInWords(decision)}`,
      href: `/tasks/together?${query}&decision=${decision}`,
      first: false,
    })),
  ];
}

function taskView(one: WholeTask, at: string, { principal, today, called, staff }: TasksLook): TaskView {
  const { journey, urn, school, workGroup, about, commitment, openedAt, dueOn, assignee, soFar, asks } = one;
  const name = allInWords(called)(soFar.promised);
  const late = dueOn !== null && dueOn < today;
  return {
    at,
    school: school ?? `School ${urn}`,
    href: `/journeys/${journey}`,
    what: taskInWords(about, commitment),
    late,
    by: dueOn === null ? "No day set" : `${late ? "Overdue: to" : "To"} be decided by ${day(dueOn)}`,
    given: assignee === null ? "The hub lead’s" : givenTo(assignee, staff),
    since: day(openedAt),
    urn,
    group: workGroup === null ? null : { name: called(workGroup), href: `/groups/${workGroup}` },
    asks: asks && grantAsked(asks),
    soFar: soFar.events.map((event) => ({ on: day(event.at), says: sentenceOf(event, name) })),
    ways: waysToDecide(one, principal),
    giving: waysToGive(one, principal, staff),
  };
}

/** Why it is asked, and what the rules propose. */
function grantAsked({
  stage,
  academicYear,
  cause,
  paid,
  proposedPence,
  missing,
}: NonNullable<WholeTask["asks"]>): string {
  const people = missing === undefined ? "" : ` ${missing} ${missing === 1 ? "is" : "are"} missing.`;
  const part = proposedPence === undefined ? "" : ` Proposed: ${pounds(proposedPence)}.`;
  return `${inWords(stage)} ${academicYear}. ${grantCauseInWords(cause, paid)}${people}${part}`;
}

const may = ({ role }: Principal, command: RoutedCommand): boolean =>
  (JOURNEY_COMMANDS[command].roles as readonly string[]).includes(role);
const decisionInWords = (decision: WholeTask["choices"][number]): string =>
  inWords(decisionsInWords([decision])[0] ?? decision);
const addressOf = (journey: string, command: RoutedCommand, query: string): string =>
  `/journeys/${journey}/${slugOf(command)}?then=tasks${query}`;

/** What settles it for who may; what is no choice among several is the way to take, where it comes first. */
function waysToDecide({ journey, id, about, choices }: WholeTask, principal: Principal): Way[] {
  const named = `&task=${encodeURIComponent(id)}`;
  return waysOut(about)
    .filter(({ command }) => may(principal, command))
    .flatMap(({ command, words }, index) =>
      command === "DecideTask"
        ? choices.map((decision) => ({
            words: decisionInWords(decision),
            href: addressOf(journey, command, `${named}&decision=${decision}`),
            first: false,
          }))
        : [{ words, href: addressOf(journey, command, ""), first: index === 0 }],
    );
}

/** To take it on oneself, or to give it to somebody. */
function waysToGive({ journey, id, assignee }: WholeTask, principal: Principal, staff: readonly StaffChoice[]): Way[] {
  if (!may(principal, "AssignTask")) return [];
  const named = `&task=${encodeURIComponent(id)}`;
  const own = staff.filter((one) => one.own && one.id !== assignee);
  return [
    ...own.map((one) => ({ words: "Take it on", query: `${named}&assignee=${encodeURIComponent(one.id)}` })),
    { words: "Give it to somebody", query: named },
  ].map(({ words, query }) => ({ words, href: addressOf(journey, "AssignTask", query), first: false }));
}
