// What a use case throws where it does not do what was asked: a code that callers rely on, and words, whoever asked.
// What that is in HTTP, on a page or in a terminal, each of those says itself.

import type { Rejection, RejectionCode } from "../journey/rejection.ts";
import type { Sought } from "../store/sought.ts";
import { faultsInWords, sentenceOfRejection } from "../words/rejection.ts";

/** What is wrong with one field, by JSON pointer. */
export interface FieldFault {
  pointer: string;
  detail: string;
}

/**
 * `errors`: what is wrong with which field. `rejection`: what the rules said, for a page that says it in its reader's
 * own way. `sought`: what was not found, which may be another's; it is never told to who asked.
 */
export interface SaidBeside {
  errors?: readonly FieldFault[] | undefined;
  rejection?: Rejection | undefined;
  sought?: Sought | undefined;
}

/** `detail` is one sentence without personal data. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
  readonly errors: readonly FieldFault[] | undefined;
  readonly rejection: Rejection | undefined;
  readonly sought: Sought | undefined;

  constructor(
    readonly code: RejectionCode,
    readonly detail: string,
    { errors, rejection, sought }: SaidBeside = {},
  ) {
    super(detail);
    this.errors = errors;
    this.rejection = rejection;
    this.sought = sought;
  }
}

/** The refusal that a rejection of the rules becomes. */
export function refusalOf(rejection: Rejection): Refusal {
  const errors = faultsInWords(rejection);
  return new Refusal(rejection.code, sentenceOfRejection(rejection), { rejection, errors });
}
