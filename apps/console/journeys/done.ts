// What has just been done to a journey, in words: an address says it as a code.

import { ROUTED_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { ACTION_WORDS } from "./action-words.ts";

/** The command that goes by this name in an address; null where none does. */
export function commandOf(slug: unknown): RoutedCommand | null {
  return ROUTED_COMMANDS.find((name) => slugOf(name) === slug) ?? null;
}

/** What to say of it; null for a code that says nothing. */
export function saysDone(code: unknown): string | null {
  const command = commandOf(code);
  if (command !== null) return ACTION_WORDS[command].done;
  return code === "applied"
    ? "The application has been sent to the Maths Hub."
    : code === "interested"
      ? "The interest is recorded; the Maths Hub knows of it."
      : null;
}
