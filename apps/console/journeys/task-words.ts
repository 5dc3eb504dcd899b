// A task, as people at a hub speak of it, and what puts it right.

import type { RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { inWords } from "../words.ts";

/** What somebody has to decide. */
export function taskInWords(about: string, commitment: string | null): string {
  if (about === "move") return "Another hub asks for the school";
  if (about === "bounced-letter")
    return "A letter to somebody at the school came back: name who can be written to, or send the reminder again";
  return commitment === null ? "Is the school Mastery Ready?" : `${inWords(commitment)} was missed`;
}

const WAYS: Readonly<Record<string, RoutedCommand>> = {
  readiness: "ConfirmReadiness",
  "bounced-letter": "ResendReminder",
  move: "MoveToHub",
};

/** The command by which a task is decided. */
export function wayOut(about: string): RoutedCommand {
  return WAYS[about] ?? "DecideTask";
}
