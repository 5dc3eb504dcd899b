// What goes wrong, as callers see it: one status and one title for each code that callers rely on.

import type { RejectionCode } from "../journey/rejection.ts";
import { Refusal, type FieldFault, type SaidBeside } from "../service/refusal.ts";

/** The body of an error (RFC 9457), media type `application/problem+json`. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail: string;
  instance: string;
  code: RejectionCode;
  errors?: readonly FieldFault[];
}

export const PROBLEM_JSON = "application/problem+json";

/** Seconds after which a caller may try again what was `unavailable`. */
export const RETRY_AFTER_SECONDS = 2;

/** In a few words, what each code means: the rules' codes first, then the edge's. */
export const PROBLEM_TITLES: Readonly<Record<RejectionCode, string>> = {
  "already-active": "The school already has a journey under way",
  "not-in-this-state": "The journey is not in a state for this",
  "wrong-phase": "The prospectus is for schools of another phase",
  "not-state-funded": "The prospectus is for state-funded schools",
  "school-closed": "The school has closed",
  "window-closed": "Applications are closed, or not yet open",
  "prior-stage-missing": "An earlier stage is needed first",
  "another-route": "This school has another route",
  "not-eligible": "The school is not eligible",
  "criteria-missing": "No eligibility criterion was chosen",
  "criteria-unknown": "An eligibility criterion is not on the form",
  "reasons-missing": "The reasons are missing",
  "reasons-too-long": "The reasons are too long",
  "expectations-not-accepted": "The expectations were not accepted",
  "slt-support-required": "Senior leaders must support it",
  "group-full": "The Work Group is full",
  "wrong-group": "The Work Group is not the one offered",
  "lead-not-fit": "The lead does not fit the Work Group",
  "offer-lapsed": "The offer has lapsed",
  "role-not-allowed": "The prospectus does not have this role",
  "too-many-participants": "Too many participants",
  "maths-lead-required": "One of them must be the maths lead",
  "experienced-advocate-required": "One advocate must be experienced",
  "theme-unknown": "There is no such theme",
  "theme-closed": "The theme is no longer offered",
  "one-theme-only": "One theme a school",
  "representatives-must-commit": "A second representative only if both are released for all sessions",
  "not-participating": "The school is not taking part",
  "unknown-commitment": "There is no such commitment",
  "unknown-participant": "There is no such participant",
  "unknown-session": "There is no such session",
  "in-the-future": "It has not happened yet",
  "reason-required": "A reason is needed",
  "grant-not-due": "The grant is not due",
  "already-released": "The grant is already released",
  "self-approval": "A second person must approve",
  "over-budget": "The budget does not cover it",
  "not-a-school-day": "That day is no school day there",
  "too-much-for-a-day": "More than a day holds",
  "stated-by-page": "The programme's page says otherwise",
  "version-conflict": "The journey has moved on",
  "key-reused": "The idempotency key was used with another request",
  invalid: "The request does not have the right shape",
  unauthenticated: "Sign in first",
  forbidden: "Your role may not do this",
  "not-found": "There is nothing here",
  "rate-limited": "Too many requests",
  unavailable: "The service cannot answer now",
};

/** Codes that are not the rules' own turning-down (409). */
const STATUS: Partial<Record<RejectionCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  "version-conflict": 412,
  invalid: 422,
  "not-a-school-day": 422,
  "key-reused": 422,
  "rate-limited": 429,
  unavailable: 503,
};

/** The HTTP status of a code: 409 for whatever the rules turn down. */
export function statusOf(code: RejectionCode): number {
  return STATUS[code] ?? 409;
}

/** A refusal as HTTP answers it: thrown by the edge itself where a status or a header says more than the code. */
export class Problem extends Refusal {
  override readonly name = "Problem";
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: RejectionCode,
    detail: string,
    more: SaidBeside & { status?: number; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(code, detail, more);
    this.status = more.status ?? statusOf(code);
    this.headers = more.headers ?? {};
  }
}

/** The body for a problem; `path` is the request's path, and what follows a `?` is left out: it may name people. */
export function bodyOf(problem: Problem, path: string): ProblemBody {
  return {
    type: `/problems#${problem.code}`,
    title: PROBLEM_TITLES[problem.code],
    status: problem.status,
    detail: problem.detail,
    instance: path.split("?", 1)[0] ?? "/",
    code: problem.code,
    ...(problem.errors ? { errors: problem.errors } : {}),
  };
}
