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
import { html, type Html } from "../html.ts";
import { taskInWords, waysOut } from "../journeys/task-words.ts";
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

const isOverdue = ({ dueOn }: Pick<WholeTask, "dueOn">, today: string): boolean => dueOn !== null && dueOn < today;

/**
 * One school's task as it is; of several schools the line first, with what can be decided for all of them. What is a
 * Work Group's own has no school. `at`: an id on the page.
 */
export function taskLine(
  { schools, workGroup, task: id, about, commitment, choices: alike, ofGroup }: WholeLine,
  at: string,
  look: TasksLook,
): Html {
  if (ofGroup !== null) return groupTask(ofGroup, at, look);
  if (schools.length === 1) return html`${schools.map((one) => task(one, at, look))}`;
  const may = (JOURNEY_COMMANDS.DecideTask.roles as readonly string[]).includes(look.principal.role);
  const query = `group=${encodeURIComponent(workGroup ?? "")}&task=${encodeURIComponent(id)}`;
  const ways = may
    ? alike
        .filter((decision) => decision !== "extend")
        .map(
          (decision) => html`<li><a class="button" href="/tasks/together?${`${query}&decision=${decision}`}">For all:
            ${inWords(decisionsInWords([decision])[0] ?? decision)}</a></li>`,
        )
    : [];
  const outcomes =
    about === "outcome" && workGroup !== null
      ? html`<li><a class="button first" href="/groups/${workGroup}/outcomes">Decide for the group</a></li>`
      : null;
  return html`<section class="waits" aria-labelledby="${at}"><h2 id="${at}">${
    workGroup === null
      ? "Schools without a Work Group"
      : html`<a href="/groups/${workGroup}">${look.called(workGroup)}</a>`
  }: ${taskInWords(about, commitment)} (${schools.length} schools)</h2>
<ul class="actions">${outcomes}${ways}</ul><details><summary>School by school</summary>${schools.map((one, index) =>
    task(one, `${at}-${index}`, look),
  )}</details></section>`;
}

function task(one: WholeTask, id: string, { principal, today, called: groupName, staff }: TasksLook): Html {
  const { journey, urn, school, workGroup, about, commitment, openedAt, dueOn, assignee, soFar, asks } = one;
  const name = allInWords(groupName)(soFar.promised);
  const called = school ?? `School ${urn}`;
  const overdue = isOverdue(one, today);
  const by = overdue ? "Overdue: to be decided by" : "To be decided by";
  return html`<section class="waits" aria-labelledby="${id}"><h2 id="${id}"><a
    href="/journeys/${journey}">${called}</a>: ${taskInWords(about, commitment)}</h2>
<p><span class="tag ${overdue ? "late" : ""}">${dueOn === null ? "No day set" : `${by} ${day(dueOn)}`}</span>
${assignee === null ? "The hub lead’s" : givenTo(assignee, staff)} · open since ${day(openedAt)} · URN ${urn}${
    workGroup === null
      ? null
      : html` · <a
    href="/groups/${workGroup}">${groupName(workGroup)}</a>`
  }</p>
${asks === null ? null : grantAsked(asks)}${
    soFar.events.length === 0
      ? null
      : html`<details><summary>What happened so far (${soFar.events.length})</summary><ol
  class="story">${soFar.events.map(
    (event) => html`<li><b>${day(event.at)}</b> ${sentenceOf(event, name)}</li>`,
  )}</ol></details>`
  }
${choices(one, called, principal, staff)}</section>`;
}

/** Why it is asked, and what the rules propose. */
function grantAsked({
  stage,
  academicYear,
  cause,
  paid,
  proposedPence,
  missing,
}: NonNullable<WholeTask["asks"]>): Html {
  const people = missing === undefined ? "" : ` ${missing} ${missing === 1 ? "is" : "are"} missing.`;
  const part = proposedPence === undefined ? "" : ` Proposed: ${pounds(proposedPence)}.`;
  return html`<p>${inWords(stage)} ${academicYear}. ${grantCauseInWords(cause, paid)}${people}${part}</p>`;
}

function choices(
  { journey, id, about, choices: can, assignee }: WholeTask,
  school: string,
  { role }: Principal,
  staff: readonly StaffChoice[],
): Html {
  const may = (command: RoutedCommand): boolean =>
    (JOURNEY_COMMANDS[command].roles as readonly string[]).includes(role);
  const link = (command: RoutedCommand, query: string, words: string, look = ""): Html =>
    html`<li><a class="button ${look}" href="/journeys/${journey}/${slugOf(command)}?then=tasks${query}">${words}<span
      class="only-read">: ${school}</span></a></li>`;
  const named = `&task=${encodeURIComponent(id)}`;
  const decide = waysOut(about)
    .filter(({ command }) => may(command))
    .flatMap(({ command, words }, index) =>
      command === "DecideTask"
        ? can.map((decision) =>
            link(command, `${named}&decision=${decision}`, inWords(decisionsInWords([decision])[0] ?? decision)),
          )
        : [link(command, "", words, index === 0 ? "first" : "")],
    );
  const assign = may("AssignTask")
    ? [
        ...staff
          .filter(({ id: its, own }) => own && its !== assignee)
          .map(({ id: its }) => link("AssignTask", `${named}&assignee=${encodeURIComponent(its)}`, "Take it on")),
        link("AssignTask", named, "Give it to somebody"),
      ]
    : [];
  return html`${
    decide.length === 0
      ? null
      : html`<ul
    class="actions">${decide}</ul>`
  }${assign.length === 0 ? null : html`<ul class="actions">${assign}</ul>`}`;
}
