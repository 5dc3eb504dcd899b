// What a use case throws where it does not do what was asked: a code of CONTRACT and words, whoever asked. What that is
// in HTTP, on a page or in a terminal, each of those says itself.

import type { Rejection, RejectionCode } from "../journey/rejection.ts";

export type FieldFault = NonNullable<Rejection["errors"]>[number];

/** `detail` is one sentence without personal data; `errors`: what is wrong with which field, by JSON pointer. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
  readonly errors: readonly FieldFault[] | undefined;

  constructor(
    readonly code: RejectionCode,
    readonly detail: string,
    { errors }: { errors?: readonly FieldFault[] } = {},
  ) {
    super(detail);
    this.errors = errors;
  }
}

/** The refusal that a rejection of the rules becomes. */
export function refusalOf({ code, detail, errors }: Rejection): Refusal {
  return new Refusal(code, detail, errors ? { errors } : {});
}
