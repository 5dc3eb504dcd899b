// What Temporal is told of a failure: a code, never the error of PostgreSQL or of a mail server, which quote what they
// met.

import { ApplicationFailure } from "@temporalio/common";
import { ServiceUnavailable } from "../libs/temporal/subject-client.ts";
import { SealError } from "../libs/people/keyring.ts";
import { StoreError } from "../libs/store/errors.ts";
import { whereItBroke } from "../libs/book/where-it-broke.ts";

/**
 * Runs an activity and turns what it rejects with into an ApplicationFailure: its `type` and message are a code
 * (`database-unavailable`, `database-error`, `unknown-event`, `temporal-unavailable`, `people-key-unknown` and its
 * like, `defect`), without a cause. All but one are worth another try: an outage ends, and what this worker cannot do
 * another one may. `not-home` is not: another cluster does it.
 */
export async function failingByCode<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ApplicationFailure) throw error;
    throw failureOf(error);
  }
}

/** Whether it was not done because another cluster is home. */
export function isAway(error: unknown): boolean {
  if (error instanceof ApplicationFailure) return error.type === NOT_HOME;
  return error instanceof StoreError && error.code === NOT_HOME;
}
const NOT_HOME = "not-home";

function failureOf(error: unknown): ApplicationFailure {
  if (isAway(error)) return ApplicationFailure.nonRetryable(NOT_HOME, NOT_HOME);
  if (error instanceof StoreError) return failure(error.code, error.sqlState === null ? [] : [error.sqlState]);
  if (error instanceof SealError) return failure(error.code, []);
  if (error instanceof ServiceUnavailable) return failure("temporal-unavailable", []);
  return failure("defect", [whereItBroke(error)]);
}

function failure(type: string, details: string[]): ApplicationFailure {
  return ApplicationFailure.create({ type, message: type, details });
}
