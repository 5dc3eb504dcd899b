// How a command at a terminal ends: its exit code, and one sentence where it could not do its work.

import { EnvironmentError } from "../../libs/config/variables.ts";
import type { Wrong } from "../../libs/service/what-is-wrong.ts";
import { SetUpError } from "./setup/set-up-error.ts";

/** Runs it; a fault that a person can mend is said in a sentence, any other with its stack. Sets the exit code. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    process.stderr.write(`${await sentence(error)}\n`);
    process.exitCode = 1;
  }
}

const WHAT_TO_DO: Readonly<Record<Wrong, string>> = {
  "database-away": "PostgreSQL does not answer. Is `npm start` running? Otherwise check DATABASE_URL.",
  "temporal-away": "Temporal does not answer. Is `npm start` running? Otherwise check TEMPORAL_ADDRESS.",
  "other-keys":
    "PEOPLE_KEY does not open the names and words in this database: set it to what `npm start` or your " +
    "service has.",
};

async function sentence(error: unknown): Promise<string> {
  if (error instanceof SetUpError || error instanceof EnvironmentError) return error.message;
  // It knows the ways to PostgreSQL and to Temporal, which take a fifth of a second to load.
  const { whatIsWrong } = await import("../../libs/service/what-is-wrong.ts");
  const wrong = whatIsWrong(error);
  if (wrong !== null) return WHAT_TO_DO[wrong];
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
