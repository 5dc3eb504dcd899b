// Why a command was turned down, as a code that callers rely on (CONTRACT "Rejection and problem codes") and a sentence
// that says what to do.

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

export interface Rejection {
  code: RejectionCode;
  /** One sentence in plain English: what is wrong and what to do. Never holds personal data. */
  detail: string;
  /** Where it lies in the command's `with`, for `invalid`. */
  errors?: readonly { pointer: string; detail: string }[];
}

/** A decision that turned the command down. */
export function reject(code: RejectionCode, detail: string): { rejection: Rejection } {
  return { rejection: { code, detail } };
}
