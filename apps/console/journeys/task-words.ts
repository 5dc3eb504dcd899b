// A task, as people at a hub speak of it, and what puts it right.

import type { TaskAbout } from "../../../libs/journey/event-words.ts";
import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { TASK_WORDS } from "../../../libs/words/task-words.ts";
import { inWords, low } from "../words.ts";

/** What somebody has to decide. */
export function taskInWords(about: TaskAbout, commitment: string | null): string {
  if (about === "another-date")
    return `The school asks for another date${commitment === null ? "" : `: ${low(commitment)}`}`;
  if (about !== "missed-commitment") return TASK_WORDS[about];
  return commitment === null ? "A commitment was missed" : `${inWords(commitment)} was missed`;
}

/** A way to put a task right, and what its link says where that is not the command's own title. */
export interface Way {
  command: RoutedCommand;
  words: string;
}

const WAYS: Readonly<Record<string, readonly [Way, ...Way[]]>> = {
  readiness: [{ command: "ConfirmReadiness", words: "Decide" }],
  textbooks: [{ command: "DecideTextbooks", words: "Decide" }],
  invitation: [
    { command: "InviteToNextStage", words: "Invite" },
    { command: "ConfirmNextStage", words: "It goes on" },
    { command: "DecideTask", words: "Decide" },
  ],
  outcome: [
    { command: "ConfirmCompletion", words: "Decide" },
    { command: "DecideTask", words: "Decide" },
  ],
  waiting: [
    { command: "OfferPlace", words: "Offer a place" },
    { command: "PlaceInWorkGroup", words: "Place it in its group" },
    { command: "DeclineApplication", words: "Turn it down" },
  ],
  move: [{ command: "MoveToHub", words: "Decide" }],
  pause: [
    { command: "PauseJourney", words: "Say until when" },
    { command: "ReturnToProgramme", words: "It is back" },
    { command: "WithdrawSchool", words: "Withdraw it" },
  ],
  contact: [
    { command: "ReplaceParticipant", words: "Name another teacher" },
    { command: "NameHeadteacher", words: "Name the headteacher" },
    { command: "CorrectPerson", words: "Correct the address" },
    { command: "CorrectRecord", words: "Take it back" },
  ],
  "bounced-letter": [
    { command: "CorrectPerson", words: "Correct the address" },
    { command: "ResendLetter", words: "Send it again" },
  ],
};

/** The commands by which a task is decided, the first the usual one. */
export function waysOut(about: string): readonly [Way, ...Way[]] {
  return WAYS[about] ?? [{ command: "DecideTask", words: "Decide" }];
}
