// Why a command was turned down: a code that callers rely on (titles in http/problem.ts), which of the
// reasons under that code it was, and what goes with it. Words are made of it where it is shown (words/rejection.ts).

import type { REASONS } from "../words/reasons/all.ts";
import type { FAULTS } from "../words/reasons/faults.ts";
import type { Asks, With } from "../words/reasons/reason.ts";

export const REJECTION_CODES = [
  "already-active",
  "not-in-this-state",
  "wrong-phase",
  "not-state-funded",
  "school-closed",
  "window-closed",
  "prior-stage-missing",
  "another-route",
  "not-eligible",
  "criteria-missing",
  "criteria-unknown",
  "reasons-missing",
  "reasons-too-long",
  "expectations-not-accepted",
  "slt-support-required",
  "group-full",
  "wrong-group",
  "lead-not-fit",
  "offer-lapsed",
  "role-not-allowed",
  "too-many-participants",
  "maths-lead-required",
  "experienced-advocate-required",
  "theme-unknown",
  "theme-closed",
  "one-theme-only",
  "representatives-must-commit",
  "not-participating",
  "unknown-commitment",
  "unknown-participant",
  "unknown-session",
  "in-the-future",
  "reason-required",
  "grant-not-due",
  "already-released",
  "self-approval",
  "over-budget",
  "not-a-school-day",
  "too-much-for-a-day",
  "stated-by-page",
  "version-conflict",
  "key-reused",
  "invalid",
  "unauthenticated",
  "forbidden",
  "not-found",
  "rate-limited",
  "unavailable",
] as const;

export type RejectionCode = (typeof REJECTION_CODES)[number];

/**
 * What does not fit in a field of the command's `with`, by JSON pointer: a reason of the rules, or what the reader of
 * the field says of its shape.
 */
export type FieldFault =
  { pointer: string; why: keyof typeof FAULTS; with?: With } | { pointer: string; detail: string };

/**
 * `why`: which of the reasons under the code; `with`: what its sentence needs, never personal data. `of`: the school or
 * payment that it is about, where a command concerned several. `errors`: for `invalid`, field by field.
 */
export interface Reasoned {
  code: RejectionCode;
  why: string;
  with?: With;
  of?: string;
  errors?: readonly FieldFault[];
}

/** As outcomes were recorded before: the sentence itself. */
interface Told {
  code: RejectionCode;
  detail: string;
  errors?: readonly { pointer: string; detail: string }[];
}

export type Rejection = Reasoned | Told;

type Reasons = typeof REASONS;
/** What the sentence of a reason asks to be given. */
export type Given<C extends keyof Reasons, W extends keyof Reasons[C]> = Asks<Reasons[C][W]>;

/** A decision that turned the command down. */
export function reject<C extends keyof Reasons, W extends keyof Reasons[C] & string>(
  code: C,
  why: W,
  ...given: Given<C, W>
): { rejection: Reasoned } {
  return { rejection: { code, why, ...withOf(given) } };
}

/** What does not fit at `pointer`, as a reason of the rules. */
export function inField<W extends keyof typeof FAULTS>(
  pointer: string,
  why: W,
  ...given: Asks<(typeof FAULTS)[W]>
): FieldFault {
  return { pointer, why, ...withOf(given) };
}

function withOf([given]: readonly unknown[]): { with?: With } {
  return given === undefined ? {} : { with: given as With };
}

/** The same rejection, of one school or payment among several. */
export function concerning(subject: string, rejection: Rejection): { rejection: Rejection } {
  return {
    rejection:
      "detail" in rejection
        ? { ...rejection, detail: `${subject}: ${rejection.detail}` }
        : { ...rejection, of: subject },
  };
}
