// The hub's tasks, in the order in which a morning goes through them: what is overdue first, each with what happened
// and what can be done.

import { JOURNEY_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import type { StaffChoice } from "../../../libs/service/hubs/staff.ts";
import type { WholeLine } from "../../../libs/service/hubs/task-lines.ts";
import type { WholeTask } from "../../../libs/service/hubs/tasks.ts";
import { pounds, sentenceOf } from "../../../libs/journey/sentences.ts";
import type { Principal } from "../../../libs/service/access/principal.ts";
import { decisionsInWords } from "../../../libs/letters/words.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";
import type { GroupNaming } from "../../../libs/words/group-name.ts";
import { givenTo, groupTask } from "../groups/group-task.ts";
import { html, type Html } from "../html.ts";
import { taskInWords, waysOut } from "../journeys/task-words.ts";
import { allInWords } from "../naming.ts";
import { day, inWords } from "../words.ts";
import { doneBanner, subNavigation } from "../look/parts.ts";

/** What the queue shows: all that is open, or what is one's own. */
export type TasksShow = "all" | "mine";
/**
 * `staff`: who may be given a task, by name; `called`: what groups are called; `today` in London; `done`: what has just
 * been done, in words; `next`: of the page before, where there is more.
 */
export interface TasksLook {
  staff: readonly StaffChoice[];
  called: GroupNaming;
  principal: Principal;
  today: string;
  show: TasksShow;
  done: string | null;
  next: string | null;
}

/** The queue: one line a Work Group and cause, with its schools; what is a group’s own has none. */
export function tasksPage(lines: readonly WholeLine[], look: TasksLook): Html {
  const { today, show, done, next } = look;
  const view = (to: TasksShow, words: string) => ({
    href: to === "mine" ? "/tasks?show=mine" : "/tasks",
    words,
    here: show === to,
  });
  const overdue = lines.filter((one) => isOverdue(one, today)).length;
  return html`${doneBanner(done)}
${subNavigation("Tasks", [view("all", "All that are open"), view("mine", "Given to me")])}
${
  lines.length === 0
    ? html`<p class="note">${show === "mine" ? "No open task is given to you." : "Nothing waits for a decision."}</p>`
    : html`<p>${lines.length}${next === null ? "" : " or more"}
      open${overdue === 0 ? ", none overdue" : `, ${overdue} overdue`}.</p>`
}
${lines.map((one, index) => line(one, `t${index}`, look))}
${
  next === null
    ? null
    : html`<p><a class="button"
  href="/tasks?${show === "mine" ? "show=mine&" : ""}after=${encodeURIComponent(next)}">More tasks</a></p>`
}`;
}

const isOverdue = ({ dueOn }: Pick<WholeTask, "dueOn">, today: string): boolean => dueOn !== null && dueOn < today;

/** One school's task as it is; of several schools the line first, with what can be decided for all of them. */
function line(
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
