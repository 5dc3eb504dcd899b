// A task of a Work Group itself, among the tasks of a morning: too few schools, or a register that nobody took.

import type { WholeGroupTask } from "../../../libs/service/hubs/group-tasks.ts";
import { GROUP_COMMANDS } from "../../../libs/service/work-groups/group-commands.ts";
import type { Role } from "../../../libs/service/access/principal.ts";
import { TASK_WORDS } from "../../../libs/words/task-words.ts";
import { html, type Html } from "../html.ts";
import { day, inWords, low } from "../words.ts";

const WAYS = {
  "decide-group": { command: "DecideGroup", words: "Decide what becomes of it" },
  "take-register": { command: "TakeRegister", words: "Take the register" },
  "move-session": { command: "MoveSession", words: "Move the session" },
  "cancel-session": { command: "CancelSession", words: "Call it off" },
} as const;

/**
 * One line, with the ways to settle it that somebody in this role has. `at`: an id on the page; `today` in London;
 * `called`: what the Work Group is called.
 */
export function groupTask(
  task: WholeGroupTask,
  at: string,
  { role, today, called: group }: { role: Role; today: string; called: string },
): Html {
  const { workGroup, about, commitment, on, openedAt, dueOn, commands } = task;
  const late = dueOn < today;
  const by = `${late ? "Overdue: to be settled by" : "To be settled by"} ${day(dueOn)}`;
  const called =
    commitment === null || on === null ? TASK_WORDS[about] : `Register of ${low(inWords(commitment))} on ${day(on)}`;
  const ways = Object.entries(WAYS).filter(
    ([slug, { command }]) =>
      commands.includes(slug) && (GROUP_COMMANDS[command].roles as readonly string[]).includes(role),
  );
  const query = commitment === null ? "" : `?session=${commitment}`;
  return html`<section class="waits" aria-labelledby="${at}"><h2 id="${at}"><a
    href="/groups/${workGroup}">${group}</a>: ${called}</h2>
<p><span class="tag ${late ? "late" : ""}">${by}</span>
open since ${day(openedAt)}. It is the group’s, and asks nothing of its schools.</p>
${
  ways.length === 0
    ? null
    : html`<ul class="actions">${ways.map(
        ([slug, { words }], index) => html`<li><a class="button ${index === 0 ? "first" : ""}"
  href="/groups/${workGroup}/${slug}${slug === "take-register" ? query : ""}">${words}<span
  class="only-read">: ${group}</span></a></li>`,
      )}</ul>`
}</section>`;
}
