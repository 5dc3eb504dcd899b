// The console over a database of its own with some journeys, on a March morning and without Temporal: for pages that
// are read, and for what is done without a command of a journey.

import { freePort } from "../../apps/cli/setup/ports.ts";
import { putJourney, type Wanted } from "../support/journeys.ts";
import { freshStore, type TestStore } from "../support/store.ts";
import { startApi, type ApiOptions, type ApiUnderTest } from "./api-under-test.ts";

export interface ConsoleWorld {
  store: TestStore;
  api: ApiUnderTest;
  stop(): Promise<void>;
}

/** Starts it with these journeys. `options`: what is otherwise than it goes without saying. */
export async function startConsole(
  journeys: readonly Wanted[],
  options: Partial<ApiOptions> = {},
): Promise<ConsoleWorld> {
  const store = await freshStore();
  for (const wanted of journeys) await putJourney(store, wanted);
  const api = await startApi({
    databaseUrl: store.appUrl,
    temporalAddress: `127.0.0.1:${await freePort()}`,
    startsAt: "2021-03-01T08:00:00Z",
    commandTimeoutMs: 500,
    ...options,
  });
  return {
    store,
    api,
    async stop() {
      await api.stop();
      await store.close();
    },
  };
}
