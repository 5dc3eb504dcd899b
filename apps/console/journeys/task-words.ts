// A task, as people at a hub speak of it, and what puts it right.

import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { inWords } from "../words.ts";

/** What somebody has to decide. */
export function taskInWords(about: string, commitment: string | null): string {
  if (about === "move") return "Another hub asks for the school";
  if (about === "bounced-letter")
    return "A letter to somebody at the school came back: correct the address, or name who can be written to";
  return commitment === null ? "Is the school Mastery Ready?" : `${inWords(commitment)} was missed`;
}

/** A way to put a task right, and what its link says where that is not the command's own title. */
export interface Way {
  command: RoutedCommand;
  words: string;
}

const WAYS: Readonly<Record<string, readonly [Way, ...Way[]]>> = {
  readiness: [{ command: "ConfirmReadiness", words: "Decide" }],
  move: [{ command: "MoveToHub", words: "Decide" }],
  "bounced-letter": [
    { command: "CorrectPerson", words: "Correct the address" },
    { command: "ResendLetter", words: "Send it again" },
  ],
};

/** The commands by which a task is decided, the first the usual one. */
export function waysOut(about: string): readonly [Way, ...Way[]] {
  return WAYS[about] ?? [{ command: "DecideTask", words: "Decide" }];
}
