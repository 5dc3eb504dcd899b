// How a command at a terminal ends: its exit code, and one sentence where it could not do its work.

import { EnvironmentError } from "../../libs/config/environment.ts";
import { ServiceUnavailable } from "../../libs/temporal/subject-client.ts";
import { SealError } from "../../libs/people/keyring.ts";
import { StoreError } from "../../libs/store/errors.ts";
import { SetUpError } from "./setup/set-up-error.ts";

/** Runs it; a fault that a person can mend is said in a sentence, any other with its stack. Sets the exit code. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`);
    process.exitCode = 1;
  }
}

function sentence(error: unknown): string {
  if (error instanceof SetUpError || error instanceof EnvironmentError) return error.message;
  const code = error instanceof Error && "type" in error ? error.type : error instanceof StoreError ? error.code : "";
  if (code === "database-unavailable")
    return "PostgreSQL does not answer. Is `npm start` running? Otherwise check DATABASE_URL.";
  if (code === "temporal-unavailable" || error instanceof ServiceUnavailable)
    return "Temporal does not answer. Is `npm start` running? Otherwise check TEMPORAL_ADDRESS.";
  if (error instanceof SealError)
    return (
      "PEOPLE_KEY does not open the names and words in this database: set it to what `npm start` or your " +
      "service has."
    );
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
