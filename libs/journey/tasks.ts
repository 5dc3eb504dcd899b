// What somebody who decides on a task has before them: what happened so far, and what can still be chosen.

import { localDate, type Instant } from "../calendar/instants.ts";
import { TASK_DECISIONS, type TaskDecision } from "./commands.ts";
import { decide } from "./decide.ts";
import type { TaskAbout } from "./event-words.ts";
import { isOfGrant } from "./grant-events.ts";
import type { Rules } from "./rules.ts";
import type { JourneyEvent, PlannedCommitment, Recorded } from "./events.ts";
import type { Journey, Task } from "./state.ts";

/** What happened about a task, the oldest first; `promised` in its stage-year, for the names of what it speaks of. */
export interface SoFar {
  events: readonly Recorded[];
  promised: readonly PlannedCommitment[];
}

/** Tasks whose id names somebody, or the moment: of several schools they are one thing to see to all the same. */
export const ALIKE: readonly TaskAbout[] = ["bounced-letter", "contact", "move", "pause"];

/** By what tasks of several schools of one Work Group are one line: never more than one a group and cause. */
export const lineOf = ({ id, about }: { id: string; about: TaskAbout }): string => (ALIKE.includes(about) ? about : id);

/**
 * The decisions that the rules would take now, each with a reason; none for a task that is not decided this way. In
 * the order of TASK_DECISIONS.
 */
export function choicesOf(state: Journey, task: Task, rules: Rules, at: Instant): TaskDecision[] {
  return TASK_DECISIONS.filter((decision) => {
    // A day and an amount that would do, so that what is asked for beside the choice does not stand in its way.
    const day = decision === "wait" ? {} : { dueOn: localDate(at) };
    const data = { task: task.id, decision, reason: { id: "asked", words: 1 }, ...day, amountPence: 1 };
    return (
      "events" in
      decide(state, { id: "asked", type: "DecideTask", at, by: { who: "asked", role: "service" }, data }, rules)
    );
  });
}

/**
 * What happened about a task's commitment in its stage-year, up to now, the oldest first; of a task about a grant, what
 * became of that; about another without a commitment, its letters that came back.
 */
export function soFarOf(events: readonly Recorded[], task: Task): SoFar {
  if (task.grant !== null) {
    const { grant } = task;
    return { events: events.filter((event) => isOfGrant(event, grant)), promised: [] };
  }
  if (task.commitment === null)
    return {
      events: events.filter((event) => event.type === "LetterBounced" && task.id.endsWith(`/${event.addressee}`)),
      promised: [],
    };
  const { commitment } = task;
  const start = events.findLastIndex(
    (event) => event.type === "StageStarted" && task.id === `${event.academicYear}/${commitment}`,
  );
  const end = events.findIndex(
    (event, index) =>
      index > start &&
      (event.type === "StageStarted" || event.type === "StageCompleted" || event.type === "StageInterrupted"),
  );
  const started = events[start];
  return {
    events: events.slice(start + 1, end < 0 ? undefined : end).filter((event) => speaksOf(event, commitment)),
    promised: started?.type === "StageStarted" ? started.commitments : [],
  };
}

function speaksOf(event: JourneyEvent, commitment: string): boolean {
  if ("commitment" in event) return event.commitment === commitment;
  return event.type === "ChaserDue"
    ? event.commitments.includes(commitment)
    : event.type === "ReminderDue" && event.outstanding.includes(commitment);
}
