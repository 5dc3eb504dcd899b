// A task as the API answers it: what happened so far, and what is asked of a grant, in words.

import { sentenceOf } from "../../../libs/journey/sentences.ts";
import type { WholeTask } from "../../../libs/service/hubs/tasks.ts";
import { present } from "../../../libs/service/shape/present.ts";
import { grantCauseInWords } from "../../../libs/words/grant-causes.ts";
import { TaskAnswer } from "./promises.dto.ts";

/** The task with its sentences. */
export function taskAnswer(task: WholeTask): TaskAnswer {
  const soFar = task.soFar.events.map((event) => ({ seq: event.seq, at: event.at, what: sentenceOf(event) }));
  const asks = task.asks && {
    ...task.asks,
    why: grantCauseInWords(task.asks.cause, task.asks.paid),
    proposedPence: task.asks.proposedPence ?? null,
    missing: task.asks.missing ?? null,
  };
  return present(TaskAnswer, { ...task, choices: [...task.choices], asks, soFar });
}
