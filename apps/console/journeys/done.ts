// What has just been done to a journey, in words: an address says it as a code.

import { ROUTED_COMMANDS, slugOf, type RoutedCommand } from "../../../libs/service/commands/journey-commands.ts";
import { ACTION_WORDS } from "./action-words.ts";

/** The command that goes by this name in an address; null where none does. */
export function commandOf(slug: unknown): RoutedCommand | null {
  return ROUTED_COMMANDS.find((name) => slugOf(name) === slug) ?? null;
}

/** What is done to a school without a command of its journey. */
const OTHERS: Readonly<Record<string, string>> = {
  applied: "The application has been sent to the Maths Hub.",
  interested: "The interest is recorded; the Maths Hub knows of it.",
  noted: "The note is kept: it stands under Notes.",
  "followed-up": "The note is marked as followed up.",
  "note-changed": "The note is changed: it stands under Notes.",
  "note-taken-back": "The note is taken back: nothing of what it said is kept.",
};

/** What to say of it; null for a code that says nothing. */
export function saysDone(code: unknown): string | null {
  const command = commandOf(code);
  if (command !== null) return ACTION_WORDS[command].done;
  return typeof code === "string" && Object.hasOwn(OTHERS, code) ? (OTHERS[code] ?? null) : null;
}
