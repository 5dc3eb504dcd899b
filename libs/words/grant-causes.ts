// Why a grant waits for a person, in words: one sentence each, for a task, a page, a rejection.

import type { GrantCause } from "../journey/event-words.ts";

const BEFORE: Readonly<Record<GrantCause, string>> = {
  withdrawn: "The school was withdrawn before the grant was paid.",
  moved: "The school went to another hub before the grant was paid.",
  paused: "The school paused before the grant was paid, with sessions still to come.",
  "not-completed": "The school did not complete its year, and the grant is not paid.",
  "held-back": "Somebody took the payment out of its run.",
  "paid-before": "A Development grant is paid once a school, and this school may have had it before.",
  "placed-late": "The school was placed when sessions of the year were over.",
  "hub-did-not-hold": "The hub did not hold the sessions at which the teachers would have been.",
  "teachers-missing": "The school has had its sessions, and not all the teachers that its page asks for were at one.",
};

const AFTER: Partial<Record<GrantCause, string>> = {
  withdrawn: "The grant was paid, and then the school was withdrawn.",
  paused: "The grant was paid, and then the school paused, with sessions still to come.",
  "not-completed": "The grant was paid, and the school did not complete its year.",
};

/** The sentence of a cause. `paid`: the grant has gone out already. */
export function grantCauseInWords(cause: string, paid: boolean): string {
  const known = cause as GrantCause;
  return (paid ? AFTER[known] : undefined) ?? BEFORE[known] ?? "Somebody has to decide on the grant.";
}
