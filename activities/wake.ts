// Tells workflows that a transaction of another one has changed what is to come for them. Only to be quick: the sweep
// finds them all the same.

import type { Client } from "@temporalio/client";
import { ServiceUnavailable, wakeSubject } from "../libs/temporal/subject-client.ts";

const WAKE_MS = 1_000;

/** Wakes journeys (by id) and Work Groups (by name), all at once; answers those that it could not. */
export type Wake = (names: readonly string[]) => Promise<readonly string[]>;

export function makeWake(client: Client): Wake {
  return async (names) => {
    const failed = await Promise.all(names.map((name) => couldNotWake(client, name)));
    return names.filter((_, index) => failed[index]);
  };
}

async function couldNotWake(client: Client, name: string): Promise<boolean> {
  try {
    await wakeSubject(client, name, { timeoutMs: WAKE_MS });
    return false;
  } catch (error) {
    if (error instanceof ServiceUnavailable) return true;
    throw error;
  }
}
