// A promise was missed: what the letters of all levels say of it.

import { dateWithWeekday } from "../calendar/long-dates.ts";
import type { LocalDate } from "../calendar/instants.ts";
import type { TaskDecision } from "../journey/commands.ts";
import type { Recipient } from "../journey/events.ts";
import { section, steps } from "./letter.ts";
import type { Promised } from "../journey/sentences.ts";
import { commitmentTodo, listOf, roleName } from "./words.ts";

/** What a level is told of a promise that was missed. */
export interface EscalationFacts {
  commitment: Promised;
  level: 1 | 2 | 3;
  /** When the next level is told if nothing changes; null after the last. */
  nextOn: LocalDate | null;
  /** Who has been told so far, oldest first. */
  told: readonly { to: readonly Recipient[]; on: LocalDate }[];
  /** At level 3: what can be chosen as things stand, else all; and by when. */
  choices?: readonly TaskDecision[];
  decideBy?: LocalDate | null;
  /** Of a meeting: whoever was not there has a reason, for the first time this year; nobody else is told. */
  excused?: boolean;
  /** Of a meeting: another one before it was missed. */
  missedBefore?: boolean;
}

/** What the school does about what is missing. */
export function whatToDo(commitment: Promised): ReturnType<typeof steps> {
  if (commitment.kind === "meeting")
    return steps("What to do", [
      commitmentTodo(commitment, true),
      "What counts: another group’s meeting on the same subject, an extra session, or time with the Work Group lead.",
      "If everyone was there, reply and tell us. We will put our records right.",
    ]);
  return steps("What to do", [
    commitmentTodo(commitment, true),
    "If it has already been done, reply and tell us when. We will put our records right.",
    "If it cannot be done now, reply and suggest a new date.",
  ]);
}

/** Who has been written to so far. */
export function history(told: EscalationFacts["told"]): ReturnType<typeof section> {
  return section(
    "What has happened so far",
    told.map(
      ({ to, on }) => `${dateWithWeekday(on)}: we wrote to ${listOf(to.map((role) => `the ${roleName(role)}`))}.`,
    ),
  );
}
